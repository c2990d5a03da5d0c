import { describe, expect, it } from 'vitest'
import { normaliseEmail, normalisePhone } from './contacts'
import { contactPoints, timetable } from './facts'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

describe('the facts that ship', () => {
  it('have every weekday of every place, with whole periods in order', () => {
    for (const place of ['servicePoint', 'phoneLine', 'asOy'] as const) {
      expect(Object.keys(timetable[place])).toEqual(weekdays)
      for (const periods of Object.values(timetable[place])) {
        const times = periods.flatMap(({ from, to }) => [from, to])
        for (const time of times) expect(time).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
        expect(times).toEqual(times.toSorted())
        expect(new Set(times).size).toBe(times.length)
        for (const { access } of periods) {
          expect(place === 'servicePoint' ? ['walkIn', 'appointment'] : ['phone']).toContain(access)
        }
      }
    }
  })

  it('have numbers that can be called and addresses that can be written to', () => {
    for (const { phone } of [contactPoints.phoneLine, contactPoints.onCall, contactPoints.asOy]) {
      expect(normalisePhone(phone).ok, phone).toBe(true)
    }
    for (const email of [contactPoints.generalEmail, contactPoints.asOy.email]) {
      expect(normaliseEmail(email)).toEqual({ ok: true, value: email })
    }
  })
})
