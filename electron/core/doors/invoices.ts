import { and, asc, eq, isNull } from 'drizzle-orm'
import { named, procedures, signedIn } from '../access/procedure'
import { doorInvoices } from '../documents/doorInvoices'
import { streetAddress } from '../residents/homes'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { type DoorOf, hiddenDoors, selectDoors } from './rows'

const os = procedures.doors

/** Opened, and not in a file yet. */
export const toInvoice = ({ doorOpening }: Tables) =>
  and(eq(doorOpening.state, 'opened'), isNull(doorOpening.exportedAt))

/** The file of these openings. Of a protected home it tells no address: whoever invoices finds it by the lease. */
async function fileOf(db: Db, tables: Tables, found: readonly DoorOf[]) {
  const isHidden = await hiddenDoors(db, tables, found)
  const csv = doorInvoices(
    found.map((of) => ({
      ...of.door,
      leaseNo: of.leaseNo,
      residentNo: of.resident.residentNo,
      name: `${of.resident.firstNames} ${of.resident.lastName}`,
      address: isHidden(of) ? null : streetAddress(of),
      openedAt: of.door.endedAt,
    })),
  )
  return {
    csvBase64: Buffer.from(csv, 'utf8').toString('base64'),
    lines: found.length,
    withoutFee: found.filter(({ door }) => door.feeCents === null).length,
  }
}

const inOrder = ({ doorOpening }: Tables) => [asc(doorOpening.orderedAt), asc(doorOpening.id)] as const

/** Invoice lines of what was opened, for whoever sends the invoices by post (003_6520488e57b6da1e.txt). */
export const invoices = {
  exportInvoices: os.exportInvoices.handler(({ context, errors }) => {
    const { tables } = context.parts.store
    const { doorOpening } = tables
    const { now } = context
    return context.write(async (tx) => {
      // Of two desks that export at once, each line is in the file of one.
      await tx.inTurn('doors')
      const found = await selectDoors(tx.db, tables)
        .where(toInvoice(tables))
        .orderBy(...inOrder(tables))
      if (found.length === 0) throw errors.REFUSED({ data: { refusal: 'nothingToExport' } })
      const file = await fileOf(tx.db, tables, found)
      await tx.db
        .update(doorOpening)
        .set({ exportedAt: now, exportedBy: signedIn(context).staffId })
        .where(toInvoice(tables))
      tx.changed('door', null)
      return { ...file, exportedAt: now }
    })
  }),

  exportAgain: os.exportAgain.handler(({ input, context }) => {
    const { tables } = context.parts.store
    return context.read(async (db) => {
      const found = await selectDoors(db, tables)
        .where(eq(tables.doorOpening.exportedAt, input.exportedAt))
        .orderBy(...inOrder(tables))
      if (found.length === 0) throw named('NOT_FOUND')
      return fileOf(db, tables, found)
    })
  }),
}
