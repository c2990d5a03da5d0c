import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRow, neutralised } from './csvCells'

describe('a cell of a CSV file', () => {
  it.each(['=1+1', '+358401234567', '-1', '@SUM(A1)', ' =1', '\t=1', '\n@a', '\rtext', '＝1'])(
    'that a spreadsheet would take for a formula is text: %j',
    (cell) => {
      expect(neutralised(cell)).toBe(`'${cell}`)
    },
  )
  it.each(['', 'Meija Virtanen', '12,50', 'K7QM-2XRT', "O'Brien", 'a=b', '24.11.2026 10.30'])(
    'that is none stays as it is: %j',
    (cell) => {
      expect(neutralised(cell)).toBe(cell)
    },
  )
  it('comes back from the line as it was written, whatever is in it, and is never a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), (cells) => {
        const rows = parse(csvRow(cells), {
          delimiter: ';',
          record_delimiter: '\r\n',
          skip_empty_lines: false,
        }) as string[][]
        expect(rows).toEqual([cells.map(neutralised)])
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/)
      }),
    )
  })
})
