/** Where the page lives in the desktop program. */
export const pageScheme = 'app'
export const pageOrigin = 'app://desk'
/** Where the waiting room's board lives: the one address for which the page gets a window. */
export const boardAddress = `${pageOrigin}/board`

/** The few sites that a click may open, in the user's own browser: Heka's pages and the route planner. Exact hosts. */
const externalHosts = ['www.hekaoy.fi', 'reittiopas.hsl.fi']

const parsed = (url: string): URL | null => (URL.canParse(url) ? new URL(url) : null)

/** Whether an address is the page's own. Compared part by part: a special scheme's `origin` is 'null' in Node's URL. */
export function isOwnPage(url: string): boolean {
  const at = parsed(url)
  return (
    at !== null && at.protocol === 'app:' && at.host === 'desk' && at.username === '' && at.password === ''
  )
}

/** Whether a page asks for the board's window: by exactly its address, which carries nothing. */
export const isBoard = (url: string): boolean => parsed(url)?.href === boardAddress

/** Whether the system's browser may be asked to open this. */
export function mayOpenOutside(url: string): boolean {
  const at = parsed(url)
  if (at === null || at.protocol !== 'https:' || at.port !== '' || at.username !== '' || at.password !== '')
    return false
  return externalHosts.includes(at.hostname)
}

/** Whether the page's session may fetch this at all. The desk is reached through a port, so that only files are left. */
export const mayRequest = (url: string): boolean => isOwnPage(url) || url.startsWith('blob:app://desk/')

/** Whether the page may have what it asks the browser for: writing text to the clipboard, and nothing else. */
export const mayHavePermission = (permission: string, origin: string): boolean =>
  permission === 'clipboard-sanitized-write' && isOwnPage(origin)

/** The frame that asks for a port, as far as it matters. */
export interface AskingFrame {
  readonly url: string
  /** No parent: the page itself and nothing embedded in it. */
  readonly isMainFrame: boolean
  /** It belongs to the window that this program opened. */
  readonly isOurWindow: boolean
}

/** Whether a frame may talk to the desk. */
export const mayHavePort = (frame: AskingFrame): boolean =>
  frame.isMainFrame && frame.isOurWindow && isOwnPage(frame.url)
