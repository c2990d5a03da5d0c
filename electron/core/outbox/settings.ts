import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import { eq } from 'drizzle-orm'
import * as z from 'zod'
import { type MailSettings, smtpSecurity } from '#shared/contract/outbox'
import { normaliseEmail } from '#shared/rules/contacts'
import { accept } from '#shared/rules/result'
import { named } from '../access/procedure'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'

const kept = z.object({
  host: z.string(),
  port: z.int(),
  security: z.enum(smtpSecurity),
  username: z.string().nullable(),
  password: z.string().nullable(),
  senderName: z.string(),
  senderAddress: z.string(),
})

/** The SMTP server with its password, which never leaves the core. */
export type SmtpServer = Readonly<z.infer<typeof kept>>

const key = 'smtp'
// It grows also when the server is taken away, so that what was read before is never taken for what there is now.
const keptVersion = z.object({ version: z.int().min(0) })

/** What is kept of the mail: the server, or null when none is set, and how many times it has been changed. */
export interface KeptMail {
  readonly version: number
  readonly server: SmtpServer | null
}

/** The mail settings as they are kept. */
export async function readMail(db: Db, { setting }: Tables): Promise<KeptMail> {
  const [row] = await db.select().from(setting).where(eq(setting.key, key))
  const version = keptVersion.safeParse(row?.value)
  const server = kept.safeParse(row?.value)
  return { version: version.success ? version.data.version : 0, server: server.success ? server.data : null }
}

/** The SMTP server; null when none is set. */
export const readSmtp = async (db: Db, tables: Tables): Promise<SmtpServer | null> =>
  (await readMail(db, tables)).server

/** The mail settings of the version that was read, of which this is a change. CHANGED_MEANWHILE when there is a later one. */
export async function mailToChange(tx: Tx, tables: Tables, version: number): Promise<KeptMail> {
  await tx.inTurn('settings')
  const mail = await readMail(tx.db, tables)
  if (mail.version !== version) throw named('CHANGED_MEANWHILE')
  return mail
}

/** Sets the SMTP server, or takes it away. The worker listens to settings, and looks at once what waits. */
export async function writeMail(tx: Tx, { setting }: Tables, { version, server }: KeptMail): Promise<void> {
  const value = { ...server, version }
  await tx.db
    .insert(setting)
    .values({ key, value })
    .onConflictDoUpdate({ target: setting.key, set: { value } })
  tx.changed('settings', null)
  // The pages of messages say whether they can go out.
  tx.changed('outbox', null)
}

/** The mail settings as the page is told of them. */
export function shownMail({ version, server }: KeptMail): MailSettings {
  if (!server) return { version, smtp: null }
  const { password, ...rest } = server
  return { version, smtp: { ...rest, hasPassword: password !== null } }
}

/** Whether a host can be nothing but this computer. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

const label = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?$/

/** A host's name in lower case and ASCII, or an address. Null for what can be neither. */
function hostOf(text: string): string | null {
  if (isIP(text) !== 0) return text
  const ascii = domainToASCII(text.toLowerCase())
  const labels = ascii.split('.')
  // One that ends in a number is a strange way of writing an address, such as 127.1 or 0x7f.1.
  const named = labels.every((one) => label.test(one)) && !/^(\d+|0x.*)$/.test(labels.at(-1) ?? '')
  return ascii.length <= 253 && named ? ascii : null
}

export interface SmtpInput extends Omit<SmtpServer, 'password'> {
  /** Null keeps the one that is there; empty takes it away. */
  readonly password: string | null
}

const refuseField = <const Refusal extends string, const Field extends keyof SmtpInput>(
  refusal: Refusal,
  field: Field,
) => ({ ok: false, refusal, field }) as const

/**
 * The server as it is to be set. Refused: `hostInvalid` neither a host's name nor an address; `emailInvalid` the sender's
 * address; `tlsRequired` mail without encryption to anything but this computer; `passwordRequired` a user name without a
 * password. A password that is kept goes only to the server and the user it was given for: typing in another host would
 * otherwise show it to that one.
 */
export function smtpFrom(input: SmtpInput, before: SmtpServer | null) {
  const host = hostOf(input.host)
  if (host === null) return refuseField('hostInvalid', 'host')
  if (input.security === 'none' && !isLoopback(host)) return refuseField('tlsRequired', 'security')
  const sender = normaliseEmail(input.senderAddress)
  if (!sender.ok) return refuseField('emailInvalid', 'senderAddress')
  const { port, security, senderName } = input
  const username = input.username || null
  const same = before?.host === host && before.port === port && before.username === username
  const password = input.password === null ? (same ? before.password : null) : input.password || null
  if (username && !password) return refuseField('passwordRequired', 'password')
  return accept<SmtpServer>({
    host,
    port,
    security,
    username,
    password: username ? password : null,
    senderName,
    senderAddress: sender.value,
  })
}
