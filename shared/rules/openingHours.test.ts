import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { facts } from './facts'
import { eveClosure, publicHoliday } from './holidays'
import { HELSINKI, helsinkiDay } from './localDay'
import { hoursState, openingsOn, serviceState, whoToCall } from './openingHours'

const holidayOf = (day: string) => publicHoliday(day) ?? eveClosure(day)
const at = (text: string) => DateTime.fromISO(text, { zone: HELSINKI }).toJSDate()
const call = (text: string, propertyKind: 'rental' | 'special' | 'asoy' = 'rental') =>
  whoToCall({ now: at(text), propertyKind, holidayOf, facts })
/** The service point's openings of the week that ships, from the day of a moment on. */
const servicePointFrom = (now: Date) =>
  Array.from({ length: 60 }, (_, ahead) =>
    openingsOn(
      facts.timetable.servicePoint,
      DateTime.fromISO(helsinkiDay(now), { zone: 'utc' }).plus({ days: ahead }).toFormat('yyyy-MM-dd'),
      holidayOf,
    ),
  ).flat()
const state = (now: Date) => serviceState({ now, holidayOf, servicePoint: servicePointFrom(now), facts })
const service = (text: string) => state(at(text))

const instants = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) })
  .map((milliseconds) => new Date(milliseconds))

describe('whoToCall', () => {
  it('gives 3000 in phone hours and 3100 from twelve on', () => {
    // Wednesday 25.11.2026.
    expect(call('2026-11-25T08:59:59').urgent).toMatchObject({ phone: '09 5767 3100', reason: 'onCall' })
    expect(call('2026-11-25T09:00').urgent).toMatchObject({ phone: '09 5767 3000', reason: 'phoneHours' })
    expect(call('2026-11-25T11:58').urgent).toEqual({
      phone: '09 5767 3000',
      reason: 'phoneHours',
      until: at('2026-11-25T12:00'),
    })
    expect(call('2026-11-25T11:59:59.999').urgent.reason).toBe('phoneHours')
    expect(call('2026-11-25T12:00').urgent).toEqual({
      phone: '09 5767 3100',
      reason: 'onCall',
      until: at('2026-11-26T09:00'),
    })
  })

  it('gives the on-call number at weekends, on holidays and on eves', () => {
    expect(call('2026-11-28T10:00').urgent.reason).toBe('onCall')
    expect(call('2026-11-29T10:00').urgent.reason).toBe('onCall')
    // Epiphany, a Wednesday.
    expect(call('2027-01-06T10:00').urgent).toEqual({
      phone: '09 5767 3100',
      reason: 'onCall',
      until: at('2027-01-07T09:00'),
    })
    expect(call('2026-12-24T10:00').urgent.reason).toBe('onCall')
    expect(call('2026-06-19T10:00').urgent.reason).toBe('onCall')
    expect(call('2026-12-23T10:00').urgent.reason).toBe('phoneHours')
  })

  it('says when the phone line opens next', () => {
    expect(call('2026-11-25T11:00').general).toEqual({
      phone: '09 5767 3000',
      email: null,
      open: true,
      access: 'phone',
      until: at('2026-11-25T12:00'),
      opensAt: at('2026-11-26T09:00'),
      opensWith: 'phone',
    })
    expect(call('2026-11-25T08:00').general).toMatchObject({
      open: false,
      until: null,
      opensAt: at('2026-11-25T09:00'),
    })
    expect(call('2026-11-27T12:00').general.opensAt).toEqual(at('2026-11-30T09:00'))
    // Thursday 24.12. to Monday 28.12.
    expect(call('2026-12-23T15:00').general.opensAt).toEqual(at('2026-12-28T09:00'))
  })

  it('sends residents of As Oy apartments to their own team, and urgent matters where all go', () => {
    expect(call('2026-11-25T10:00', 'asoy')).toMatchObject({
      general: { phone: '09 5767 4000', email: 'asiakaspalvelu.asoyasunnot@hekaoy.fi', open: true },
      urgent: { phone: '09 5767 3000', reason: 'phoneHours' },
      asOy: { phone: '09 5767 4000', visitsByPhoneOrEmailOnly: true, defectsBySharedTable: true },
    })
    // On Mondays the service point is closed and the team is not.
    expect(call('2026-11-23T10:00', 'asoy').general.open).toBe(true)
    expect(call('2026-11-25T10:00', 'special').asOy).toBeNull()
  })

  it('is on call exactly when it is not Monday to Friday 9–12 on an ordinary day', () => {
    fc.assert(
      fc.property(instants, (now) => {
        const local = DateTime.fromJSDate(now, { zone: HELSINKI })
        const inHours =
          local.weekday <= 5 && local.hour >= 9 && local.hour < 12 && holidayOf(helsinkiDay(now)) === null
        expect(whoToCall({ now, propertyKind: 'rental', holidayOf, facts }).urgent.reason).toBe(
          inHours ? 'phoneHours' : 'onCall',
        )
      }),
      { numRuns: 500 },
    )
  })

  it('changes the number at the moment it says, and not before', () => {
    fc.assert(
      fc.property(instants, (now) => {
        const urgent = (when: Date) =>
          whoToCall({ now: when, propertyKind: 'rental', holidayOf, facts }).urgent
        const { reason, until } = urgent(now)
        if (until === null) throw new Error('the phone line always opens again')
        expect(until.getTime()).toBeGreaterThan(now.getTime())
        expect(urgent(new Date(until.getTime() - 1)).reason).toBe(reason)
        expect(urgent(until).reason).not.toBe(reason)
      }),
    )
  })
})

describe('serviceState', () => {
  it('says how the service point is open and until when', () => {
    expect(service('2026-11-24T09:00')).toMatchObject({
      day: '2026-11-24',
      holiday: null,
      servicePoint: {
        open: true,
        access: 'walkIn',
        until: at('2026-11-24T15:00'),
        opensAt: at('2026-11-25T09:00'),
      },
    })
    expect(service('2026-11-24T15:00').servicePoint).toEqual({
      open: false,
      access: null,
      until: null,
      opensAt: at('2026-11-25T09:00'),
      opensWith: 'appointment',
    })
    expect(service('2026-11-26T12:00').servicePoint).toMatchObject({ open: true, access: 'appointment' })
    expect(service('2026-11-26T11:59').servicePoint.open).toBe(false)
  })

  it('skips closed weekdays, weekends, holidays and eves', () => {
    // Friday to Tuesday.
    expect(service('2026-11-27T10:00').servicePoint.opensAt).toEqual(at('2026-12-01T09:00'))
    // Christmas Eve is a Thursday: from Wednesday noon to Tuesday 29.12.
    expect(service('2026-12-23T12:00').servicePoint.opensAt).toEqual(at('2026-12-29T09:00'))
    // Epiphany on Wednesday 6.1.2027: from Tuesday to Thursday.
    expect(service('2027-01-05T15:00').servicePoint.opensAt).toEqual(at('2027-01-07T12:00'))
    expect(service('2027-01-06T10:00')).toMatchObject({
      holiday: 'epiphany',
      servicePoint: { open: false },
      phoneLine: { open: false },
      asOy: { open: false },
    })
  })

  it('keeps wall-clock hours over both changes of the clocks', () => {
    // From the Friday before to the Monday after: 9.00 is 7.00 UTC in winter and 6.00 UTC in summer.
    expect(service('2026-03-27T13:00').phoneLine.opensAt).toEqual(new Date('2026-03-30T06:00:00Z'))
    expect(service('2026-03-29T23:30').phoneLine.opensAt).toEqual(new Date('2026-03-30T06:00:00Z'))
    expect(service('2026-10-23T13:00').phoneLine.opensAt).toEqual(new Date('2026-10-26T07:00:00Z'))
    expect(service('2026-10-25T23:30').phoneLine.opensAt).toEqual(new Date('2026-10-26T07:00:00Z'))
    const sunday = { from: '02:00', to: '05:00', access: 'phone' } as const
    const hours = { ...facts.timetable.phoneLine, sunday: [sunday] }
    const lengthOn = (day: string) =>
      openingsOn(hours, day, () => null).map(({ from, to }) => (to.getTime() - from.getTime()) / 3_600_000)
    expect(lengthOn('2026-03-29')).toEqual([2])
    expect(lengthOn('2026-10-25')).toEqual([4])
    expect(lengthOn('2026-11-01')).toEqual([3])
  })

  it('names no opening when none comes', () => {
    expect(hoursState(facts.timetable.phoneLine, at('2026-11-25T10:00'), () => 'strike')).toEqual({
      open: false,
      access: null,
      until: null,
      opensAt: null,
      opensWith: null,
    })
  })

  it('tells the end and the next beginning in order', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom('servicePoint', 'phoneLine', 'asOy'), (now, place) => {
        const hours = state(now)[place]
        expect(hours.open).toBe(hours.until !== null)
        const opensAt = hours.opensAt?.getTime() ?? 0
        expect(opensAt).toBeGreaterThan(now.getTime())
        if (hours.until !== null) {
          expect(hours.until.getTime()).toBeGreaterThan(now.getTime())
          expect(opensAt).toBeGreaterThanOrEqual(hours.until.getTime())
        }
        expect(holidayOf(helsinkiDay(new Date(opensAt)))).toBeNull()
      }),
    )
  })
})
