import { eq, inArray } from 'drizzle-orm'
import type { ImportFile, PreviewRow, RowList } from '#shared/contract/register'
import { registerColumns } from '#shared/rules/registerColumns'
import type { Store } from '../store/store'
import { cellsOf, contactColumns } from './cells'
import { type Comparison, type FilePlan, registerTables } from './compare'
import { keyAfter, keyDifferences, keysBefore, shownKey } from './previewKeys'
import type { ReadRow } from './readRegister'

const pageSize = 50

/** The rows behind a figure of the preview, a page at a time; a changed row shows only the fields that change. */
export async function previewRows(
  store: Store,
  { plans }: Comparison,
  file: ImportFile,
  change: RowList,
  page: number,
): Promise<{ rows: PreviewRow[]; total: number }> {
  const plan = plans[file] as FilePlan
  const part = <Row>(rows: readonly Row[]) => rows.slice(page * pageSize, (page + 1) * pageSize)
  const base = { file, column: null, problem: null }
  switch (change) {
    case 'rejected':
      return {
        total: plan.rejected.length,
        rows: part(plan.rejected).map(({ key, line, problem, column }) => ({
          file,
          line,
          key: shownKey(key ?? ''),
          column,
          problem,
          fields: [],
        })),
      }
    case 'ended': {
      const shown = part(plan.ended)
      const before = await rowsBefore(
        store,
        file,
        shown.map(({ id }) => id),
      )
      return {
        total: plan.ended.length,
        rows: shown.map(({ id, key }) => {
          const old = before.get(id) ?? {}
          const fields = registerColumns[file].map((column) => ({
            column,
            before: old[column] ?? null,
            after: null,
          }))
          return { ...base, line: null, key: shownKey(key), fields }
        }),
      }
    }
    case 'added':
      return {
        total: plan.added.length,
        rows: part(plan.added).map(({ key, line, row }) => {
          const cells = cellsOf(file, row)
          const fields = registerColumns[file].map((column) => ({
            column,
            before: null,
            after: cells[column] ?? null,
          }))
          return { ...base, line, key: shownKey(key), fields }
        }),
      }
    case 'changed': {
      const shown = part(plan.changed)
      const before = await rowsBefore(
        store,
        file,
        shown.map(({ id }) => id),
      )
      return {
        total: plan.changed.length,
        rows: shown.map((read) => {
          const { id, key, line, row } = read
          const old = before.get(id) ?? {}
          const cells =
            file === 'keys' ? keyAfter(plans.keys, read as ReadRow<'keys'>, old) : cellsOf(file, row)
          // Contacts that non-disclosure hides after the import are not shown as they were before it, nor the other way.
          const hidden = [cells, old].some((side) => side.non_disclosure === 'yes') ? contactColumns : []
          const fields = registerColumns[file]
            .filter((column) => !hidden.includes(column))
            .map((column) => ({ column, before: old[column] ?? null, after: cells[column] ?? null }))
            .filter((field) => field.before !== field.after)
          return { ...base, line, key: shownKey(key), fields }
        }),
      }
    }
    case 'differs': {
      const { differing } = plans.keys
      if (file !== 'keys') return { total: 0, rows: [] }
      return { total: differing.length, rows: await keyDifferences(store, part(differing)) }
    }
  }
}

/** What the register says now of these rows, column by column as the file would say it. */
async function rowsBefore(store: Store, file: ImportFile, ids: readonly string[]) {
  if (file === 'keys') return keysBefore(store, ids)
  const { table } = registerTables(store.tables)[file]
  const { apartment, property, lease, occupancy, resident } = store.tables
  const rows = await store.read(async (db) => {
    const wanted = inArray(table.id, [...ids])
    if (file === 'apartments') {
      const found = await db
        .select()
        .from(apartment)
        .innerJoin(property, eq(property.id, apartment.propertyId))
        .where(wanted)
      return found.map((row) => ({ ...row.apartment, propertyNo: row.property.propertyNo }))
    }
    if (file === 'leases') {
      const found = await db
        .select()
        .from(lease)
        .innerJoin(apartment, eq(apartment.id, lease.apartmentId))
        .where(wanted)
      return found.map((row) => ({ ...row.lease, apartmentNo: row.apartment.apartmentNo }))
    }
    if (file === 'occupancies') {
      const found = await db
        .select()
        .from(occupancy)
        .innerJoin(lease, eq(lease.id, occupancy.leaseId))
        .innerJoin(resident, eq(resident.id, occupancy.residentId))
        .where(wanted)
      return found.map((row) => ({
        ...row.occupancy,
        leaseNo: row.lease.leaseNo,
        residentNo: row.resident.residentNo,
      }))
    }
    if (file === 'people') {
      const found = await db.select().from(resident).where(wanted)
      // What the register said, not what staff have corrected since: that is what the file is compared with.
      return found.map((row) => ({
        ...row,
        phone: row.registerPhone,
        email: row.registerEmail,
        language: row.registerLanguage,
      }))
    }
    return db.select().from(property).where(wanted)
  })
  return new Map(rows.map((row) => [row.id, cellsOf(file, row)]))
}
