import { inArray } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ImportFile, importFiles, type RegisterFile, registerFiles } from '#shared/contract/register'
import type { LocalDay } from '#shared/rules/localDay'
import type { Tables } from '../store/schema'
import type { Tx } from '../store/store'
import { applyKeys } from './applyKeys'
import { type Comparison, type FilePlan, hashRow, registerTables } from './compare'
import { indexAffected } from './indexAffected'
import type { ReadRow, Step } from './readRegister'

/** So many rows are written between two steps. */
const batch = 1000

function batches<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / batch) }, (_, i) =>
    rows.slice(i * batch, (i + 1) * batch),
  )
}

/**
 * A row of the database, as the file says it; references become the program's own ids. What the file calls them is left
 * on the row: only what the table has a column for is written.
 */
function rowMakers({ register }: Comparison) {
  const idOf = (file: RegisterFile, key: string): string => {
    const id = register[file].rows.get(key)?.id
    if (!id) throw new Error('a reference that was not checked')
    return id
  }
  const common = ({ id, row }: ReadRow) => ({ id, rowHash: hashRow(row), leftOn: null })
  return {
    properties: (read: ReadRow<'properties'>) => ({ ...read.row, ...common(read) }),
    apartments: (read: ReadRow<'apartments'>) => ({
      ...read.row,
      ...common(read),
      propertyId: idOf('properties', read.row.propertyNo),
    }),
    people: (read: ReadRow<'people'>): Tables['resident']['$inferSelect'] => ({
      ...read.row,
      ...common(read),
      iban: null,
      registerPhone: read.row.phone,
      registerEmail: read.row.email,
      registerLanguage: read.row.language,
      version: 1,
    }),
    leases: (read: ReadRow<'leases'>) => ({
      ...read.row,
      ...common(read),
      apartmentId: idOf('apartments', read.row.apartmentNo),
    }),
    occupancies: (read: ReadRow<'occupancies'>) => ({
      ...read.row,
      ...common(read),
      occupancyNo: read.key,
      leaseId: idOf('leases', read.row.leaseNo),
      residentId: idOf('people', read.row.residentNo),
    }),
  }
}

/**
 * A changed person, as they will be: what staff corrected stands until the register itself says something new of it; the
 * bank account and the history of changes are the program's own.
 */
export function mergePerson(
  now: Tables['resident']['$inferSelect'],
  next: Tables['resident']['$inferSelect'],
): Tables['resident']['$inferSelect'] {
  return {
    ...next,
    phone: next.registerPhone === now.registerPhone ? now.phone : next.phone,
    email: next.registerEmail === now.registerEmail ? now.email : next.email,
    language: next.registerLanguage === now.registerLanguage ? now.language : next.language,
    iban: now.iban,
    version: now.version + 1,
  }
}

/**
 * Writes what the comparison found, in one transaction that is the caller's. A step throws when the import was cancelled.
 * Throws LedgerMovedOn.
 */
export async function applyComparison(
  tx: Tx,
  tables: Tables,
  comparison: Comparison,
  by: {
    readonly staffId: string
    readonly at: Date
    readonly today: LocalDay
    readonly kind: 'practice' | 'real'
  },
  stepIn: (stage: 'writing' | 'indexing') => Step,
): Promise<{ importId: string; added: number; changed: number; ended: number }> {
  const { plans } = comparison
  const makers = rowMakers(comparison)
  const targets = registerTables(tables)
  const sum = (change: 'added' | 'changed' | 'ended') =>
    importFiles.reduce((total, file) => total + plans[file][change].length, 0)
  const counts = { added: sum('added'), changed: sum('changed'), ended: sum('ended') }
  const total = counts.added + counts.changed + counts.ended
  let done = 0
  const wrote = async (file: ImportFile, rows: number) => {
    done += rows
    await stepIn('writing')(file, done, total)
  }
  for (const file of registerFiles) {
    const make = makers[file] as (read: ReadRow) => Tables['resident']['$inferSelect']
    const table = targets[file].table as Tables['resident']
    const plan: FilePlan = plans[file] as FilePlan
    for (const rows of batches(plan.added)) {
      await tx.insertMany(table, rows.map(make))
      await wrote(file, rows.length)
    }
    for (const rows of batches(plan.changed)) {
      const next = rows.map(make)
      await tx.updateMany(table, file === 'people' ? await mergePeople(tx, tables, next) : next)
      await wrote(file, rows.length)
    }
    for (const rows of batches(plan.ended)) {
      const ids = rows.map(({ id }) => id)
      await tx.db.update(table).set({ leftOn: by.today }).where(inArray(table.id, ids))
      await wrote(file, rows.length)
    }
  }
  await applyKeys(tx, tables, comparison, {
    ...by,
    async inBatches(rows, write) {
      for (const part of batches(rows)) {
        await write(part)
        await wrote('keys', part.length)
      }
    },
  })
  await indexAffected(tx, tables, comparison, by.today, stepIn('indexing'))
  const importId = uuidv7()
  await tx.db
    .insert(tables.registerImport)
    .values({ id: importId, at: by.at, staffId: by.staffId, kind: by.kind, ...counts })
  tx.changed('register', importId)
  return { importId, ...counts }
}

async function mergePeople(
  tx: Tx,
  { resident }: Tables,
  next: readonly Tables['resident']['$inferSelect'][],
) {
  const ids = next.map(({ id }) => id)
  const now = new Map(
    (await tx.db.select().from(resident).where(inArray(resident.id, ids))).map((row) => [row.id, row]),
  )
  return next.map((row) => {
    const before = now.get(row.id)
    return before ? mergePerson(before, row) : row
  })
}
