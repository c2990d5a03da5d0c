// npm run load: installs what is missing and lets sixteen desks work at once: on the embedded database, and as
// sixteen programs on a PostgreSQL that is then killed twenty times. With HEKA_DESK_POSTGRES_BIN, the folder of a server's
// programs such as /usr/lib/postgresql/15/bin, on that PostgreSQL instead of the one from npm.
import { commandOf, ensureInstalled, main, node24, run } from './prepare.mjs'

await main(async () => {
  await ensureInstalled()
  const vitest = ['run', '--config', 'vitest.load.config.ts', ...process.argv.slice(2)]
  return run(node24, [commandOf('vitest'), ...vitest])
})
