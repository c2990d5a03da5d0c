import type { Weekday } from './facts'
import type { EveClosure } from './holidayNames'
import type { LocalDay } from './localDay'
import type { VisitReason } from './visitReasons'

/**
 * The grid of appointments, minutes: every appointment begins on it and is a whole number of steps long. A step of one
 * desk's time is one row with a unique index, so this cannot be a setting (docs/decisions).
 */
export const slotMinutes = 15

/** How one is served at the service point in a period. */
export const visitAccess = ['walkIn', 'appointment'] as const
export type VisitAccess = (typeof visitAccess)[number]

/** Open from `from` until just before `to`, 'HH:mm' on the wall clock in Helsinki, on the quarter hour, with so many desks. */
export interface ServicePeriod {
  readonly from: string
  readonly to: string
  readonly access: VisitAccess
  /** Desks that serve in this period, 1 or more: desks 1 … `desks`. */
  readonly desks: number
}

export type ServiceWeek = Readonly<Record<Weekday, readonly ServicePeriod[]>>

/** The week that holds from a day on, until the next one begins. `fromOn` is null for the week that ships. */
export interface DatedWeek {
  readonly fromOn: LocalDay | null
  readonly hours: ServiceWeek
}

/** A day unlike its weekday: closed (no periods) or with hours of its own, also on a holiday or an eve. */
export interface ExceptionalDay {
  readonly day: LocalDay
  readonly periods: readonly ServicePeriod[]
  /** Why, in the lead's words; shown to staff. */
  readonly note: string
}

/** When the As Oy team receives its own residents; what falls in the service point's public hours does not count. */
export interface AsOyPeriod {
  readonly from: string
  readonly to: string
}
export type AsOyWeek = Readonly<Record<Weekday, readonly AsOyPeriod[]>>

/** The lead's choices about visits. */
export interface VisitRules {
  /** Length of an appointment by reason, minutes; a multiple of `slotMinutes`. */
  readonly minutes: Readonly<Record<VisitReason, number>>
  /** The eves on which the service point is closed; they are no public holidays by law. */
  readonly closedEves: readonly EveClosure[]
  /** How far ahead appointments are given, days from today. */
  readonly bookableDays: number
  /** Service desks there are at the service point, numbered from 1. */
  readonly desks: number
  /** A reminder goes out so many hours before the visit; 0 for none. */
  readonly reminderHours: number
  readonly asOyWeek: AsOyWeek
}

/** Everything that says when visits can be made. */
export interface VisitTimetable {
  /** In the order of `fromOn`, the shipped week first. */
  readonly weeks: readonly DatedWeek[]
  readonly exceptions: readonly ExceptionalDay[]
  readonly rules: VisitRules
}

/** Whose visits: customer service's at the service point, or the As Oy team's own. */
export const visitTeams = ['service', 'asoy'] as const
export type VisitTeam = (typeof visitTeams)[number]

/** The lane of the As Oy team's visits, which no service desk has. */
export const asOyLane = 0
