import { chmod, mkdir, readdir, stat } from 'node:fs/promises'
import { join, posix, resolve, win32 } from 'node:path'
import { StartupError } from './startupProblems'

/** Names that only a data folder of Heka Desk holds. */
const ownNames = ['desk.db', 'desk.key', 'desk.key.wrapped']

/**
 * Where this user's data belongs when nobody says otherwise. Both hosts use the same place.
 * Linux: XDG Base Directory Specification; macOS: Application Support; Windows: the local, not the roaming, profile.
 */
export function defaultDataFolder(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  if (platform === 'win32')
    return win32.join(env.LOCALAPPDATA || win32.join(home, 'AppData', 'Local'), 'Heka Desk')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Heka Desk')
  const given = env.XDG_DATA_HOME ?? ''
  return posix.join(given.startsWith('/') ? given : posix.join(home, '.local', 'share'), 'heka-desk')
}

/**
 * Makes the data folder, for its owner only, and gives its full path. A folder that is open to others is closed to them
 * when it is empty or already ours, and refused when it holds something else: closing somebody's home or /tmp is not
 * this program's business. On Windows a user's folders are closed to others by their access list.
 * Throws StartupError: folderUnusable, folderOpenToOthers, diskFull.
 */
export async function prepareDataFolder(given: string): Promise<string> {
  const folder = resolve(given)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    if (process.platform === 'win32' || ((await stat(folder)).mode & 0o077) === 0) return folder
    const names = await readdir(folder)
    if (names.length > 0 && !names.some((name) => ownNames.includes(name))) {
      throw new StartupError('folderOpenToOthers', folder)
    }
    await chmod(folder, 0o700)
    return folder
  } catch (error) {
    if (error instanceof StartupError) throw error
    throw new StartupError(errorCode(error) === 'ENOSPC' ? 'diskFull' : 'folderUnusable', folder, error)
  }
}

/** Whether a database is already in the folder: then its key must be too. */
export async function hasDatabase(dataDir: string): Promise<boolean> {
  try {
    await stat(join(dataDir, 'desk.db'))
    return true
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}

/** A system error's code, such as 'ENOENT'; null when it has none. */
export const errorCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
