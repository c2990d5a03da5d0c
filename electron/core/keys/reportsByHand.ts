import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { DeskClient } from '#shared/contract/index'
import type { ReportResult, ReportRowProblem } from '#shared/contract/keyTerms'
import { isHandoffOpen } from '#shared/rules/keyHandoff'
import type { KeyKind } from '#shared/rules/keyLedger'
import { type ReportedRow, withZerosEaten } from '#shared/rules/keyReport'
import { helsinkiDay } from '#shared/rules/localDay'
import { type Call, procedures, signedIn } from '../access/procedure'
import type { Tx } from '../store/store'
import { untilFirst } from '../visits/acts'
import { openDifference } from './casesRows'
import { type HandoffRow, sameHandoff } from './handoffRows'
import { handoffView } from './handoffView'
import type { KeyRow } from './ledger'
import { arrivesAt, rowHash } from './reportsFacts'
import { concludeReport, type ItemRow, takeExtra, takeOfKey } from './reportsTaking'
import type { ReportRowRow } from './reportsView'

const os = procedures.keys

type Entered = Parameters<DeskClient['keys']['enterReport']>[0]

/** A row as it was entered: of a key of the hand-off, of one that came besides, or of the hand-off itself. */
interface EnteredRow {
  readonly result: ReportResult
  readonly kind: KeyKind | null
  readonly number: string
  readonly key: KeyRow | null
  readonly item: ItemRow | null
  readonly problem: ReportRowProblem | null
  /** Another hand-off has it in hand: it is told of, and not moved. */
  readonly heldElsewhere: boolean
}

/** The keys of a hand-off's apartment with what is said of them, and which of them are in another hand-off's hands. */
async function known(tx: Tx, call: Call, handoff: HandoffRow) {
  const { key, keyHandoffKey } = call.parts.store.tables
  const rows = await tx.db
    .select({ key, item: keyHandoffKey })
    .from(key)
    .leftJoin(keyHandoffKey, eq(keyHandoffKey.keyId, key.id))
    .where(eq(key.apartmentId, handoff.apartmentId))
  const byKey = Map.groupBy(rows, (row) => row.key.id)
  return [...byKey.values()].map((ofKey) => ({
    key: (ofKey[0] as (typeof rows)[number]).key,
    item: ofKey.find(({ item }) => item?.handoffId === handoff.id)?.item ?? null,
    heldElsewhere: ofKey.some(({ item }) => item?.heldKeyId && item.handoffId !== handoff.id),
  }))
}

type Known = Awaited<ReturnType<typeof known>>
type Refused = {
  readonly refusal: 'notInHandoff' | 'sameRowTwice' | 'numberRequired'
  readonly field?: string
  readonly keyId?: string
}

/** The rows of what was entered, or why there are none. */
function rowsOf({ keys, extra, withBlc }: Entered, ledger: Known): EnteredRow[] | Refused {
  const rows: EnteredRow[] = withBlc
    ? [
        {
          result: 'withBlc',
          kind: null,
          number: '',
          key: null,
          item: null,
          problem: null,
          heldElsewhere: false,
        },
      ]
    : []
  const seen = new Set<string>()
  for (const { keyId, result } of keys) {
    const of = ledger.find((each) => each.key.id === keyId)
    if (!of?.item) return { refusal: 'notInHandoff', keyId }
    if (seen.has(keyId)) return { refusal: 'sameRowTwice', keyId }
    seen.add(keyId)
    const { key, item, heldElsewhere } = of
    rows.push({ result, kind: key.kind, number: key.number, key, item, problem: null, heldElsewhere })
  }
  for (const [at, { kind, number }] of extra.entries()) {
    const field = `extra.${at}.number`
    if (number === '') return { refusal: 'numberRequired', field }
    const of = ledger.find(({ key }) => key.kind === kind && key.number === number)
    const name = of?.key.id ?? `${kind} ${number}`
    // One of the hand-off's own keys is told of among them.
    if (of?.item || seen.has(name)) return { refusal: 'sameRowTwice', field }
    seen.add(name)
    const eaten = withZerosEaten(
      ledger.map(({ key }) => key),
      kind,
      number,
    )
    const problem = of ? 'notAsked' : eaten.length > 0 ? 'zerosMissing' : 'unknownKey'
    const heldElsewhere = of?.heldElsewhere ?? false
    rows.push({ result: 'arrived', kind, number, key: of?.key ?? null, item: null, problem, heldElsewhere })
  }
  return rows
}

/** Writes the report with its rows, as a file's are written. */
async function keep(tx: Tx, call: Call, handoff: HandoffRow, input: Entered, rows: readonly EnteredRow[]) {
  const { keyReport, keyReportRow } = call.parts.store.tables
  const reportId = uuidv7()
  const { staffId } = signedIn(call)
  const { happenedOn, note } = input
  await tx.insertMany(keyReport, [
    {
      id: reportId,
      source: 'hand',
      fileName: '',
      sha256: null,
      month: null,
      rows: rows.length,
      takenAt: call.now,
      takenBy: staffId,
      note,
    },
  ])
  const kept = rows.map((row, at): { row: EnteredRow; kept: ReportRowRow } => {
    const { kind, number, result } = row
    const said: ReportedRow = { reference: handoff.reference, kind, number, result, happenedOn }
    return {
      row,
      kept: {
        id: uuidv7(),
        reportId,
        line: at + 1,
        reference: handoff.reference,
        keyKind: kind ?? '',
        keyNumber: number,
        result,
        happenedOn,
        note,
        problem: row.problem,
        handoffId: handoff.id,
        keyId: row.key?.id ?? null,
        state: 'matched',
        rowHash: rowHash(said),
        settledAt: null,
        settledBy: null,
        settledNote: null,
        version: 1,
      },
    }
  })
  await tx.insertMany(
    keyReportRow,
    kept.map((each) => each.kept),
  )
  return { reportId, kept }
}

export const reportsByHand = {
  enterReport: os.enterReport.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { happenedOn, note } = input
    const refuse = (data: Parameters<typeof errors.REFUSED>[0]['data']) => errors.REFUSED({ data })
    return untilFirst(context, async (tx) => {
      const { handoff } = await sameHandoff(tx, context, input)
      if (!isHandoffOpen(handoff.state)) throw refuse({ refusal: 'handoffOver' })
      if (!input.withBlc && input.keys.length === 0 && input.extra.length === 0)
        throw refuse({ refusal: 'nothingEntered' })
      if (happenedOn > helsinkiDay(context.now))
        throw refuse({ refusal: 'reportedInFuture', field: 'happenedOn' })
      if (happenedOn < helsinkiDay(handoff.madeAt))
        throw refuse({ refusal: 'beforeHandoff', field: 'happenedOn' })
      const rows = rowsOf(input, await known(tx, context, handoff))
      if (!Array.isArray(rows)) throw refuse(rows)
      const { reportId, kept } = await keep(tx, context, handoff, input, rows)
      const to = arrivesAt(handoff, input.at)
      for (const { row, kept: written } of kept) {
        const { key, item, result } = row
        if (result === 'withBlc') continue
        const reportRowId = written.id
        if (key === null) {
          await openDifference(tx, context, handoff, { kind: 'tooMany', note, keyId: null, reportRowId })
          continue
        }
        if (row.heldElsewhere) {
          await openDifference(tx, context, handoff, { kind: 'tooMany', note, keyId: key.id, reportRowId })
          continue
        }
        const said = { result, happenedOn, to, reportRowId, note }
        const taken = item
          ? await takeOfKey(tx, context, handoff, item, key, said)
          : await takeExtra(tx, context, handoff, key, said)
        if (!taken.ok) throw refuse({ refusal: taken.refusal, keyId: key.id })
      }
      await concludeReport(tx, context, handoff.id, {
        reportId,
        source: 'hand',
        results: kept.filter(({ row }) => row.item || row.result === 'withBlc').map((each) => each.kept),
        extra: input.extra.length,
      })
      return handoffView(tx.db, tables, handoff.id, context.now)
    })
  }),
}
