import * as z from 'zod'
import { mostNoticeMonths, terminationRefusals } from '../rules/leaseTermination'
import { whyNotReasons } from '../rules/mayAct'
import { mailProblems, messageKinds, messageStates } from '../rules/outbox'
import { personChanges, requestFieldRefusals } from '../rules/requestFields'
import {
  callerQuestions,
  requestDestinations,
  type requestKindRules,
  requestKinds,
} from '../rules/requestKinds'
import {
  base,
  id,
  languages,
  line,
  localDay,
  paragraph,
  refusals as plainRefusals,
  servingRoles,
  version,
} from './base'

/** Where a request is. That it is late follows from its due day. */
export const requestStates = ['open', 'done', 'cancelled'] as const

/** On whose word a request was cancelled. */
export const requestCancelledBy = ['customer', 'heka'] as const

const kind = z.enum(requestKinds)

const person = z.object({
  residentId: id.nullable(),
  name: line(160),
  change: z.enum(personChanges),
  on: localDay.nullable(),
})

/** The fields of a short form by their names: text, a day `YYYY-MM-DD`, the name of a choice, or people. */
const fields = z.record(line(40), z.union([paragraph(2000), z.array(person).max(30)]))

/**
 * Who asks. `self`: the resident, who has shown a document today. `caller`: the resident on the phone, who has answered these
 * questions; the answers are kept nowhere. `asked`: whoever a question of today was answered for, themself or another.
 */
const who = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('self') }),
  z.object({
    kind: z.literal('caller'),
    questions: z.array(z.enum(callerQuestions)).max(callerQuestions.length),
  }),
  z.object({ kind: z.literal('asked'), askId: id }),
])

/** Who asked, as it is kept. */
const requesterKinds = ['self', 'caller', 'grantee', 'resident', 'other'] as const

/** Where the e-mail to whoever answers is. `noAddress`: there is none, because nobody has set where it goes. */
const handOff = z.object({
  state: z.enum([...messageStates, 'noAddress']),
  problem: z.enum(mailProblems).nullable(),
  messageId: id.nullable(),
  at: z.date().nullable(),
})

const summary = z.object({
  id,
  version,
  /** Twelve letters and digits, as of an appointment; written with hyphens. */
  reference: z.string(),
  residentId: id,
  name: z.string(),
  leaseNo: z.string(),
  kind,
  goesTo: z.enum(requestDestinations),
  state: z.enum(requestStates),
  /** The last day to answer; `overdue` when it is past and the request is open. */
  dueOn: localDay,
  overdue: z.boolean(),
  madeAt: z.date(),
  madeBy: z.string(),
  /** `name` is null for the resident. */
  who: z.object({ kind: z.enum(requesterKinds), name: z.string().nullable() }),
  /** Of a termination: the last day of the lease. */
  lastDay: localDay.nullable(),
  handOff,
})
export type RequestSummary = z.infer<typeof summary>

const page = summary.extend({
  fields,
  /** What stays untold to whoever asked. */
  hidden: z.array(z.enum(['address', 'contacts'])),
  /** The answer, and the power, that it was asked by. */
  askId: id.nullable(),
  mandateId: id.nullable(),
  /** What a caller was asked. */
  questions: z.array(z.enum(callerQuestions)),
  /** Under non-disclosure, or with somebody who is, the e-mail says only which request it is. */
  protected: z.boolean(),
  ended: z
    .object({
      at: z.date(),
      by: z.string(),
      /** On whose word it was cancelled; null when it is done. */
      on: z.enum(requestCancelledBy).nullable(),
      note: z.string(),
    })
    .nullable(),
  /** Every message about it, the first first. */
  messages: z.array(
    z.object({
      id,
      kind: z.enum(messageKinds),
      state: z.enum(messageStates),
      problem: z.enum(mailProblems).nullable(),
      at: z.date(),
    }),
  ),
  /** Whether mail can go out at all: an SMTP server is set. */
  mailConfigured: z.boolean(),
})
export type RequestPage = z.infer<typeof page>

const email = line(254).nullable()
const kindSetting = z.object({
  goesTo: z.enum(['buildingManager', 'leaseControl', 'maintenance']),
  workingDays: z.int().min(0).max(60),
})
const noticeRule = z.object({
  months: z.int().min(0).max(mostNoticeMonths),
  countedFrom: z.enum(['monthEnd', 'day']),
})

/** `version` grows with every change; 0 as shipped. A building manager's address is the register's. */
export const requestSettings = z.object({
  version,
  /** Null: none is set, and what goes there waits. */
  emails: z.object({ leaseControl: email, maintenance: email, asOy: email }),
  kinds: z.object(
    Object.fromEntries(requestKinds.map((each) => [each, kindSetting])) as Record<
      keyof typeof requestKindRules,
      typeof kindSetting
    >,
  ),
  notice: noticeRule,
})
export type RequestSettings = z.infer<typeof requestSettings>

const makeRefusals = [
  ...requestFieldRefusals,
  ...terminationRefusals,
  'notGrantorsLease',
  'notAllowed',
  'otherMatter',
  'askedAnotherDay',
  'callerNotIdentified',
  'documentNeeded',
  'alreadyRequested',
] as const

/** A rule's refusal; of `notAllowed` why not, of `alreadyRequested` the request that is open, of `beforeNoticeEnds` the first day that can be. */
const refusals = <const Names extends readonly [string, ...string[]]>(...names: Names) => ({
  REFUSED: {
    status: 422,
    data: z.object({
      refusal: z.enum(names),
      field: z.string().optional(),
      reason: z.enum(whyNotReasons).optional(),
      requestId: id.optional(),
      firstDay: localDay.optional(),
    }),
  },
})

const resident = { subjectKind: 'resident', subject: 'residentId' } as const
const read = { roles: servingRoles, audit: resident }
const acts = { command: true, roles: servingRoles, audit: resident }
const which = { id, version }
const answered = z.object({ residentId: id, request: page })

/** Service requests: what the Resident Portal offers, made by staff for a resident or for whoever acts for one. */
export const requests = {
  /** What the short forms need for a lease: where each kind goes and until when, who lives there, and the notice rule. */
  form: base
    .meta(read)
    .errors(plainRefusals('notGrantorsLease'))
    .input(z.object({ residentId: id, leaseNo: line(40) }))
    .output(
      z.object({
        residentId: id,
        kinds: z.array(
          z.object({
            kind,
            goesTo: z.enum(requestDestinations),
            dueOn: localDay,
            /** False: it would wait until somebody sets where it goes. */
            hasAddress: z.boolean(),
          }),
        ),
        living: z.array(z.object({ residentId: id, name: z.string() })),
        notice: noticeRule,
        /** So many questions have to be asked of a caller. */
        fewestQuestions: z.int(),
      }),
    ),
  /**
   * Makes a request and hands it off: the e-mail is written into the outbox with it. Without an address it waits, and says so. The
   * desk decides whether whoever asks may, by the same rule and the same answer as the mandate question.
   */
  make: base
    .meta({ ...acts, audit: { ...resident, keep: ['kind'] } })
    .errors(refusals(...makeRefusals))
    .input(z.object({ residentId: id, leaseNo: line(40), kind, fields, who }))
    .output(answered),
  /** A resident's requests, the newest first. */
  ofResident: base
    .meta(read)
    .input(z.object({ residentId: id }))
    .output(z.object({ residentId: id, requests: z.array(summary) })),
  /** One request with its fields and its messages. */
  read: base.meta(read).input(z.object({ id })).output(answered),
  /** The open requests of everybody, the first due first, so that those that are late come first. */
  open: base
    .meta({ roles: servingRoles })
    .input(
      z.object({
        show: z.enum(['all', 'overdue', 'notHandedOff']),
        goesTo: z.enum(requestDestinations).nullable(),
        page: z.int().min(0).max(100_000),
      }),
    )
    .output(
      z.object({
        requests: z.array(summary),
        total: z.int(),
        overdue: z.int(),
        /** Open, and no e-mail of it is sent or on its way. */
        notHandedOff: z.int(),
      }),
    ),
  /** Whoever it went to has answered. What still waits to be sent about it is dropped. */
  markDone: base
    .meta(acts)
    .errors(refusals('requestOver'))
    .input(z.object({ ...which, note: paragraph(1000) }))
    .output(answered),
  /** Cancels a request, with why. Who has been told of it is told so; what was not sent is dropped. */
  cancel: base
    .meta({ ...acts, audit: { ...resident, keep: ['by'] } })
    .errors(refusals('requestOver', 'noteRequired'))
    .input(z.object({ ...which, by: z.enum(requestCancelledBy), note: paragraph(1000) }))
    .output(answered),
  /** Hands a request off that no e-mail has gone out of: there was no address, or the message was dropped. */
  handOff: base
    .meta(acts)
    .errors(refusals('requestOver', 'alreadyHandedOff', 'noAddress'))
    .input(z.object(which))
    .output(answered),
  /** The receipt for whoever asked, as a PDF in base64. What may not be told them is not on it. */
  receipt: base
    .meta(read)
    .input(z.object({ id, language: z.enum(languages) }))
    .output(z.object({ residentId: id, pdfBase64: z.string() })),
  readSettings: base.meta({ roles: ['lead', 'administrator'] }).output(requestSettings),
  /** Sets them, of the version that was read. Requests that waited for an address are handed off. */
  saveSettings: base
    .meta({ command: true, roles: ['lead', 'administrator'], audit: {} })
    .errors(plainRefusals('emailInvalid'))
    .input(requestSettings)
    .output(requestSettings),
}
