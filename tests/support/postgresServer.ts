import type { TestProject } from 'vitest/node'
import { openServer } from './server'
import { makeTemplate } from './template'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
  }
}

/** One real PostgreSQL for the whole test run; every test makes its own database in it. */
export default (project: TestProject) => startPostgres(project, ['-c', 'fsync=off'])

/** Starts a server and tells the tests its address; the answer stops it. */
export async function startPostgres(
  project: TestProject,
  flags: readonly string[],
): Promise<() => Promise<void>> {
  const server = await openServer(flags)
  await makeTemplate(server.url)
  project.provide('postgresUrl', server.url)
  return () => server.stop()
}
