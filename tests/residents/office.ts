import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Client } from 'pg'
import { expect } from 'vitest'
import type { Role } from '#shared/contract/base'
import type { DeskClient } from '#shared/contract/index'
import { openTestDesk, type Place, type TestDesk } from '../support/desk'
import { asOwner, type Engine, type Opened } from '../support/engines'
import { importRegister, type RegisterTexts } from '../support/register'
import { setLockAfter } from '../support/settings'
import { type PersonName, people, testRegister } from './testRegister'

/** So long a desk stays open without a touch, at most. */
const longestIdle = 120 * 60_000

type Row = Readonly<Record<string, unknown>>

/** An office with the register in it, and somebody at its counter. */
export interface Office {
  readonly desk: TestDesk
  /** The lead, who is also the administrator and serves at the counter. */
  readonly page: DeskClient
  /** The program's ids of the test register's people. */
  readonly ids: Readonly<Record<PersonName, string>>
  /** A page of a colleague who has just these roles. */
  as(...roles: Role[]): Promise<DeskClient>
  /** Sets the clock. The lead stays at the desk meanwhile: every password costs half a second. */
  turnTo(at: string | Date): Promise<void>
  /** A statement past the program, on the database itself. */
  sql(statement: string): Promise<readonly Row[]>
}

/**
 * Opens an office on the named engine, where a register is imported. When it closes, its audit chain must be whole and
 * nothing unexpected may have happened in it.
 */
export async function openOffice(
  engine: Engine,
  register: RegisterTexts = testRegister(),
  place: Place = {},
): Promise<Opened<Office>> {
  const { value: desk, cleanUp } = await openTestDesk(engine, place)
  const page = await desk.administrator()
  await setLockAfter(page, 120)
  await importRegister(page, register)
  const sql = (statement: string) => runSql(desk, statement)
  const rows = await sql('SELECT id, resident_no FROM resident')
  const ids = Object.fromEntries(rows.map(({ id, resident_no }) => [resident_no, id]))
  let colleague: { readonly page: DeskClient; readonly id: string } | null = null
  const named = Object.keys(people).filter((name) => ids[name] === undefined)
  if (named.length > 0) throw new Error(`not in the register: ${named.join(', ')}`)
  return {
    value: {
      desk,
      page,
      ids,
      sql,
      async as(...roles) {
        if (colleague === null) {
          const their = await desk.member(...roles)
          colleague = { page: their, id: (await their.staff.session())!.staffId }
          return their
        }
        const { id } = colleague
        const { version, name } = (await page.staff.list()).find((one) => one.id === id)!
        await page.staff.change({ id, version, name, roles })
        return colleague.page
      },
      async turnTo(at) {
        const left = () => new Date(at).getTime() - desk.now().getTime()
        while (left() > longestIdle) {
          desk.wait(longestIdle)
          await page.staff.stillHere()
        }
        desk.wait(left())
        await page.staff.stillHere()
      },
    },
    async cleanUp() {
      const chain = await page.audit.verify()
      await cleanUp()
      expect(chain).toMatchObject({ intact: true })
      expect(desk.reported).toEqual([])
    },
  }
}

async function runSql(desk: TestDesk, statement: string): Promise<readonly Row[]> {
  if (desk.postgresUrl) {
    const client = new Client({ connectionString: asOwner(desk.postgresUrl) })
    await client.connect()
    try {
      return (await client.query(statement)).rows
    } finally {
      await client.end()
    }
  }
  const database = new Database(join(desk.dataDir, 'desk.db'), { timeout: 5000 })
  try {
    database.pragma(`cipher='sqlcipher'`)
    database.pragma(`key="x'${desk.key.toString('hex')}'"`)
    const prepared = database.prepare(statement)
    if (prepared.reader) return prepared.all() as Row[]
    prepared.run()
    return []
  } finally {
    database.close()
  }
}

/** Every table of the program's own with the number of its rows, to see that nothing was written. */
export async function rowCounts({ sql, desk }: Office): Promise<Readonly<Record<string, number>>> {
  const named = await sql(
    desk.postgresUrl
      ? `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`
      : `SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND name NOT LIKE 'search%'`,
  )
  const each = named.map(({ name }) => `SELECT '${name}' AS name, count(*) AS n FROM "${name}"`)
  const counts = await sql(each.join(' UNION ALL '))
  return Object.fromEntries(counts.map(({ name, n }) => [String(name), Number(n)]))
}
