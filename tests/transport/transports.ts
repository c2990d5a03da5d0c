import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { type Desk, openDesk } from '#core/desk'
import type { DeskClient } from '#shared/contract/index'
import { servePort } from '../../electron/desktop/ports'
import { startWebHost } from '../../electron/web/server'

/** A page's way to the desk. */
export interface Connection {
  readonly client: DeskClient
  /** Closes the page. */
  close(): Promise<void>
}

export interface Transport {
  readonly name: string
  /** Connects a page, which sends these headers with every call. */
  connect(desk: Desk, headers?: Readonly<Record<string, string>>): Promise<Connection>
}

/** The desktop host's way: a channel whose one end the main process serves. Events come as Electron gives them. */
export const messagePort: Transport = {
  name: 'message port',
  async connect(desk, headers = {}) {
    const { port1, port2 } = new MessageChannel()
    servePort(desk, {
      on: (event: 'message' | 'close', listener: (sent: { data: unknown }) => void) =>
        port1.on(event, (data: unknown) => listener({ data })),
      postMessage: (message) => port1.postMessage(message),
      start: () => port1.start(),
    })
    const client: DeskClient = createORPCClient(
      new PortLink({ port: port2 as unknown as MessagePort, headers }),
    )
    port2.start()
    return {
      client,
      close: async () => {
        const closed = new Promise((resolve) => port1.once('close', resolve))
        port2.close()
        await closed
      },
    }
  },
}

/** The web host's way: HTTP on 127.0.0.1 with the cookie and the origin of a launched page. */
export const http: Transport = {
  name: 'http',
  async connect(desk, headers = {}) {
    const host = await startWebHost({ desk, pageFolder: tmpdir(), port: 0 })
    const origin = `http://127.0.0.1:${host.port}`
    const launched = await fetch(host.launchAddress, { redirect: 'manual' })
    const cookie = launched.headers.get('set-cookie')?.split(';')[0] ?? ''
    const link = new HttpLink({ url: `${origin}/rpc`, headers: { ...headers, origin, cookie } })
    return { client: createORPCClient(link), close: () => host.close() }
  },
}

/** A desk on an empty database of its own. */
export async function openTestDesk(): Promise<{ readonly desk: Desk; close(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'heka-desk-transport-'))
  const desk = await openDesk({
    dataDir,
    key: randomBytes(32),
    keyStore: 'ownerOnlyFile',
    host: 'web',
    version: '1.2.3',
    deskName: 'test desk',
  })
  return {
    desk,
    async close() {
      await desk.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}
