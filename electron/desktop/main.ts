import { homedir, hostname } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { app, dialog, Menu, safeStorage } from 'electron'
import { type Desk, openDesk } from '#core/desk'
import { version } from '../../package.json'
import { defaultDataFolder, prepareDataFolder } from '../host/dataFolder'
import { exitCodeOf, nameStartupError, startupLanguage, startupMessage } from '../host/startupProblems'
import { boardOpener } from './boardWindow'
import { offerPorts } from './offerPorts'
import { pageOrigin } from './rules'
import { systemKey } from './systemKey'
import { confineContents, confineSession, createWindow, registerPageScheme, servePage } from './window'

const pageFolder = join(import.meta.dirname, '../renderer')
const preload = join(import.meta.dirname, '../preload/preload.cjs')

process.umask(0o077)
app.enableSandbox()
registerPageScheme()
/** There is no board before there is a desk. */
let openBoard: () => void = () => undefined
confineContents(() => openBoard())

const { values } = parseArgs({ options: { data: { type: 'string' } }, strict: false })
const folder =
  typeof values.data === 'string' ? values.data : defaultDataFolder(process.platform, process.env, homedir())

try {
  const dataDir = await prepareDataFolder(folder)
  // Chromium's own files, and with them the single-instance lock: one window to a data folder.
  app.setPath('userData', join(dataDir, 'desktop'))
  if (!app.requestSingleInstanceLock()) app.exit(0)
  // Not awaited: Electron is ready only after this file has been run to its end.
  else app.whenReady().then(() => start(dataDir), fail)
} catch (error) {
  fail(error)
}

async function start(dataDir: string): Promise<void> {
  try {
    const key = await systemKey(dataDir, safeStorage, process.platform)
    await open(
      await openDesk({ dataDir, key, keyStore: 'system', host: 'desktop', version, deskName: hostname() }),
    )
  } catch (error) {
    fail(error)
  }
}

/** Says why the desk did not open, and ends. */
function fail(error: unknown): void {
  const named = nameStartupError(error, folder)
  const language = startupLanguage(app.isReady() ? { LANG: app.getLocale() } : process.env)
  dialog.showErrorBox('Heka Desk', named ? startupMessage(named, language) : String(error))
  app.exit(named ? exitCodeOf(named) : 1)
}

async function open(desk: Desk): Promise<void> {
  setMenu()
  confineSession()
  servePage(pageFolder)
  const window = createWindow(preload)

  offerPorts(desk, window)
  openBoard = boardOpener(desk, preload, window)
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    // Writes that are under way finish before the program ends.
    event.preventDefault()
    desk.close().finally(() => {
      closed = true
      app.quit()
    })
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())

  await window.loadURL(`${pageOrigin}/`)
}

/** macOS takes copying, pasting and quitting from the menu; elsewhere the window needs none. */
function setMenu(): void {
  const roles = [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }] as const
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate([...roles]) : null)
}
