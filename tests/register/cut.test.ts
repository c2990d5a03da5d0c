import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { registerFiles } from '#shared/contract/register'
import { preview, upload } from '../support/register'
import { registerDesk } from './desk'
import { type Form, filesOf, withCells, writtenRows } from './written'

/** Registers as exports write them; one has a field that goes over several lines. */
const forms: readonly Form[] = [{}, { lineEnd: '\r\n', delimiter: ';' }, { quoteAll: true }]
const rows = withCells(writtenRows, 'properties', 0, {
  cleaning: 'company',
  cleaning_company: 'Kirkas "Koti"\nOy',
})

describe('a file that was cut off', () => {
  const office = registerDesk('sqlite')

  it('is never taken for a whole one, wherever it was cut', async () => {
    // Imported without the line end, which a register cannot hold, so that this one row is rejected below and stays.
    await office.import(writtenRows)
    const before = await office.state()
    const cut = fc.record({
      form: fc.constantFrom(...forms),
      file: fc.constantFrom(...registerFiles),
      part: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      encoding: fc.constantFrom('utf8' as const, 'latin1' as const),
    })
    await fc.assert(
      fc.asyncProperty(cut, async ({ form, file, part, encoding }) => {
        const files = filesOf(rows, form)
        const whole = Buffer.from(files[file], encoding)
        const kept = whole.subarray(0, Math.floor(part * whole.length))
        const shown = await preview(office.page(), await upload(office.page(), { ...files, [file]: kept }))
        const lines = kept.toString(encoding).split('\n').length - 1
        if (shown.problems.length > 0) {
          expect(shown.problems).toMatchObject([{ name: `${file}.csv` }])
          expect(['emptyFile', 'unfinishedFile', 'unfinishedQuote', 'missingColumn']).toContain(
            shown.problems[0]!.problem,
          )
          return
        }
        // Only a cut right after a line leaves a file that looks whole: then what it lacks is shown as ending.
        expect(kept.at(-1)).toBe(10)
        const { counts } = shown.files.find((one) => one.file === file)!
        const missing = rows[file].length - counts.total
        expect(missing).toBeGreaterThan(0)
        expect(counts.ended).toBe(missing)
        expect(shown.endsMany, `${file} ${lines}`).toBe(
          counts.ended * 10 > rows[file].length - counts.rejected,
        )
        expect(shown.nothingToDo).toBe(false)
      }),
      { numRuns: 150 },
    )
    expect(await office.state()).toEqual(before)
    expect(office.desk().reported).toEqual([])
  })
})
