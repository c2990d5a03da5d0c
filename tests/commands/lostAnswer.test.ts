import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { expect, it, vi } from 'vitest'
import { openTestDesk, type TestDesk } from '../support/desk'
import { type Opened, officePostgres } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { countOf, signInAt } from './keyed'

interface Proxy {
  readonly url: string
  /** All connections are cut at the COMMIT of the next command: before the server hears of it, or before the answer comes back. */
  cutNext(when: 'before' | 'after'): void
  /** Lets connections through again. */
  mend(): void
}

/** A way to a PostgreSQL that can be cut at a COMMIT. */
async function openProxy(to: string): Promise<Opened<Proxy>> {
  const server = new URL(to)
  const sockets = new Set<Socket>()
  const pages = new Set<Socket>()
  let cut: 'before' | 'after' | null = null
  let down = false
  const listener = createServer((page) => {
    if (down) return void page.destroy()
    const database = connect(Number(server.port), server.hostname)
    for (const socket of [page, database]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket))
    }
    pages.add(page)
    page.on('close', () => {
      pages.delete(page)
      database.end()
    })
    database.on('close', () => page.destroy())
    database.pipe(page)
    // Other work commits too, such as that of saying who is here.
    let keepsAnswer = false
    page.on('data', (data) => {
      keepsAnswer ||= data.includes('insert into "command"')
      const commits = data.includes('COMMIT\0')
      const when = commits && keepsAnswer ? cut : null
      if (commits) keepsAnswer = false
      if (when !== 'before') database.write(data)
      if (when === null) return
      cut = null
      down = true
      database.unpipe(page)
      for (const each of pages) each.destroy()
    })
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const url = new URL(to)
  url.port = String((listener.address() as AddressInfo).port)
  return {
    value: {
      url: url.href,
      cutNext(when) {
        cut = when
      },
      mend() {
        down = false
      },
    },
    async cleanUp() {
      for (const socket of sockets) socket.destroy()
      listener.close()
      await once(listener, 'close')
    },
  }
}

const uses = async (work: (desk: TestDesk, proxy: Proxy) => Promise<void>) => {
  const database = await officePostgres()
  const proxy = await openProxy(database.value)
  const opened = await openTestDesk('postgres', { postgresUrl: proxy.value.url })
  try {
    await work(opened.value, proxy.value)
  } finally {
    await opened.cleanUp()
    await proxy.cleanUp()
    await database.cleanUp()
  }
}

it.each(['before', 'after'] as const)(
  'a command whose connection was cut %s its commit is carried out once when it is sent again',
  (when) =>
    uses(async (desk, proxy) => {
      await desk.administrator()
      const { withKey } = await signInAt(desk, 'aino')
      const send = withKey(randomUUID())
      const member = {
        name: 'Uusi',
        username: 'uusi',
        roles: ['counter' as const],
        password: 'uusi hyvä salasana',
      }
      proxy.cutNext(when)
      expect(await nameOf(send.staff.add(member))).toBe('DATABASE_LOST')
      proxy.mend()
      // As a page does it: until there is an answer.
      const added = await vi.waitFor(() => send.staff.add(member), 20_000)
      expect(added).toMatchObject({ username: 'uusi', version: 1 })
      expect(await send.staff.add(member)).toEqual(added)
      expect(await countOf(desk, `audit WHERE action = 'staff.add' AND outcome = 'done'`)).toBe(1)
      expect(await countOf(desk, `staff WHERE username = 'uusi'`)).toBe(1)
      // With another key it is another command.
      expect(await nameOf(withKey(randomUUID()).staff.add(member))).toBe('usernameTaken')
    }),
)
