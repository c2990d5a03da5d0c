import { isIP } from 'node:net'
import type { ClientConfig } from 'pg'
import type { ServerAddress } from '#shared/contract/database'

/** A connection that takes longer to open, or a statement that takes longer to answer, is lost. Milliseconds. */
const openMs = 5_000
const answerMs = 30_000

const isLoopback = (host: string) =>
  host === 'localhost' ||
  host === '::1' ||
  (isIP(host) === 4 && host.startsWith('127.')) ||
  host.startsWith('/')

/**
 * How the driver connects to an office's PostgreSQL: TLS with a verified certificate, except on this computer itself
 * (`security.md`, 23).
 */
export const connectionTo = (address: ServerAddress, password: string): ClientConfig => ({
  host: address.host,
  port: address.port,
  database: address.database,
  user: address.user,
  password,
  ssl: isLoopback(address.host)
    ? false
    : { rejectUnauthorized: true, ...(address.authority === '' ? {} : { ca: address.authority }) },
})

/** The same with what every connection of a desk has: it is given up when nothing comes back. */
export const patient = (client: ClientConfig, name: string): ClientConfig => ({
  connectionTimeoutMillis: openMs,
  query_timeout: answerMs,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  application_name: name,
  ...client,
})
