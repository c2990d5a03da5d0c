import { type HandoffDirection, type HandoffKeyState, type HandoffState, isHandoffOpen } from './keyHandoff'
import { type KeyEvent, type KeyHolder, type KeyKind, nextEvent, sameHolder, standingOf } from './keyLedger'
import { addDays, type LocalDay } from './localDay'

/** One row of BLC Turva's report, read. Without a kind and a number it is about the whole hand-off: the keys are there, uncounted. */
export interface ReportedRow {
  /** As it is kept, without hyphens. */
  readonly reference: string
  readonly kind: KeyKind | null
  /** As it was written: leading zeros belong to it. */
  readonly number: string
  readonly result: 'withBlc' | 'arrived' | 'damaged' | 'missing'
  readonly happenedOn: LocalDay
}

/** What a row says: the same again, in another file too, is the same row. */
export const rowIdentity = ({ reference, kind, number, result, happenedOn }: ReportedRow): string =>
  [reference, kind ?? '', number, result, happenedOn].join('|')

/** Rows that cannot be taken in as they stand, when the row itself could be read. */
export type RowRejection = 'reportedInFuture' | 'otherMonth' | 'sameRowTwice'
/** Rows that are kept for a person to look at. */
export type RowKept =
  | 'unknownReference'
  | 'unknownKey'
  | 'neverIssued'
  | 'otherApartment'
  | 'zerosMissing'
  | 'handoffOver'
  | 'beforeHandoff'
  | 'notAsExpected'

/** A key of the apartment of a hand-off, as the rule sees it. */
export interface ReportableKey {
  readonly keyId: string
  readonly kind: KeyKind
  readonly number: string
  readonly chain: readonly KeyEvent[]
  /** Null for a key that is not of the hand-off. */
  readonly state: HandoffKeyState | null
  /** It is in another open hand-off, where what happens with it is told. */
  readonly heldElsewhere: boolean
}

export interface ReportableHandoff {
  readonly handoffId: string
  readonly direction: HandoffDirection
  readonly state: HandoffState
  readonly madeOn: LocalDay
  readonly dueOn: LocalDay
  /** Who has a key of it that came: BLC Turva, or of a pick-up whoever collects. */
  readonly to: KeyHolder
  readonly keys: readonly ReportableKey[]
}

export interface ReportFacts {
  readonly today: LocalDay
  readonly graceDays: number
  /** `YYYY-MM`: the month that the report is said to be of. */
  readonly month: string
  readonly handoff: (reference: string) => ReportableHandoff | null
  /** Whether a report said so before, by `rowIdentity`. */
  readonly saidBefore: (identity: string) => boolean
  /** Whether a key of that kind and number belongs to another apartment. */
  readonly elsewhere: (kind: KeyKind, number: string) => boolean
}

/** What becomes of a row. `taken` as what: the hand-off's, one of its keys, or a key that came and was not asked for. */
export type RowJudgement = { readonly handoffId: string | null; readonly keyId: string | null } & (
  | { readonly becomes: 'rejected'; readonly problem: RowRejection; readonly column: 'day' | null }
  | {
      readonly becomes: 'kept'
      readonly problem: RowKept
      readonly column: 'reference' | 'key_number' | null
    }
  | { readonly becomes: 'repeated'; readonly problem: 'saidBefore'; readonly column: null }
  | {
      readonly becomes: 'matched'
      readonly problem: 'late' | 'notAsked' | null
      readonly column: null
      readonly as: 'handoff' | 'key' | 'extra'
    }
)

const withoutZeros = (number: string) => number.replace(/^0+(?=.)/, '')

/** Keys whose number is this one with leading zeros before it: a spreadsheet eats those. */
export const withZerosEaten = <Key extends { readonly kind: KeyKind; readonly number: string }>(
  keys: readonly Key[],
  kind: KeyKind | null,
  number: string,
): Key[] =>
  keys.filter(
    (key) =>
      key.kind === kind &&
      key.number.length > number.length &&
      withoutZeros(key.number) === withoutZeros(number),
  )

/** Whether a key has ever been with a resident or a grantee. */
const wasIssued = ({ chain }: ReportableKey) =>
  chain.some(({ holder }) => holder.kind === 'resident' || holder.kind === 'grantee')

/** What a key of a hand-off is after a row was taken in of it. */
const stateAfter = { arrived: 'arrived', damaged: 'damaged', missing: 'missing' } as const

const kept = (
  problem: RowKept,
  column: 'reference' | 'key_number' | null,
  handoffId: string | null,
  keyId: string | null = null,
): RowJudgement => ({ becomes: 'kept', problem, column, handoffId, keyId })

const repeated = (handoffId: string | null, keyId: string | null): RowJudgement => ({
  becomes: 'repeated',
  problem: 'saidBefore',
  column: null,
  handoffId,
  keyId,
})

/** Says nothing that was not known of the key: the same of it, also from another day. */
const saysNothingNew = (row: ReportedRow, key: ReportableKey | undefined) =>
  key !== undefined && (key.state === row.result || (key.state === 'extra' && row.result === 'arrived'))

/**
 * Judges the rows of a report in their order: what would become of each if all before it were taken in. A row is taken in only when it says of an
 * open hand-off something that can follow on what is known; everything else is kept for a person, by the name of what is the matter with
 * it, and nothing is guessed: a number that fits once leading zeros are put before it is named, not taken.
 */
export function judgeReport(rows: readonly ReportedRow[], facts: ReportFacts): RowJudgement[] {
  const seen = new Set<string>()
  const handoffs = new Map<string, { handoff: ReportableHandoff; keys: ReportableKey[]; withBlc: boolean }>()
  const standing = (reference: string) => {
    const known = handoffs.get(reference)
    if (known) return known
    const handoff = facts.handoff(reference)
    if (!handoff) return null
    const fresh = { handoff, keys: [...handoff.keys], withBlc: handoff.state !== 'instructed' }
    handoffs.set(reference, fresh)
    return fresh
  }

  return rows.map((row): RowJudgement => {
    const rejected = (problem: RowRejection): RowJudgement => ({
      becomes: 'rejected',
      problem,
      column: problem === 'sameRowTwice' ? null : 'day',
      handoffId: null,
      keyId: null,
    })
    if (row.happenedOn > facts.today) return rejected('reportedInFuture')
    if (!row.happenedOn.startsWith(`${facts.month}-`)) return rejected('otherMonth')
    const identity = rowIdentity(row)
    if (seen.has(identity)) return rejected('sameRowTwice')
    seen.add(identity)

    const of = standing(row.reference)
    if (!of) {
      return facts.saidBefore(identity) ? repeated(null, null) : kept('unknownReference', 'reference', null)
    }
    const { handoff, keys } = of
    const { handoffId } = handoff
    const at = keys.findIndex(({ kind, number }) => kind === row.kind && number === row.number)
    const key = keys[at]
    const keyId = key?.keyId ?? null
    if (facts.saidBefore(identity) || saysNothingNew(row, key)) return repeated(handoffId, keyId)
    // That they came uncounted says nothing of a hand-off that is further than that.
    if (row.result === 'withBlc' && of.withBlc && handoff.state !== 'cancelled')
      return repeated(handoffId, null)
    if (!isHandoffOpen(handoff.state)) return kept('handoffOver', 'reference', handoffId, keyId)
    if (row.happenedOn < handoff.madeOn) return kept('beforeHandoff', null, handoffId, keyId)
    const late = addDays(handoff.dueOn, facts.graceDays) < row.happenedOn ? 'late' : null
    if (row.result === 'withBlc') {
      of.withBlc = true
      return { becomes: 'matched', problem: late, column: null, as: 'handoff', handoffId, keyId: null }
    }
    if (!key) {
      const eaten = withZerosEaten(keys, row.kind, row.number)
      if (eaten.length > 0)
        return kept('zerosMissing', 'key_number', handoffId, eaten.length === 1 ? eaten[0]?.keyId : null)
      const other = row.kind !== null && facts.elsewhere(row.kind, row.number)
      return kept(other ? 'otherApartment' : 'unknownKey', 'key_number', handoffId)
    }
    const { result } = row
    if (key.state === null) {
      if (handoff.direction === 'return' && !wasIssued(key))
        return kept('neverIssued', 'key_number', handoffId, keyId)
      const next =
        result === 'arrived' && !key.heldElsewhere
          ? moved(key, handoff.to, row.happenedOn, facts.today)
          : null
      if (!next) return kept('notAsExpected', null, handoffId, keyId)
      keys[at] = { ...next, state: 'extra' }
      return { becomes: 'matched', problem: 'notAsked', column: null, as: 'extra', handoffId, keyId }
    }
    // Whoever said something else of it before was wrong, or something has happened since: a person must look.
    if (key.state !== 'expected') return kept('notAsExpected', null, handoffId, keyId)
    const next = result === 'missing' ? key : moved(key, handoff.to, row.happenedOn, facts.today)
    if (!next) return kept('notAsExpected', null, handoffId, keyId)
    keys[at] = { ...next, state: stateAfter[result] }
    return { becomes: 'matched', problem: late, column: null, as: 'key', handoffId, keyId }
  })
}

/** The key once it has come; null when its ledger has no room for that. */
function moved(
  key: ReportableKey,
  to: KeyHolder,
  happenedOn: LocalDay,
  today: LocalDay,
): ReportableKey | null {
  const standing = standingOf(key.chain)
  if (!standing) return null
  if (sameHolder(standing.holder, to)) return standing.active ? key : null
  const next = nextEvent(key.chain, { act: 'move', to, happenedOn }, today)
  return next.ok ? { ...key, chain: [...key.chain, next.value] } : null
}
