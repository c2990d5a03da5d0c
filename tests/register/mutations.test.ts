import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type RegisterFile, registerFiles } from '#shared/contract/register'
import { registerColumns } from '#shared/rules/registerColumns'
import { onBothEngines } from '../support/engines'
import { inDatabase } from '../support/raw'
import { importRegister, smallRegister } from '../support/register'
import { registerDesk } from './desk'
import { type Cells, filesOf, type WrittenRows } from './written'

const sound = smallRegister(12)
const rows = Object.fromEntries(
  registerFiles.map((file) => [file, parse(sound[file], { columns: true }) as Cells[]]),
) as unknown as WrittenRows

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
const cell = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'yes',
    'no',
    'fi',
    'sv',
    'A',
    '1',
    '2,5',
    '-',
    '040 123 4567',
    'x@example.com',
    '"',
    'ä;,\n',
  ),
  day.map((date) => date.toISOString().slice(0, 10)),
  day.map((date) => `${date.getUTCDate()}.${date.getUTCMonth() + 1}.${date.getUTCFullYear()}`),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 10 }).map((text) => text.toWellFormed().replaceAll('\0', '')),
)

/** One thing that may have happened to a register between two exports, good or bad. */
type Mutation = (rows: WrittenRows) => WrittenRows
const mutation: fc.Arbitrary<Mutation> = fc
  .record({
    file: fc.constantFrom(...registerFiles),
    what: fc.constantFrom('cell', 'cell', 'cell', 'borrowed', 'gone', 'twice', 'order' as const),
    at: fc.nat(),
    other: fc.nat(),
    column: fc.nat(),
    text: cell,
  })
  .map(({ file, what, at, other, column: place, text }) => (now) => {
    const all = now[file]
    if (all.length === 0) return now
    const [index, from] = [at % all.length, other % all.length]
    const column = registerColumns[file][place % registerColumns[file].length]!
    const put = (value: string) => all.map((row, n) => (n === index ? { ...row, [column]: value } : row))
    const changed = {
      cell: () => put(text),
      // What another row has there: a duplicate, another's home, another's day.
      borrowed: () => put(all[from]![column] ?? ''),
      gone: () => all.filter((_, n) => n !== index),
      twice: () => [...all, all[index]!],
      order: () => [...all.slice(index), ...all.slice(0, index)],
    }[what]()
    return { ...now, [file]: changed }
  })

const active: Record<Exclude<RegisterFile, 'occupancies'>, readonly [table: string, key: string]> = {
  properties: ['property', 'property_no'],
  apartments: ['apartment', 'apartment_no'],
  people: ['resident', 'resident_no'],
  leases: ['lease', 'lease_no'],
}

onBothEngines('a register with anything at all in its rows', (engine) => {
  const office = registerDesk(engine)
  const keys = (file: keyof typeof active) =>
    inDatabase(office.desk(), async (raw) => {
      const [table, key] = active[file]
      const found = await raw.rows<{ key: string }>(
        `SELECT ${key} AS key FROM ${table} WHERE left_on IS NULL`,
      )
      return found.map((row) => row.key).sort()
    })

  it('is imported or rejected by name, is what the program then holds, and changes nothing when it comes again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { maxLength: 6 }), async (mutations) => {
        const files = filesOf(mutations.reduce((now, mutate) => mutate(now), rows))
        const { preview } = await importRegister(office.page(), files)
        expect(preview.problems).toEqual([])
        for (const file of Object.keys(active) as (keyof typeof active)[]) {
          if (preview.files.find((one) => one.file === file)!.counts.rejected > 0) continue
          const column = registerColumns[file][0]!
          const written = parse(files[file], { columns: true }) as Cells[]
          expect(await keys(file)).toEqual(written.map((row) => row[column]!.trim().normalize('NFC')).sort())
        }
        const again = await importRegister(office.page(), files)
        expect(again.preview).toMatchObject({ nothingToDo: true, endsMany: false })
        expect(again.done).toMatchObject({ added: 0, changed: 0, ended: 0 })
        expect(office.desk().reported).toEqual([])
      }),
      { numRuns: engine === 'sqlite' ? 40 : 12, endOnFailure: true },
    )
    await importRegister(office.page(), sound)
    expect(await keys('people')).toEqual(rows.people.map((row) => row.person_id!).sort())
  })
})
