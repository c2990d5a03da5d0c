// Installs and builds what is missing, before anything else of the program can run. Node's own modules only, and nothing
// newer than Node 20: this is what a computer runs that has just cloned the repository.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const windows = process.platform === 'win32'

/** Node 24 from the package `node`: the computer's own may be older than the database engine takes. */
export const node24 = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')

/** The file that a package's command runs, so that no shell and no `.cmd` file is needed. */
export function commandOf(name, command = name) {
  const folder = join(root, 'node_modules', ...name.split('/'))
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}

export const say = (text) => process.stdout.write(`${text}\n`)

/** Runs a program to its end, signals passed on, and gives its exit code; 128 and more when a signal ended it. */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options })
    const pass = (signal) => child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, pass)
    const done = () => {
      for (const signal of signals) process.off(signal, pass)
    }
    child.once('error', (error) => {
      done()
      reject(error)
    })
    child.once('exit', (code, signal) => {
      done()
      resolve(code ?? 128 + (signalNumbers[signal] ?? 0))
    })
  })
}
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGTRAP: 5, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 }

const read = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/**
 * Whether node_modules holds what package-lock.json says. npm writes what it installed into a lock file of its own, last
 * of all: it is compared, not its date, which a clone or a copy changes.
 */
export function isInstalled() {
  const wanted = read(join(root, 'package-lock.json'))?.packages
  const got = read(join(root, 'node_modules', '.package-lock.json'))?.packages
  if (!wanted || !got || !existsSync(node24)) return false
  const same = (path) =>
    wanted[path]?.version === got[path]?.version && wanted[path]?.integrity === got[path]?.integrity
  return (
    Object.keys(got).every(same) &&
    Object.keys(wanted).every(
      (path) => path === '' || wanted[path].optional || wanted[path].peer || path in got,
    )
  )
}

export async function ensureInstalled() {
  if (isInstalled()) return
  say('Installing what Heka Desk needs (npm ci) …')
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  // npm runs on the node it was started with: the one in node_modules is about to be replaced.
  const code = npm?.endsWith('js')
    ? await run(process.env.npm_node_execpath ?? process.execPath, [npm, ...options])
    : await run(windows ? 'npm.cmd' : 'npm', options, {
        stdio: ['ignore', 'inherit', 'inherit'],
        shell: windows,
      })
  if (code !== 0) throw new Stop('The installation failed; npm says why above.', code)
}

/** What the built program is made of. */
const sources = ['electron', 'renderer', 'shared', 'resources']
const sourceFiles = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']
const stampFile = join(root, 'out', 'sources.sha256')

/** A hash of every source file's path and content: a checkout changes dates, and a build takes longer than reading. */
export function sourceHash() {
  const hash = createHash('sha256')
  const add = (path) =>
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  const walk = (folder) => {
    if (!existsSync(join(root, folder))) return
    const entries = readdirSync(join(root, folder), { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) walk(path)
      else if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) add(path)
    }
  }
  for (const folder of sources) walk(folder)
  for (const file of sourceFiles) if (existsSync(join(root, file))) add(file)
  return hash.digest('hex')
}

export async function ensureBuilt() {
  const hash = sourceHash()
  const built = ['main/web.js', 'main/desktop.js', 'preload/preload.cjs', 'renderer/index.html']
  const present = built.every((file) => existsSync(join(root, 'out', file)))
  if (present && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return
  say('Building Heka Desk …')
  rmSync(stampFile, { force: true })
  const code = await run(node24, [commandOf('electron-vite'), 'build', '--logLevel', 'warn'])
  if (code !== 0) throw new Stop('The build failed; it says why above.', code)
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, hash)
}

/** Ends a script with a sentence and an exit code. */
export class Stop extends Error {
  constructor(message, code) {
    super(message)
    this.code = code
  }
}

/** Runs a script's main function and ends with the exit code it gives. */
export async function main(work) {
  try {
    process.exitCode = await work()
  } catch (error) {
    process.stderr.write(`${error instanceof Stop ? error.message : (error?.stack ?? error)}\n`)
    process.exitCode = error instanceof Stop ? error.code : 1
  }
}
