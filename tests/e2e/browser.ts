import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** A Chromium of the system's where there is one, else the one that ships in a package. */
export async function chromiumPath(): Promise<string> {
  const unpacked = process.env.HEKA_DESK_CHROMIUM
  if (unpacked) return unpacked
  const installed = [
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ].find((path) => existsSync(path))
  if (installed) return installed
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}

/** Chromium has no sandbox of its own for root, which is who runs the tests in a container. */
export const chromiumArgs = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]

/** Where Electron's program is, or why there is none. */
export function electronPath(): { readonly path: string } | { readonly missing: string } {
  const folder = join(root, 'node_modules', 'electron')
  if (!existsSync(join(folder, 'dist'))) return { missing: 'the Electron binary is not on this computer' }
  return { path: createRequire(import.meta.url)(folder) as string }
}
