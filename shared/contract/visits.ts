import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { arrivalStandings } from '../rules/arrival'
import { becauseNext } from '../rules/callNext'
import { residentMarks } from '../rules/residentMarks'
import { visitReasons } from '../rules/visitReasons'
import { visitStates } from '../rules/visitStates'
import { visitAccess, visitTeams } from '../rules/visitTimetable'
import {
  base,
  counterRoles,
  id,
  languages,
  line,
  localDay,
  paragraph,
  refusals,
  servingRoles,
  version,
} from './base'

/** Who comes that the register does not know. */
export const visitPersonKinds = ['applicant', 'grantee', 'estate', 'other'] as const
/** How a visit ended. */
export const visitOutcomes = ['done', 'continues', 'referred', 'notDone'] as const

/** A visit, from the booking or the queue number to its outcome. */
export const visit = z.object({
  id,
  version,
  kind: z.enum(['appointment', 'walkIn']),
  team: z.enum(visitTeams),
  state: z.enum(visitStates),
  residentId: id.nullable(),
  /** What a visitor who is not in the register is; null for a resident. */
  personKind: z.enum(visitPersonKinds).nullable(),
  /** Empty for a walk-in who gave no name. */
  name: z.string(),
  /** The marks of a resident that matter: non-disclosure, minor, lease ended … */
  marks: z.array(z.enum(residentMarks)),
  reason: z.enum(visitReasons),
  language: z.enum(languages),
  additionalInformation: z.string(),
  /** Null under non-disclosure, or when there is none. */
  phone: z.string().nullable(),
  email: z.string().nullable(),
  contactsHidden: z.boolean(),
  /** The day of the visit in Helsinki. */
  day: localDay,
  startsAt: z.date().nullable(),
  endsAt: z.date().nullable(),
  /** The desk whose time is booked; 0 for the As Oy team; null for a walk-in. */
  lane: z.int().nullable(),
  /** What the customer can quote, such as K7QM-2XRT-9DPV; null for a walk-in. */
  reference: z.string().nullable(),
  /** The number on the board, such as A12; null before check-in. */
  number: z.string().nullable(),
  bookedAt: z.date(),
  bookedBy: z.string(),
  arrivedAt: z.date().nullable(),
  /** Called the last time, how often, and where to. */
  calledAt: z.date().nullable(),
  timesCalled: z.int(),
  deskNo: z.int().nullable(),
  calledBy: z.string().nullable(),
  /** The desk that a transferred visit waits for. */
  transferredToDesk: z.int().nullable(),
  /** What was said to whoever gets it when it was handed over the last time; null for nothing. */
  transferNote: z.string().nullable(),
  finishedAt: z.date().nullable(),
  outcome: z.enum(visitOutcomes).nullable(),
  note: z.string().nullable(),
})
export type VisitView = z.infer<typeof visit>

const desk = z.object({
  deskNo: z.int(),
  /** Who has taken it; null when it is free. */
  staffId: id.nullable(),
  staffName: z.string().nullable(),
  takenAt: z.date().nullable(),
  /** The visit that is at it. */
  visitId: id.nullable(),
  number: z.string().nullable(),
})
export type ServiceDesk = z.infer<typeof desk>

const walkIns = z.object({
  /** Whether numbers are given now. */
  now: z.boolean(),
  /** Until when, or null. */
  until: z.date().nullable(),
  /** When they are given next, or null when not in the coming two months. */
  next: z.object({ from: z.date(), to: z.date() }).nullable(),
})

const figures = z.object({
  booked: z.int(),
  waiting: z.int(),
  /** Since when the one who has waited longest has been waiting; null when nobody is. */
  longestWaitingSince: z.date().nullable(),
  parked: z.int(),
  called: z.int(),
  finished: z.int(),
  noShows: z.int(),
})

const dayView = z.object({
  day: localDay,
  /** The program's clock. */
  now: z.date(),
  walkIns,
  /** How the service point is open now; null when closed. */
  access: z.enum(visitAccess).nullable(),
  figures,
  desks: z.array(desk),
  /** The desk that the person who asks has taken. */
  myDesk: z.int().nullable(),
  visits: z.array(visit),
})
export type VisitDay = z.infer<typeof dayView>

const found = z.object({
  visit,
  standing: z.enum(arrivalStandings),
  /** Minutes early or late, for those two. */
  minutes: z.int().nullable(),
})

const one = z.object({ residentId: id.nullable(), visit })
const which = { id, version }
const audit = { subjectKind: 'resident', subject: 'residentId' } as const
const counter = base.meta({ command: true, roles: counterRoles, audit })
const stateRefusals = ['notPossibleNow'] as const
const deskRefusals = ['noDesk', 'stillServing'] as const

export const visits = {
  /** A day's visits, desks and figures, for reception and for those who serve. */
  day: base
    .meta({ roles: servingRoles })
    .input(z.object({ day: localDay.nullable() }))
    .output(dayView),
  /**
   * Who stands at the reception: booked visits by name, personal identity code, time ('9.30') or reference, each with
   * whether they are early, late or on the wrong day; and residents by the same words who have nothing booked.
   */
  find: base
    .meta({ roles: servingRoles })
    .input(z.object({ text: line(100) }))
    .output(
      z.object({
        found: z.array(found),
        notBooked: z.array(
          z.object({
            residentId: id,
            name: z.string(),
            birthDate: localDay.nullable(),
            home: z.string().nullable(),
          }),
        ),
        walkIns,
      }),
    ),
  /** Notes that a booked visitor has come, and gives them their number. */
  checkIn: counter
    .errors(refusals(...stateRefusals, 'wrongDay'))
    .input(z.object(which))
    .output(one),
  /** Takes a check-in back that was a mistake. */
  undoCheckIn: counter
    .errors(refusals(...stateRefusals))
    .input(z.object(which))
    .output(one),
  /** Gives a walk-in a number. Refused outside the hours of walk-ins; `visits.day` says when they may come. */
  giveNumber: base
    .meta({ command: true, roles: counterRoles, audit: { ...audit, keep: ['reason'] } })
    .errors(refusals('notWalkInTime', 'personOrResident'))
    .input(
      z.object({
        residentId: id.nullable(),
        person: z.object({ kind: z.enum(visitPersonKinds), name: line(120) }).nullable(),
        reason: z.enum(visitReasons),
        language: z.enum(languages),
        additionalInformation: paragraph(2000),
      }),
    )
    .output(one),
  /** Takes a service desk. One that somebody else has is taken over only with `takeOver`. */
  takeDesk: base
    .meta({ command: true, roles: counterRoles, audit: { keep: ['deskNo', 'takeOver'] } })
    .errors(refusals('noSuchDesk', 'deskTaken', 'stillServing'))
    .input(z.object({ deskNo: z.int().min(1).max(50), takeOver: z.boolean() }))
    .output(z.object({ deskNo: z.int() })),
  /** Leaves the service desk. */
  leaveDesk: base
    .meta({ command: true, roles: counterRoles, audit: {} })
    .errors(refusals(...deskRefusals))
    .output(z.object({ deskNo: z.null() })),
  /** Calls the one whose turn it is, and says by which part of the rule; null when nobody waits. */
  callNext: base
    .meta({ command: true, roles: counterRoles, audit })
    .errors(refusals(...deskRefusals))
    .output(
      z.object({
        residentId: id.nullable(),
        visit: visit.nullable(),
        because: z.enum(becauseNext).nullable(),
      }),
    ),
  /** Calls one who waits or is parked, out of turn. */
  call: counter
    .errors(refusals(...stateRefusals, ...deskRefusals))
    .input(z.object(which))
    .output(one),
  /** Calls again the one who has been called and has not come. */
  recall: counter
    .errors(refusals(...stateRefusals))
    .input(z.object(which))
    .output(one),
  /** Puts the visit aside; it is taken up again with `call`. */
  park: counter
    .errors(refusals(...stateRefusals))
    .input(z.object(which))
    .output(one),
  /** Hands the visit over to another desk, or back to the queue with another reason. */
  transfer: counter
    .errors(refusals(...stateRefusals, 'noSuchDesk', 'sameDesk', 'nothingToTransfer'))
    .input(
      z.object({
        ...which,
        toDesk: z.int().min(1).max(50).nullable(),
        reason: z.enum(visitReasons).nullable(),
        note: paragraph(2000),
      }),
    )
    .output(one),
  /** Notes that the visitor did not come, or did not answer when called. */
  noShow: base
    .meta({ command: true, roles: servingRoles, audit })
    .errors(refusals(...stateRefusals, 'notYetDue', 'asOyTeamBooks', 'customerServiceBooks'))
    .input(z.object(which))
    .output(one),
  /** Ends the visit with its outcome. */
  finish: base
    .meta({ command: true, roles: counterRoles, audit: { ...audit, keep: ['outcome'] } })
    .errors(refusals(...stateRefusals))
    .input(z.object({ ...which, outcome: z.enum(visitOutcomes), note: paragraph(2000) }))
    .output(one),
  /** The paper slip with the queue number, as a PDF in base64. No name is on it. */
  numberSlip: base
    .meta({ roles: counterRoles, audit })
    .errors(refusals('noNumber'))
    .input(z.object({ id }))
    .output(z.object({ residentId: id.nullable(), pdfBase64: z.string() })),
  /** What the waiting room's board shows, at once and after every change. Numbers and desks, and nothing of a person. */
  board: base.meta({ roles: 'public' }).output(
    eventIterator(
      z.object({
        /** The latest called first, at most eight, those who are still called. */
        called: z.array(z.object({ number: z.string(), deskNo: z.int(), at: z.date(), times: z.int() })),
        waiting: z.int(),
        now: z.date(),
      }),
    ),
  ),
}
