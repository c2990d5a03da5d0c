import { createHash } from 'node:crypto'
import { largestReport, type ReportPreview, type reportFileProblems } from '#shared/contract/keyReports'
import type { ReportRowProblem } from '#shared/contract/keyTerms'
import { keyKinds } from '#shared/rules/keyLedger'
import type { ReportedRow } from '#shared/rules/keyReport'
import { parseReference } from '#shared/rules/visitReference'
import { RejectedRow, RowFields } from '../register/fields'
import { decodeFile, readRows, type TextFile, UnusableFile } from '../register/readFile'

/** A month's keys of all homes are some thousands at most; more is another file. */
export const mostReportRows = 3000

/** The columns of a report, as docs/key-reports.md has them, and what the page calls their cells. */
const columns = {
  reference: 'reference',
  key_kind: 'keyKind',
  key_number: 'keyNumber',
  result: 'result',
  day: 'day',
  note: 'note',
} as const
type Column = keyof typeof columns
type Cells = Readonly<Record<(typeof columns)[Column], string>>

const optional: readonly Column[] = ['note']

/** What the file calls each result. */
const results = {
  with_blc: 'withBlc',
  arrived: 'arrived',
  damaged: 'damaged',
  missing: 'missing',
} as const satisfies Record<string, ReportedRow['result']>

/** A row of the file: as it was written, and as it was read, or why it cannot be. */
export type FileRow = { readonly line: number; readonly cells: Cells } & (
  | { readonly row: ReportedRow; readonly note: string }
  | { readonly row: null; readonly problem: ReportRowProblem; readonly column: string | null }
)

export type ReadReport = Pick<TextFile, 'delimiter' | 'encoding'> & {
  readonly problems: ReportPreview['problems']
  readonly rows: readonly FileRow[]
}

/** Of the file's bytes: the same file is known by it. */
export const reportHash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

const unusable = (
  problem: (typeof reportFileProblems)[number],
  more: Partial<UnusableFile> = {},
): ReadReport => ({
  delimiter: ';',
  encoding: 'utf-8',
  rows: [],
  problems: [{ problem, column: more.column ?? null, line: more.line ?? null }],
})

/** Where each column stands. Columns that the program does not know are passed over. */
function headingPlaces(heading: readonly string[]): ReadonlyMap<string, number> {
  const names = heading.map((name) => name.trim().toLowerCase())
  const twice = names.find((name, at) => name in columns && names.indexOf(name) !== at)
  if (twice !== undefined) throw new UnusableFile('duplicateColumn', { column: twice, line: 1 })
  for (const column of Object.keys(columns) as Column[]) {
    if (!names.includes(column) && !optional.includes(column))
      throw new UnusableFile('missingColumn', { column, line: 1 })
  }
  return new Map(names.map((name, at) => [name, at]))
}

class BadReference extends Error {}

function readRow(fields: RowFields): { row: ReportedRow; note: string } {
  const reference = parseReference(fields.required('reference', 40))
  if (!reference.ok) throw new BadReference()
  const result = results[fields.choice('result', Object.keys(results) as (keyof typeof results)[])]
  // Keys that are there uncounted are told of the envelope.
  const needsKey = result !== 'withBlc'
  const kind = needsKey || fields.text('key_kind', 40) !== '' ? fields.choice('key_kind', keyKinds) : null
  const number = needsKey ? fields.required('key_number', 40) : fields.text('key_number', 40)
  const happenedOn = fields.requiredDay('day')
  return {
    row: { reference: reference.value, kind, number, result, happenedOn },
    note: fields.text('note', 300),
  }
}

/** As long a cell is shown of what could not be read. */
const shownLength = 120

/**
 * Reads a report's file, all of it: `,` or `;` between the fields, UTF-8 with or without a byte order mark or Windows-1252. Rows that cannot be read
 * say why and in which column; a file that cannot be used has a problem and no rows.
 */
export function readReportFile(bytes: Buffer): ReadReport {
  if (bytes.length > largestReport) return unusable('tooLarge')
  try {
    // A last line without an end is a whole one: reports are short, and often typed.
    const file = decodeFile(bytes.at(-1) === 0x0a ? bytes : Buffer.concat([bytes, Buffer.from('\n')]))
    const raw = [...readRows(file)].flat()
    const places = headingPlaces(raw[0]?.fields ?? [])
    const body = raw.slice(1)
    if (body.length > mostReportRows) return unusable('tooManyRows')
    const fields = new RowFields(places)
    const { delimiter, encoding } = file
    return {
      delimiter,
      encoding,
      problems: [],
      rows: body.map(({ line, fields: values }) => {
        const cells = Object.fromEntries(
          (Object.entries(columns) as [Column, keyof Cells][]).map(([column, name]) => [
            name,
            (values[places.get(column) ?? -1] ?? '').trim().slice(0, shownLength).toWellFormed(),
          ]),
        ) as unknown as Cells
        const wrong = (problem: ReportRowProblem, column: string | null): FileRow => ({
          line,
          cells,
          row: null,
          problem,
          column,
        })
        if (values.length !== (raw[0]?.fields.length ?? 0)) return wrong('wrongNumberOfFields', null)
        fields.turnTo(values)
        try {
          return { line, cells, ...readRow(fields) }
        } catch (error) {
          if (error instanceof BadReference) return wrong('badReference', 'reference')
          if (!(error instanceof RejectedRow)) throw error
          return wrong(error.problem as ReportRowProblem, error.column)
        }
      }),
    }
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error
    return unusable(error.problem as (typeof reportFileProblems)[number], error)
  }
}
