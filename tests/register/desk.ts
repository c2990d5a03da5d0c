import { afterAll, beforeAll } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { openTestDesk, type TestDesk } from '../support/desk'
import type { Engine, Opened } from '../support/engines'
import { inDatabase } from '../support/raw'
import { importRegister } from '../support/register'
import { type Form, filesOf, type WrittenRows } from './written'

const tables = [
  'property',
  'apartment',
  'resident',
  'lease',
  'occupancy',
  'register_import',
  'key',
  'key_event',
  'timeline_event',
]

/** A desk for the tests of one describe block, and what they ask of its register. */
export function registerDesk(engine: Engine) {
  let opened: Opened<TestDesk>
  let page: DeskClient
  beforeAll(async () => {
    opened = await openTestDesk(engine)
    page = await opened.value.administrator()
  })
  afterAll(() => opened.cleanUp())
  return {
    desk: () => opened.value,
    page: () => page,
    import: (rows: WrittenRows, form?: Form) => importRegister(page, filesOf(rows, form)),
    /** Every row of the register as the database has it. */
    state: () =>
      inDatabase(opened.value, async (raw) => {
        const read: Record<string, Record<string, unknown>[]> = {}
        for (const table of tables) read[table] = await raw.rows(`SELECT * FROM ${table} ORDER BY id`)
        return read
      }),
    /** The id of the resident whom the files call so. */
    idOf: (residentNo: string) =>
      inDatabase(opened.value, async (raw) => {
        const [row] = await raw.rows<{ id: string }>(
          `SELECT id FROM resident WHERE resident_no = '${residentNo}'`,
        )
        return row!.id
      }),
    /** Whom a search finds, by the files' names. */
    async found(text: string): Promise<string[]> {
      const { hits } = await page.residents.search({ text })
      const ids = hits.map(({ id }) => `'${id}'`).join(', ') || `''`
      const rows = await inDatabase(opened.value, (raw) =>
        raw.rows<{ resident_no: string }>(`SELECT resident_no FROM resident WHERE id IN (${ids})`),
      )
      return rows.map((row) => row.resident_no).sort()
    },
  }
}
