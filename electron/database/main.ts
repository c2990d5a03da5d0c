import { version } from '../../package.json'
import { askUnseen } from './askUnseen'
import { runDatabase } from './commands'

// Whatever this program writes is for its owner only.
process.umask(0o077)

process.exitCode = await runDatabase(process.argv.slice(2), {
  env: process.env,
  version,
  say: (text) => void process.stdout.write(`${text}\n`),
  complain: (text) => void process.stderr.write(`${text}\n`),
  line: process.stderr.isTTY ? (text) => void process.stderr.write(`\r\x1b[K${text}`) : () => undefined,
  ask: process.stdin.isTTY ? askUnseen : null,
})
