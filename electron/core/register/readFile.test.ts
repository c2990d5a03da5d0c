import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeFile, readRows } from './readFile'

/** The rows of a text, as [line, fields]. */
const rowsOf = (text: string) =>
  [...readRows(decodeFile(Buffer.from(text)))].flat().map(({ line, fields }) => [line, fields])

describe('the rows of a file', () => {
  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
  ])('stand on their lines, also after a field that goes over several: %s', (_name, end) => {
    const text = ['a,b', '"1', '2', '3",x', 'c,d', '', '"e","f"', '"g', '",h', 'i,j', ''].join(end)
    expect(rowsOf(text).map(([line, fields]) => [line, (fields as string[])[1]])).toEqual([
      [1, 'b'],
      [2, 'x'],
      [5, 'd'],
      [7, 'f'],
      [8, 'h'],
      [10, 'j'],
    ])
  })

  it('are read where the two kinds of line end are mixed', () => {
    expect(rowsOf('a,b\r\n"c",d\ne,"f"\r\ng,h\n')).toEqual([
      [1, ['a', 'b']],
      [2, ['c', 'd']],
      [3, ['e', 'f']],
      [4, ['g', 'h']],
    ])
  })

  it('may have the delimiter, quotes and line ends in quotes', () => {
    expect(rowsOf('a;b\n"x;y";"say ""hi"""\n')).toEqual([
      [1, ['a', 'b']],
      [2, ['x;y', 'say "hi"']],
    ])
  })

  it('of a long file are those of its lines, wherever it is cut into slices', () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'x', 'ä', '"', '""', '\n', '\r\n', ',', ';', ' '),
      fc.string({ maxLength: 20 }).map((text) => text.replaceAll('\r', '').replaceAll('\0', '')),
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 4000 }),
        fc.constantFrom('\n', '\r\n'),
        (pattern, times, end) => {
          // A first field that is never empty: a row of nothing would be an empty line.
          const rows = Array.from({ length: Math.min(times * pattern.length, 6000) }, (_, n) => [
            `row ${n}`,
            ...pattern[n % pattern.length]!,
          ])
          const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
          const text = rows.map((row) => row.map(quoted).join(',') + end).join('')
          const read = rowsOf(text)
          expect(read.map(([, fields]) => fields)).toEqual(rows)
          let line = 1
          for (const [index, row] of rows.entries()) {
            expect(read[index]![0]).toBe(line)
            line += row.join('').split('\n').length
          }
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('a file', () => {
  it.each([
    ['nothing', '', 'emptyFile', null],
    ['empty lines', '\n \r\n', 'emptyFile', null],
    ['a NUL', 'a\0\n', 'unreadableEncoding', null],
    ['no last line end', 'a,b\nc,d', 'unfinishedFile', null],
    ['a quote that nothing closes', 'a,b\nc,d\ne,"f\ng,h\n', 'unfinishedQuote', 3],
    ['a quote that nothing closes after some that are', '"a",b\n"c\n",d\ne,"f\n', 'unfinishedQuote', 4],
  ])('of %s is refused', (_what, text, problem, line) => {
    expect(() => rowsOf(text)).toThrow(expect.objectContaining({ problem, line }))
  })

  it.each([
    ['a,b\n', ','],
    ['a;b\n', ';'],
    ['a;b,c;d\n', ';'],
    ['a\n', ','],
  ])('has the delimiter of its heading: %j', (text, delimiter) => {
    expect(decodeFile(Buffer.from(text)).delimiter).toBe(delimiter)
  })

  it('is Windows-1252 when it is not UTF-8', () => {
    expect(decodeFile(Buffer.from('\u00e4\u00d6\n', 'latin1'))).toMatchObject({
      text: 'äÖ\n',
      encoding: 'windows-1252',
    })
    expect(decodeFile(Buffer.from([0x80, 0x8a, 0x0a]))).toMatchObject({ text: '€Š\n' })
    expect(decodeFile(Buffer.from('\ufeffäÖ\n'))).toMatchObject({ text: 'äÖ\n', encoding: 'utf-8' })
  })
})
