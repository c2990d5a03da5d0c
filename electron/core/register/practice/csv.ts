const needsQuotes = /[",;\r\n]|^\s|\s$/

const quoted = (value: string) => (needsQuotes.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

/** One CSV line (RFC 4180, but LF): quoted where a delimiter, a quote, a line end or an outer space asks for it. */
export const csvLine = (values: readonly string[]): string => `${values.map(quoted).join(',')}\n`
