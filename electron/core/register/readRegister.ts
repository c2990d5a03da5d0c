import {
  type ImportFile,
  importFiles,
  type RegisterFile,
  type RegisterPreview,
} from '#shared/contract/register'
import type { LocalDay } from '#shared/rules/localDay'
import { registerColumns } from '#shared/rules/registerColumns'
import { RejectedRow, RowFields, type RowProblem } from './fields'
import { inTurns } from './progress'
import { decodeFile, readRows, type TextFile, UnusableFile } from './readFile'
import {
  keyColumns,
  keySeparator,
  optionalColumns,
  type RegisterRows,
  rowKeys,
  rowReaders,
  withoutZeros,
} from './rows'
import type { Upload } from './uploads'

/** A row that was read, with its key and the line it stands on. */
export interface ReadRow<File extends ImportFile = ImportFile> {
  /** The program's own id of it, known when the row has been compared with the register; empty before. */
  id: string
  readonly key: string
  readonly line: number
  readonly row: RegisterRows[File]
}

/** A row that was rejected; its key is null when even that could not be read. */
export interface Rejection {
  readonly key: string | null
  readonly line: number
  readonly problem: RowProblem
  readonly column: string | null
}

export interface ReadFile<File extends ImportFile = ImportFile> {
  readonly name: string
  readonly encoding: TextFile['encoding']
  readonly delimiter: TextFile['delimiter']
  readonly rows: Map<string, ReadRow<File>>
  readonly rejected: Rejection[]
}

/** The five files, and the keys' when there was one. */
export type ReadRegister = { readonly [File in RegisterFile]: ReadFile<File> } & {
  readonly keys: ReadFile<'keys'> | null
}
export type FileProblems = RegisterPreview['problems']

/** Tells how far a long piece of work has come, and gives others their turn; throws when it was cancelled. */
export type Step = (file: ImportFile | null, done: number, total: number) => Promise<void>

/** Which of the register's files an uploaded file is, by its name without folder, case and `.csv`; null for none. */
export function whichFile(name: string): ImportFile | null {
  const stem = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).toLowerCase()
  return importFiles.find((file) => stem === `${file}.csv`) ?? null
}

/** Reads the files of an upload; that of the keys may be missing. Rows that are wrong are rejected; files that are wrong are told as problems. */
export async function readRegister(
  upload: Upload,
  today: LocalDay,
  step: Step,
): Promise<{ readonly register: ReadRegister } | { readonly problems: FileProblems }> {
  const problems: FileProblems = []
  const byFile = new Map<ImportFile, { name: string; bytes: Buffer }>()
  for (const [name, file] of upload.files) {
    const which = whichFile(name)
    if (which === null) problems.push({ name, problem: 'unknownFile', column: null, line: null })
    else if (byFile.has(which)) problems.push({ name, problem: 'sameFileTwice', column: null, line: null })
    else if (file.received < file.size)
      problems.push({ name, problem: 'unfinishedFile', column: null, line: null })
    else byFile.set(which, { name, bytes: Buffer.concat(file.chunks) })
  }
  const read: Partial<Record<ImportFile, ReadFile>> = {}
  for (const file of importFiles) {
    const given = byFile.get(file)
    if (!given) {
      if (file !== 'keys' && !problems.some(({ name }) => whichFile(name) === file)) {
        problems.push({ name: `${file}.csv`, problem: 'missingFile', column: null, line: null })
      }
      continue
    }
    try {
      read[file] = await readOne(file, given.name, given.bytes, today, step)
    } catch (error) {
      if (!(error instanceof UnusableFile)) throw error
      problems.push({ name: given.name, problem: error.problem, column: error.column, line: error.line })
    }
  }
  if (problems.length > 0) return { problems }
  const register = { ...read, keys: read.keys ?? null } as ReadRegister
  await rejectUnknownReferences(register)
  return { register }
}

async function readOne<File extends ImportFile>(
  file: File,
  name: string,
  bytes: Buffer,
  today: LocalDay,
  step: Step,
): Promise<ReadFile<File>> {
  const decoded = decodeFile(bytes)
  const result: ReadFile<File> = {
    name,
    encoding: decoded.encoding,
    delimiter: decoded.delimiter,
    rows: new Map(),
    rejected: [],
  }
  const codes = new Set<string>()
  const numbers = new Set<string>()
  let places: ReadonlyMap<string, number> | null = null
  let fields: RowFields | null = null
  let done = 0
  for (const slice of readRows(decoded)) {
    for (const { line, fields: values } of slice) {
      if (places === null || fields === null) {
        places = headingPlaces(file, values)
        fields = new RowFields(places)
        continue
      }
      fields.turnTo(values)
      try {
        if (values.length !== places.size) throw new RejectedRow('wrongNumberOfFields', null)
        const row = rowReaders[file](fields, today)
        const key = rowKeys[file](row)
        if (result.rows.has(key)) throw new RejectedRow('duplicate', keyColumns[file][0] ?? null)
        rejectSharedCode(row, codes)
        rejectLostZeros(row, numbers)
        result.rows.set(key, { id: '', key, line, row })
      } catch (error) {
        if (!(error instanceof RejectedRow)) throw error
        const key = values.length === places.size ? keyOf(file, fields) : null
        result.rejected.push({ key, line, problem: error.problem, column: error.column })
      }
    }
    done += slice.length
    await step(file, done, Math.max(done, Math.round(decoded.text.length / 60)))
  }
  return result
}

/** Two people never have the same code; the second who claims it is a mistake of the register's. */
function rejectSharedCode(row: object, codes: Set<string>): void {
  const code = 'identityCode' in row && typeof row.identityCode === 'string' ? row.identityCode : null
  if (code === null) return
  if (codes.has(code)) throw new RejectedRow('duplicate', 'identity_code')
  codes.add(code)
}

/** Two keys of one kind of an apartment whose numbers differ only in zeros are one, and one row has lost its zeros. */
function rejectLostZeros(row: RegisterRows[ImportFile], numbers: Set<string>): void {
  if (!('since' in row)) return
  const number = withoutZeros(row.apartmentNo, row.kind, row.number)
  if (numbers.has(number)) throw new RejectedRow('zerosMissing', 'key_number')
  numbers.add(number)
}

/** The key of a row that was rejected, read as that of any other row; null when it cannot be. */
function keyOf(file: ImportFile, fields: RowFields): string | null {
  try {
    const parts = keyColumns[file].map((column) => readKey(fields, column))
    return parts.join(file === 'keys' ? keySeparator : ' ')
  } catch (error) {
    if (error instanceof RejectedRow) return null
    throw error
  }
}

function readKey(fields: RowFields, column: string): string {
  if (column === 'from') return fields.requiredDay(column)
  const text = fields.required(column, 40)
  return column === 'key_kind' ? text.toLowerCase() : text
}

/** Where each column stands. Columns that the program does not know are passed over. */
function headingPlaces(file: ImportFile, heading: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [place, name] of heading.entries()) {
    const column = name.trim().toLowerCase()
    if (places.has(column)) throw new UnusableFile('duplicateColumn', { column, line: 1 })
    places.set(column, place)
  }
  for (const column of registerColumns[file]) {
    if (!places.has(column) && !optionalColumns[file]?.includes(column)) {
      throw new UnusableFile('missingColumn', { column, line: 1 })
    }
  }
  return places
}

/** Rejects rows that refer to a row that is not in the files, or that was rejected itself. */
async function rejectUnknownReferences({
  properties,
  apartments,
  people,
  leases,
  occupancies,
  keys,
}: ReadRegister) {
  const keep = <File extends ImportFile>(
    file: ReadFile<File>,
    column: string,
    isKnown: (row: RegisterRows[File]) => boolean,
  ) =>
    inTurns(file.rows.values(), ({ key, line, row }) => {
      if (isKnown(row)) return
      file.rows.delete(key)
      file.rejected.push({ key, line, problem: 'unknownReference', column })
    })
  await keep(apartments, 'property_id', (row) => properties.rows.has(row.propertyNo))
  await keep(leases, 'apartment_id', (row) => apartments.rows.has(row.apartmentNo))
  await keep(occupancies, 'lease_id', (row) => leases.rows.has(row.leaseNo))
  await keep(occupancies, 'person_id', (row) => people.rows.has(row.residentNo))
  if (keys) {
    await keep(keys, 'apartment_id', (row) => apartments.rows.has(row.apartmentNo))
    await keep(keys, 'person_id', (row) => row.residentNo === null || people.rows.has(row.residentNo))
  }
  for (const file of [apartments, leases, occupancies, ...(keys ? [keys] : [])])
    file.rejected.sort((a, b) => a.line - b.line)
}
