import type { MailSettings, smtpSecurity as offered } from '#shared/contract/outbox'
import type { Comparing } from '../../components/threeWay'

export type Security = (typeof offered)[number]
/** In the order in which they are offered; the contract's own list would bring its schemas along. */
export const securities = ['tls', 'starttls', 'none'] as const satisfies readonly Security[]

/** The ports that go with the ways to encrypt (RFC 8314, RFC 6409). */
const usualPorts: Readonly<Record<Security, string>> = { tls: '465', starttls: '587', none: '25' }

/** What is typed in the form. */
export interface SmtpTyped {
  readonly host: string
  readonly port: string
  readonly security: Security
  readonly username: string
  readonly password: string
  readonly senderName: string
  readonly senderAddress: string
  /** Of the settings as they were read: which they are, whether there is a server, and whether it has a password. */
  readonly version: number
  readonly isSet: boolean
  readonly hasPassword: boolean
}

export const smtpFields = [
  'host',
  'security',
  'port',
  'username',
  'password',
  'senderName',
  'senderAddress',
] as const
export type SmtpField = (typeof smtpFields)[number]

/** The form as it begins: what is set, or what is usual. The password is never told. */
export const typedFrom = ({ version, smtp }: MailSettings): SmtpTyped => ({
  version,
  isSet: smtp !== null,
  hasPassword: smtp?.hasPassword ?? false,
  host: smtp?.host ?? '',
  port: smtp === null ? usualPorts.starttls : String(smtp.port),
  security: smtp?.security ?? 'starttls',
  username: smtp?.username ?? '',
  password: '',
  senderName: smtp?.senderName ?? '',
  senderAddress: smtp?.senderAddress ?? '',
})

/** The port for another way to encrypt: the usual one, unless an unusual one has been typed. */
export const portFor = (security: Security, port: string): string =>
  port.trim() === '' || Object.values(usualPorts).includes(port.trim()) ? usualPorts[security] : port

/** A port from 1 to 65535, or null. */
export function portOf(text: string): number | null {
  const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0
  return port >= 1 && port <= 65_535 ? port : null
}

/** What the desk is told. A password that was not typed stays as it is; without a username there is none. */
export const inputFrom = (typed: SmtpTyped) => ({
  host: typed.host.trim(),
  port: portOf(typed.port) ?? 0,
  security: typed.security,
  username: typed.username.trim() === '' ? null : typed.username.trim(),
  password: typed.username.trim() === '' ? '' : typed.password === '' ? null : typed.password,
  senderName: typed.senderName.trim(),
  senderAddress: typed.senderAddress.trim(),
})

/** How the form is compared with what another administrator has saved meanwhile. */
export const smtpComparing: Comparing<SmtpTyped, SmtpField> = {
  fields: smtpFields,
  same(field, a, b) {
    if (field !== 'password') return a[field].trim() === b[field].trim()
    // A password is never told, so whether it was changed is not known either.
    return a.password === b.password && (a.version === b.version || (!a.hasPassword && !b.hasPassword))
  },
}
