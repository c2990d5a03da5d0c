import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { KeyAct, KeyHolder } from '#shared/rules/keyLedger'
import { firstEvent, moveOf } from '#shared/rules/keyLedger'
import { helsinkiDay } from '#shared/rules/localDay'
import { type Call, named, procedures, signedIn } from '../access/procedure'
import { homeOnLease } from '../mandates/grantor'
import { residentById } from '../residents/page'
import { recordEvent } from '../residents/timeline'
import type { Json } from '../store/schema'
import type { Tx } from '../store/store'
import { isApartmentProtected, namingAt } from './holders'
import { apartmentById, apartmentLedger, keyViews } from './keyView'
import { actOnKey, holderColumns, holderOf, type KeyRow, type OnWord } from './ledger'
import { residentLedger } from './looking'
import { canHold, isTheirHome, movableKeys, movingKeys } from './seen'

const os = procedures.keys

type Happened = { readonly happenedOn: string; readonly word: OnWord['word']; readonly wordText: string }

const onWord = ({ word, wordText }: Happened): OnWord => ({ word, wordText, handoffId: null })

/** Writes into the timelines of those who had, or get, keys how many of them went where. */
async function tellPeople(
  tx: Tx,
  call: Call,
  before: readonly KeyRow[],
  to: KeyHolder,
  detail: Record<string, Json>,
): Promise<void> {
  const people = new Set(before.map(({ holderResidentId }) => holderResidentId).filter((id) => id !== null))
  if (to.kind === 'resident') people.add(to.residentId)
  for (const residentId of people) {
    await recordEvent(tx, call.parts.store.tables, {
      residentId,
      at: call.now,
      by: signedIn(call),
      kind: 'keys',
      detail: { keys: before.length, to: to.kind, ...detail },
    })
  }
}

/** One act on each of these keys, all or none: the first that the ledger refuses, with which key it was. */
async function actOnAll(tx: Tx, call: Call, rows: readonly KeyRow[], act: KeyAct, how: Happened) {
  for (const row of rows) {
    const done = await actOnKey(tx, call, row, act, onWord(how))
    if (!done.ok) return { refusal: done.refusal, keyId: row.id }
  }
  return null
}

/** What staff writes into the ledger. */
export const moving = {
  register: os.register.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { apartmentId, holder, happenedOn, word, wordText } = input
    const today = helsinkiDay(context.now)
    return movingKeys(context, async (tx) => {
      const { db } = tx
      await apartmentById(db, tables, apartmentId)
      if (!(await canHold(db, tables, apartmentId, holder)))
        throw errors.REFUSED({ data: { refusal: 'notTheirHome', field: 'holder' } })
      const first = firstEvent(holder, happenedOn, today)
      if (!first.ok) throw errors.REFUSED({ data: { refusal: first.refusal, field: 'happenedOn' } })
      const names = new Set<string>()
      for (const [at, { kind, number }] of input.keys.entries()) {
        const field = `keys.${at}.number`
        if (number === '') throw errors.REFUSED({ data: { refusal: 'numberRequired', field } })
        const [known] = await db
          .select({ id: tables.key.id })
          .from(tables.key)
          .where(
            and(
              eq(tables.key.apartmentId, apartmentId),
              eq(tables.key.kind, kind),
              eq(tables.key.number, number),
            ),
          )
        if (known) throw errors.REFUSED({ data: { refusal: 'alreadyKnown', field, keyId: known.id } })
        if (names.has(`${kind} ${number}`)) throw errors.REFUSED({ data: { refusal: 'alreadyKnown', field } })
        names.add(`${kind} ${number}`)
      }
      const ids = input.keys.map(() => uuidv7())
      await tx.insertMany(
        tables.key,
        input.keys.map((key, at) => ({
          id: ids[at] as string,
          apartmentId,
          ...key,
          ...holderColumns(holder),
          heldSince: happenedOn,
          lastSeq: 1,
          active: true,
          rowHash: null,
          leftOn: null,
          version: 1,
        })),
      )
      await tx.insertMany(
        tables.keyEvent,
        ids.map((keyId) => ({
          id: uuidv7(),
          keyId,
          seq: 1,
          what: first.value.what,
          ...holderColumns(holder),
          happenedOn,
          typedAt: context.now,
          staffId: signedIn(context).staffId,
          word,
          wordText,
          handoffId: null,
          corrects: null,
        })),
      )
      tx.changed('key', apartmentId)
      if (holder.kind === 'resident') tx.changed('resident', holder.residentId)
      return apartmentLedger(db, tables, apartmentId, context.now)
    })
  }),

  edit: os.edit.handler(({ input, context }) => {
    const { tables } = context.parts.store
    const { key } = tables
    return context.write(async (tx) => {
      const [row] = await tx.db
        .update(key)
        .set({ setName: input.setName, note: input.note, version: input.version + 1 })
        .where(and(eq(key.id, input.id), eq(key.version, input.version)))
        .returning()
      if (!row) throw named('CHANGED_MEANWHILE')
      tx.changed('key', row.apartmentId)
      const isProtected = await isApartmentProtected(tx.db, tables, row.apartmentId)
      const [view] = await keyViews(tx.db, tables, [row], context.now, namingAt(isProtected))
      if (!view) throw named('NOT_FOUND')
      return { key: view }
    })
  }),

  move: os.move.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { to, happenedOn } = input
    return movingKeys(context, async (tx) => {
      const movable = await movableKeys(tx, context, input.keys)
      if (!movable.ok) throw errors.REFUSED({ data: movable.data })
      const [first, ...others] = movable.value
      if (!first) throw named('NOT_FOUND')
      const { apartmentId } = first
      if (!(await canHold(tx.db, tables, apartmentId, to)))
        throw errors.REFUSED({ data: { refusal: 'notTheirHome', field: 'to' } })
      const rows = [first, ...others]
      const refused = await actOnAll(tx, context, rows, { act: 'move', to, happenedOn }, input)
      if (refused) throw errors.REFUSED({ data: refused })
      await tellPeople(tx, context, rows, to, { what: moveOf(holderOf(first), to), happenedOn })
      return apartmentLedger(tx.db, tables, apartmentId, context.now)
    })
  }),

  correct: os.correct.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { to, happenedOn, corrects } = input
    if (input.wordText === '') throw errors.REFUSED({ data: { refusal: 'noteRequired', field: 'wordText' } })
    return movingKeys(context, async (tx) => {
      const movable = await movableKeys(tx, context, [input.key])
      if (!movable.ok) {
        if (movable.data.refusal === 'otherApartmentsKey') throw named('NOT_FOUND')
        throw errors.REFUSED({ data: movable.data })
      }
      const rows = movable.value
      const apartmentId = rows[0]?.apartmentId ?? ''
      if (!(await canHold(tx.db, tables, apartmentId, to)))
        throw errors.REFUSED({ data: { refusal: 'notTheirHome', field: 'to' } })
      const refused = await actOnAll(
        tx,
        context,
        rows,
        { act: 'correct', seq: corrects, to, happenedOn },
        input,
      )
      if (refused) throw errors.REFUSED({ data: refused })
      await tellPeople(tx, context, rows, to, { what: 'corrected', happenedOn })
      return apartmentLedger(tx.db, tables, apartmentId, context.now)
    })
  }),

  setActive: os.setActive.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const act = { act: input.active ? 'reactivate' : 'deactivate', happenedOn: input.happenedOn } as const
    return movingKeys(context, async (tx) => {
      const movable = await movableKeys(tx, context, [input.key])
      if (!movable.ok) {
        if (movable.data.refusal === 'otherApartmentsKey') throw named('NOT_FOUND')
        throw errors.REFUSED({ data: movable.data })
      }
      const refused = await actOnAll(tx, context, movable.value, act, input)
      if (refused) throw errors.REFUSED({ data: refused })
      return apartmentLedger(tx.db, tables, movable.value[0]?.apartmentId ?? '', context.now)
    })
  }),

  transfer: os.transfer.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { residentId, toResidentId, happenedOn } = input
    const to = { kind: 'resident', residentId: toResidentId } as const
    if (residentId === toResidentId)
      throw errors.REFUSED({ data: { refusal: 'sameTenant', field: 'toResidentId' } })
    return movingKeys(context, async (tx) => {
      const { db } = tx
      const home = await homeOnLease(db, tables, residentId, input.leaseNo, helsinkiDay(context.now))
      if (!home) throw errors.REFUSED({ data: { refusal: 'notGrantorsLease', field: 'leaseNo' } })
      const apartmentId = home.apartment.id
      await residentById(db, tables, toResidentId)
      if (!(await isTheirHome(db, tables, apartmentId, toResidentId)))
        throw errors.REFUSED({ data: { refusal: 'notTheirHome', field: 'toResidentId' } })
      const movable = await movableKeys(tx, context, input.keys, apartmentId)
      if (!movable.ok) throw errors.REFUSED({ data: movable.data })
      const rows = movable.value
      const refused = await actOnAll(tx, context, rows, { act: 'move', to, happenedOn }, input)
      if (refused) throw errors.REFUSED({ data: refused })
      const detail = { what: 'transferred', happenedOn, leaseNo: home.leaseNo }
      await tellPeople(tx, context, rows, to, detail)
      return residentLedger(db, tables, residentId, context.now)
    })
  }),
}
