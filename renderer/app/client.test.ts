import { ORPCError, os } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { client as Client } from './client'
import { NotLaunched, Unreachable } from './unreachable'

describe('the desk over a port that the preload hands over', () => {
  let ports: MessagePort[]
  let client: typeof Client

  const router = {
    staff: {
      session: os.handler(() => null),
      stillHere: os.handler(() => new Promise(() => undefined)),
      lock: os.handler(() => {
        throw new ORPCError('DATABASE_LOST', { status: 503 })
      }),
    },
  }
  const keys: unknown[] = []

  /** A window whose preload answers as electron/desktop/preload.ts does. */
  function windowWithPreload() {
    const target = new EventTarget()
    const page = {
      addEventListener: target.addEventListener.bind(target),
      removeEventListener: target.removeEventListener.bind(target),
      postMessage(data: { readonly type?: string }) {
        if (data.type !== 'desk-port-wanted') return
        const { port1, port2 } = new MessageChannel()
        ports.push(port1)
        new RPCHandler(router, {
          interceptors: [
            (options) => {
              keys.push(options.request.headers['command-key'])
              return options.next(options)
            },
          ],
        }).upgrade(port1)
        port1.start()
        const event = Object.assign(new Event('message'), { source: page, data: 'desk-port', ports: [port2] })
        target.dispatchEvent(event)
      },
    }
    return page
  }

  beforeEach(async () => {
    ports = []
    vi.resetModules()
    vi.stubGlobal('location', { protocol: 'app:' })
    vi.stubGlobal('window', windowWithPreload())
    ;({ client } = await import('./client'))
  })
  afterEach(() => {
    for (const port of ports) port.close()
    vi.unstubAllGlobals()
  })

  it('asks for one port, however many calls there are', async () => {
    expect(await Promise.all([client.staff.session(), client.staff.session()])).toEqual([null, null])
    expect(ports).toHaveLength(1)
  })

  it('gives every call a key, and one that got no answer the same again', async () => {
    keys.length = 0
    await expect(client.staff.lock()).rejects.toMatchObject({ code: 'DATABASE_LOST' })
    await expect(client.staff.lock()).rejects.toMatchObject({ code: 'DATABASE_LOST' })
    await client.staff.session()
    await client.staff.session()
    expect(keys).toEqual(Array(4).fill(expect.stringMatching(/^[0-9a-f-]{36}$/)))
    expect(keys[1]).toBe(keys[0])
    expect(new Set(keys).size).toBe(3)
  })

  it('ends a call as unreachable when the port closes, and asks for another port for the next', async () => {
    const waiting = expect(client.staff.stillHere()).rejects.toMatchObject({ name: Unreachable.name })
    await vi.waitFor(() => expect(ports).toHaveLength(1))
    ports[0]?.close()
    await waiting
    expect(await client.staff.session()).toBeNull()
    expect(ports).toHaveLength(2)
  })
})

describe('the desk over HTTP', () => {
  let client: typeof Client
  const fetched = vi.fn<typeof fetch>()

  beforeEach(async () => {
    vi.resetModules()
    vi.stubGlobal('location', { protocol: 'http:', origin: 'http://127.0.0.1:4567' })
    vi.stubGlobal('fetch', fetched)
    ;({ client } = await import('./client'))
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    fetched.mockReset()
  })

  it('says that it does not answer, or that the page was not opened by the program', async () => {
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    await expect(client.staff.session()).rejects.toMatchObject({ name: Unreachable.name })
    fetched.mockResolvedValueOnce(new Response('{"code":"NOT_LAUNCHED"}', { status: 401 }))
    await expect(client.staff.session()).rejects.toMatchObject({ name: NotLaunched.name })
  })

  it('sends a command that got no answer again with the same key', async () => {
    const keyOf = (call: number) => {
      const sent = fetched.mock.calls[call]?.[0]
      return sent instanceof Request ? sent.headers.get('command-key') : null
    }
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    await expect(client.visits.park({ id: 'a', version: 1 })).rejects.toMatchObject({
      name: Unreachable.name,
    })
    for (let times = 0; times < 2; times += 1) {
      fetched.mockResolvedValueOnce(Response.json({ json: null }))
      await client.visits.park({ id: 'a', version: 1 })
    }
    expect(keyOf(0)).toMatch(/^[0-9a-f-]{36}$/)
    expect(keyOf(1)).toBe(keyOf(0))
    expect(keyOf(2)).not.toBe(keyOf(0))
  })

  it('sends its cookie to its own address only', async () => {
    fetched.mockResolvedValueOnce(Response.json({ json: null }))
    expect(await client.staff.session()).toBeNull()
    const [request, init] = fetched.mock.calls[0] ?? []
    expect(request).toMatchObject({ url: 'http://127.0.0.1:4567/rpc/staff/session', method: 'POST' })
    expect(init?.credentials).toBe('same-origin')
  })
})
