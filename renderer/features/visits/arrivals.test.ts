import { describe, expect, it } from 'vitest'
import { arrivalStandings } from '#shared/rules/arrival'
import { actsFor } from './arrivals'

const clerk = { mayReceive: true, walkInsNow: false }

describe('actsFor', () => {
  it('checks in first who came today, whenever', () => {
    for (const standing of ['onTime', 'early', 'late', 'noShowToday'] as const)
      expect(actsFor({ ...clerk, standing })[0]).toBe('checkIn')
  })
  it('offers another time to who is late', () => {
    expect(actsFor({ ...clerk, standing: 'late' })).toEqual(['checkIn', 'move'])
  })
  it('gives a number to who came on another day only while walk-ins are served', () => {
    expect(actsFor({ ...clerk, standing: 'wrongDayBefore' })).toEqual(['move'])
    expect(actsFor({ ...clerk, walkInsNow: true, standing: 'wrongDayBefore' })).toEqual([
      'giveNumber',
      'move',
    ])
    expect(actsFor({ ...clerk, standing: null })).toEqual(['book'])
    expect(actsFor({ ...clerk, walkInsNow: true, standing: null })).toEqual(['giveNumber', 'book'])
  })
  it('always leaves something to do, also to those who do not receive', () => {
    for (const standing of [...arrivalStandings, null])
      for (const walkInsNow of [true, false]) {
        const acts = actsFor({ standing, walkInsNow, mayReceive: false })
        expect(acts.length).toBeGreaterThan(0)
        expect(acts).not.toEqual(expect.arrayContaining(['checkIn']))
        expect(acts.some((act) => act === 'giveNumber' || act === 'slip')).toBe(false)
      }
  })
})
