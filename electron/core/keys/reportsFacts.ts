import { createHash } from 'node:crypto'
import { asc, inArray } from 'drizzle-orm'
import type { KeyEvent } from '#shared/rules/keyLedger'
import {
  type ReportableHandoff,
  type ReportedRow,
  type ReportFacts,
  rowIdentity,
} from '#shared/rules/keyReport'
import { helsinkiDay } from '#shared/rules/localDay'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import type { HandoffRow } from './handoffRows'
import { collectedBy, eventOf, type KeyRow } from './ledger'
import { readKeySettings } from './settings'

/** What is said is kept by this: the same row again is known by it. */
export const rowHash = (row: ReportedRow): string => hashOf(rowIdentity(row))

const hashOf = (identity: string) => createHash('sha256').update(identity).digest('hex')

/** So many values are asked for at a time. */
const batch = 400

/** Asks for these values in turns. */
async function inBatches<Row>(
  values: readonly string[],
  read: (some: string[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const found: Row[] = []
  const each = [...new Set(values)]
  for (let at = 0; at < each.length; at += batch) found.push(...(await read(each.slice(at, at + batch))))
  return found
}

/** Where a key of a hand-off is once it came: with BLC Turva, or of a pick-up with whoever collects. */
export const arrivesAt = (handoff: HandoffRow, at: 'blc' | 'heka') =>
  handoff.direction === 'pickup' ? collectedBy(handoff) : ({ kind: at } as const)

type ItemRow = Tables['keyHandoffKey']['$inferSelect']

function reportable(
  handoff: HandoffRow,
  keys: readonly KeyRow[],
  items: ReadonlyMap<string, readonly ItemRow[]>,
  chains: ReadonlyMap<string, readonly KeyEvent[]>,
): ReportableHandoff {
  return {
    handoffId: handoff.id,
    direction: handoff.direction,
    state: handoff.state,
    madeOn: helsinkiDay(handoff.madeAt),
    dueOn: handoff.dueOn,
    to: arrivesAt(handoff, 'blc'),
    keys: keys.map(({ id, kind, number }) => {
      const own = items.get(id)?.find((item) => item.handoffId === handoff.id)
      return {
        ...{ keyId: id, kind, number },
        chain: chains.get(id) ?? [],
        state: own?.state ?? null,
        heldElsewhere: (items.get(id) ?? []).some(
          (item) => item.heldKeyId !== null && item.handoffId !== handoff.id,
        ),
      }
    }),
  }
}

/** Reads everything that is known of what these rows are about. */
export async function factsForReport(
  db: Db,
  tables: Tables,
  rows: readonly ReportedRow[],
  { month, today }: Pick<ReportFacts, 'month' | 'today'>,
): Promise<ReportFacts> {
  const { keyHandoff, keyHandoffKey, key, keyEvent, keyReportRow } = tables
  const references = rows.map(({ reference }) => reference)
  const handoffs = await inBatches(references, (some) =>
    db.select().from(keyHandoff).where(inArray(keyHandoff.reference, some)),
  )
  const homes = handoffs.map(({ apartmentId }) => apartmentId)
  const keys = await inBatches(homes, (some) => db.select().from(key).where(inArray(key.apartmentId, some)))
  const keyIds = keys.map(({ id }) => id)
  const items = await inBatches(keyIds, (some) =>
    db.select().from(keyHandoffKey).where(inArray(keyHandoffKey.keyId, some)),
  )
  const events = await inBatches(keyIds, (some) =>
    db.select().from(keyEvent).where(inArray(keyEvent.keyId, some)).orderBy(asc(keyEvent.seq)),
  )
  const keysAt = Map.groupBy(keys, ({ apartmentId }) => apartmentId)
  const itemsOf = Map.groupBy(items, ({ keyId }) => keyId)
  const eventsOf = Map.groupBy(events, ({ keyId }) => keyId)
  const chains = new Map([...eventsOf].map(([id, chain]) => [id, chain.map(eventOf)]))
  const known = new Map(
    handoffs.map((handoff) => [
      handoff.reference,
      reportable(handoff, keysAt.get(handoff.apartmentId) ?? [], itemsOf, chains),
    ]),
  )
  const earlier = await inBatches(rows.map(rowHash), (some) =>
    db.select({ hash: keyReportRow.rowHash }).from(keyReportRow).where(inArray(keyReportRow.rowHash, some)),
  )
  const said = new Set(earlier.map(({ hash }) => hash))
  // Numbers have no index of their own: they are looked for only when somebody has to be told where they belong.
  const strange = rows.filter(({ reference, kind, number }) => {
    const of = known.get(reference)
    return of && kind !== null && !of.keys.some((each) => each.kind === kind && each.number === number)
  })
  const others = await inBatches(
    strange.map(({ number }) => number),
    (some) => db.select({ kind: key.kind, number: key.number }).from(key).where(inArray(key.number, some)),
  )
  const elsewhere = new Set(others.map(({ kind, number }) => `${kind} ${number}`))
  const { graceDays } = await readKeySettings(db, tables)
  return {
    ...{ today, month, graceDays },
    handoff: (reference) => known.get(reference) ?? null,
    saidBefore: (identity) => said.has(hashOf(identity)),
    elsewhere: (kind, number) => elsewhere.has(`${kind} ${number}`),
  }
}
