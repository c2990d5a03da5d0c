/** What a spreadsheet takes for the beginning of a formula (security.md 22), also after a tab or a line end. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/** A cell that a spreadsheet reads as text, whatever was typed into it: one that would be a formula has an apostrophe in front. */
export const neutralised = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell)

/** A line of a CSV file: semicolons, as Finnish spreadsheets expect, CRLF (RFC 4180); every cell neutralised. */
export const csvRow = (cells: readonly string[]): string =>
  `${cells
    .map(neutralised)
    .map((cell) => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(';')}\r\n`
