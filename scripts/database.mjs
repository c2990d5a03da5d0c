// npm run database -- COMMAND …: the administrator's command for an office's PostgreSQL. Installs and builds what is missing.
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, main, node24, root, run } from './prepare.mjs'

await main(async () => {
  await ensureInstalled()
  await ensureBuilt()
  // A password may be asked for at the terminal, and paths are meant from where the command was typed.
  return run(node24, [join(root, 'out', 'main', 'database.js'), ...process.argv.slice(2)], {
    stdio: 'inherit',
    cwd: process.env.INIT_CWD ?? process.cwd(),
  })
})
