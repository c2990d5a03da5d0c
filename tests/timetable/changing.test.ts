import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TimetableChange } from '#shared/contract/timetable'
import { booking, errorOf, wrongFields } from '../appointments/bookings'
import { atOnce } from '../support/atOnce'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { opening, week } from '../support/timetable'
import { at, type Counter, openCounter, tuesday, wednesday } from '../visits/counter'
import { exceptionalDay, leading, wednesdays } from './changes'

onBothEngines('the timetable', (engine) => {
  let opened: Opened<Counter>
  let counter: Counter
  beforeAll(async () => {
    opened = await openCounter(engine)
    counter = opened.value
  })
  afterAll(() => opened.cleanUp())
  const { read, save, preview, rules } = leading(() => counter.page)

  it('is the one that ships until the lead changes it', async () => {
    const shipped = await read()
    expect(shipped).toMatchObject({
      version: 1,
      weeks: [
        {
          fromOn: null,
          hours: {
            monday: [],
            tuesday: [opening('09:00', '15:00', 'walkIn')],
            wednesday: [opening('09:00', '12:00')],
            thursday: [opening('12:00', '15:00')],
            friday: [],
          },
        },
      ],
      exceptions: [],
      rules: { closedEves: ['midsummerEve', 'christmasEve'] },
    })
    expect(await counter.sql(`SELECT key FROM setting WHERE key = 'timetable'`)).toEqual([])
  })

  it('is previewed without a trace, and saved under a new version and with a record', async () => {
    const before = await read()
    const day = exceptionalDay('2026-12-09', [opening('10:00', '11:00')])
    expect(await preview(day)).toEqual([])
    expect(await read()).toEqual(before)
    const saved = await save(day)
    expect(saved.timetable).toEqual({
      ...before,
      version: 2,
      exceptions: [{ day: '2026-12-09', periods: [opening('10:00', '11:00')], note: 'Koulutus' }],
    })
    expect(await read()).toEqual(saved.timetable)
    const asked = { residentId: null, staffId: null, from: null, to: null, upTo: null, page: 0 }
    const { records } = await counter.page.audit.list(asked)
    const saves = records.filter(({ action }) => action === 'timetable.save')
    expect(saves.map(({ outcome }) => outcome)).toEqual(['done'])
    const { times } = (
      await counter.page.appointments.times({
        from: '2026-12-09',
        days: 1,
        reason: 'keys',
        team: 'service',
      })
    ).days[0]!
    expect(times.map(({ startsAt }) => startsAt)).toEqual(
      ['10:00', '10:15', '10:30', '10:45'].map((time) => at('2026-12-09', time)),
    )
    expect((await save({ kind: 'withoutDay', day: '2026-12-09' })).timetable).toEqual({
      ...before,
      version: 3,
    })
  })

  it('takes a week from a day on, in between too, and loses it again', async () => {
    const { weeks, version } = await read()
    await save(wednesdays('2026-12-16', [opening('13:00', '14:00')]))
    await save(wednesdays('2026-12-02', [opening('08:00', '09:00')]))
    const first = async (from: string) =>
      (await counter.page.appointments.times({ from, days: 1, reason: 'keys', team: 'service' })).days[0]!
        .times[0]?.startsAt
    expect(await first(wednesday)).toEqual(at(wednesday, '09:00'))
    for (const day of ['2026-12-02', '2026-12-09']) expect(await first(day)).toEqual(at(day, '08:00'))
    for (const day of ['2026-12-16', '2026-12-23']) expect(await first(day)).toEqual(at(day, '13:00'))
    expect((await read()).weeks.map(({ fromOn }) => fromOn)).toEqual([null, '2026-12-02', '2026-12-16'])
    for (const fromOn of ['2026-12-02', '2026-12-16']) await save({ kind: 'withoutWeek', fromOn })
    expect(await read()).toMatchObject({ weeks, version: version + 4 })
  })

  it('refuses by name, before and when it is saved, and stays as it was', async () => {
    await save(exceptionalDay(tuesday))
    const before = await read()
    const refused: readonly (readonly [string, TimetableChange])[] = [
      ['dayPast', exceptionalDay('2026-11-23')],
      ['dayPast', wednesdays('2026-11-23', [])],
      ['periodEndsFirst', exceptionalDay('2026-12-09', [opening('12:00', '09:00')])],
      ['periodsOverlap', wednesdays('2026-12-01', [opening('09:00', '12:00'), opening('11:00', '13:00')])],
      ['moreDesksThanThere', exceptionalDay('2026-12-09', [opening('09:00', '12:00', 'appointment', 4)])],
      ['weekNotFound', { kind: 'withoutWeek', fromOn: '2026-12-01' }],
      ['dayNotFound', { kind: 'withoutDay', day: '2026-12-01' }],
      [
        'periodsOverlap',
        await rules({
          asOyWeek: {
            ...before.rules.asOyWeek,
            monday: [
              { from: '09:00', to: '12:00' },
              { from: '10:00', to: '11:00' },
            ],
          },
        }),
      ],
    ]
    for (const [refusal, change] of refused) {
      expect(await errorOf(preview(change))).toEqual({ refusal })
      expect(await errorOf(save(change))).toEqual({ refusal })
    }
    expect(await read()).toEqual(before)
    await save({ kind: 'withoutDay', day: tuesday })
  })

  it('names the field of wrong input', async () => {
    const before = await read()
    const day = exceptionalDay('2026-12-09', [opening('09:00', '10:00')])
    const withPeriod = (change: object) => ({
      ...day,
      periods: [{ ...opening('09:00', '10:00'), ...change }],
    })
    const spoilt: readonly (readonly [string, object])[] = [
      ['change.periods.0.from', withPeriod({ from: '09:10' })],
      ['change.periods.0.from', withPeriod({ from: '9:00' })],
      ['change.periods.0.to', withPeriod({ to: '24:15' })],
      ['change.periods.0.desks', withPeriod({ desks: 0 })],
      ['change.periods.0.access', withPeriod({ access: 'phone' })],
      ['change.note', { ...day, note: '  ' }],
      ['change.note', { ...day, note: 'rivi\r\nrivi' }],
      ['change.day', { ...day, day: '2026-02-29' }],
      ['change.fromOn', { kind: 'week', fromOn: 'huomenna', hours: week() }],
      ['change.rules.minutes.keys', await rules({ minutes: { ...before.rules.minutes, keys: 20 } })],
      ['change.rules.bookableDays', await rules({ bookableDays: 0 })],
      ['change.rules.desks', await rules({ desks: 51 })],
      ['change.kind', { kind: 'everything' }],
    ]
    for (const [field, change] of spoilt) {
      const wrong = change as TimetableChange
      expect(await wrongFields(save(wrong)), JSON.stringify(change)).toEqual([field])
      expect(await wrongFields(preview(wrong))).toEqual([field])
    }
    expect(await read()).toEqual(before)
  })

  it('is saved by one of those who change the same version at once', async () => {
    const leads = [counter.page, await counter.colleague('lead'), await counter.colleague('administrator')]
    const { version } = await read()
    const calls = await atOnce(
      counter.desk.postgresUrl,
      [...leads, ...leads].map((page, index) => () => {
        const change = exceptionalDay(`2026-12-1${index}`)
        return page.timetable.save({ version, change })
      }),
    )
    expect(namesOf(calls)).toEqual([...Array(5).fill('CHANGED_MEANWHILE'), 'done'])
    const now = await read()
    expect(now.version).toBe(version + 1)
    expect(now.exceptions).toHaveLength(1)
    const late = { version, change: exceptionalDay('2026-12-20') }
    expect(await nameOf(counter.page.timetable.save(late))).toBe('CHANGED_MEANWHILE')
    expect(await nameOf(counter.page.timetable.save({ ...late, version: version + 2 }))).toBe(
      'CHANGED_MEANWHILE',
    )
    await save({ kind: 'withoutDay', day: now.exceptions[0]!.day })
  })

  it('is the lead’s and the administrator’s to change, and everybody’s to read', async () => {
    const { version } = await read()
    const change = exceptionalDay('2026-12-09')
    for (const role of ['counter', 'phone', 'asoy'] as const) {
      const page = await counter.colleague(role)
      expect(await nameOf(page.timetable.read())).toBe('done')
      expect(await nameOf(page.timetable.preview({ change }))).toBe('FORBIDDEN')
      expect(await nameOf(page.timetable.save({ version, change }))).toBe('FORBIDDEN')
    }
    const administrator = await counter.colleague('administrator')
    const asked = { day: wednesday, time: '09:00', reason: 'keys', team: 'service' } as const
    expect(await nameOf(administrator.timetable.explain(asked))).toBe('FORBIDDEN')
    expect(await nameOf(administrator.timetable.preview({ change }))).toBe('done')
    expect(await nameOf(counter.desk.page().timetable.read())).toBe('SIGN_IN_REQUIRED')
  })

  it('explains why a time is offered or not', async () => {
    await save(exceptionalDay('2026-12-16'))
    await save(exceptionalDay('2026-12-17', [opening('09:00', '10:00', 'walkIn')], 'Vain jonotus'))
    const explain = async (
      day: string,
      time: string,
      reason: 'keys' | 'lease' | 'buildingMaintenance' = 'keys',
      team: 'service' | 'asoy' = 'service',
    ) => counter.page.timetable.explain({ day, time, reason, team })
    const wednesdayHours = [opening('09:00', '12:00')]
    expect(await explain(wednesday, '09:00')).toEqual({
      why: null,
      holiday: null,
      note: null,
      periods: wednesdayHours,
      next: ['09:15', '09:30', '09:45'].map((time) => at(wednesday, time)),
    })
    const closed = { holiday: null, note: null, periods: [] }
    const open = { ...closed, periods: wednesdayHours }
    const walkIn = [opening('09:00', '15:00', 'walkIn')]
    for (const [day, time, expected] of [
      ['2026-12-24', '12:00', { ...closed, why: 'closedEve', holiday: 'christmasEve' }],
      ['2027-01-06', '09:00', { ...closed, why: 'closedHoliday', holiday: 'epiphany' }],
      ['2026-11-30', '09:00', { ...closed, why: 'closedWeekday' }],
      ['2026-12-16', '09:00', { ...closed, why: 'closedException', note: 'Koulutus' }],
      [
        '2026-12-17',
        '09:00',
        {
          ...closed,
          why: 'walkInOnly',
          note: 'Vain jonotus',
          periods: [opening('09:00', '10:00', 'walkIn')],
        },
      ],
      ['2026-12-01', '09:00', { ...closed, why: 'walkInOnly', periods: walkIn }],
      [tuesday, '09:00', { ...closed, why: 'timePast', periods: walkIn }],
      [wednesday, '08:45', { ...open, why: 'outsideHours' }],
      [wednesday, '12:00', { ...open, why: 'outsideHours' }],
      [wednesday, '09:10', { ...open, why: 'offGrid' }],
      ['2027-01-27', '09:00', { ...open, why: 'tooFarAhead' }],
    ] as const)
      expect(await explain(day, time), `${day} ${time}`).toMatchObject(expected)
    expect(await explain(wednesday, '11:45', 'lease')).toMatchObject({ ...open, why: 'tooLong' })
    // What is past is followed by what is free from now on; what is too far by nothing.
    expect((await explain('2026-11-01', '09:00')).next[0]).toEqual(at(wednesday, '09:00'))
    expect((await explain('2027-01-27', '09:00')).next).toEqual([])
    expect(await explain(wednesday, '09:00', 'buildingMaintenance')).toEqual({
      ...open,
      why: 'arrangedOtherwise',
      next: [],
    })
    expect(await explain(wednesday, '09:00', 'keys', 'asoy')).toMatchObject({
      ...open,
      why: 'publicHours',
      next: ['12:00', '12:15', '12:30'].map((time) => at(wednesday, time)),
    })
    for (let desk = 1; desk <= 3; desk += 1)
      await counter.page.appointments.book(booking({ startsAt: at(wednesday, '10:00') }))
    expect(await explain(wednesday, '10:00')).toMatchObject({ ...open, why: 'taken' })
    for (const time of ['9:00', '24:00', '09:60', '09.00', ''])
      expect(await wrongFields(explain(wednesday, time)), time).toEqual(['time'])
  })

  it('opens an eve, for a day or for good', async () => {
    const eve = '2026-12-24'
    const startsAt = at(eve, '12:00')
    const book = () => nameOf(counter.page.appointments.book(booking({ startsAt })))
    expect(await book()).toBe('closedEve')
    await save(exceptionalDay(eve, [opening('12:00', '12:15', 'appointment', 1)], 'Avoinna'))
    expect(await book()).toBe('done')
    expect(await book()).toBe('SLOT_TAKEN')
    await save({ kind: 'withoutDay', day: eve })
    expect(await book()).toBe('closedEve')
    await save(await rules({ closedEves: ['midsummerEve'] }))
    expect(await book()).toBe('done')
    // A holiday by law is opened for its day only.
    const epiphany = at('2027-01-06', '09:00')
    expect(await nameOf(counter.page.appointments.book(booking({ startsAt: epiphany })))).toBe(
      'closedHoliday',
    )
    await save(exceptionalDay('2027-01-06', [opening('09:00', '10:00')]))
    expect(await nameOf(counter.page.appointments.book(booking({ startsAt: epiphany })))).toBe('done')
  })

  it('has only as many desks as the lead says, also in the week that ships', async () => {
    const day = '2026-12-30'
    const book = (time: string, lane: number | null) =>
      nameOf(counter.page.appointments.book(booking({ startsAt: at(day, time), lane })))
    // A day with more of them has to be changed first.
    expect(await nameOf(save(await rules({ desks: 2 })))).toBe('moreDesksThanThere')
    await save({ kind: 'withoutDay', day: '2027-01-06' })
    await save({ kind: 'withoutDay', day: '2026-12-17' })
    const { timetable } = await save(await rules({ desks: 2 }))
    expect(timetable.weeks[0]!.hours.wednesday).toEqual([opening('09:00', '12:00', 'appointment', 2)])
    expect(await book('09:00', 3)).toBe('outsideHours')
    for (const outcome of ['done', 'done', 'SLOT_TAKEN']) expect(await book('09:00', null)).toBe(outcome)
  })

  it('is the one that ships when what is kept makes no sense', async () => {
    await counter.sql(`UPDATE setting SET value = '{"version":7}' WHERE key = 'timetable'`)
    expect(await read()).toMatchObject({ version: 1, exceptions: [], rules: { desks: 3 } })
    expect((await save(exceptionalDay('2026-12-09'))).timetable.version).toBe(2)
  })
})
