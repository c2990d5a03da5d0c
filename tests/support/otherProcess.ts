import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const runner = fileURLToPath(new URL('runProcess.mjs', import.meta.url))

/** A program of its own that runs one of the modules in tests/support/processes. */
export interface OtherProcess {
  /** The next line that it wrote, as JSON. */
  next<Value>(): Promise<Value>
  /** Ends it at once, as a power cut or the task manager does. */
  kill(): Promise<void>
}

/**
 * Starts tests/support/processes/<name>.ts, whose `run` takes `input` and writes lines of JSON. `largestFile`, in bytes,
 * is how far it may make any file grow: the disk is full then.
 */
export function startProcess(name: string, input: unknown, largestFile?: number): OtherProcess {
  const command = [process.execPath, runner, name, JSON.stringify(input)]
  // `ulimit -f` counts blocks of 512 bytes.
  const limit = largestFile === undefined ? '' : `ulimit -f ${Math.floor(largestFile / 512)} && `
  const child = spawn('/bin/sh', ['-c', `${limit}exec "$@"`, 'sh', ...command], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]()
  return {
    async next<Value>() {
      const { value, done } = await lines.next()
      if (done) throw new Error(`${name} ended without a word`)
      return JSON.parse(value) as Value
    },
    kill: () => kill(child),
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
