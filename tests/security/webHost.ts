import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDesk } from '#core/desk'
import { startWebHost } from '../../electron/web/server'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Ask {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string
}

export interface TestHost {
  readonly port: number
  readonly origin: string
  /** The path with the launch token. */
  readonly launchPath: string
  /** Sends a request exactly as given: no header but Host is added, and that one only when it is left out. */
  ask(ask: Ask): Promise<Answer>
  /** Calls a procedure as our own page would; headers can be changed or, with null, left out. */
  call(path: string, headers?: Readonly<Record<string, string | null>>, body?: string): Promise<Answer>
  /** Writes bytes to the port and gives everything that comes back until the connection ends or falls silent. */
  raw(bytes: string | Buffer): Promise<string>
  /** Uses the launch token; the Cookie header for later calls. */
  launch(): Promise<string>
  close(): Promise<void>
}

/** The web host with a real desk on an empty database and a small page with traps around it. */
export async function startTestHost(): Promise<TestHost> {
  const folder = mkdtempSync(join(tmpdir(), 'heka-desk-host-'))
  const dataDir = join(folder, 'data')
  const pageFolder = join(folder, 'page')
  mkdirSync(dataDir, { mode: 0o700 })
  mkdirSync(join(pageFolder, 'assets'), { recursive: true })
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>Heka Desk</title>')
  writeFileSync(join(pageFolder, 'board.html'), '<!doctype html><title>Board</title>')
  writeFileSync(join(pageFolder, 'assets', 'index-Abcd1234.js'), 'export {}')
  writeFileSync(join(folder, 'secret.json'), 'secret')
  symlinkSync(join(folder, 'secret.json'), join(pageFolder, 'link.json'))
  const desk = await openDesk({
    dataDir,
    key: randomBytes(32),
    keyStore: 'ownerOnlyFile',
    host: 'web',
    version: '0.0.0',
    deskName: 'test desk',
  })
  const host = await startWebHost({ desk, pageFolder, port: 0 })
  const { port } = host
  const origin = `http://127.0.0.1:${port}`
  const launchPath = host.launchAddress.slice(origin.length)
  let cookie: string | null = null

  const ask = ({ method = 'GET', path = '/', headers = {}, body }: Ask) =>
    new Promise<Answer>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, method, path, agent: false }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        )
        response.on('error', reject)
      })
      sent.on('error', reject)
      for (const [name, value] of Object.entries(headers)) sent.setHeader(name, value)
      sent.end(body)
    })
  const launch = async () => {
    if (cookie === null) {
      const { headers } = await ask({ path: launchPath })
      cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    }
    return cookie
  }

  return {
    port,
    origin,
    launchPath,
    ask,
    launch,
    async call(path, changed = {}, body = '{}') {
      const usual = { Origin: origin, Cookie: await launch(), 'Content-Type': 'application/json' }
      const headers = Object.entries({ ...usual, ...changed }).filter(([, value]) => value !== null)
      return ask({
        method: 'POST',
        path,
        body,
        headers: Object.fromEntries(headers) as Record<string, string>,
      })
    },
    raw: (bytes) =>
      new Promise((resolve) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
        let text = ''
        socket.setTimeout(200, () => socket.destroy())
        socket.on('data', (chunk) => {
          text += chunk.toString('latin1')
        })
        socket.on('error', () => socket.destroy())
        socket.on('close', () => resolve(text))
      }),
    async close() {
      await host.close()
      await desk.close()
      rmSync(folder, { recursive: true })
    },
  }
}
