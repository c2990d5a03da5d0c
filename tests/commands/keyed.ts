import { createRouterClient } from '@orpc/server'
import type { DeskClient } from '#shared/contract/index'
import { password, type TestDesk } from '../support/desk'
import { allProcedures } from '../support/procedures'
import { inDatabase, type RawDatabase } from '../support/raw'

/** Every command that is carried out once however often it is sent, by the contract. */
export const commands = allProcedures
  .filter(({ meta }) => meta.command === true && meta.again !== true && meta.roles !== 'public')
  .map(({ name }) => name)

/** A page at which somebody signs in, and the same page as it is when it sends a key. */
export async function signInAt(desk: TestDesk, username: string) {
  const clientId = `keyed ${username}`
  const page = desk.page(clientId)
  await page.staff.signIn({ username, password })
  const withKey = (commandKey: string) =>
    createRouterClient(desk.desk.router, { context: { clientId, commandKey } }) as DeskClient
  return { page, withKey }
}

const tablesOf = ({ postgresUrl }: TestDesk) =>
  postgresUrl === null
    ? `SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND name NOT LIKE 'search%'`
    : `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`

/** Everything that the database holds, row by row, but who is there at the moment. */
export const contentOf = (desk: TestDesk): Promise<Readonly<Record<string, readonly string[]>>> =>
  inDatabase(desk, async (raw) => {
    const tables = (await raw.rows<{ name: string }>(tablesOf(desk)))
      .map(({ name }) => name)
      .filter((name) => name !== 'presence')
    const rows = desk.postgresUrl === null ? await rowByRow(raw, tables) : await rowsAtOnce(raw, tables)
    const content: Record<string, string[]> = Object.fromEntries(tables.map((name) => [name, []]))
    for (const { name, row } of rows) content[name]!.push(row)
    for (const name of tables) content[name]!.sort()
    return content
  })

type NamedRow = { readonly name: string; readonly row: string }

const asText = (row: object) =>
  JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? String(value) : value))

async function rowByRow(raw: RawDatabase, tables: readonly string[]): Promise<NamedRow[]> {
  const rows: NamedRow[] = []
  for (const name of tables)
    for (const row of await raw.rows<object>(`SELECT * FROM "${name}"`)) rows.push({ name, row: asText(row) })
  return rows
}

/** In one question: a server is asked more slowly than a file is read. */
const rowsAtOnce = (raw: RawDatabase, tables: readonly string[]): Promise<NamedRow[]> =>
  raw.rows(
    tables
      .map((name) => `SELECT '${name}' AS name, row_to_json(t)::text AS row FROM "${name}" t`)
      .join(' UNION ALL '),
  )

/** How many rows of a table there are. */
export const countOf = (desk: TestDesk, from: string): Promise<number> =>
  inDatabase(desk, async (raw) =>
    Number((await raw.rows<{ n: number }>(`SELECT count(*) AS n FROM ${from}`))[0]!.n),
  )
