import * as z from 'zod'
import { leastUrgentMinutes, mostUrgentMinutes } from '../rules/defectTriage'
import { mailProblems, messageStates } from '../rules/outbox'
import { mostQuestions } from '../rules/recognising'
import { fewestQuestions } from '../rules/requestKinds'
import { deadlineKinds, deadlineReasons } from '../rules/workingHours'
import {
  base,
  id,
  line,
  localDay,
  paragraph,
  type Role,
  refusals,
  requiredLine,
  roles,
  servingRoles,
  version,
} from './base'

/** A team is everyone who has the role of its name. */
export const taskTeams = servingRoles
export type TaskTeam = (typeof taskTeams)[number] & Role

/** What somebody has to do. `asOy`: a resident of an As Oy apartment who was handed over to that team. */
export const taskKinds = ['callBack', 'message', 'buildingManager', 'leaseControl', 'asOy'] as const
export type TaskKind = (typeof taskKinds)[number]

/** `waiting`: for somebody else; it stays its owner's. */
export const taskStates = ['open', 'waiting', 'done', 'cancelled'] as const
export type TaskState = (typeof taskStates)[number]

export const waitsFors = ['buildingManager', 'leaseControl', 'maintenance', 'customer', 'other'] as const
export type WaitsFor = (typeof waitsFors)[number]

export const taskEvents = [
  'made',
  'given',
  'waits',
  'goesOn',
  'noted',
  'done',
  'cancelled',
  'reopened',
  'sent',
] as const
export type TaskEventWhat = (typeof taskEvents)[number]

/** A named reason of a deadline; `day` that does not count, `name` of the holiday or eve or the lead's note, `amount` of hours or days. */
export const deadlineReason = z.object({
  why: z.enum(deadlineReasons),
  day: localDay.nullable(),
  name: z.string().nullable(),
  amount: z.int().nullable(),
})
export const deadline = z.object({ startsOn: localDay, dueAt: z.date(), because: z.array(deadlineReason) })

/** Exactly one: a person, or a team. */
const owner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), staffId: id }),
  z.object({ kind: z.literal('team'), team: z.enum(taskTeams) }),
])
export type TaskOwner = z.infer<typeof owner>

/** What a new task says. `owner` null: whoever makes it. Its deadline is the desk's. */
export const taskInput = z.object({
  kind: z.enum(['callBack', 'message', 'leaseControl']),
  subject: line(120),
  body: paragraph(4000),
  owner: owner.nullable(),
})

const summary = z.object({
  id,
  version,
  kind: z.enum(taskKinds),
  state: z.enum(taskStates),
  subject: z.string(),
  residentId: id.nullable(),
  /** The resident's name; empty without one. */
  residentName: z.string(),
  owner,
  ownerName: z.string(),
  waitsFor: z.enum(waitsFors).nullable(),
  ...deadline.omit({ startsOn: true }).shape,
  /** Open or waiting, and its time is past. */
  late: z.boolean(),
  madeAt: z.date(),
  madeBy: z.string(),
})
export type TaskSummary = z.infer<typeof summary>

const page = summary.extend({
  body: z.string(),
  /** Of an As Oy resident: the number that calls are transferred to. */
  transferTo: z.string().nullable(),
  leaseNo: z.string().nullable(),
  callId: id.nullable(),
  defectId: id.nullable(),
  doorOpeningId: id.nullable(),
  /** The e-mail to whoever it was handed off to; null when there is none. `noAddress`: the register has none. */
  message: z
    .object({
      id: id.nullable(),
      state: z.enum([...messageStates, 'noAddress']),
      problem: z.enum(mailProblems).nullable(),
      /** Nothing is on its way, and the register has an address: `handOff` sends it. */
      sendable: z.boolean(),
      /** Whether a mail server is set; without one it waits in the outbox. */
      mailConfigured: z.boolean(),
    })
    .nullable(),
  ended: z.object({ at: z.date(), by: z.string(), note: z.string() }).nullable(),
  events: z.array(
    z.object({
      at: z.date(),
      by: z.string(),
      what: z.enum(taskEvents),
      detail: z.record(z.string(), z.json()),
    }),
  ),
})
export type TaskPage = z.infer<typeof page>

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const periods = z.array(z.object({ from: time, to: time })).max(5)
const week = z.object(
  Object.fromEntries(weekdays.map((day) => [day, periods])) as Record<
    (typeof weekdays)[number],
    typeof periods
  >,
)
const rule = z.object({ unit: z.enum(['hours', 'days']), amount: z.int().min(0).max(60) })

/** When the office works, how long each kind may take, and what recognises a caller: the office's own choices. `version` grows with every change; 0 as shipped. */
export const taskSettings = z.object({
  version,
  week,
  deadlines: z.object(
    Object.fromEntries(deadlineKinds.map((kind) => [kind, rule])) as Record<
      (typeof deadlineKinds)[number],
      typeof rule
    >,
  ),
  /** So long after it was reported an urgent defect that nobody has begun with is late. */
  urgentMinutes: z.int().min(leastUrgentMinutes).max(mostUrgentMinutes),
  /** What recognises a caller by phone: so many right answers, and so many wrong ones at which nobody is any more. */
  caller: z.object({
    right: z.int().min(fewestQuestions).max(mostQuestions),
    wrong: z.int().min(1).max(mostQuestions),
  }),
})
export type TaskSettings = z.infer<typeof taskSettings>

const resident = { subjectKind: 'resident', subject: 'residentId' } as const
const read = { roles: servingRoles, audit: resident }
const acts = { command: true, roles: servingRoles, audit: resident }
const which = { id, version }
const answered = z.object({ residentId: id.nullable(), task: page })
export const taskLists = ['mine', 'team', 'late', 'waiting', 'all', 'over'] as const

/** Tasks: what was handed off, each with one owner and a deadline that says why. */
export const tasks = {
  /**
   * Tasks, the first due first; those that are over, the latest first. `team`: of a team of whoever asks, without an owner of their
   * own; `late` and `waiting`: theirs and their teams', of the lead everybody's. `alerts`: how many are late in working time, otherwise 0.
   */
  list: base
    .meta({ roles: servingRoles })
    .input(
      z.object({
        show: z.enum(taskLists),
        team: z.enum(taskTeams).nullable(),
        page: z.int().min(0).max(100_000),
      }),
    )
    .output(
      z.object({
        now: z.date(),
        tasks: z.array(summary),
        total: z.int(),
        counts: z.object({ mine: z.int(), team: z.int(), late: z.int(), waiting: z.int() }),
        alerts: z.int(),
        workingTime: z.boolean(),
      }),
    ),
  /** A resident's tasks, the newest first. */
  ofResident: base
    .meta(read)
    .input(z.object({ residentId: id }))
    .output(z.object({ residentId: id, tasks: z.array(summary) })),
  read: base.meta(read).input(z.object({ id })).output(answered),
  /** Who can have a task: everyone who serves, by name. */
  owners: base
    .meta({ roles: servingRoles })
    .output(
      z.array(z.object({ staffId: id, name: z.string(), roles: z.array(z.enum(roles)), me: z.boolean() })),
    ),
  /** When something of a kind that is made now would be due, and why. */
  due: base
    .meta({ roles: servingRoles })
    .input(z.object({ kind: z.enum(deadlineKinds) }))
    .output(deadline),
  /** Makes a task. */
  make: base
    .meta({ ...acts, audit: { ...resident, keep: ['kind'] } })
    .errors(refusals('subjectRequired', 'ownerUnknown', 'notTheirLease'))
    .input(
      taskInput.extend({
        residentId: id.nullable(),
        leaseNo: line(40).nullable(),
        callId: id.nullable(),
      }),
    )
    .output(answered),
  /**
   * Hands a matter off to the building manager of a resident's home: an e-mail with the context goes into the outbox, and the task
   * waits for them. Without an address it waits too, and says so; the message goes when the register has
   * one, by itself at the import or by `handOff`. Under non-disclosure the e-mail says only where to look.
   */
  toManager: base
    .meta(acts)
    .errors(refusals('subjectRequired', 'notTheirLease', 'ownerUnknown'))
    .input(
      z.object({
        residentId: id,
        leaseNo: line(40),
        subject: line(120),
        body: paragraph(4000),
        callId: id.nullable(),
        owner: owner.nullable(),
      }),
    )
    .output(answered),
  /** Gives a task to a person or a team; taking one is giving it to oneself. */
  give: base
    .meta(acts)
    .errors(refusals('taskOver', 'ownerUnknown', 'sameOwner'))
    .input(z.object({ ...which, owner, note: line(300) }))
    .output(answered),
  /** Waits for somebody else, or goes on (`waitsFor` null). The deadline stays. */
  wait: base
    .meta(acts)
    .errors(refusals('taskOver'))
    .input(z.object({ ...which, waitsFor: z.enum(waitsFors).nullable(), note: line(300) }))
    .output(answered),
  /** Adds a note. */
  note: base
    .meta(acts)
    .errors(refusals('taskOver'))
    .input(z.object({ ...which, note: requiredLine(1000) }))
    .output(answered),
  /** Done, with what came of it. */
  done: base
    .meta(acts)
    .errors(refusals('taskOver'))
    .input(z.object({ ...which, note: paragraph(1000) }))
    .output(answered),
  /** Not needed any more, with why. What was not sent is dropped; who was told is told so. */
  cancel: base
    .meta(acts)
    .errors(refusals('taskOver', 'noteRequired'))
    .input(z.object({ ...which, note: paragraph(1000) }))
    .output(answered),
  /** Sends the building manager what waited for their address, or whose sending was called off. */
  handOff: base
    .meta(acts)
    .errors(refusals('taskOver', 'notForManager', 'alreadyHandedOff', 'noManagersAddress'))
    .input(z.object(which))
    .output(answered),
  /** Opens a task again that was ended, with a new deadline. */
  reopen: base
    .meta(acts)
    .errors(refusals('taskOpen'))
    .input(z.object({ ...which, note: line(300) }))
    .output(answered),
  readSettings: base.meta({ roles: 'signedIn' }).output(taskSettings),
  /** Sets them, of the version that was read. Deadlines that stand stay. */
  saveSettings: base
    .meta({ command: true, roles: ['lead', 'administrator'], audit: {} })
    .errors(refusals('periodEndsFirst', 'periodsOverlap', 'noWorkingTime'))
    .input(taskSettings)
    .output(taskSettings),
}
