// Builds one module of tests/support/processes as the program itself is built, and writes where it is: sixteen programs
// that each put it together from its hundreds of files would take minutes to start. What was built before is found again.
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const name = process.argv[2]
const root = fileURLToPath(new URL('../..', import.meta.url))
// Beside the packages that stay outside: Node looks for them from here.
const home = join(root, 'node_modules', '.cache', 'heka-desk-processes')
const dayMs = 24 * 60 * 60_000

const { output } = await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    write: false,
    ssr: join(root, 'tests', 'support', 'processes', `${name}.ts`),
    target: 'node24',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'main.mjs', chunkFileNames: '[name]-[hash].mjs' } },
  },
  ssr: {
    noExternal: true,
    // What is not made of modules, or is native.
    external: ['@react-pdf/renderer', 'better-sqlite3', 'nodemailer', 'pg', 'react'],
  },
})

const hash = createHash('sha256')
for (const { fileName, code } of output) hash.update(fileName).update('\0').update(code).update('\0')
const folder = join(home, `${name}-${hash.digest('hex').slice(0, 16)}`)
if (!existsSync(folder)) keep()
process.stdout.write(join(folder, 'main.mjs'))

/** Writes it whole before it has its name: others may be building the same. */
function keep() {
  mkdirSync(home, { recursive: true })
  const made = mkdtempSync(join(home, 'new-'))
  for (const { fileName, code } of output) {
    mkdirSync(dirname(join(made, fileName)), { recursive: true })
    writeFileSync(join(made, fileName), code)
  }
  try {
    renameSync(made, folder)
  } catch (error) {
    rmSync(made, { recursive: true })
    if (!existsSync(folder)) throw error
  }
  // Of older sources; a program may still run from the youngest.
  for (const other of readdirSync(home)) {
    const path = join(home, other)
    if (path !== folder && other.startsWith(`${name}-`) && Date.now() - statSync(path).mtimeMs > dayMs)
      rmSync(path, { recursive: true, force: true })
  }
}
