import { asc, inArray } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import {
  type KeyEvent,
  type KeyHolder,
  movesOf,
  nextEvent,
  sameHolder,
  standingOf,
} from '#shared/rules/keyLedger'
import type { LocalDay } from '#shared/rules/localDay'
import { eventOf } from '../keys/ledger'
import type { Store } from '../store/store'
import { type FilePlan, hashRow } from './compare'
import { type KnownKey, knownKeys } from './knownKeys'
import { inTurns } from './progress'
import type { ReadFile, ReadRegister, ReadRow, Rejection, Step } from './readRegister'
import { type RegisterRows, withoutZeros } from './rows'

/** What an import would do to one key that the ledger has. */
export interface KeyChange {
  /** The number of the last event that was compared with: when there is a newer one, the ledger was moved on meanwhile. */
  readonly seen: number
  /** What follows on its chain, on the register's word; null when nobody else has it. */
  readonly event: KeyEvent | null
  readonly heldSince: LocalDay
  readonly setName: string
  readonly rowHash: string
}

export interface KeyPlan extends FilePlan<'keys'> {
  /** What changes in the changed ones, by their ids. */
  readonly changes: ReadonlyMap<string, KeyChange>
  /** Keys that somebody else has by their ledger than by the file. The ledger stands. */
  readonly differing: readonly ReadRow<'keys'>[]
}

/** A row of a key that is known, and what it says as `rowHash` keeps it. */
interface Pair {
  readonly read: ReadRow<'keys'>
  readonly before: KnownKey
  readonly says: string
}

/** So many rows are compared between two stages of the progress. */
const stepRows = 2000
const chainsAtOnce = 500

/** What the register said last of a key, in two parts: of its set, and of who has it. */
export function hashKey({ setName, holder, residentNo, since }: RegisterRows['keys']): string {
  return `${hashRow({ setName }).slice(0, 8)}.${hashRow({ holder, residentNo, since }).slice(0, 12)}`
}

/** Who has a key by the file. Every reference was checked when the files were read. */
export function holderByFile(
  { holder, residentNo }: RegisterRows['keys'],
  people: ReadRegister['people'],
): KeyHolder {
  if (holder !== 'resident') return { kind: holder }
  return { kind: 'resident', residentId: people.rows.get(residentNo ?? '')?.id ?? '' }
}

export const noKeys: KeyPlan = {
  added: [],
  changed: [],
  ended: [],
  rejected: [],
  unchanged: 0,
  changes: new Map(),
  differing: [],
}

/**
 * Compares the keys' file with the ledger. A key that is new begins its chain. Of a key that is known, the register's word is
 * taken only when it says something new and nobody but the register has ever said where that key is; otherwise the
 * ledger stands, and where the two say different holders it is told. A number that differs from a known one in nothing but
 * zeros at its beginning is rejected: which of the two is right, nobody can tell here.
 */
export async function planKeys(
  store: Store,
  file: ReadFile<'keys'>,
  people: ReadRegister['people'],
  today: LocalDay,
  step: Step,
): Promise<KeyPlan> {
  const { keys: known, formerly, zeroless } = await knownKeys(store, step)
  const found = new Set<string>()
  // The register may not know yet what a desk corrected: that row is still of the same key, unless another row is.
  const formerKey = (key: string) => {
    const before = formerly.get(key)
    return before && !file.rows.has(before.key) && !found.has(before.id) ? before : undefined
  }
  const added: ReadRow<'keys'>[] = []
  const lookalikes = new Set<string>()
  const zerosMissing: Rejection[] = []
  const pairs: Pair[] = []
  const asked: Pair[] = []
  let done = 0
  for (const read of file.rows.values()) {
    const { key, line, row } = read
    const before = known.get(key) ?? formerKey(key)
    const lookalike = before ? undefined : zeroless.get(withoutZeros(row.apartmentNo, row.kind, row.number))
    if (lookalike !== undefined) {
      lookalikes.add(lookalike)
      zerosMissing.push({ key, line, problem: 'zerosMissing', column: 'key_number' })
    } else if (before) {
      read.id = before.id
      found.add(before.id)
      const pair = { read, before, says: hashKey(row) }
      pairs.push(pair)
      if (saysNew(pair, people)) asked.push(pair)
    } else {
      read.id = uuidv7()
      added.push(read)
    }
    done += 1
    if (done % stepRows === 0) await step('keys', done, file.rows.size)
  }
  for (const { key } of zerosMissing) file.rows.delete(key ?? '')
  const rejected = [...file.rejected, ...zerosMissing].sort((a, b) => a.line - b.line)
  // One whose row, or whose number, was not read well is in the file all the same.
  for (const key of [...lookalikes, ...rejected.map((each) => each.key ?? '')]) {
    const before = known.get(key) ?? formerly.get(key)
    if (before) found.add(before.id)
  }
  const events = await eventsOf(store, asked, people, today)
  const changed: ReadRow<'keys'>[] = []
  const changes = new Map<string, KeyChange>()
  const differing: ReadRow<'keys'>[] = []
  await inTurns(pairs, ({ read, before, says }) => {
    const taken = events.get(before.id)
    const change = changeOf(read.row, says, before, taken)
    if (change) {
      changed.push(read)
      changes.set(read.id, change)
    }
    if (!taken && !sameHolder(before.holder, holderByFile(read.row, people))) differing.push(read)
  })
  return {
    added,
    changed,
    changes,
    differing,
    rejected,
    unchanged: pairs.length - changed.length,
    ended: rejected.some(({ key }) => key === null)
      ? []
      : [...known.values()].filter(({ id, rowHash, left }) => rowHash !== null && !left && !found.has(id)),
  }
}

/** Whether the register says something new of who has a key, and not what the ledger says already. */
function saysNew({ read: { row }, before, says }: Pair, people: ReadRegister['people']): boolean {
  if (before.rowHash === null || before.rowHash.split('.')[1] === says.split('.')[1]) return false
  return row.since !== before.heldSince || !sameHolder(before.holder, holderByFile(row, people))
}

interface Taken {
  readonly event: KeyEvent
  readonly heldSince: LocalDay
}

/** What follows on the chains of which nobody but the register has said anything yet, by the keys' ids. */
async function eventsOf(
  store: Store,
  asked: readonly Pair[],
  people: ReadRegister['people'],
  today: LocalDay,
): Promise<ReadonlyMap<string, Taken>> {
  const { keyEvent, keyHandoffKey } = store.tables
  const taken = new Map<string, Taken>()
  for (let at = 0; at < asked.length; at += chainsAtOnce) {
    const part = asked.slice(at, at + chainsAtOnce)
    const ids = part.map(({ before }) => before.id)
    const [rows, held] = await store.read(async (db) => [
      await db.select().from(keyEvent).where(inArray(keyEvent.keyId, ids)).orderBy(asc(keyEvent.seq)),
      await db
        .select({ id: keyHandoffKey.heldKeyId })
        .from(keyHandoffKey)
        .where(inArray(keyHandoffKey.heldKeyId, ids)),
    ])
    const chains = Map.groupBy(rows, ({ keyId }) => keyId)
    const inHandoff = new Set(held.map(({ id }) => id))
    for (const { read, before } of part) {
      const events = chains.get(before.id) ?? []
      // That a desk corrected what a key is called says nothing of who has it.
      const moves = events.filter(({ what }) => what !== 'keyCorrected')
      if (inHandoff.has(before.id) || moves.some(({ word }) => word !== 'register')) continue
      // Read after the key: the chain has moved on meanwhile.
      if (events.at(-1)?.seq !== before.lastSeq) continue
      const chain = events.map(eventOf)
      const event = onRegistersWord(chain, holderByFile(read.row, people), read.row.since, today)
      const standing = event && standingOf([...chain, event])
      if (standing) taken.set(before.id, { event, heldSince: standing.heldSince })
    }
  }
  return taken
}

/** A move when it is somebody else's from a later day on; otherwise the register said it wrong before. */
function onRegistersWord(
  chain: readonly KeyEvent[],
  to: KeyHolder,
  happenedOn: LocalDay,
  today: LocalDay,
): KeyEvent | null {
  const last = movesOf(chain).at(-1)
  if (!last) return null
  const moves = !sameHolder(last.holder, to) && happenedOn >= last.happenedOn
  const next = nextEvent(
    chain,
    moves ? { act: 'move', to, happenedOn } : { act: 'correct', seq: last.seq, to, happenedOn },
    today,
  )
  return next.ok ? next.value : null
}

/** What is to be written of a known key; null when it is nothing. What the ledger did not take, the register has not said yet. */
function changeOf(
  row: RegisterRows['keys'],
  says: string,
  before: KnownKey,
  taken: Taken | undefined,
): KeyChange | null {
  const [set = '', holder = ''] = says.split('.')
  const [saidSet, saidHolder] = before.rowHash?.split('.') ?? []
  // A key that a desk registered before the register knew of it keeps the name of its set.
  const setName =
    before.rowHash === null ? before.setName || row.setName : saidSet === set ? before.setName : row.setName
  const comesBack = before.left || before.rowHash === null
  if (!taken && !comesBack && saidSet === set) return null
  return {
    seen: before.lastSeq,
    event: taken?.event ?? null,
    heldSince: taken?.heldSince ?? before.heldSince,
    setName,
    rowHash: `${set}.${taken ? holder : (saidHolder ?? holder)}`,
  }
}
