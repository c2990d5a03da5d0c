import { eq, inArray } from 'drizzle-orm'
import type { PreviewRow } from '#shared/contract/register'
import type { Store } from '../store/store'
import { cellsOf } from './cells'
import type { KeyPlan } from './compareKeys'
import type { ReadRow } from './readRegister'
import { keySeparator } from './rows'

type Cells = ReturnType<typeof cellsOf>

/** What the ledger says now of these keys, column by column as the file would say it. */
export async function keysBefore(store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, Cells>> {
  const { key, apartment, resident } = store.tables
  const rows = await store.read((db) =>
    db
      .select({
        id: key.id,
        apartmentNo: apartment.apartmentNo,
        kind: key.kind,
        number: key.number,
        setName: key.setName,
        holder: key.holderKind,
        residentNo: resident.residentNo,
        since: key.heldSince,
      })
      .from(key)
      .innerJoin(apartment, eq(apartment.id, key.apartmentId))
      .leftJoin(resident, eq(resident.id, key.holderResidentId))
      .where(inArray(key.id, [...ids])),
  )
  return new Map(rows.map((row) => [row.id, cellsOf('keys', row)]))
}

/** What the ledger will say of a key that changes: of its holder only what is taken on the register's word. */
export function keyAfter({ changes }: KeyPlan, { id, row }: ReadRow<'keys'>, before: Cells): Cells {
  const change = changes.get(id)
  if (!change) return before
  const { event, heldSince, setName } = change
  const after = cellsOf('keys', { ...row, setName, since: heldSince })
  const { holder = null, person_id = null, since = null } = before
  return event ? after : { ...after, holder, person_id, since }
}

/** A key's three parts as they are shown. */
export const shownKey = (key: string): string => key.replaceAll(keySeparator, ' ')

/** Keys that the ledger and the file give to different holders: before is the ledger, after is the file, which is not taken. */
export async function keyDifferences(store: Store, rows: readonly ReadRow<'keys'>[]): Promise<PreviewRow[]> {
  const before = await keysBefore(
    store,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, key, line, row }) => {
    const [ledger, file] = [before.get(id) ?? {}, cellsOf('keys', row)]
    const fields = ['holder', 'person_id', 'since']
      .map((column) => ({ column, before: ledger[column] ?? null, after: file[column] ?? null }))
      .filter((field) => field.before !== field.after)
    return { file: 'keys', line, key: shownKey(key), column: null, problem: null, fields }
  })
}
