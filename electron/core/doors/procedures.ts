import { and, asc, count, desc, eq, inArray, lt } from 'drizzle-orm'
import { type Call, named, procedures, signedIn } from '../access/procedure'
import { residentById } from '../residents/page'
import { recordEvent } from '../residents/timeline'
import type { Json } from '../store/schema'
import type { Tx } from '../store/store'
import { invoices, toInvoice } from './invoices'
import { ordering } from './ordering'
import { prices } from './prices'
import { changeDoor, type DoorRow, doorById, doorSummaries, doorView, selectDoors } from './rows'

const os = procedures.doors

const pageSize = 50

/** So many of a resident's openings are shown. */
const mostOfResident = 200

/** A door opening that is still as the page read it; NOT_FOUND or CHANGED_MEANWHILE otherwise. */
async function sameDoor(tx: Tx, call: Call, which: { readonly id: string; readonly version: number }) {
  const { door } = await doorById(tx.db, call.parts.store.tables, which.id)
  if (door.version !== which.version) throw named('CHANGED_MEANWHILE')
  return door
}

/** Ends an opening and tells the resident's timeline. */
async function end(tx: Tx, call: Call, row: DoorRow, change: Partial<DoorRow>, detail: Record<string, Json>) {
  const { tables } = call.parts.store
  const { id, residentId, reference, feeCents } = row
  await changeDoor(tx, tables, row, { ...change, endedAt: call.now, endedBy: signedIn(call).staffId })
  await recordEvent(tx, tables, {
    residentId,
    at: call.now,
    by: signedIn(call),
    kind: 'doorOpening',
    detail: { doorOpeningId: id, reference, feeCents, ...detail },
  })
  return doorView(tx.db, tables, id, call.now)
}

/** Door openings: ordered, opened or cancelled, and invoiced. */
export const doorProcedures = os.router({
  ...ordering,
  ...prices,
  ...invoices,

  read: os.read.handler(({ input, context }) =>
    context.read((db) => doorView(db, context.parts.store.tables, input.id, context.now)),
  ),

  ofResident: os.ofResident.handler(({ input, context }) => {
    const { tables } = context.parts.store
    const { doorOpening } = tables
    return context.read(async (db) => {
      const { id } = await residentById(db, tables, input.residentId)
      const found = await selectDoors(db, tables)
        .where(eq(doorOpening.residentId, id))
        .orderBy(desc(doorOpening.orderedAt), desc(doorOpening.id))
        .limit(mostOfResident)
      return { residentId: id, doors: await doorSummaries(db, tables, found, context.now) }
    })
  }),

  list: os.list.handler(({ input, context }) => {
    const { tables } = context.parts.store
    const { doorOpening } = tables
    const ordered = eq(doorOpening.state, 'ordered')
    const sorts = {
      ordered,
      late: and(ordered, lt(doorOpening.usualBy, context.now)),
      toInvoice: toInvoice(tables),
      over: inArray(doorOpening.state, ['opened', 'cancelled']),
    }
    return context.read(async (db) => {
      const howMany = async (sort: keyof typeof sorts) => {
        const [all] = await db.select({ n: count() }).from(doorOpening).where(sorts[sort])
        return all?.n ?? 0
      }
      const order =
        input.show === 'over'
          ? [desc(doorOpening.endedAt), desc(doorOpening.id)]
          : [asc(doorOpening.orderedAt), asc(doorOpening.id)]
      const found = await selectDoors(db, tables)
        .where(sorts[input.show])
        .orderBy(...order)
        .limit(pageSize)
        .offset(input.page * pageSize)
      return {
        doors: await doorSummaries(db, tables, found, context.now),
        total: await howMany(input.show),
        counts: {
          ordered: await howMany('ordered'),
          late: await howMany('late'),
          toInvoice: await howMany('toInvoice'),
        },
      }
    })
  }),

  opened: os.opened.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const row = await sameDoor(tx, context, input)
      if (row.state !== 'ordered') throw errors.REFUSED({ data: { refusal: 'doorOver' } })
      const { note } = input
      return end(tx, context, row, { state: 'opened', endNote: note }, { what: 'opened', note })
    }),
  ),

  cancel: os.cancel.handler(({ input, context, errors }) => {
    const { because, note } = input
    if (because === 'other' && note === '')
      throw errors.REFUSED({ data: { refusal: 'noteRequired', field: 'note' } })
    return context.write(async (tx) => {
      const row = await sameDoor(tx, context, input)
      if (row.state !== 'ordered') throw errors.REFUSED({ data: { refusal: 'doorOver' } })
      const change = { state: 'cancelled', cancelledBecause: because, endNote: note } as const
      return end(tx, context, row, change, { what: 'cancelled', because, note })
    })
  }),
})
