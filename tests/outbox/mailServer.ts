import { type AddressInfo, createServer, type Socket } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { Opened } from '../support/engines'

/** A message as it arrived. */
export interface Arrived {
  readonly mail: ParsedMail
  readonly raw: string
  readonly from: string
  readonly to: readonly string[]
}

export interface MailServer {
  readonly port: number
  readonly arrived: readonly Arrived[]
  /** How often somebody has connected. */
  readonly connections: () => number
}

/** What the server answers to a message, other than that it takes it. */
export const reply = (responseCode: number) => Object.assign(new Error('a test’s refusal'), { responseCode })

export interface MailServerOptions extends SMTPServerOptions {
  readonly port?: number
  /** Refuses a message that has arrived whole, or a recipient, by throwing a `reply`. */
  readonly onMessage?: (count: number) => void | Promise<void>
  readonly onRecipient?: (address: string) => void
}

/** A real SMTP server on this computer. */
export async function openMailServer(options: MailServerOptions = {}): Promise<Opened<MailServer>> {
  const { port = 0, onMessage, onRecipient, ...more } = options
  const arrived: Arrived[] = []
  let messages = 0
  let connections = 0
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onConnect(_session, callback) {
      connections += 1
      callback()
    },
    onRcptTo({ address }, _session, callback) {
      try {
        onRecipient?.(address)
        callback()
      } catch (error) {
        callback(error as Error)
      }
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        void (async () => {
          messages += 1
          await onMessage?.(messages)
          const bytes = Buffer.concat(chunks)
          const { mailFrom, rcptTo } = session.envelope
          arrived.push({
            mail: await simpleParser(bytes),
            raw: bytes.toString('latin1'),
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
          })
        })().then(
          () => callback(),
          (error: Error) => callback(error),
        )
      })
    },
    ...more,
  })
  // A client that breaks off, as some tests make it do.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    value: {
      port: (server.server.address() as AddressInfo).port,
      arrived,
      connections: () => connections,
    },
    cleanUp: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** A server that is not what it should be: `talk` does what it likes with each connection. */
export async function openTrickster(
  talk: (socket: Socket, lines: AsyncIterable<string>) => Promise<void>,
): Promise<Opened<{ readonly port: number; readonly connections: () => number }>> {
  let connections = 0
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    void talk(socket, linesOf(socket)).catch(() => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    value: { port: (server.address() as AddressInfo).port, connections: () => connections },
    cleanUp: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

async function* linesOf(socket: Socket) {
  let rest = ''
  for await (const chunk of socket) {
    const lines = (rest + String(chunk)).split('\r\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

const answers: readonly (readonly [RegExp, string])[] = [
  [/^EHLO/, '250 trickster'],
  [/^MAIL/, '250 ok'],
  [/^RCPT/, '250 ok'],
  [/^DATA$/, '354 go on'],
]

/** Talks as a server does until the client has been told to give its message. Then the caller goes on with the lines. */
export async function politelyUntilData(socket: Socket, lines: AsyncIterable<string>) {
  const iterator = lines[Symbol.asyncIterator]()
  socket.write('220 trickster\r\n')
  for (;;) {
    const { value: line, done } = await iterator.next()
    if (done) return iterator
    socket.write(`${answers.find(([command]) => command.test(line))?.[1] ?? '250 ok'}\r\n`)
    if (line === 'DATA') return iterator
  }
}
