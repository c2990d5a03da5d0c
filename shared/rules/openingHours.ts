import { DateTime } from 'luxon'
import type { Access, Facts, WeeklyHours } from './facts'
import { HELSINKI, helsinkiDay, type LocalDay } from './localDay'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** Says which holiday or eve closes a day, by the name that the page translates; null for an ordinary day. */
export type HolidayOf = (day: LocalDay) => string | null

/** A period on the calendar: open from `from` until just before `to`. */
export interface Opening {
  readonly from: Date
  readonly to: Date
  readonly access: Access
}

/** Whether a place is open, and when that changes. */
export interface HoursState {
  readonly open: boolean
  /** How one is served now; null when closed. */
  readonly access: Access | null
  /** When it closes; null when closed. */
  readonly until: Date | null
  /** The next time it opens: after this opening when it is open now. Null when it does not open in 60 days. */
  readonly opensAt: Date | null
  readonly opensWith: Access | null
}

/** The instant of a wall-clock time on a Helsinki day, also on the days when clocks change. */
const instantOf = (day: LocalDay, time: string) =>
  DateTime.fromISO(`${day}T${time}`, { zone: HELSINKI }).toJSDate()

/** The openings of one day, in order; none on a day that a holiday or an eve closes. */
export function openingsOn(hours: WeeklyHours, day: LocalDay, holidayOf: HolidayOf): readonly Opening[] {
  if (holidayOf(day) !== null) return []
  const weekday = weekdays[DateTime.fromISO(day, { zone: 'utc' }).weekday - 1]
  return (weekday === undefined ? [] : hours[weekday]).map(({ from, to, access }) => ({
    from: instantOf(day, from),
    to: instantOf(day, to),
    access,
  }))
}

const horizonDays = 60

/** Whether hours are open at an instant, until when, and when they open next. The closing minute is closed. */
export function hoursState(hours: WeeklyHours, now: Date, holidayOf: HolidayOf): HoursState {
  const today = DateTime.fromISO(helsinkiDay(now), { zone: 'utc' })
  let current: Opening | undefined
  for (let ahead = 0; ahead <= horizonDays; ahead += 1) {
    for (const opening of openingsOn(hours, today.plus({ days: ahead }).toFormat('yyyy-MM-dd'), holidayOf)) {
      if (opening.from > now) return stateOf(current, opening)
      if (now < opening.to) current = opening
    }
  }
  return stateOf(current, undefined)
}

/** The same of openings that are known one by one, in order, as the service point's are: its timetable is the lead's. */
export function stateAmong(openings: readonly Opening[], now: Date): HoursState {
  return stateOf(
    openings.find(({ from, to }) => from <= now && now < to),
    openings.find(({ from }) => from > now),
  )
}

const stateOf = (current: Opening | undefined, next: Opening | undefined): HoursState => ({
  open: current !== undefined,
  access: current?.access ?? null,
  until: current?.to ?? null,
  opensAt: next?.from ?? null,
  opensWith: next?.access ?? null,
})

/** What the header shows: the service point and the phone lines now, and what closes the day. */
export interface ServiceState {
  readonly day: LocalDay
  readonly holiday: string | null
  readonly servicePoint: HoursState
  readonly phoneLine: HoursState
  readonly asOy: HoursState
}

/**
 * The state of every place at an instant (003_6520488e57b6da1e.txt; holidays and eves close the lines). `servicePoint` are
 * the service point's openings from today on, in order, by the timetable that the lead keeps.
 */
export function serviceState(input: {
  readonly now: Date
  readonly holidayOf: HolidayOf
  readonly servicePoint: readonly Opening[]
  readonly facts: Facts
}): ServiceState {
  const { now, holidayOf, servicePoint, facts } = input
  const day = helsinkiDay(now)
  return {
    day,
    holiday: holidayOf(day),
    servicePoint: stateAmong(servicePoint, now),
    phoneLine: hoursState(facts.timetable.phoneLine, now, holidayOf),
    asOy: hoursState(facts.timetable.asOy, now, holidayOf),
  }
}

/** Whom a resident calls or writes to at an instant. */
export interface WhoToCall {
  /** The customer service of this resident, for everything that can wait for its hours. */
  readonly general: HoursState & { readonly phone: string; readonly email: string | null }
  /** Urgent defects and door openings; `until` is when the number changes. */
  readonly urgent: {
    readonly phone: string
    readonly reason: 'phoneHours' | 'onCall'
    readonly until: Date | null
  }
  /** The As Oy team when the home is an As Oy apartment, otherwise null. */
  readonly asOy: {
    readonly phone: string
    readonly email: string
    /** Visits are arranged with the team by phone or e-mail, never in the calendar. */
    readonly visitsByPhoneOrEmailOnly: true
    /** Its maintenance is the housing company's: who repairs what is in the table that the As Oy lead keeps. */
    readonly defectsBySharedTable: true
  } | null
}

/**
 * Whom to call now. Urgent defects and door openings: 09 5767 3000 in phone hours (Mon–Fri 9–12), otherwise the
 * on-call number 09 5767 3100, also on holidays and eves that close the phone line. General matters: the phone
 * line, or the As Oy team for As Oy apartments (003_6520488e57b6da1e.txt, which gives the urgent numbers to all
 * residents alike).
 */
export function whoToCall(input: {
  readonly now: Date
  readonly propertyKind: 'rental' | 'special' | 'asoy'
  readonly holidayOf: HolidayOf
  readonly facts: Facts
}): WhoToCall {
  const { now, propertyKind, holidayOf, facts } = input
  const { phoneLine, onCall, asOy } = facts.contactPoints
  const line = hoursState(facts.timetable.phoneLine, now, holidayOf)
  const urgent = line.open
    ? ({ phone: phoneLine.phone, reason: 'phoneHours', until: line.until } as const)
    : ({ phone: onCall.phone, reason: 'onCall', until: line.opensAt } as const)
  if (propertyKind !== 'asoy') {
    return { general: { ...line, phone: phoneLine.phone, email: null }, urgent, asOy: null }
  }
  return {
    general: { ...hoursState(facts.timetable.asOy, now, holidayOf), ...asOy },
    urgent,
    asOy: { ...asOy, visitsByPhoneOrEmailOnly: true, defectsBySharedTable: true },
  }
}
