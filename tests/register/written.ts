import { type RegisterFile, registerFiles } from '#shared/contract/register'
import { formatPersonalIdentityCode } from '#shared/rules/personalIdentityCode'
import { registerColumns } from '#shared/rules/registerColumns'

/** One row of a file by column; what a column is not given is empty. */
export type Cells = Readonly<Record<string, string>>
export type WrittenRows = { readonly [File in RegisterFile]: readonly Cells[] }

/** How files are written: what a register's own system may choose. */
export interface Form {
  readonly delimiter?: ',' | ';'
  readonly lineEnd?: '\n' | '\r\n'
  readonly quoteAll?: boolean
  readonly columns?: Partial<Record<RegisterFile, readonly string[]>>
}

const homes = 20
const number = (n: number) => String(n).padStart(3, '0')
const birthDate = (n: number) => `19${60 + n}-0${1 + (n % 9)}-1${n % 10}`

/** A register of twenty people, each alone in a home, of whom nobody is anything special. */
export const writtenRows: WrittenRows = {
  properties: ['T1', 'T2'].map((property_id, n) => ({
    property_id,
    address: ['Mäkelänkatu 52', 'Kontulankaari 11-13'][n]!,
    postal_code: ['00550', '00940'][n]!,
    district: ['Vallila', 'Kontula'][n]!,
    kind: 'rental',
    manager_name: 'Riku Laitinen',
    manager_phone: '+358 9 310 32610',
    manager_email: 'riku.laitinen@example.com',
    maintenance_area: 'Keskinen 2',
    cleaning: 'own',
  })),
  apartments: Array.from({ length: homes }, (_, n) => ({
    apartment_id: `A${number(n)}`,
    property_id: n % 2 === 0 ? 'T1' : 'T2',
    stair: 'A',
    number: String(n + 1),
    rooms: '2',
    area_m2: '43.5',
  })),
  people: Array.from({ length: homes }, (_, n) => ({
    person_id: `P${number(n)}`,
    first_names: `Aino Äiti${n}`,
    last_name: `Mäkinen`,
    identity_code: formatPersonalIdentityCode(birthDate(n), 900 + n),
    birth_date: birthDate(n),
    language: 'fi',
    phone: `040 555 0${number(n)}`,
    email: `aino${n}@example.com`,
    non_disclosure: 'no',
  })),
  leases: Array.from({ length: homes }, (_, n) => ({
    lease_id: `L${number(n)}`,
    apartment_id: `A${number(n)}`,
    signed: '2019-12-01',
    begins: '2020-01-01',
  })),
  occupancies: Array.from({ length: homes }, (_, n) => ({
    lease_id: `L${number(n)}`,
    person_id: `P${number(n)}`,
    role: 'main_tenant',
    from: '2020-01-01',
  })),
}

/** One file of rows, with its heading. */
export function fileOfRows(
  rows: readonly Cells[],
  columns: readonly string[],
  { delimiter = ',', lineEnd = '\n', quoteAll = false }: Form,
): string {
  const field = (text: string) =>
    quoteAll || /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
  return lines.map((line) => line.map(field).join(delimiter) + lineEnd).join('')
}

/** The files of rows, each with its heading. */
export function filesOf(rows: WrittenRows, form: Form = {}): Record<RegisterFile, string> {
  const fileOf = (file: RegisterFile) =>
    fileOfRows(rows[file], form.columns?.[file] ?? registerColumns[file], form)
  return Object.fromEntries(registerFiles.map((file) => [file, fileOf(file)])) as Record<RegisterFile, string>
}

/** The rows with some cells of one row changed. */
export const withCells = (
  rows: WrittenRows,
  file: RegisterFile,
  index: number,
  cells: Cells,
): WrittenRows => ({
  ...rows,
  [file]: rows[file].map((row, at) => (at === index ? { ...row, ...cells } : row)),
})

/** The rows without some, by their place. */
export const withoutRow = (rows: WrittenRows, file: RegisterFile, index: number): WrittenRows => ({
  ...rows,
  [file]: rows[file].filter((_, at) => at !== index),
})
