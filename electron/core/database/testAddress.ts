import { Client } from 'pg'
import type { DatabaseProblem, databaseChecks, ServerAddress } from '#shared/contract/database'
import { databaseProblems } from '#shared/contract/database'
import { connectionTo, patient } from '../store/connection.postgres'
import { nameStoreError, StoreError } from '../store/errors'
import { inspect, mayDoTooMuch } from '../store/inspect.postgres'
import { postgresMigrations } from '../store/migrations'

type Check = (typeof databaseChecks)[number]

export interface AddressTest {
  readonly passed: Check[]
  readonly failed: { readonly check: Check; readonly problem: DatabaseProblem } | null
  readonly serverVersion: string | null
  readonly mayDoTooMuch: boolean
  readonly clockAheadMs: number | null
}

/** What fails before anybody is let in. */
const atTheDoor: readonly DatabaseProblem[] = ['unreachable', 'untrustedServer', 'tooManyDesks', 'recovering']

/** Tries out whether a desk could work with the database at an address. Changes nothing there. */
export async function testAddress(address: ServerAddress, password: string): Promise<AddressTest> {
  const client = new Client(patient(connectionTo(address, password), 'heka-desk test'))
  // What breaks while it is being looked at fails the look.
  client.on('error', () => undefined)
  const passed: Check[] = []
  let check: Check = 'reach'
  let serverVersion: string | null = null
  let clockAheadMs: number | null = null
  let tooMuch = false
  try {
    await client.connect()
    passed.push('reach', 'signIn')
    const sent = Date.now()
    const { rows } = await client.query<{ version: string; now: Date }>(
      `SELECT current_setting('server_version') AS version, clock_timestamp() AS now`,
    )
    serverVersion = rows[0]?.version ?? null
    if (rows[0]) clockAheadMs = Math.round((sent + Date.now()) / 2 - rows[0].now.getTime())
    check = 'version'
    await inspect(client, postgresMigrations, (begun) => {
      if (begun !== 'version') passed.push(check)
      check = begun
    })
    passed.push(check)
    tooMuch = await mayDoTooMuch(client)
    return { passed, failed: null, serverVersion, mayDoTooMuch: tooMuch, clockAheadMs }
  } catch (error) {
    const named = nameStoreError(error)
    const known = databaseProblems.find((each) => named instanceof StoreError && named.problem === each)
    // Whatever else connecting throws: nothing that we can talk to answers there.
    const problem = known ?? (passed.length === 0 ? 'unreachable' : null)
    if (problem === null) throw error
    if (passed.length === 0 && !atTheDoor.includes(problem)) {
      passed.push('reach')
      check = 'signIn'
    }
    return { passed, failed: { check, problem }, serverVersion, mayDoTooMuch: tooMuch, clockAheadMs }
  } finally {
    await client.end().catch(() => undefined)
  }
}
