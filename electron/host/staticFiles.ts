import { realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

/** A file of the built page. */
export interface StaticFile {
  /** Its real path, symbolic links followed. */
  readonly path: string
  readonly contentType: string
  /** Its name carries a hash of its content, so that it may be cached. */
  readonly hashed: boolean
}

/** The kinds of file a page is built of. Anything else in the folder is not for the page, and is not found. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** The pages by their addresses: the program's own, and the waiting room's board. */
const pages: Readonly<Record<string, string>> = { '/': 'index.html', '/board': 'board.html' }

/**
 * The file names in a request path, from the root down; null when the path is not a plain one.
 * The path is taken as it was sent: a name that hides a separator, a dot segment, a drive or a NUL behind `%` escapes
 * is refused after decoding once, and whatever is still escaped then is part of a name that does not exist.
 */
export function pathNames(requestPath: string): readonly string[] | null {
  if (!requestPath.startsWith('/')) return null
  let names: string[]
  try {
    names = requestPath.slice(1).split('/').map(decodeURIComponent)
  } catch {
    return null
  }
  const plain = (name: string) => /^[^./\\:\0][^/\\:\0]*$/.test(name)
  return names.every(plain) ? names : null
}

/**
 * Finds what a request path means in the page's folder; `/` is the page itself, `/board` the waiting room's board. Null, for 404, when there is no such
 * file, when it is no kind of file a page is built of, and when the way to it leads out of the folder.
 */
export async function findStaticFile(folder: string, requestPath: string): Promise<StaticFile | null> {
  const page = Object.hasOwn(pages, requestPath) ? pages[requestPath] : undefined
  const names = page === undefined ? pathNames(requestPath) : [page]
  const contentType = contentTypes[extname(names?.at(-1) ?? '').toLowerCase()]
  if (names === null || contentType === undefined) return null
  try {
    const root = await realpath(folder)
    const path = await realpath(join(root, ...names))
    if (!path.startsWith(root + sep) || !(await stat(path)).isFile()) return null
    const hashed = names[0] === 'assets' && /-[\w-]{8,}\.\w+$/.test(names.at(-1) ?? '')
    return { path, contentType, hashed }
  } catch {
    return null
  }
}
