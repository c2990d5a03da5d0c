import * as z from 'zod'
import { whyNotOffered } from '../rules/slots'
import { arrangedOtherwise, visitReasons } from '../rules/visitReasons'
import { visitAccess, visitTeams } from '../rules/visitTimetable'
import {
  base,
  id,
  languages,
  line,
  localDay,
  moment,
  paragraph,
  refusals,
  servingRoles,
  version,
} from './base'
import { visit, visitPersonKinds } from './visits'

/** Why a day has no appointments. */
export const closedBecause = ['weekday', 'holiday', 'eve', 'exception', 'walkInOnly'] as const

const dayHours = {
  day: localDay,
  closedBecause: z.enum(closedBecause).nullable(),
  /** The holiday or eve by its name. */
  holiday: z.string().nullable(),
  /** The lead's note of an exceptional day. */
  note: z.string().nullable(),
  periods: z.array(z.object({ from: z.date(), to: z.date(), access: z.enum(visitAccess), desks: z.int() })),
}

const offeredTime = z.object({
  startsAt: z.date(),
  endsAt: z.date(),
  /** Desks that are free for all of it; 0 when it is not offered. */
  free: z.int(),
  /** Why it is not offered; null when it is. */
  why: z.enum(whyNotOffered).nullable(),
})

/** Every refusal of a time, in the order in which they are looked for. */
const timeRefusals = whyNotOffered

const whoseRefusals = [
  'asOyTeamBooks',
  'customerServiceBooks',
  'maintenanceArrangesByPhone',
  'housingSupportArrangesByPhone',
] as const

/** Somebody else took the time first: who of the staff, when, and what is free next. */
const slotTaken = {
  SLOT_TAKEN: {
    status: 409,
    data: z.object({ takenBy: z.string().nullable(), takenAt: z.date().nullable(), next: z.array(z.date()) }),
  },
} as const

const contactInput = {
  phone: line(40).nullable(),
  email: line(254).nullable(),
  language: z.enum(languages),
  additionalInformation: paragraph(2000),
}

const historyEvent = z.object({
  at: z.date(),
  by: z.string(),
  what: z.enum([
    'booked',
    'moved',
    'cancelled',
    'changed',
    'arrived',
    'arrivalUndone',
    'called',
    'recalled',
    'parked',
    'transferred',
    'deskVanished',
    'noShow',
    'finished',
  ]),
  /** What it was before and is now, where there is such a thing: times, desks, reasons, who cancelled. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})

const messageState = z.object({
  id,
  kind: z.string(),
  state: z.string(),
  problem: z.string().nullable(),
  at: z.date(),
})

const appointmentPage = z.object({
  residentId: id.nullable(),
  visit,
  history: z.array(historyEvent),
  messages: z.array(messageState),
  /** Whether mail can go out at all: an SMTP server is set. */
  mailConfigured: z.boolean(),
})
export type AppointmentPage = z.infer<typeof appointmentPage>

const visitOutput = z.object({ residentId: id.nullable(), visit })
const audited = { subjectKind: 'resident', subject: 'residentId' } as const

export const appointments = {
  /** The times of some days for a reason, each offered or with why it is not. */
  times: base
    .meta({ roles: servingRoles })
    .input(
      z.object({
        from: localDay,
        days: z.int().min(1).max(14),
        reason: z.enum(visitReasons),
        team: z.enum(visitTeams),
      }),
    )
    .output(z.object({ days: z.array(z.object({ ...dayHours, times: z.array(offeredTime) })) })),
  /** The next free times for a reason after a moment (or from now), the earliest first. */
  next: base
    .meta({ roles: servingRoles })
    .input(
      z.object({
        reason: z.enum(visitReasons),
        team: z.enum(visitTeams),
        after: moment.nullable(),
        limit: z.int().min(1).max(20),
      }),
    )
    .output(z.object({ times: z.array(z.object({ startsAt: z.date(), endsAt: z.date() })) })),
  /** Whose visits a resident's are, by the home: customer service's, or the As Oy team's. */
  teamOf: base
    .meta({ roles: servingRoles })
    .input(z.object({ residentId: id }))
    .output(z.object({ team: z.enum(visitTeams) })),
  /**
   * Books a visit for a resident, or for somebody who is not in the register (`person`). `lane` is the desk, or null
   * for any that is free. The confirmation is written into the outbox with it when there is an e-mail address.
   */
  book: base
    .meta({ command: true, roles: servingRoles, audit: { ...audited, keep: ['reason', 'team'] } })
    .errors({
      ...refusals(
        ...timeRefusals,
        ...whoseRefusals,
        'phoneInvalid',
        'emailInvalid',
        'nameRequired',
        'personOrResident',
        'residentDied',
      ),
      ...slotTaken,
    })
    .input(
      z.object({
        residentId: id.nullable(),
        person: z.object({ kind: z.enum(visitPersonKinds), name: line(120) }).nullable(),
        team: z.enum(visitTeams),
        reason: z.enum([...visitReasons, ...arrangedOtherwise]),
        startsAt: moment,
        lane: z.int().min(0).max(50).nullable(),
        ...contactInput,
      }),
    )
    .output(visitOutput),
  /** One visit with its history and the messages about it. */
  read: base.meta({ roles: servingRoles, audit: audited }).input(z.object({ id })).output(appointmentPage),
  /** Changes what was said of a booked visit, but not its time; what is absent stays. */
  change: base
    .meta({ command: true, roles: servingRoles, audit: audited })
    .errors(refusals('phoneInvalid', 'emailInvalid', 'notBooked', ...whoseRefusals))
    .input(z.object({ id, version, ...z.object(contactInput).partial().shape }))
    .output(visitOutput),
  /** Moves a booked visit to another time or desk. The message and the calendar entry follow. */
  move: base
    .meta({ command: true, roles: servingRoles, audit: audited })
    .errors({ ...refusals(...timeRefusals, ...whoseRefusals, 'notBooked', 'sameTime'), ...slotTaken })
    .input(z.object({ id, version, startsAt: moment, lane: z.int().min(0).max(50).nullable() }))
    .output(visitOutput),
  /** Cancels a booked visit, on whose word. */
  cancel: base
    .meta({ command: true, roles: servingRoles, audit: { ...audited, keep: ['by'] } })
    .errors(refusals('notBooked', ...whoseRefusals))
    .input(z.object({ id, version, by: z.enum(['customer', 'heka']) }))
    .output(visitOutput),
  /** A resident's visits: those to come first, then the latest past ones. */
  ofResident: base
    .meta({ roles: servingRoles })
    .input(z.object({ residentId: id }))
    .output(z.object({ visits: z.array(visit) })),
  /** The calendar of some days: hours, and every visit that has a time. */
  calendar: base
    .meta({ roles: servingRoles })
    .input(z.object({ from: localDay, days: z.int().min(1).max(14) }))
    .output(
      z.object({
        days: z.array(z.object(dayHours)),
        /** Service desks there are. */
        desks: z.int(),
        visits: z.array(visit),
      }),
    ),
  /** The paper slip of a booked visit, in its language, as a PDF in base64. */
  slip: base
    .meta({ roles: servingRoles, audit: audited })
    .input(z.object({ id }))
    .output(z.object({ residentId: id.nullable(), pdfBase64: z.string() })),
}
