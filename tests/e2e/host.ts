import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { DeskClient } from '#shared/contract/index'

const root = join(import.meta.dirname, '..', '..')

export interface Host {
  /** The one-use address that opens the page. */
  readonly address: string
  /** Stops the program and waits until it is gone. */
  stop(): Promise<void>
}

/** Starts the web host as `npm start -- --web --no-open --data DIR` does, on a free port. */
export async function startHost(dataDir: string): Promise<Host> {
  const program = spawn(
    process.execPath,
    [join(root, 'out', 'main', 'web.js'), '--data', dataDir, '--no-open'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const ended = once(program, 'exit')
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    for (const stream of [program.stdout, program.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
        const found = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(said)
        if (found) resolve(found[0])
      })
    }
    ended.then(() => reject(new Error(`the host ended: ${said}`)), reject)
  })
  return {
    address,
    async stop() {
      program.kill('SIGTERM')
      await ended
    },
  }
}

/** A client of a running host that spends its launch address, as a page would. */
export async function connect(address: string): Promise<DeskClient> {
  const { origin } = new URL(address)
  const launched = await fetch(address, { redirect: 'manual' })
  const cookie = launched.headers.get('set-cookie')?.split(';')[0] ?? ''
  return createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers: { origin, cookie } }))
}
