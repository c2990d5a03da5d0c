import { parseArgs } from 'node:util'
import { accept, type Result, refuse } from '#shared/rules/result'
import table from './options.json'

/** What was asked for on the command line. */
export interface Options {
  readonly dataDir: string | null
  /** 0 for any free port. */
  readonly port: number
  readonly open: boolean
  readonly writePractice: {
    readonly folder: string
    readonly apartments: number
    readonly seed: number
  } | null
  readonly wants: 'run' | 'version' | 'help'
}

const parsed = Object.fromEntries(
  table.map(({ name, value }) => [
    name,
    { type: value === undefined ? ('boolean' as const) : ('string' as const) },
  ]),
)

/** Reads the command line; a refusal is one sentence for the person who typed it. */
export function readOptions(argv: readonly string[]): Result<Options, string> {
  let values: Readonly<Record<string, unknown>>
  try {
    ;({ values } = parseArgs({ args: [...argv], options: parsed, strict: true, allowPositionals: false }))
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : null)
  for (const { name, value } of table) {
    if (value !== undefined && text(name)?.trim() === '') return refuse(`--${name} needs a value: ${value}`)
  }
  const whole = (name: string, least: number, most: number, otherwise: number): number | null => {
    const given = text(name)
    if (given === null) return otherwise
    return /^\d{1,10}$/.test(given) && Number(given) >= least && Number(given) <= most ? Number(given) : null
  }
  const port = whole('port', 0, 65_535, 0)
  if (port === null) return refuse('--port must be a number from 0 to 65535')
  const apartments = whole('apartments', 1, 60_000, 54_500)
  if (apartments === null) return refuse('--apartments must be a number from 1 to 60000')
  const seed = whole('seed', 0, 2_147_483_647, 1)
  if (seed === null) return refuse('--seed must be a number from 0 to 2147483647')
  const folder = text('write-practice')
  if (folder === null && (text('apartments') ?? text('seed')) !== null) {
    return refuse('--apartments and --seed belong to --write-practice')
  }
  return accept({
    dataDir: text('data'),
    port,
    open: values['no-open'] !== true,
    writePractice: folder === null ? null : { folder, apartments, seed },
    wants: values.help === true ? 'help' : values.version === true ? 'version' : 'run',
  })
}

/** The options as `--help` prints them. */
export const helpText = `Usage: npm start [-- options]\n\n${table
  .map(({ name, value, help }) => `  ${`--${name} ${value ?? ''}`.padEnd(22)} ${help}\n`)
  .join('')}`
