import { parseArgs } from 'node:util'
import { accept, type Result, refuse } from '#shared/rules/result'

export const commands = ['create', 'update', 'check', 'copy-in', 'copy-out', 'use'] as const
export type Command = (typeof commands)[number]

/** Every option: what its value is (none for a switch), what it is when it is not given, and which commands take it. */
const table = {
  host: { value: 'NAME', otherwise: 'localhost', of: commands },
  port: { value: 'N', otherwise: '5432', of: commands },
  database: { value: 'NAME', otherwise: 'heka_desk', of: commands },
  user: { value: 'NAME', otherwise: 'heka_desk', of: ['create', 'update', 'check', 'copy-out', 'use'] },
  admin: { value: 'NAME', otherwise: 'postgres', of: ['create', 'update', 'copy-in'] },
  authority: { value: 'FILE', of: commands },
  'password-file': { value: 'FILE', of: commands },
  'desk-password-file': { value: 'FILE', of: ['create'] },
  'new-password': { of: ['create'] },
  data: { value: 'DIR', of: ['copy-in', 'copy-out', 'use'] },
  embedded: { of: ['use'] },
  help: { of: commands },
} as const satisfies Readonly<
  Record<string, { value?: string; otherwise?: string; of: readonly (typeof commands)[number][] }>
>
type Option = keyof typeof table

/** What was asked for on the command line. */
export interface Options {
  readonly command: Command
  readonly host: string
  readonly port: number
  readonly database: string
  /** As whom the desks sign in. */
  readonly user: string
  /** As whom this command signs in, when it does what desks may not. */
  readonly admin: string
  /** Files: the authority's certificate; the password of who signs in; the one that the desks get. */
  readonly authority: string | null
  readonly passwordFile: string | null
  readonly deskPasswordFile: string | null
  readonly newPassword: boolean
  /** The data folder, where the command takes one; null for the user's own. */
  readonly data: string | null
  readonly embedded: boolean
}

/** Who asks for help gets `null`; a refusal is one sentence for the person who typed it. */
export function readOptions(argv: readonly string[]): Result<Options | null, string> {
  const options = Object.fromEntries(
    Object.entries(table).map(([name, option]) => [
      name,
      { type: 'value' in option ? ('string' as const) : ('boolean' as const) },
    ]),
  )
  let values: Readonly<Record<string, unknown>>
  let positionals: readonly string[]
  try {
    ;({ values, positionals } = parseArgs({
      args: [...argv],
      options,
      strict: true,
      allowPositionals: true,
    }))
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
  if (values.help === true) return accept(null)
  const command = commands.find((each) => each === positionals[0])
  if (command === undefined || positionals.length > 1)
    return refuse(`Say what to do: ${commands.join(', ')}. Passwords are never given here.`)
  for (const name of Object.keys(values) as Option[]) {
    if (!table[name].of.some((each) => each === command))
      return refuse(`--${name} does not belong to ${command}`)
    if (values[name] === '') return refuse(`--${name} needs a value`)
  }
  const text = (name: Option) => (typeof values[name] === 'string' ? values[name] : null)
  const either = (name: 'host' | 'port' | 'database' | 'user' | 'admin') =>
    text(name) ?? table[name].otherwise
  const port = /^\d{1,5}$/.test(either('port')) ? Number(either('port')) : 0
  if (port < 1 || port > 65_535) return refuse('--port must be a number from 1 to 65535')
  const data = text('data')
  if (data === null && (command === 'copy-in' || command === 'copy-out'))
    return refuse('--data must say which data folder to copy')
  return accept({
    command,
    host: either('host'),
    port,
    database: either('database'),
    user: either('user'),
    admin: either('admin'),
    authority: text('authority'),
    passwordFile: text('password-file'),
    deskPasswordFile: text('desk-password-file'),
    newPassword: values['new-password'] === true,
    data,
    embedded: values.embedded === true,
  })
}

/** What each command takes, for `--help`. */
export const usage = commands
  .map((command) => {
    const taken = Object.entries(table).filter(
      ([name, option]) => name !== 'help' && option.of.some((each) => each === command),
    )
    const words = taken.map(([name, option]) => {
      const value = 'value' in option ? ` ${'otherwise' in option ? option.otherwise : option.value}` : ''
      return name === 'data' && command !== 'use' ? `--${name}${value}` : `[--${name}${value}]`
    })
    return `  ${command} ${words.join(' ')}`
  })
  .join('\n')
