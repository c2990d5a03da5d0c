import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { asOwner } from './engines'

/**
 * Starts calls that write at the same time. On PostgreSQL none of them can finish before all have come as far as they can:
 * each ends with its audit record, and the record's place is held until everybody waits.
 */
export async function atOnce<Value>(
  postgresUrl: string | null,
  calls: readonly (() => Promise<Value>)[],
): Promise<PromiseSettledResult<Value>[]> {
  if (postgresUrl === null) return Promise.allSettled(calls.map((call) => call()))
  const holder = new Client({ connectionString: asOwner(postgresUrl) })
  await holder.connect()
  try {
    await holder.query('BEGIN')
    await holder.query('SELECT * FROM audit_head FOR UPDATE')
    const running = Promise.allSettled(calls.map((call) => call()))
    await waitUntil(async () => (await waiting(holder)) >= calls.length)
    await holder.query('COMMIT')
    return await running
  } finally {
    await holder.end()
  }
}

async function waiting(client: Client): Promise<number> {
  // Within one transaction the server shows its activity as it was when it was first asked.
  await client.query('SELECT pg_stat_clear_snapshot()')
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  )
  return rows[0]?.n ?? 0
}

/** Waits until something is so; when it is not after so many milliseconds it goes on, and the test finds what is wrong. */
export async function waitUntil(isSo: () => Promise<boolean>, atMost = 10_000): Promise<void> {
  for (let left = atMost / 20; left > 0 && !(await isSo()); left -= 1) await pause(20)
}
