import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { ServerAddress } from '#shared/contract/database'
import type { Opened } from '../support/engines'

/** The parts of a connection URL as a person types them. */
export function typedFrom(url: string): { readonly address: ServerAddress; readonly password: string } {
  const { hostname, port, pathname, username, password } = new URL(url)
  return {
    address: {
      host: hostname,
      port: Number(port),
      database: pathname.slice(1),
      user: username,
      authority: '',
    },
    password,
  }
}

interface Listening {
  readonly port: number
  /** How many have connected. */
  readonly connections: () => number
}

/** Something that listens on this computer and does with each connection what it is told. */
async function openListener(
  onSocket: (socket: Socket) => void,
  at = 0,
): Promise<Opened<Listening> & { readonly sockets: Set<Socket> }> {
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    onSocket(socket)
  })
  server.listen(at, '127.0.0.1')
  await once(server, 'listening')
  return {
    value: { port: (server.address() as AddressInfo).port, connections: () => connections },
    sockets,
    async cleanUp() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Something else than PostgreSQL: it answers everybody with the same words. */
export const openOther = (words: string) =>
  openListener((socket) => socket.on('data', () => socket.end(words)))

/** A way to a server that can be cut and mended, at the same port. */
export interface Way {
  readonly port: number
  cut(): Promise<void>
  mend(): Promise<void>
}

export async function openWay(to: string): Promise<Opened<Way>> {
  const { hostname, port } = new URL(to)
  const pass = (socket: Socket) => {
    const server = connect(Number(port), hostname)
    server.on('error', () => socket.destroy())
    socket.on('close', () => server.destroy())
    server.on('close', () => socket.destroy())
    socket.pipe(server).pipe(socket)
  }
  let listener: Opened<Listening> | null = await openListener(pass)
  const at = listener.value.port
  const cut = async () => {
    await listener?.cleanUp()
    listener = null
  }
  const mend = async () => {
    listener ??= await openListener(pass, at)
  }
  return { value: { port: at, cut, mend }, cleanUp: cut }
}

const message = (type: string, body: Buffer) => {
  const head = Buffer.alloc(5)
  head.write(type)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
const int16 = (value: number) => Buffer.from([value >> 8, value & 255])
const int32 = (value: number) => Buffer.concat([int16((value >> 16) & 0xffff), int16(value & 0xffff)])

/** The types of what is answered, as PostgreSQL numbers them. */
const types = { int4: 23, bool: 16, text: 25, timestamptz: 1184 } as const
type Cell = readonly [name: string, type: keyof typeof types, value: string]

/** One row as a server sends it in text: https://www.postgresql.org/docs/current/protocol-message-formats.html */
function row(values: readonly Cell[]): Buffer {
  const columns = values.map(([name, type]) =>
    // Table, column, type, length, modifier and format.
    Buffer.concat([
      Buffer.from(`${name}\0`),
      int32(0),
      int16(0),
      int32(types[type]),
      int16(0xffff),
      int32(-1),
      int16(0),
    ]),
  )
  const cells = values.map(([, , value]) =>
    Buffer.concat([int32(Buffer.byteLength(value)), Buffer.from(value)]),
  )
  return Buffer.concat([
    message('T', Buffer.concat([int16(columns.length), ...columns])),
    message('D', Buffer.concat([int16(cells.length), ...cells])),
    message('C', Buffer.from('SELECT 1\0')),
  ])
}

/** A PostgreSQL of another version as far as a desk looks at one: it lets everybody in and answers with one row. */
export const openServerOf = (version: string, number: number) =>
  openListener((socket) => {
    const ready = message('Z', Buffer.from('I'))
    let greeted = false
    socket.on('data', (data: Buffer) => {
      if (!greeted) {
        greeted = true
        socket.write(Buffer.concat([message('R', int32(0)), ready]))
      } else if (data.toString('latin1', 0, 1) === 'Q') {
        const answer = data.includes('server_version_num')
          ? row([
              ['version', 'int4', String(number)],
              ['recovering', 'bool', 'f'],
              ['readonly', 'bool', 'f'],
              ['language', 'bool', 't'],
            ])
          : row([
              ['version', 'text', version],
              ['now', 'timestamptz', '2026-11-24 08:30:00+00'],
            ])
        socket.write(Buffer.concat([answer, ready]))
      }
    })
  })
