import type { TestProject } from 'vitest/node'
import { startPostgres } from '../support/postgresServer'

/** A server as an office runs it: what it has committed is on the disk. */
export default (project: TestProject) => startPostgres(project, [])
