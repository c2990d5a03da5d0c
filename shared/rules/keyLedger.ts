import type { LocalDay } from './localDay'
import { accept, type Result, refuse } from './result'

/** What a key opens. */
export const keyKinds = ['apartment', 'storage', 'laundry', 'mailbox', 'parking', 'other'] as const
export type KeyKind = (typeof keyKinds)[number]

/** Who can have a key. `lost`: nobody knows. */
export const keyHolderKinds = ['heka', 'blc', 'resident', 'grantee', 'maintenance', 'lost'] as const
export type KeyHolderKind = (typeof keyHolderKinds)[number]

/** Who has a key: a resident by their id, a grantee by name, an office by what it is. */
export type KeyHolder =
  | { readonly kind: 'heka' | 'blc' | 'maintenance' | 'lost' }
  | { readonly kind: 'resident'; readonly residentId: string }
  | { readonly kind: 'grantee'; readonly name: string }

/** What happened to a key. Which of the moves it was follows from who had it and who has it then. */
export const keyEventWhats = [
  'registered',
  'issued',
  'returned',
  'movedTo',
  'transferred',
  'lost',
  'found',
  'corrected',
  'deactivated',
  'reactivated',
  /** What the key is called was typed wrong. It says nothing of who has it. */
  'keyCorrected',
] as const
export type KeyEventWhat = (typeof keyEventWhats)[number]

/** On whose word an event was typed. `heka`: staff saw it; `register`: the housing register said so. */
export const keyWords = ['heka', 'blc', 'resident', 'grantee', 'maintenance', 'register', 'other'] as const
export type KeyWord = (typeof keyWords)[number]

/** One event of a key's chain. */
export interface KeyEvent {
  readonly seq: number
  readonly what: KeyEventWhat
  /** Who has the key then. Of a correction: who had it after the event that it corrects. */
  readonly holder: KeyHolder
  /** The day on which it happened, Helsinki. Of a correction: of the event that it corrects. */
  readonly happenedOn: LocalDay
  /** Of a correction: the number of the event that it corrects; otherwise null. */
  readonly corrects: number | null
}

/** What a chain comes to. */
export interface KeyStanding {
  readonly holder: KeyHolder
  readonly heldSince: LocalDay
  readonly active: boolean
  readonly lastSeq: number
}

/** Why an event cannot follow on a chain. */
export const keyLedgerRefusals = [
  'keyInFuture',
  'sameHolder',
  'keyInactive',
  'keyAlreadyActive',
  'beforeRegistered',
  'returnBeforeIssue',
  'beforeLastMove',
  'noSuchEvent',
  'correctionDoesNotFit',
] as const
export type KeyLedgerRefusal = (typeof keyLedgerRefusals)[number]

export const sameHolder = (one: KeyHolder, other: KeyHolder): boolean =>
  one.kind === other.kind &&
  (one.kind !== 'resident' || other.kind !== 'resident' || one.residentId === other.residentId) &&
  (one.kind !== 'grantee' || other.kind !== 'grantee' || one.name === other.name)

const isPerson = ({ kind }: KeyHolder) => kind === 'resident' || kind === 'grantee'
const isPoint = ({ kind }: KeyHolder) => kind === 'heka' || kind === 'blc'

/** Which move it is when a key goes from one to another. */
export function moveOf(from: KeyHolder, to: KeyHolder): KeyEventWhat {
  if (to.kind === 'lost') return 'lost'
  if (from.kind === 'lost') return 'found'
  if (isPerson(from)) return isPerson(to) ? 'transferred' : isPoint(to) ? 'returned' : 'movedTo'
  return isPerson(to) ? 'issued' : 'movedTo'
}

/** The events that say who had the key, in order, each as its latest correction has it. */
export function movesOf(chain: readonly KeyEvent[]): KeyEvent[] {
  const right = new Map(
    chain.flatMap((event) => (event.corrects === null ? [] : [[event.corrects, event] as const])),
  )
  return chain
    .filter(({ corrects, what }) => corrects === null && what !== 'keyCorrected')
    .map((event) => {
      const correction = right.get(event.seq)
      return correction ? { ...event, holder: correction.holder, happenedOn: correction.happenedOn } : event
    })
}

/** What a chain comes to; null for one without a beginning. A key has exactly one holder: that of its last move. */
export function standingOf(chain: readonly KeyEvent[]): KeyStanding | null {
  const moves = movesOf(chain).filter(({ what }) => what !== 'deactivated' && what !== 'reactivated')
  const last = moves.at(-1)
  const newest = chain.at(-1)
  if (!last || !newest) return null
  // Since when: a correction may make what came later say what was so before.
  let since = last.happenedOn
  for (const move of moves.toReversed()) {
    if (!sameHolder(move.holder, last.holder)) break
    since = move.happenedOn
  }
  const switched = chain.findLast(({ what }) => what === 'deactivated' || what === 'reactivated')
  return {
    holder: last.holder,
    heldSince: since,
    active: switched?.what !== 'deactivated',
    lastSeq: newest.seq,
  }
}

/** What somebody wants to write down of a key. */
export type KeyAct =
  | { readonly act: 'move'; readonly to: KeyHolder; readonly happenedOn: LocalDay }
  | { readonly act: 'deactivate'; readonly happenedOn: LocalDay }
  | { readonly act: 'reactivate'; readonly happenedOn: LocalDay }
  | { readonly act: 'correctKey'; readonly happenedOn: LocalDay }
  | {
      readonly act: 'correct'
      /** The number of the event that was typed wrong. */
      readonly seq: number
      readonly to: KeyHolder
      readonly happenedOn: LocalDay
    }

/** The first event of a chain. Refused: `keyInFuture`. */
export const firstEvent = (
  holder: KeyHolder,
  happenedOn: LocalDay,
  today: LocalDay,
): Result<KeyEvent, 'keyInFuture'> =>
  happenedOn > today
    ? refuse('keyInFuture')
    : accept({ seq: 1, what: 'registered', holder, happenedOn, corrects: null })

/** Why a day is too early for what follows on an event; null when it is not. Within a chain days never go back. */
function tooEarly(last: KeyEvent, what: KeyEventWhat, day: LocalDay): KeyLedgerRefusal | null {
  if (day >= last.happenedOn) return null
  if (last.what === 'registered') return 'beforeRegistered'
  return what === 'returned' && last.what === 'issued' ? 'returnBeforeIssue' : 'beforeLastMove'
}

const goesBack = (moves: readonly KeyEvent[]) =>
  moves.some((move, at) => at > 0 && move.happenedOn < (moves[at - 1] as KeyEvent).happenedOn)

/**
 * The event that follows on a chain, or why none can. The order is that in which things are typed, and the days on which they happened
 * never go back in it: what happened earlier than the last move is a correction of it. A correction names an event of the chain and
 * says what it should have said; it too may not make the days go back. That the key's own label is corrected stands outside that order, also of a
 * key that is out of use. Refused: `keyInFuture`; `keyInactive`, `keyAlreadyActive` out of use or
 * not; `sameHolder` has it already; `beforeRegistered`, `returnBeforeIssue`, `beforeLastMove` too early; `noSuchEvent` nothing to correct;
 * `correctionDoesNotFit` it would make days go back, or changes nothing.
 */
export function nextEvent(
  chain: readonly KeyEvent[],
  act: KeyAct,
  today: LocalDay,
): Result<KeyEvent, KeyLedgerRefusal> {
  const moves = movesOf(chain)
  const last = moves.at(-1)
  const standing = standingOf(chain)
  if (!last || !standing) return refuse('noSuchEvent')
  const { happenedOn } = act
  if (happenedOn > today) return refuse('keyInFuture')
  const seq = standing.lastSeq + 1
  const { holder, active } = standing
  if (act.act === 'correctKey')
    return accept({ seq, what: 'keyCorrected', holder, happenedOn, corrects: null })
  if (act.act === 'correct') {
    const wrong = moves.find((move) => move.seq === act.seq)
    if (!wrong || wrong.what === 'deactivated' || wrong.what === 'reactivated') return refuse('noSuchEvent')
    const same = sameHolder(wrong.holder, act.to) && wrong.happenedOn === happenedOn
    const right = moves.map((move) => (move === wrong ? { ...move, holder: act.to, happenedOn } : move))
    if (same || goesBack(right)) return refuse('correctionDoesNotFit')
    return accept({ seq, what: 'corrected', holder: act.to, happenedOn, corrects: act.seq })
  }
  if (act.act === 'reactivate') {
    if (active) return refuse('keyAlreadyActive')
    const early = tooEarly(last, 'reactivated', happenedOn)
    return early ? refuse(early) : accept({ seq, what: 'reactivated', holder, happenedOn, corrects: null })
  }
  if (!active) return refuse('keyInactive')
  if (act.act === 'deactivate') {
    const early = tooEarly(last, 'deactivated', happenedOn)
    return early ? refuse(early) : accept({ seq, what: 'deactivated', holder, happenedOn, corrects: null })
  }
  if (sameHolder(holder, act.to)) return refuse('sameHolder')
  const what = moveOf(holder, act.to)
  const early = tooEarly(last, what, happenedOn)
  return early ? refuse(early) : accept({ seq, what, holder: act.to, happenedOn, corrects: null })
}
