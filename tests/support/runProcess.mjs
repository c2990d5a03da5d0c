// Runs one module of tests/support/processes in a program of its own, through Vite as the tests themselves are.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const [name, input] = process.argv.slice(2)
const root = fileURLToPath(new URL('../..', import.meta.url))
const options = { root, configFile: false, logLevel: 'silent' }
const { module } = await runnerImport(`${root}tests/support/processes/${name}.ts`, options)
await module.run(JSON.parse(input), (said) => process.stdout.write(`${JSON.stringify(said)}\n`))
