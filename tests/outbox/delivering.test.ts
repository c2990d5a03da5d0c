import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { deliver, smtpTimeouts, tryServer } from '#core/outbox/smtp'
import { type MailServerOptions, openMailServer, openTrickster, politelyUntilData } from './mailServer'

const cleanUps: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

const mail = {
  from: 'a@example.com',
  to: 'b@example.com',
  content: Buffer.from('Subject: x\r\n\r\none\r\n.two\r\nthree\r\n'),
}
const never = new AbortController().signal
/** For a server that never answers as it should. One that does may be kept from it for long, on a busy computer. */
const impatient = { connection: 300, greeting: 300, socket: 300, message: 1500 }

const at = (port: number, security: 'none' | 'tls' | 'starttls' = 'none') => ({
  host: '127.0.0.1',
  port,
  security,
  username: null,
  password: null,
  senderName: 'Heka',
  senderAddress: 'a@example.com',
})

async function trickster(...talk: Parameters<typeof openTrickster>) {
  const { value, cleanUp } = await openTrickster(...talk)
  cleanUps.push(cleanUp)
  return value.port
}
async function mailServer(options?: MailServerOptions) {
  const { value, cleanUp } = await openMailServer(options)
  cleanUps.push(cleanUp)
  return value
}

interface Way {
  readonly signal?: AbortSignal
  readonly security?: 'tls' | 'starttls'
  readonly timeouts?: typeof smtpTimeouts
  readonly lastWait?: number
}

/** Delivers, and says how often the message was handed over. */
async function delivering(port: number, { signal = never, security, ...patience }: Way = {}) {
  let handedOver = 0
  const handOver = async () => {
    handedOver += 1
    return true
  }
  const outcome = await deliver(at(port, security), mail, handOver, signal, patience)
  return { outcome, handedOver }
}

const notTaken = (problem: string) => ({
  outcome: { ok: false, problem, permanent: false, handedOver: false },
  handedOver: 0,
})

describe('a message given to a server', () => {
  it('arrives whole, with lines that begin with a dot', async () => {
    const server = await mailServer()
    expect(await delivering(server.port)).toEqual({ outcome: { ok: true }, handedOver: 1 })
    expect(server.arrived.map(({ raw }) => raw)).toEqual([mail.content.toString()])
  })

  it.each([
    ['says nothing', 'timedOut', async () => undefined],
    ['speaks something else', 'notSmtp', async (socket) => void socket.write('\u0000\u0001 hello\r\n')],
    ['has no time', 'refusedForNow', async (socket) => void socket.write('421 later\r\n')],
    ['wants nobody', 'refusedForNow', async (socket) => void socket.write('554 no\r\n')],
    ['hangs up', 'unreachable', async (socket) => void socket.end()],
    [
      'talks without end',
      'notSmtp',
      async (socket) => {
        while (socket.writable) {
          socket.write(`220-${'x'.repeat(8000)}\r\n`)
          await setTimeout(1)
        }
      },
    ],
    [
      'answers a letter at a time',
      'timedOut',
      async (socket) => {
        socket.write('220 slow\r\n')
        while (socket.writable) {
          socket.write('250-x\r\n')
          await setTimeout(50)
        }
      },
    ],
  ] as const satisfies [string, string, Parameters<typeof openTrickster>[0]][])(
    'is kept from a server that %s: %s',
    async (_what, problem, talk) => {
      const port = await trickster(talk)
      const timeouts = problem === 'timedOut' ? impatient : smtpTimeouts
      expect(await delivering(port, { timeouts })).toEqual(notTaken(problem))
      expect(await tryServer(at(port), never, timeouts)).toBe(problem)
    },
  )

  it('is not encrypted by a server that cannot', async () => {
    const { port } = await mailServer()
    expect(await delivering(port, { security: 'starttls' })).toEqual(notTaken('tlsFailed'))
    expect((await delivering(port, { security: 'tls', timeouts: impatient })).outcome).toMatchObject({
      ok: false,
      handedOver: false,
    })
  })

  it('can be tried again when the server goes before the end is written down as given', async () => {
    const port = await trickster(async (socket, lines) => {
      await politelyUntilData(socket, lines)
      socket.destroy()
    })
    const slow = async () => {
      await setTimeout(500)
      return true
    }
    const outcome = await deliver(at(port), mail, slow, never)
    expect(outcome).toMatchObject({ ok: false, handedOver: false, permanent: false })
  })

  it('is not known to have arrived when the server says nothing to the end', async () => {
    const port = await trickster(async (socket, lines) => {
      await politelyUntilData(socket, lines)
      await setTimeout(60_000, undefined, { ref: false })
    })
    const timeouts = { ...smtpTimeouts, socket: 2_000 }
    expect(await delivering(port, { timeouts })).toEqual({
      outcome: { ok: false, problem: 'answerLost', permanent: false, handedOver: true },
      handedOver: 1,
    })
  })

  it('is let go of when it is not ours any more, and the server has nothing', async () => {
    const server = await mailServer()
    expect(await deliver(at(server.port), mail, async () => false, never)).toBe('letGo')
    expect(server.arrived).toEqual([])
  })

  it('is let go of when the program ends first', async () => {
    const server = await mailServer()
    const stop = new AbortController()
    stop.abort()
    expect(await delivering(server.port, { signal: stop.signal })).toEqual({
      outcome: 'letGo',
      handedOver: 0,
    })
    const silent = await trickster(async () => undefined)
    const later = new AbortController()
    const ending = delivering(silent, { signal: later.signal })
    later.abort()
    expect(await ending).toEqual({ outcome: 'letGo', handedOver: 0 })
  })

  it('is waited for when the program ends while the server thinks', async () => {
    const stop = new AbortController()
    const server = await mailServer({
      onMessage: async () => {
        stop.abort()
        await setTimeout(20)
      },
    })
    expect((await delivering(server.port, { signal: stop.signal })).outcome).toEqual({ ok: true })
    expect(server.arrived).toHaveLength(1)
  })

  it('is waited for a little only: it is not known to have arrived at a server that thinks for longer', async () => {
    const stop = new AbortController()
    const ended = Promise.withResolvers<void>()
    const server = await mailServer({
      onMessage: async () => {
        stop.abort()
        await ended.promise
      },
    })
    const { outcome } = await delivering(server.port, { signal: stop.signal, lastWait: 100 })
    expect(outcome).toEqual({ ok: false, problem: 'answerLost', permanent: false, handedOver: true })
    ended.resolve()
  })
})
