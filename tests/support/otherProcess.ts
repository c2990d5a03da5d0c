import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const fileHere = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** A program of its own that runs one of the modules in tests/support/processes. */
export interface OtherProcess {
  /** The next line that it wrote, as JSON. */
  next<Value>(): Promise<Value>
  /** Ends it at once, as a power cut or the task manager does. */
  kill(): Promise<void>
}

const bundles = new Map<string, Promise<string>>()

/** Where a module is built; once for all the programs that a test file starts. */
function bundleOf(name: string): Promise<string> {
  const known = bundles.get(name)
  if (known) return known
  const building = promisify(execFile)(process.execPath, [fileHere('bundleProcess.mjs'), name])
  const bundle = building.then(({ stdout }) => stdout)
  bundles.set(name, bundle)
  return bundle
}

/**
 * Starts tests/support/processes/<name>.ts, whose `run` takes `input` and writes lines of JSON. `largestFile`, in bytes,
 * is how far it may make any file grow: the disk is full then.
 */
export function startProcess(name: string, input: unknown, largestFile?: number): OtherProcess {
  const started = bundleOf(name).then((bundle) => {
    const command = [process.execPath, fileHere('runProcess.mjs'), bundle, JSON.stringify(input)]
    // `ulimit -f` counts blocks of 512 bytes.
    const limit = largestFile === undefined ? '' : `ulimit -f ${Math.floor(largestFile / 512)} && `
    const child = spawn('/bin/sh', ['-c', `${limit}exec "$@"`, 'sh', ...command], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    return { child, lines: createInterface({ input: child.stdout! })[Symbol.asyncIterator]() }
  })
  // Whoever waits for its first word is told.
  started.catch(() => undefined)
  return {
    async next<Value>() {
      const { value, done } = await (await started).lines.next()
      if (done) throw new Error(`${name} ended without a word`)
      return JSON.parse(value) as Value
    },
    async kill() {
      const running = await started.catch(() => null)
      if (running) await end(running.child)
    },
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
