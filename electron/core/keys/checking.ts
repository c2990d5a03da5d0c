import { asc, gt, inArray } from 'drizzle-orm'
import type { DeskClient } from '#shared/contract/index'
import { isLabelOfChain } from '#shared/rules/keyLabel'
import { sameHolder, standingOf } from '#shared/rules/keyLedger'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { eventOf, holderOf, type KeyEventRow, type KeyRow } from './ledger'

type Checked = Awaited<ReturnType<DeskClient['keys']['check']>>
type Difference = Checked['differences'][number]

const batch = 1000
const mostTold = 200

function difference(row: KeyRow, events: readonly KeyEventRow[]): Difference['what'] | null {
  const chain = events.map(eventOf)
  const standing = standingOf(chain)
  if (!standing) return 'noChain'
  if (!sameHolder(standing.holder, holderOf(row))) return 'holder'
  if (standing.heldSince !== row.heldSince) return 'since'
  if (standing.active !== row.active) return 'active'
  if (
    !isLabelOfChain(
      events.flatMap(({ label }) => label ?? []),
      row,
    )
  )
    return 'label'
  return standing.lastSeq === row.lastSeq && chain.every(({ seq }, at) => seq === at + 1) ? null : 'seq'
}

/** Walks every chain and says where what lists show is something else. A thousand keys at a time. */
export async function checkLedger(db: Db, { key, keyEvent }: Tables): Promise<Checked> {
  const differences: Difference[] = []
  let keys = 0
  let events = 0
  for (let after = ''; ; ) {
    const rows = await db.select().from(key).where(gt(key.id, after)).orderBy(asc(key.id)).limit(batch)
    const ids = rows.map(({ id }) => id)
    if (ids.length === 0) return { keys, events, differences: differences.slice(0, mostTold) }
    const found = await db
      .select()
      .from(keyEvent)
      .where(inArray(keyEvent.keyId, ids))
      .orderBy(asc(keyEvent.keyId), asc(keyEvent.seq))
    const chains = Map.groupBy(found, ({ keyId }) => keyId)
    for (const row of rows) {
      const what = difference(row, chains.get(row.id) ?? [])
      if (what) differences.push({ keyId: row.id, apartmentId: row.apartmentId, what })
    }
    keys += rows.length
    events += found.length
    after = ids.at(-1) ?? ''
  }
}
