import { parse } from 'csv-parse/sync'
import type { fileProblems } from '#shared/contract/register'

type FileProblem = (typeof fileProblems)[number]

/** A whole file that cannot be used, and why. */
export class UnusableFile extends Error {
  readonly problem: FileProblem
  readonly column: string | null
  readonly line: number | null
  constructor(problem: FileProblem, where: { column?: string; line?: number } = {}) {
    super(problem)
    this.name = 'UnusableFile'
    this.problem = problem
    this.column = where.column ?? null
    this.line = where.line ?? null
  }
}

export interface TextFile {
  readonly text: string
  readonly encoding: 'utf-8' | 'windows-1252'
  readonly delimiter: ',' | ';'
}

/** A line of a file as it was read: its fields in the file's order, and the line on which it begins, from 1. */
export interface RawRow {
  readonly line: number
  readonly fields: readonly string[]
}

/**
 * Decodes a file: UTF-8 with or without a byte order mark, else Windows-1252; the delimiter is what parts the heading.
 * Throws UnusableFile: `emptyFile`, `unreadableEncoding`, `unfinishedFile`.
 */
export function decodeFile(bytes: Buffer): TextFile {
  const { text, encoding } = decode(bytes)
  if (text.trim() === '') throw new UnusableFile('emptyFile')
  if (text.includes('\u0000')) throw new UnusableFile('unreadableEncoding')
  if (!text.endsWith('\n')) throw new UnusableFile('unfinishedFile')
  const heading = text.slice(0, text.indexOf('\n'))
  const delimiter = heading.split(';').length > heading.split(',').length ? ';' : ','
  return { text, encoding, delimiter }
}

function decode(bytes: Buffer): Pick<TextFile, 'text' | 'encoding'> {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
  }
}

/** So many characters are read at a time: a few milliseconds' work. */
const sliceLength = 64_000

/**
 * The rows of a file in slices, the heading among them. A slice ends where a line ends outside quotes.
 * Throws UnusableFile `unfinishedQuote`, with the line on which the quote begins that nothing closes.
 */
export function* readRows({ text, delimiter }: TextFile): Generator<readonly RawRow[]> {
  let line = 1
  for (let at = 0; at < text.length; ) {
    const end = sliceEnd(text, at)
    if (end === null) throw new UnusableFile('unfinishedQuote', { line: lineOfLastQuote(text) })
    const slice = text.slice(at, end)
    yield parseSlice(slice, delimiter, line)
    line += countLines(slice)
    at = end
  }
}

function parseSlice(slice: string, delimiter: string, firstLine: number): RawRow[] {
  // Without quotes every line is a row and every delimiter parts two fields: most slices, and much faster.
  if (!slice.includes('"')) {
    const lines = slice.split(/\r?\n/)
    return lines.flatMap((text, at) =>
      text.trim() === '' ? [] : [{ line: firstLine + at, fields: text.split(delimiter) }],
    )
  }
  try {
    const records: string[][] = parse(slice, {
      delimiter,
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      relax_quotes: true,
    })
    let line = firstLine
    return records.flatMap((fields) => {
      const row = { line, fields }
      // A row may go over several lines, by the line ends in its fields; the next one begins after the last of them.
      line += 1 + fields.reduce((lines, field) => lines + countLines(field), 0)
      return fields.length === 1 && fields[0]?.trim() === '' ? [] : [row]
    })
  } catch {
    throw new UnusableFile('unfinishedQuote', { line: firstLine })
  }
}

/** Where a slice that begins at `at` ends: after a line end outside quotes; null when a quote is never closed. */
function sliceEnd(text: string, at: number): number | null {
  let quotes = 0
  let from = at
  for (let end = Math.min(at + sliceLength, text.length - 1); ; end += 1) {
    end = text.indexOf('\n', end)
    if (end < 0) return quotes % 2 === 0 && from >= text.length ? text.length : null
    for (
      let quote = text.indexOf('"', from);
      quote >= 0 && quote < end;
      quote = text.indexOf('"', quote + 1)
    ) {
      quotes += 1
    }
    from = end
    if (quotes % 2 === 0) return end + 1
  }
}

const lineOfLastQuote = (text: string) => countLines(text.slice(0, text.lastIndexOf('"'))) + 1

function countLines(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}
