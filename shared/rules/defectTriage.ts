import type { DefectKind, DefectUrgency } from './defectKinds'
import { helsinkiDay } from './localDay'
import { assertNever } from './result'
import { type Deadline, dueAfter, type WorkingWorld } from './workingHours'

/**
 * Water leaks, drain blockages and electrical defects need immediate attention (003_6520488e57b6da1e.txt); defects in the
 * cleaning go to the cleaners (001_d06e02930518563b.txt); everything else is minor.
 */
export const urgencies: Readonly<Record<DefectKind, DefectUrgency>> = {
  waterLeak: 'urgent',
  blockedDrain: 'urgent',
  electrical: 'urgent',
  heating: 'minor',
  tapOrToilet: 'minor',
  ventilation: 'minor',
  appliance: 'minor',
  lockOrDoor: 'minor',
  window: 'minor',
  lift: 'minor',
  laundryOrSauna: 'minor',
  yard: 'minor',
  pests: 'minor',
  cleaning: 'cleaning',
  other: 'minor',
}

/** So long after it was reported an urgent defect that nobody has begun with is late, as shipped. Unsourced: the source says at once. */
export const shippedUrgentMinutes = 60
/** Between these it can be set. */
export const leastUrgentMinutes = 5
export const mostUrgentMinutes = 480

/** What decides how soon a defect is looked at; `urgentMinutes` is the lead's to set. */
export interface TriageWorld extends WorkingWorld {
  readonly urgentMinutes: number
}

export interface Triage extends Deadline {
  readonly urgency: DefectUrgency
}

/**
 * How soon a defect is looked at. An urgent one at once, at every hour. A minor one within three weekdays
 * (001_d06e02930518563b.txt), and one that comes outside office hours is counted from the next working day
 * (003_6520488e57b6da1e.txt); holidays and closed days are skipped, and named.
 */
export function triage(kind: DefectKind, reportedAt: Date, world: TriageWorld): Triage {
  const urgency = urgencies[kind]
  switch (urgency) {
    case 'urgent':
      return {
        urgency,
        startsOn: helsinkiDay(reportedAt),
        dueAt: new Date(reportedAt.getTime() + world.urgentMinutes * 60_000),
        because: [],
      }
    case 'minor':
      return { urgency, ...dueAfter('minorDefect', reportedAt, world) }
    case 'cleaning':
      return { urgency, ...dueAfter('cleaning', reportedAt, world) }
    default:
      return assertNever(urgency)
  }
}
