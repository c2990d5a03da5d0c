import type { DatabaseChoice, ServerAddress } from '#shared/contract/database'
import { portOf } from '../outbox/smtpForm'

/** What is typed of an office's PostgreSQL. */
export interface ServerTyped {
  readonly host: string
  readonly port: string
  readonly database: string
  readonly user: string
  readonly password: string
  readonly authority: string
}

/** The form as it begins: what is chosen, or what `docs/several-desks.md` makes. The password is never told. */
export function typedFrom(choice: DatabaseChoice): ServerTyped {
  const address = choice.kind === 'postgres' ? choice.address : null
  return {
    host: address?.host ?? '',
    port: String(address?.port ?? 5432),
    database: address?.database ?? 'heka_desk',
    user: address?.user ?? 'heka_desk',
    password: '',
    authority: address?.authority ?? '',
  }
}

/** What the desk is told: a password that was not typed is the one that is kept. */
export function inputFrom(typed: ServerTyped): {
  readonly address: ServerAddress
  readonly password: string | null
} {
  return {
    address: {
      host: typed.host.trim(),
      port: portOf(typed.port) ?? 0,
      database: typed.database.trim(),
      user: typed.user.trim(),
      authority: typed.authority.trim(),
    },
    password: typed.password === '' ? null : typed.password,
  }
}

/** Whether a password is kept for exactly what is typed: otherwise it has to be typed as well. */
export function isKeptFor(choice: DatabaseChoice, passwordKept: boolean, typed: ServerTyped): boolean {
  if (choice.kind !== 'postgres' || !passwordKept) return false
  const { address } = inputFrom(typed)
  const fields = ['host', 'port', 'database', 'user', 'authority'] as const
  return fields.every((field) => choice.address[field] === address[field])
}
