import * as z from 'zod'
import { callerNumberKinds } from '../rules/callerNumber'
import { askedOutcomes, callerKinds, recognitions, toldThings, whyUntold } from '../rules/recognising'
import { callerQuestions } from '../rules/requestKinds'
import { residentMarks } from '../rules/residentMarks'
import { base, id, line, localDay, paragraph, refusals, servingRoles, version } from './base'
import { hit } from './residents'
import { taskInput } from './tasks'

/** The general line 09 5767 3000, or the As Oy team's 09 5767 4000. */
export const callLines = ['general', 'asoy'] as const
export type CallLine = (typeof callLines)[number]

export const callStates = ['live', 'parked', 'ended'] as const
export type CallState = (typeof callStates)[number]

/** What a call was about. */
export const callTopics = [
  'defect',
  'doorOpening',
  'lease',
  'rentPayment',
  'termination',
  'keys',
  'powerOfAttorney',
  'portal',
  'appointment',
  'disturbance',
  'parkingOrSauna',
  'application',
  'other',
] as const
export type CallTopic = (typeof callTopics)[number]

/** What came of a call. `handedOver`: to the As Oy team while the caller waited; `mistake`: started and there was no call. */
export const callOutcomes = [
  'answered',
  'reported',
  'promised',
  'handedOver',
  'referred',
  'cutOff',
  'mistake',
] as const
export type CallOutcome = (typeof callOutcomes)[number]

const call = z.object({
  id,
  version,
  state: z.enum(callStates),
  line: z.enum(callLines),
  by: z.string(),
  /** Whoever asks has it, and may go on with it. */
  mine: z.boolean(),
  numberKind: z.enum(callerNumberKinds),
  /** E.164, or as typed when it cannot be read; null when there is none, and under non-disclosure. */
  number: z.string().nullable(),
  callerKind: z.enum(callerKinds),
  residentId: id.nullable(),
  /** The resident's name; empty when nobody was found. */
  residentName: z.string(),
  marks: z.array(z.enum(residentMarks)),
  /** Who called, when it was not the resident. */
  callerName: z.string(),
  asked: z.array(z.object({ question: z.enum(callerQuestions), outcome: z.enum(askedOutcomes) })),
  recognition: z.enum(recognitions),
  topic: z.enum(callTopics).nullable(),
  said: z.string(),
  outcome: z.enum(callOutcomes).nullable(),
  outsideHours: z.boolean(),
  startedAt: z.date(),
  endedAt: z.date().nullable(),
  /** How long it was live before `liveSince`, which is null when it is not live: elapsed is the one and what has passed since the other. */
  talkedSeconds: z.int(),
  liveSince: z.date().nullable(),
  /** What came of it. */
  defectIds: z.array(id),
  doorOpeningIds: z.array(id),
  taskIds: z.array(id),
})
export type CallView = z.infer<typeof call>

/** What may be told now, and of the rest why not. */
const told = z.object({
  may: z.array(z.enum(toldThings)),
  mayNot: z.array(z.object({ thing: z.enum(toldThings), why: z.enum(whyUntold) })),
})

const question = z.object({
  question: z.enum(callerQuestions),
  /** What is right, for whoever asks: kept nowhere with the call. */
  right: z.object({
    text: z.string().nullable(),
    day: localDay.nullable(),
    /** The name of a kind in the timeline. */
    kind: z.string().nullable(),
  }),
})

/** A call as the call desk shows it. */
const page = call.extend({
  /** The program's clock. */
  now: z.date(),
  /** Empty unless the caller is, or says that they are, a resident who was found. */
  questions: z.array(question),
  /** So many right answers recognise the caller, and so many wrong ones end the asking. */
  needs: z.object({ right: z.int(), wrong: z.int() }),
  told,
  /** The home is, or will be, an As Oy apartment: they are handed over, with the number to transfer to. */
  asOy: z.object({ phone: z.string(), open: z.boolean() }).nullable(),
})
export type CallPage = z.infer<typeof page>

const resident = { subjectKind: 'resident', subject: 'residentId' } as const
const acts = { command: true, roles: servingRoles, audit: resident }
const which = { id, version }
const answered = z.object({ residentId: id.nullable(), call: page })
const stateRefusals = ['callOver', 'notYourCall'] as const
const typed = { topic: z.enum(callTopics).nullable(), said: paragraph(4000) }

/** Calls: one live at a time for each person, parked ones beside it. */
export const calls = {
  /** The live call of whoever asks, and the parked calls of everybody, the oldest first. */
  mine: base
    .meta({ roles: servingRoles })
    .output(z.object({ now: z.date(), live: call.nullable(), parked: z.array(call) })),
  /** Who calls, by a number, a name or an address, as it is typed. A number is told apart from words. */
  find: base
    .meta({ roles: servingRoles })
    .input(z.object({ text: line(200) }))
    .output(
      z.object({
        number: z.object({ kind: z.enum(callerNumberKinds), number: z.string().nullable() }),
        hits: z.array(hit),
        more: z.boolean(),
      }),
    ),
  /** Starts a call; its time runs from now. Nothing need be known yet. */
  start: base
    .meta({ ...acts, audit: { ...resident, keep: ['line'] } })
    .errors(refusals('otherCallLive', 'onBehalfOfWhom'))
    .input(
      z.object({
        line: z.enum(callLines),
        number: line(60),
        withheld: z.boolean(),
        callerKind: z.enum(callerKinds),
        residentId: id.nullable(),
        callerName: line(160),
      }),
    )
    .output(answered),
  read: base.meta({ roles: servingRoles, audit: resident }).input(z.object({ id })).output(answered),
  /** Says who calls, and from which number. Another resident than before has been asked nothing yet. */
  setCaller: base
    .meta(acts)
    .errors(refusals(...stateRefusals, 'onBehalfOfWhom'))
    .input(
      z.object({
        ...which,
        number: line(60),
        withheld: z.boolean(),
        callerKind: z.enum(callerKinds),
        residentId: id.nullable(),
        callerName: line(160),
      }),
    )
    .output(answered),
  /** Says what the caller was asked and whether they knew it; the desk says whether they are recognised. */
  recognise: base
    .meta(acts)
    .errors(refusals(...stateRefusals, 'nobodyToRecognise', 'cannotBeAsked', 'callerDied'))
    .input(
      z.object({
        ...which,
        asked: z
          .array(z.object({ question: z.enum(callerQuestions), outcome: z.enum(askedOutcomes) }))
          .max(callerQuestions.length),
      }),
    )
    .output(answered),
  /** Puts the call aside with what was typed. */
  park: base
    .meta(acts)
    .errors(refusals(...stateRefusals, 'notLive'))
    .input(z.object({ ...which, ...typed }))
    .output(answered),
  /** Takes a parked call up, also another's. */
  resume: base
    .meta(acts)
    .errors(refusals('callOver', 'notParked', 'otherCallLive'))
    .input(z.object(which))
    .output(answered),
  /** Ends the call and keeps what it was; what follows is a task. A parked one can be ended too. */
  log: base
    .meta({ ...acts, audit: { ...resident, keep: ['topic', 'outcome'] } })
    .errors(refusals(...stateRefusals, 'topicRequired', 'ownerUnknown', 'subjectRequired'))
    .input(
      z.object({
        ...which,
        ...typed,
        outcome: z.enum(callOutcomes),
        followUp: taskInput.nullable(),
      }),
    )
    .output(answered),
  /**
   * Hands an As Oy resident over to the As Oy team while they wait: a task with what was said, and the number to transfer the call to.
   * The call is ended.
   */
  handOver: base
    .meta({ ...acts, audit: { ...resident, keep: ['topic'] } })
    .errors(refusals(...stateRefusals, 'notAsOy', 'saidRequired'))
    .input(z.object({ ...which, ...typed }))
    .output(answered.extend({ taskId: id, transferTo: z.string() })),
  /** Calls, the newest first; those that began on a day when one is given. A resident's own are in their timeline. */
  list: base
    .meta({ roles: servingRoles })
    .input(
      z.object({
        show: z.enum(['mine', 'all', 'asOy']),
        day: localDay.nullable(),
        page: z.int().min(0).max(100_000),
      }),
    )
    .output(z.object({ calls: z.array(call), total: z.int() })),
}
