import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { writeChoice } from '#core/database/choice'
import { type Copied, copyDatabase } from '#core/database/copy'
import { testAddress } from '#core/database/testAddress'
import { connectionTo } from '#core/store/connection.postgres'
import { StoreError } from '#core/store/errors'
import { openPostgres } from '#core/store/postgres'
import type { Store } from '#core/store/store'
import { databaseChecks, type ServerAddress } from '#shared/contract/database'
import { defaultDataFolder } from '../host/dataFolder'
import { withEmbedded, withFolder, withNewEmbedded } from './folder'
import { checkTexts, commandLanguage, type Language, messages, said } from './messages'
import { type Administrator, asAdministrator, createOffice, updateOffice } from './office'
import { type Command, type Options, readOptions, usage } from './options'
import { drawPassword, givenPassword, isGoodPassword, signInPassword } from './passwords'
import { CommandError, tellProblem } from './problems'

/** What the command has of the world around it. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly version: string
  readonly say: (text: string) => void
  readonly complain: (text: string) => void
  /** Shows how far it is, in place of what it showed before. */
  readonly line: (text: string) => void
  /** Asks for a password unseen; null when nobody is at a terminal. */
  readonly ask: ((question: string) => Promise<string>) | null
}

/** One run: what was asked for, where, and how it speaks. */
interface Run extends Surroundings {
  readonly options: Options
  readonly authority: string
  /** The data folder, where the command takes one. */
  readonly data: string
  readonly language: Language
  readonly tell: (name: keyof typeof messages, values?: Readonly<Record<string, string | number>>) => void
}

/** Runs one command and gives its exit code; what went wrong has been told. */
export async function runDatabase(argv: readonly string[], around: Surroundings): Promise<number> {
  const language = commandLanguage(around.env)
  const read = readOptions(argv)
  if (!read.ok || read.value === null) {
    const help = `Usage: npm run database -- COMMAND [options]\n\n${usage}\n`
    if (read.ok) around.say(help)
    else around.complain(`${read.refusal}\n\n${help}`)
    return read.ok ? 0 : 2
  }
  try {
    const options = read.value
    const tell: Run['tell'] = (name, values = {}) => around.say(said(messages[name][language], values))
    const authority = await readAuthority(options.authority)
    const data = options.data ?? defaultDataFolder(process.platform, around.env, homedir())
    return await work[options.command]({ ...around, options, authority, data, language, tell })
  } catch (error) {
    const { exitCode, text } = tellProblem(error, language)
    around.complain(text)
    return exitCode
  }
}

const work: Readonly<Record<Command, (run: Run) => Promise<number>>> = {
  async create(run) {
    const { options, tell } = run
    const given = await givenPassword(options.deskPasswordFile, 'HEKA_DESK_PASSWORD', run)
    if (given !== null && !isGoodPassword(given)) throw new CommandError('weakPassword', '')
    const password = given ?? drawPassword()
    const { database, user: name } = options
    const user = { name, password, changed: options.newPassword }
    const made = await createOffice(await administrator(run), user)
    tell(made.database === 'made' ? 'databaseMade' : 'databaseThere', { database })
    const users = { made: 'userMade', there: 'userThere', changed: 'passwordChanged' } as const
    tell(users[made.user], { user: name })
    tellMigrations(run, made.migrations)
    tell('rightsGiven', { user: name })
    if (given === null && made.user !== 'there') tell('passwordDrawn', { user: name, password })
    return 0
  },

  async update(run) {
    const { user } = run.options
    const migrations = await updateOffice(await administrator(run), user)
    tellMigrations(run, migrations)
    run.tell('rightsGiven', { user })
    if (migrations.length > 0) run.tell('desksTold')
    return 0
  },

  async check(run) {
    await check(run, await deskPassword(run))
    return 0
  },

  async 'copy-in'(run) {
    const { data } = run
    const admin = await administrator(run)
    const copied = await withEmbedded(data, (source) =>
      asAdministrator(admin, async (client) => {
        const done = await copy(run, source, () => openAs(admin))
        // The server knows at once how much there is of what: the first desk would otherwise wait for it. Else it finds out later.
        await client.query('ANALYZE').catch(() => undefined)
        return done
      }),
    )
    tellCopied(run, copied)
    run.tell('afterCopyIn', { data })
    return 0
  },

  async 'copy-out'(run) {
    const { data } = run
    const desks = { address: address(run, run.options.user), password: await deskPassword(run) }
    const source = await openAs(desks)
    try {
      const copied = await withNewEmbedded(data, (target) => copy(run, source, async () => target))
      tellCopied(run, copied)
    } finally {
      await source.close()
    }
    run.tell('afterCopyOut', { data })
    return 0
  },

  async use(run) {
    const { data } = run
    const { embedded, database, host } = run.options
    if (embedded) {
      await withFolder(data, (folder, key) =>
        writeChoice(folder, key, { choice: { kind: 'embedded' }, password: null }),
      )
      run.tell('usingEmbedded', { data })
      return 0
    }
    const password = await deskPassword(run)
    await check(run, password)
    const choice = { kind: 'postgres', address: address(run, run.options.user) } as const
    await withFolder(data, (folder, key) => writeChoice(folder, key, { choice, password }))
    run.tell('using', { data, database, host })
    return 0
  },
}

/** The authority's certificate as PEM; empty when none was given. Throws CommandError: authorityFile. */
async function readAuthority(path: string | null): Promise<string> {
  if (path === null) return ''
  try {
    const pem = await readFile(path, 'utf8')
    new X509Certificate(pem)
    return pem
  } catch (error) {
    throw new CommandError('authorityFile', path, error)
  }
}

const address = ({ options, authority }: Run, user: string): ServerAddress => ({
  host: options.host,
  port: options.port,
  database: options.database,
  user,
  authority,
})

const asking = ({ env, ask, language }: Run) => ({
  env,
  ask: ask && ((user: string) => ask(said(messages.askPassword[language], { user }))),
})

async function administrator(run: Run): Promise<Administrator> {
  const to = address(run, run.options.admin)
  const password = await signInPassword(to, run.options.passwordFile, 'PGPASSWORD', asking(run))
  return { address: to, password }
}

const deskPassword = (run: Run): Promise<string> =>
  signInPassword(address(run, run.options.user), run.options.passwordFile, 'HEKA_DESK_PASSWORD', asking(run))

function tellMigrations({ tell }: Run, migrations: readonly string[]): void {
  if (migrations.length === 0) tell('schemaThere')
  else tell('schemaDone', { names: migrations.join(', ') })
}

/** Looks whether desks can work with the database and says each thing. Throws StoreError when something is wrong. */
async function check(run: Run, password: string): Promise<void> {
  const { language, tell, say } = run
  const { user } = run.options
  const found = await testAddress(address(run, user), password)
  if (found.serverVersion !== null) tell('server', { version: found.serverVersion })
  for (const each of databaseChecks) {
    const how = found.passed.includes(each)
      ? 'right'
      : found.failed?.check === each
        ? 'wrong'
        : ('notLooked' as const)
    say(`  ${messages[how][language].padEnd(14)} ${checkTexts[each][language]}`)
  }
  if (found.mayDoTooMuch) tell('tooMuch', { user })
  const seconds = Math.round(Math.abs(found.clockAheadMs ?? 0) / 1000)
  if (seconds > 30) tell('clockOff', { seconds })
  if (found.failed) throw new StoreError(found.failed.problem)
}

/** A copy may take long, and no statement of it is given up. */
const openAs = ({ address, password }: Administrator) =>
  openPostgres({
    client: { ...connectionTo(address, password), query_timeout: 0 },
    name: 'heka-desk database',
  })

interface Timed extends Copied {
  readonly seconds: number
}

async function copy(run: Run, source: Store, open: () => Promise<Store>): Promise<Timed> {
  const began = performance.now()
  const target = await open()
  try {
    const copied = await copyDatabase(source, target, new Date(), (table, rows) =>
      run.line(said(messages.copying[run.language], { table, rows })),
    )
    return { ...copied, seconds: Math.round((performance.now() - began) / 100) / 10 }
  } finally {
    run.line('')
    // The embedded one is closed by who opened it.
    if (target.engine === 'postgres') await target.close()
  }
}

function tellCopied({ say, tell, language }: Run, { tables, records, found, seconds }: Timed): void {
  const rows = [
    messages.columns[language].split('\t'),
    ...tables.map(({ table, from, to }) => [table, String(from.rows), String(to.rows), to.sha256]),
  ]
  for (const [table = '', from = '', to = '', sum = ''] of rows)
    say(`${table.padEnd(20)} ${from.padStart(9)} ${to.padStart(9)}  ${sum}`)
  tell('copied', { records, found, seconds })
}
