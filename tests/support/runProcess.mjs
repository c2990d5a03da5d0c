// Runs one module of tests/support/processes, built, in a program of its own.
import { pathToFileURL } from 'node:url'

// Its end means that whoever started this is gone, killed perhaps: nobody else would end it.
process.stdin.once('end', () => process.exit(1)).resume()
process.stdin.unref()

const [file, input] = process.argv.slice(2)
const { run } = await import(pathToFileURL(file))
await run(JSON.parse(input), (said) => process.stdout.write(`${JSON.stringify(said)}\n`))
