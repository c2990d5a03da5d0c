import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { Opened } from '../support/engines'

/** When a connection is dropped over which nothing goes, and whether it is ended, or forgotten so that neither side notices. */
export interface Dropping {
  readonly afterMs: number
  readonly how: 'ended' | 'forgotten'
}

/** A way to a PostgreSQL that is not the best. */
export interface ServerProxy {
  /** The server's address by this way. */
  readonly url: string
  /** How many connections it has dropped because nothing came or went. */
  readonly dropped: () => number
  /** From now on drops connections over which nothing goes, or none any more. */
  dropIdle(dropping: Dropping | null): void
  /**
   * From the COMMIT of the next command on, no answer comes back on any connection that is open then: it is carried out and
   * nobody hears of it. Resolves when the server has been sent it.
   */
  muteAtCommand(): Promise<void>
}

/** Opens a way to a server's address. */
export async function openProxy(to: string): Promise<Opened<ServerProxy>> {
  const server = new URL(to)
  const open = new Set<{
    readonly page: Socket
    readonly database: Socket
    muted: boolean
    forgotten: boolean
  }>()
  let dropped = 0
  let dropping: Dropping | null = null
  let onCommand: (() => void) | null = null

  const listener = createServer((page) => {
    const database = connect(Number(server.port), server.hostname)
    const connection = { page, database, muted: false, forgotten: false }
    open.add(connection)
    for (const socket of [page, database]) socket.on('error', () => undefined)
    page.on('close', () => {
      open.delete(connection)
      database.destroy()
    })
    database.on('close', () => page.destroy())
    database.on('data', (data) => {
      if (!connection.muted && !connection.forgotten) page.write(data)
    })
    page.setTimeout(dropping?.afterMs ?? 0)
    page.on('timeout', () => {
      dropped += 1
      if (dropping?.how === 'ended') page.destroy()
      else connection.forgotten = true
    })
    // Other work commits too, such as that of saying who is here.
    let keepsAnswer = false
    page.on('data', (data) => {
      if (connection.forgotten) return
      keepsAnswer ||= data.includes('insert into "command"')
      const commits = data.includes('COMMIT\0')
      if (commits && keepsAnswer && onCommand) {
        for (const each of open) each.muted = true
        onCommand()
        onCommand = null
      }
      if (commits) keepsAnswer = false
      database.write(data)
    })
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const url = new URL(to)
  url.port = String((listener.address() as AddressInfo).port)
  return {
    value: {
      url: url.href,
      dropped: () => dropped,
      dropIdle(next) {
        dropping = next
        for (const { page } of open) page.setTimeout(next?.afterMs ?? 0)
      },
      muteAtCommand: () =>
        new Promise((resolve) => {
          onCommand = resolve
        }),
    },
    async cleanUp() {
      for (const { page } of open) page.destroy()
      listener.close()
      await once(listener, 'close')
    },
  }
}
