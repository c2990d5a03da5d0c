// npm start: installs and builds what is missing, then opens Heka Desk. In Electron when that can be had, else the same
// page in a browser.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { commandOf, ensureBuilt, ensureInstalled, main, node24, root, run, Stop, say } from './prepare.mjs'

const electronFolder = join(root, 'node_modules', 'electron')
const downloads = 'https://github.com/electron/electron/releases/'

await main(async () => {
  const args = process.argv.slice(2)
  const values = readOptions(args)
  if (values.help) {
    say(helpText())
    return 0
  }
  await ensureInstalled()
  if (values.version) {
    say(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version)
    return 0
  }
  await ensureBuilt()
  // These ask for the browser, or for no window at all.
  const inBrowser =
    values.web || values['no-open'] || values.port !== undefined || values['write-practice'] !== undefined
  if (!inBrowser && windowPossible()) {
    const why = await whyNotElectron()
    const code = why === null ? await run(electronPath(), [root, ...args]) : null
    // Chromium ends itself so when the system does not let it make its sandbox: nothing has been opened yet then.
    if (code !== null && code !== 128 + 5 && code !== 128 + 6) return code
    say(`${why ?? 'Electron could not start on this computer'}; opening the browser instead.`)
  }
  return run(node24, [join(root, 'out', 'main', 'web.js'), ...args.filter((arg) => arg !== '--web'), '--web'])
})

/** The same table of options that the web host reads. */
function optionTable() {
  return JSON.parse(readFileSync(join(root, 'electron', 'web', 'options.json'), 'utf8'))
}

function readOptions(args) {
  const options = Object.fromEntries(
    optionTable().map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' }]),
  )
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values
  } catch (error) {
    throw new Stop(`${error.message}\n\n${helpText()}`, 2)
  }
}

function helpText() {
  const lines = optionTable().map(
    ({ name, value, help }) => `  ${`--${name} ${value ?? ''}`.padEnd(22)} ${help}`,
  )
  return `Usage: npm start [-- options]\n\n${lines.join('\n')}\n`
}

/** Where Electron's program is; null when it has not been downloaded. */
function electronPath() {
  const file = join(electronFolder, 'path.txt')
  const path = existsSync(file) && join(electronFolder, 'dist', readFileSync(file, 'utf8'))
  return path && existsSync(path) ? path : null
}

/** Whether a window can be opened at all. Where it cannot, the web host says why and prints the address. */
function windowPossible() {
  if (process.platform !== 'linux') return true
  // As root, Chromium, and so Electron, would run only without its sandbox.
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) && process.getuid() !== 0
}

/** Why Electron cannot be used here, in one line; null when it can. Downloads its program when that is missing. */
async function whyNotElectron() {
  if (electronPath()) return null
  // A mirror or a proxy that somebody configured is known to Electron's installer only.
  const configured = Object.keys(process.env).some((name) =>
    /^(npm_config_)?electron_(mirror|get_use_proxy)$/i.test(name),
  )
  if (!configured && !(await answers(downloads)))
    return "Electron's program is not here and its download site cannot be reached"
  say("Downloading Electron's program …")
  const installer = commandOf('electron', 'install-electron')
  const code = await run(node24, [installer], { timeout: 10 * 60_000 })
  return code === 0 && electronPath() ? null : "Electron's program could not be downloaded"
}

async function answers(address) {
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(5000) })
    return true
  } catch {
    return false
  }
}
