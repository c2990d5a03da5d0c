import * as z from 'zod'
import { mailProblems, messageKinds, messageStates } from '../rules/outbox'
import { base, id, languages, line, refusals, requiredLine, servingRoles, version } from './base'

const message = z.object({
  id,
  kind: z.enum(messageKinds),
  state: z.enum(messageStates),
  /** The visit, the service request, the hand-off of keys, the defect or the task that it is about. */
  visitId: id.nullable(),
  requestId: id.nullable(),
  keyHandoffId: id.nullable(),
  defectId: id.nullable(),
  taskId: id.nullable(),
  residentId: id.nullable(),
  /** Whom it is for, by name. */
  name: z.string(),
  /** Null under non-disclosure. */
  to: z.string().nullable(),
  language: z.enum(languages),
  attempts: z.int(),
  /** Not before this; null when it is not going out by itself. */
  nextTryAt: z.date().nullable(),
  problem: z.enum(mailProblems).nullable(),
  createdAt: z.date(),
  sentAt: z.date().nullable(),
})
export type OutboxMessage = z.infer<typeof message>

export const smtpSecurity = ['tls', 'starttls', 'none'] as const

const smtp = z.object({
  host: z.string(),
  port: z.int(),
  security: z.enum(smtpSecurity),
  /** Null when the server asks for none. */
  username: z.string().nullable(),
  hasPassword: z.boolean(),
  senderName: z.string(),
  senderAddress: z.string(),
})
export type SmtpSettings = z.infer<typeof smtp>

/** `smtp` is null when no server is set and messages wait. `version` grows with every change; 0 as shipped. */
const mailSettings = z.object({ version, smtp: smtp.nullable() })
export type MailSettings = z.infer<typeof mailSettings>

const smtpInput = z.object({
  host: requiredLine(253),
  port: z.int().min(1).max(65_535),
  security: z.enum(smtpSecurity),
  username: line(254).nullable(),
  /** Null keeps the one that is there; empty takes it away. Never told back. */
  password: z.string().max(500).nullable(),
  senderName: requiredLine(100),
  senderAddress: requiredLine(254),
})

const smtpRefusals = ['hostInvalid', 'emailInvalid', 'tlsRequired', 'passwordRequired'] as const
const audit = { subjectKind: 'resident', subject: 'residentId' } as const

export const outbox = {
  /** The messages, the newest first; `attention` are those that a person must look at. */
  list: base
    .meta({ roles: servingRoles })
    .input(
      z.object({ show: z.enum(['all', 'attention', 'waiting', 'sent']), page: z.int().min(0).max(100_000) }),
    )
    .output(
      z.object({
        messages: z.array(message),
        total: z.int(),
        /** How many need somebody's attention. */
        attention: z.int(),
        waiting: z.int(),
        configured: z.boolean(),
      }),
    ),
  /** One message as the customer gets it. */
  read: base
    .meta({ roles: servingRoles, audit })
    .input(z.object({ id }))
    .output(
      z.object({
        residentId: id.nullable(),
        message,
        subject: z.string(),
        text: z.string(),
        hasCalendarEntry: z.boolean(),
      }),
    ),
  /** Sends a message again: one that failed, one of which it is not known whether it arrived, or one that was lost on its way. */
  resend: base
    .meta({ command: true, roles: servingRoles, audit })
    .errors(refusals('notResendable', 'outOfDate'))
    .input(z.object({ id }))
    .output(z.object({ residentId: id.nullable(), message })),
  /** Settles a message by hand: the customer has it, or it is not to be sent. */
  settle: base
    .meta({ command: true, roles: servingRoles, audit: { ...audit, keep: ['as'] } })
    .errors(refusals('notSettleable'))
    .input(z.object({ id, as: z.enum(['arrived', 'dropped']) }))
    .output(z.object({ residentId: id.nullable(), message })),
  /** The SMTP server by which messages go out. */
  readSettings: base.meta({ roles: ['lead', 'administrator'] }).output(mailSettings),
  /** Sets the server or takes it away, of the version that was read; otherwise CHANGED_MEANWHILE and nothing is written. */
  saveSettings: base
    .meta({ command: true, roles: ['administrator'], audit: {} })
    .errors(refusals(...smtpRefusals))
    .input(z.object({ version, smtp: smtpInput.nullable() }))
    .output(mailSettings),
  /** Connects to the server as it would be set and signs in, without sending anything; `problem` is null when it works. */
  test: base
    .meta({ command: true, again: true, roles: ['administrator'] })
    .errors(refusals(...smtpRefusals))
    .input(z.object({ smtp: smtpInput }))
    .output(z.object({ problem: z.enum(mailProblems).nullable() })),
}
