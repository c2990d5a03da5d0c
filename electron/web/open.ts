import { type ChildProcess, spawn } from 'node:child_process'
import { realpathSync, statSync } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, posix, win32 } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeOwnerOnly } from '../host/keyFile'
import { forwardPage } from './pages'

type Env = Readonly<Record<string, string | undefined>>

/** What is known of the computer before a browser is looked for. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Env
  readonly home: string
  /** The user's number; null where there is none. */
  readonly uid: number | null
  /** The real path of an existing file, symbolic links followed; null when there is none. */
  readonly fileAt: (path: string) => string | null
}

/** Why no window was opened: the address is printed instead. */
export type NoBrowser = 'noDisplay' | 'root' | 'snapOnly' | 'noBrowser'
export type BrowserChoice = { readonly path: string } | { readonly none: NoBrowser }

const linuxNames = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]
const macNames = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const windowsNames = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
]

/** The places where a browser with an app mode is usually installed, best first. */
function places({ platform, env, home }: Surroundings): readonly string[] {
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    )
    return windowsNames.flatMap((names) => roots.map((root) => win32.join(root, ...names)))
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', posix.join(home, 'Applications')]
    return macNames.flatMap((name) =>
      folders.map((folder) => posix.join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    )
  }
  const folders = (env.PATH ?? '').split(':').filter((folder) => folder.startsWith('/'))
  return linuxNames.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
}

/** Decides which browser to open, or why none. */
export function chooseBrowser(around: Surroundings): BrowserChoice {
  if (around.platform === 'linux') {
    if (!around.env.DISPLAY && !around.env.WAYLAND_DISPLAY) return { none: 'noDisplay' }
    // Chromium starts for root only without its sandbox.
    if (around.uid === 0) return { none: 'root' }
  }
  let confined = false
  for (const place of places(around)) {
    const real = around.fileAt(place)
    if (real === null) continue
    // A snap sees no hidden folder of the user's, and so neither the launch file nor a profile in the data folder.
    if (place.startsWith('/snap/') || real === '/usr/bin/snap' || real.startsWith('/snap/')) confined = true
    else return { path: place }
  }
  return { none: confined ? 'snapOnly' : 'noBrowser' }
}

/** This computer, as `chooseBrowser` wants to know it. */
export const thisComputer = (): Surroundings => ({
  platform: process.platform,
  env: process.env,
  home: homedir(),
  uid: process.getuid?.() ?? null,
  fileAt(path) {
    try {
      return statSync(path).isFile() ? realpathSync(path) : null
    } catch {
      return null
    }
  },
})

/** The file that forwards to the launch address. It lives until the address has been used, or the program ends. */
export const launchFilePath = (dataDir: string): string => join(dataDir, 'launch.html')

/** Writes the launch file, for its owner only, in place of one that an interrupted start left behind. */
export async function writeLaunchFile(dataDir: string, launchAddress: string): Promise<void> {
  await removeLaunchFile(dataDir)
  await writeOwnerOnly(launchFilePath(dataDir), forwardPage(launchAddress))
}

export const removeLaunchFile = (dataDir: string): Promise<void> =>
  rm(launchFilePath(dataDir), { force: true })

/**
 * The browser's command line: a window of its own without tabs, with a profile of its own in the data folder, so that
 * the user's extensions, saved passwords and history have no part in it. Every user of the computer can read it.
 */
export const browserArguments = (dataDir: string): readonly string[] => [
  `--app=${pathToFileURL(launchFilePath(dataDir)).href}`,
  `--user-data-dir=${join(dataDir, 'browser')}`,
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-breakpad',
  '--no-pings',
]

/** A counter's browser must not offer to keep a password, fill forms from the last resident's, or send text away. */
const preferences = {
  credentials_enable_service: false,
  credentials_enable_autosignin: false,
  profile: { password_manager_enabled: false },
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  translate: { enabled: false },
  spellcheck: { use_spelling_service: false },
  browser: { enable_spellchecking: false },
  search: { suggest_enabled: false },
}

/** Opens the page in the browser's app mode, in a process of its own. */
export async function openBrowser(path: string, dataDir: string): Promise<ChildProcess> {
  const profile = join(dataDir, 'browser', 'Default')
  await mkdir(profile, { recursive: true, mode: 0o700 })
  const file = join(profile, 'Preferences')
  const made = await stat(file).then(
    () => true,
    () => false,
  )
  if (!made) await writeOwnerOnly(file, JSON.stringify(preferences))
  return spawn(path, browserArguments(dataDir), { detached: true, stdio: 'ignore', windowsHide: false })
}
