import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { ReportResult } from '#shared/contract/keyTerms'
import { type KeyHolder, type KeyLedgerRefusal, sameHolder } from '#shared/rules/keyLedger'
import type { LocalDay } from '#shared/rules/localDay'
import { accept, type Result } from '#shared/rules/result'
import { type Call, named } from '../access/procedure'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'
import { endCase, openCaseOf, openDifference } from './casesRows'
import { type HandoffRow, noteHandoff, refreshHandoff, tellTimeline } from './handoffRows'
import { actOnKey, holderOf, type KeyRow } from './ledger'

export type ItemRow = Tables['keyHandoffKey']['$inferSelect']

/** What was said of a key, by which row of which report. */
export interface SaidOfKey {
  readonly result: Exclude<ReportResult, 'withBlc'>
  readonly happenedOn: LocalDay
  /** Where a key that came is now. */
  readonly to: KeyHolder
  readonly reportRowId: string
  readonly note: string
}

type Taken = Promise<Result<null, KeyLedgerRefusal>>

/** The key of a hand-off; null when it is none of its. */
export async function itemOf(
  db: Db,
  { keyHandoffKey }: Tables,
  handoffId: string,
  keyId: string,
): Promise<ItemRow | null> {
  const [row] = await db
    .select()
    .from(keyHandoffKey)
    .where(and(eq(keyHandoffKey.handoffId, handoffId), eq(keyHandoffKey.keyId, keyId)))
  return row ?? null
}

/** Moves a key that came to where it is now; what is there already stays. */
export async function bring(
  tx: Tx,
  call: Call,
  key: KeyRow,
  { to, happenedOn, note }: Pick<SaidOfKey, 'to' | 'happenedOn' | 'note'>,
  handoffId: string,
  word: 'blc' | 'heka' = 'blc',
): Taken {
  if (sameHolder(holderOf(key), to)) return accept(null)
  const done = await actOnKey(
    tx,
    call,
    key,
    { act: 'move', to, happenedOn },
    { word, wordText: note, handoffId },
  )
  return done.ok ? accept(null) : done
}

/**
 * Takes in what was said of a key of a hand-off: moves it when it came, and opens the case of a difference. What was said before and is not so any
 * more closes its case. Refused by the ledger's rule.
 */
export async function takeOfKey(
  tx: Tx,
  call: Call,
  handoff: HandoffRow,
  item: ItemRow,
  key: KeyRow,
  said: SaidOfKey,
): Taken {
  const { tables } = call.parts.store
  const { result, happenedOn, reportRowId, note } = said
  const came = result !== 'missing'
  if (came) {
    const brought = await bring(tx, call, key, said, handoff.id)
    if (!brought.ok) return brought
  }
  await tx.db
    .update(tables.keyHandoffKey)
    .set({ state: result, reportedOn: happenedOn })
    .where(eq(tables.keyHandoffKey.id, item.id))
  // Of a key that is awaited there is none.
  const open = item.state === 'expected' ? null : await openCaseOf(tx.db, tables, handoff.id, key.id)
  if (open && open.kind !== result)
    await endCase(tx, call, open, { outcome: came && open.kind === 'missing' ? 'found' : 'accepted', note })
  if (result !== 'arrived' && open?.kind !== result)
    await openDifference(tx, call, handoff, { kind: result, note: '', keyId: key.id, reportRowId })
  return accept(null)
}

/** Takes in a key of the ledger that came and was not asked for. Refused by the ledger's rule. */
export async function takeExtra(
  tx: Tx,
  call: Call,
  handoff: HandoffRow,
  key: KeyRow,
  said: SaidOfKey,
): Taken {
  const brought = await bring(tx, call, key, said, handoff.id)
  if (!brought.ok) return brought
  await tx.insertMany(call.parts.store.tables.keyHandoffKey, [
    {
      id: uuidv7(),
      handoffId: handoff.id,
      keyId: key.id,
      heldKeyId: null,
      state: 'extra',
      reportedOn: said.happenedOn,
    },
  ])
  const { reportRowId } = said
  await openDifference(tx, call, handoff, { kind: 'tooMany', note: '', keyId: key.id, reportRowId })
  return accept(null)
}

/** What a report said of one hand-off. */
export interface SaidOfHandoff {
  readonly reportId: string
  readonly source: 'file' | 'hand'
  readonly results: readonly { readonly result: ReportResult; readonly happenedOn: LocalDay }[]
  /** How many keys came that were not asked for. */
  readonly extra: number
}

/** Writes down that a hand-off was reported of, and brings its state up to date. */
export async function concludeReport(
  tx: Tx,
  call: Call,
  handoffId: string,
  { reportId, source, results, extra }: SaidOfHandoff,
): Promise<HandoffRow> {
  const many = (result: ReportResult) => results.filter((each) => each.result === result).length
  const days = results.filter(({ result }) => result !== 'withBlc').map(({ happenedOn }) => happenedOn)
  const detail = {
    source,
    withBlc: many('withBlc') > 0,
    arrived: many('arrived'),
    damaged: many('damaged'),
    missing: many('missing'),
    extra,
  }
  await noteHandoff(tx, call, { handoffId, what: 'reported', detail: { ...detail, reportId } })
  const { keyHandoff } = call.parts.store.tables
  const [row] = await tx.db.select().from(keyHandoff).where(eq(keyHandoff.id, handoffId))
  if (!row) throw named('NOT_FOUND')
  await tellTimeline(tx, call, row, 'reported', detail)
  return refreshHandoff(tx, call, handoffId, {
    withBlc: detail.withBlc,
    countedOn: days.sort().at(-1) ?? null,
  })
}
