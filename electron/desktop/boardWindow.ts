import type { BrowserWindow } from 'electron'
import type { Desk } from '#core/desk'
import { offerPorts } from './offerPorts'
import { boardAddress } from './rules'
import { createWindow } from './window'

/**
 * The waiting room's board, in a window of its own beside the program's: as confined, with a port of its own, on which nobody
 * is signed in. Gives what opens it, or brings the one that is open to the front. It closes with the program's window.
 */
export function boardOpener(
  desk: Pick<Desk, 'router' | 'forget'>,
  preload: string,
  main: BrowserWindow,
): () => void {
  let board: BrowserWindow | null = null
  main.once('closed', () => board?.close())
  return () => {
    if (board !== null) {
      if (board.isMinimized()) board.restore()
      board.focus()
      return
    }
    const window = createWindow(preload)
    board = window
    window.once('closed', () => {
      board = null
    })
    offerPorts(desk, window)
    // It hangs on a wall without a title bar; there is no menu that would have the key.
    window.webContents.on('before-input-event', (event, { type, key }) => {
      if (type !== 'keyDown' || key !== 'F11') return
      event.preventDefault()
      window.setFullScreen(!window.isFullScreen())
    })
    // Rejects when the window is closed before the page has come.
    window.loadURL(boardAddress).catch(() => undefined)
  }
}
