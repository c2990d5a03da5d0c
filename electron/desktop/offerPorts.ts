import { type BrowserWindow, type IpcMainEvent, ipcMain, MessageChannelMain } from 'electron'
import type { Desk } from '#core/desk'
import { servePort } from './ports'
import { mayHavePort } from './rules'

/**
 * Gives the page in a window of ours a port to the desk when it asks for one, and nothing to any other frame. Each window has
 * its own: who is signed in at one is nobody at the other.
 */
export function offerPorts(desk: Pick<Desk, 'router' | 'forget'>, window: BrowserWindow): void {
  // A window that has been closed can no longer be asked for its contents.
  const ours = window.webContents
  const offer = (event: IpcMainEvent) => {
    const frame = event.senderFrame
    if (frame === null) return
    const isOurWindow = event.sender === ours
    if (!mayHavePort({ url: frame.url, isMainFrame: frame === event.sender.mainFrame, isOurWindow })) return
    const { port1, port2 } = new MessageChannelMain()
    servePort(desk, port1)
    frame.postMessage('desk-port', null, [port2])
  }
  ipcMain.on('desk-port-wanted', offer)
  window.once('closed', () => ipcMain.off('desk-port-wanted', offer))
}
