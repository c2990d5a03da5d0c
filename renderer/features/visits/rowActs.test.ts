import { describe, expect, it } from 'vitest'
import { rowActs } from './rowActs'
import { visitOf } from './testing'

const now = new Date('2026-11-25T08:00:00Z')
const booked = visitOf({ kind: 'appointment', state: 'booked', startsAt: new Date('2026-11-25T07:30:00Z') })
const later = visitOf({ ...booked, startsAt: new Date('2026-11-25T08:00:00Z') })

describe('rowActs', () => {
  it('checks in who is booked, and says that they did not come only once the time has begun', () => {
    expect(rowActs(booked, ['counter'], now)).toEqual(['checkIn', 'noShow'])
    expect(rowActs(later, ['counter'], now)).toEqual(['checkIn'])
  })
  it('takes a check-in back, but of no walk-in and of nobody who has been at a desk', () => {
    const waiting = { ...booked, state: 'waiting' as const }
    expect(rowActs(waiting, ['lead'], now)).toEqual(['undoCheckIn', 'noShow'])
    expect(rowActs({ ...waiting, timesCalled: 1 }, ['lead'], now)).toEqual(['noShow'])
    expect(rowActs(visitOf(), ['lead'], now)).toEqual(['noShow'])
  })
  it('takes in who was given up', () => {
    expect(rowActs({ ...booked, state: 'noShow' }, ['counter'], now)).toEqual(['checkIn'])
  })
  it('shows phone agents and the As Oy team no more than what is theirs', () => {
    const asoy = { ...booked, team: 'asoy' as const }
    expect(rowActs(booked, ['phone'], now)).toEqual(['noShow'])
    expect(rowActs(booked, ['asoy'], now)).toEqual([])
    expect(rowActs(asoy, ['asoy'], now)).toEqual(['noShow'])
    expect(rowActs(asoy, ['phone'], now)).toEqual([])
  })
  it('has nothing for what is over', () => {
    for (const state of ['finished', 'cancelled', 'called'] as const)
      expect(rowActs({ ...booked, state }, ['counter', 'lead', 'asoy', 'phone'], now)).toEqual([])
  })
})
