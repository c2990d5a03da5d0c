import { hash } from 'node:crypto'
import { asc, count, gt } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import {
  type ImportFile,
  importFiles,
  type RegisterFile,
  type RegisterPreview,
  registerFiles,
} from '#shared/contract/register'
import type { LocalDay } from '#shared/rules/localDay'
import type { Tables } from '../store/schema'
import type { Db, Store } from '../store/store'
import { type KeyPlan, noKeys, planKeys } from './compareKeys'
import type { ReadFile, ReadRegister, ReadRow, Rejection, Step } from './readRegister'

/** What an import would do to the rows of one file. */
export interface FilePlan<File extends ImportFile = ImportFile> {
  readonly added: ReadRow<File>[]
  readonly changed: ReadRow<File>[]
  readonly ended: { readonly id: string; readonly key: string }[]
  readonly rejected: readonly Rejection[]
  readonly unchanged: number
}

/** What an import would do, compared with the register as it was after so many imports. */
export interface Comparison {
  readonly register: ReadRegister
  readonly plans: { readonly [File in RegisterFile]: FilePlan<File> } & { readonly keys: KeyPlan }
  readonly afterImports: number
  readonly preview: RegisterPreview
}

/** How the register's rows are known again: by the register's own ids, which the program keeps beside its own. */
interface KnownRow {
  readonly id: string
  readonly key: string
  readonly rowHash: string
  readonly left: boolean
}

const pageSize = 2000

/** What a file says of a row, in few characters, by which it is known again. No text of a row holds the separator. */
export const hashRow = (row: object): string =>
  hash('sha1', Object.values(row).join('\u001f'), 'base64url').slice(0, 16)

/** The table of each of the five files and the column that holds its key. */
export function registerTables({ property, apartment, resident, lease, occupancy }: Tables) {
  return {
    properties: { table: property, key: property.propertyNo },
    apartments: { table: apartment, key: apartment.apartmentNo },
    people: { table: resident, key: resident.residentNo },
    leases: { table: lease, key: lease.leaseNo },
    occupancies: { table: occupancy, key: occupancy.occupancyNo },
  } as const
}

/** Reads what the database knows of the rows of one file, a page at a time. */
async function knownRows(store: Store, file: RegisterFile, step: Step): Promise<Map<string, KnownRow>> {
  const { table, key } = registerTables(store.tables)[file]
  const known = new Map<string, KnownRow>()
  for (let after = ''; ; ) {
    const rows = await store.read((db) =>
      db
        .select({ id: table.id, key, rowHash: table.rowHash, leftOn: table.leftOn })
        .from(table)
        .where(gt(table.id, after))
        .orderBy(asc(table.id))
        .limit(pageSize),
    )
    for (const row of rows) known.set(row.key, { ...row, left: row.leftOn !== null })
    if (rows.length < pageSize) return known
    after = rows.at(-1)?.id ?? ''
    await step(file, known.size, known.size + pageSize)
  }
}

async function planFile<File extends RegisterFile>(
  store: Store,
  file: File,
  read: ReadFile<File>,
  step: Step,
): Promise<FilePlan<File>> {
  const known = await knownRows(store, file, step)
  const plan = { added: [] as ReadRow<File>[], changed: [] as ReadRow<File>[], unchanged: 0 }
  let done = 0
  for (const row of read.rows.values() as Iterable<ReadRow<File>>) {
    const before = known.get(row.key)
    row.id = before?.id ?? uuidv7()
    if (!before) plan.added.push(row)
    else if (before.left || before.rowHash !== hashRow(row.row)) plan.changed.push(row)
    else plan.unchanged += 1
    done += 1
    if (done % pageSize === 0) await step(file, done, read.rows.size)
  }
  return { ...plan, rejected: read.rejected, ended: endedRows(known, read) }
}

/**
 * Rows that are in the register and no more in the file. A rejected row is in the file all the same; and when even the
 * key of one could not be read, it may be any of them, so that none is ended.
 */
function endedRows(known: ReadonlyMap<string, KnownRow>, read: ReadFile): FilePlan['ended'] {
  const rejected = new Set(read.rejected.map(({ key }) => key))
  if (rejected.has(null)) return []
  return [...known.values()].filter(({ key, left }) => !left && !read.rows.has(key) && !rejected.has(key))
}

/** Compares what was read with the register; writes nothing. */
export async function compareRegister(
  store: Store,
  uploadId: string,
  register: ReadRegister,
  today: LocalDay,
  step: Step,
): Promise<Comparison> {
  const afterImports = await store.read((db) => importsSoFar(db, store.tables))
  const plans: Partial<Record<RegisterFile, FilePlan>> = {}
  for (const file of registerFiles)
    plans[file] = (await planFile(store, file, register[file] as ReadFile<typeof file>, step)) as FilePlan
  const keys = register.keys ? await planKeys(store, register.keys, register.people, today, step) : noKeys
  const whole = { ...plans, keys } as Comparison['plans']
  return { register, plans: whole, afterImports, preview: previewOf(uploadId, register, whole) }
}

/** How many imports there have been: what was compared before another one is out of date, whatever any clock says. */
export async function importsSoFar(db: Db, { registerImport }: Tables): Promise<number> {
  const [row] = await db.select({ n: count() }).from(registerImport)
  return row?.n ?? 0
}

function previewOf(uploadId: string, register: ReadRegister, plans: Comparison['plans']): RegisterPreview {
  const files = importFiles.flatMap((file) => {
    const read = register[file]
    if (!read) return []
    const { added, changed, ended, rejected, unchanged } = plans[file]
    const counts = {
      added: added.length,
      changed: changed.length,
      ended: ended.length,
      rejected: rejected.length,
      unchanged,
      total: read.rows.size + rejected.length,
    }
    const { name, delimiter, encoding } = read
    return [{ file, name, delimiter, encoding, counts }]
  })
  const temporary = ({ row }: ReadRow<'people'>) => row.identityCode !== null && row.identityCode[7] === '9'
  return {
    uploadId,
    files,
    problems: [],
    temporaryCodes: [...register.people.rows.values()].filter(temporary).length,
    keyDifferences: plans.keys.differing.length,
    endsMany: files.some(
      ({ counts }) => counts.ended * 10 > counts.ended + counts.changed + counts.unchanged,
    ),
    nothingToDo: files.every(({ counts }) => counts.added + counts.changed + counts.ended === 0),
  }
}
