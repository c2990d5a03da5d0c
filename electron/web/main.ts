import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir, hostname } from 'node:os'
import { join } from 'node:path'
import { openDesk } from '#core/desk'
import { version } from '../../package.json'
import { defaultDataFolder, errorCode, prepareDataFolder } from '../host/dataFolder'
import { ownerOnlyKey } from '../host/keyFile'
import {
  exitCodeOf,
  nameStartupError,
  StartupError,
  startupLanguage,
  startupMessage,
} from '../host/startupProblems'
import { messages, noBrowserMessages } from './messages'
import { chooseBrowser, openBrowser, removeLaunchFile, thisComputer, writeLaunchFile } from './open'
import { helpText, type Options, readOptions } from './options'
import { startWebHost } from './server'
import { writePracticeFiles } from './writePractice'

const pageFolder = join(import.meta.dirname, '../renderer')
const language = startupLanguage(process.env)
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const complain = (text: string): void => void process.stderr.write(`${text}\n`)

/** A browser that ends sooner than this has handed the window over to one of the same profile that was running. */
const handOverMs = 5000

await main()

async function main(): Promise<void> {
  // Whatever this program writes is for its owner only.
  process.umask(0o077)
  const options = readOptions(process.argv.slice(2))
  if (!options.ok) {
    complain(`${options.refusal}\n\n${helpText}`)
    process.exitCode = 2
  } else if (options.value.wants === 'help') say(helpText)
  else if (options.value.wants === 'version') say(version)
  else if (options.value.writePractice) await writePractice(options.value.writePractice)
  else await run(options.value)
}

async function writePractice({
  folder,
  apartments,
  seed,
}: NonNullable<Options['writePractice']>): Promise<void> {
  try {
    for (const path of await writePracticeFiles(folder, apartments, seed, new Date())) say(path)
  } catch (error) {
    complain(errorCode(error) === 'EEXIST' ? messages.fileExists[language] : String(error))
    process.exitCode = 1
  }
}

async function run(options: Options): Promise<void> {
  const folder = options.dataDir ?? defaultDataFolder(process.platform, process.env, homedir())
  try {
    await openWebDesk(options, await prepareDataFolder(folder))
  } catch (error) {
    const named = nameStartupError(error, folder)
    complain(named ? startupMessage(named, language) : String(error instanceof Error ? error.stack : error))
    process.exit(named ? exitCodeOf(named) : 1)
  }
}

async function openWebDesk(options: Options, dataDir: string): Promise<void> {
  if (!existsSync(join(pageFolder, 'index.html'))) throw new StartupError('notBuilt', pageFolder)
  const key = await ownerOnlyKey(dataDir)
  const desk = await openDesk({
    dataDir,
    key,
    keyStore: 'ownerOnlyFile',
    host: 'web',
    version,
    deskName: hostname(),
    report: tellOfFault,
  })
  let launched = false
  let browser: ChildProcess | null = null
  const host = await startWebHost({
    desk,
    pageFolder,
    port: options.port,
    onLaunched() {
      launched = true
      if (browser) say(messages.opened[language])
      removeLaunchFile(dataDir).catch((error) => tellOfFault(error, 'launch'))
    },
  }).catch(async (error: unknown) => {
    await desk.close()
    throw error
  })

  let closing = false
  async function close(): Promise<void> {
    if (closing) return
    closing = true
    if (browser?.exitCode === null) browser.kill()
    await removeLaunchFile(dataDir)
    await host.close()
    await desk.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close)
  process.on('unhandledRejection', tellOfFault)

  const printAddress = () => say(`${messages.openAddress[language]}\n  ${host.launchAddress}`)
  if (!options.open) return printAddress()
  const choice = chooseBrowser(thisComputer())
  if ('none' in choice) {
    say(noBrowserMessages[choice.none][language])
    return printAddress()
  }
  await writeLaunchFile(dataDir, host.launchAddress)
  browser = await openBrowser(choice.path, dataDir)
  const started = Date.now()
  const ended = () => {
    if (closing) return
    if (launched && Date.now() - started > handOverMs) void close()
    else if (launched) say(messages.handedOver[language])
    else {
      complain(messages.browserFailed[language])
      printAddress()
    }
  }
  browser.once('error', ended).once('exit', ended)
}

/** A fault that no answer tells of. Its message may quote what somebody typed, so that only its kind is told. */
function tellOfFault(error: unknown, where: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error
  complain(`${messages.fault[language]} (${typeof where === 'string' ? `${where}: ` : ''}${kind})`)
}
