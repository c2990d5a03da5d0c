// npm test: installs and builds what is missing, runs the unit, store, transport and security tests and then the browser
// tests, and ends with the line `N passed, N failed`. With a filter (npm test -- mrz) it runs only Vitest, on those files;
// npm test -- --everything runs every browser test on PostgreSQL too, and not only what several desks do to each other.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'
import { commandOf, ensureBuilt, ensureInstalled, main, node24, root, run, say } from './prepare.mjs'

await main(async () => {
  const everything = process.argv.includes('--everything')
  const filter = process.argv.slice(2).filter((word) => word !== '--everything')
  await ensureInstalled()
  await ensureBuilt()
  const folder = mkdtempSync(join(memoryDisk() ?? tmpdir(), 'heka-desk-tests-'))
  const env = environment(folder)
  try {
    const results = [await vitest(join(folder, 'vitest.json'), filter, env)]
    if (filter.length === 0 && existsSync(join(root, 'playwright.config.ts'))) {
      results.push(await playwright(join(folder, 'playwright.json'), everything, env))
    }
    const passed = results.reduce((sum, result) => sum + result.passed, 0)
    const failed = results.reduce((sum, result) => sum + result.failed, 0)
    say(`${passed} passed, ${failed} failed`)
    return failed === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

async function vitest(report, filter, env) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run(node24, [commandOf('vitest'), 'run', ...reporters, ...filter], { env })
  const { numPassedTests, numFailedTests } = read(report) ?? {}
  return counted(code, numPassedTests, numFailedTests)
}

async function playwright(report, everything, env) {
  const code = await run(
    node24,
    [commandOf('@playwright/test', 'playwright'), 'test', '--reporter=list,json'],
    {
      env: {
        ...env,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        ...(everything ? { HEKA_DESK_EVERYTHING: 'yes' } : {}),
      },
    },
  )
  const { expected, flaky, unexpected } = read(report)?.stats ?? {}
  // A test that passed only when tried again has failed once.
  return counted(code, expected, unexpected === undefined ? undefined : unexpected + flaky)
}

/** A run that ended badly without a failed test (a file that does not load, no report at all) is one failure. */
function counted(code, passed = 0, failed = 0) {
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed }
}

/**
 * A disk in memory with room for the tests' databases. They write every change through to the disk, as the program does, and would
 * wait for that a quarter of the time. Null where there is none, or somebody has said where temporary files go.
 */
function memoryDisk() {
  const disk = '/dev/shm'
  const room = 4 * 2 ** 30
  if (process.env.TMPDIR || !existsSync(disk) || freemem() < room) return null
  const { bavail, bsize } = statfsSync(disk)
  return bavail * bsize < room ? null : disk
}

/** Tests start programs of their own: those must find Node 24 first, and put temporary files where they are taken away again. */
function environment(folder) {
  const separator = process.platform === 'win32' ? ';' : ':'
  const temporary = join(folder, 'tmp')
  mkdirSync(temporary)
  // The server of the tests is another user's, when they are run as root.
  for (const each of [folder, temporary]) chmodSync(each, 0o755)
  return {
    ...process.env,
    PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(separator),
    ...(process.platform === 'win32' ? {} : { TMPDIR: temporary }),
  }
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
