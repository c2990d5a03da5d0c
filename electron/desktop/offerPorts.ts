import { type BrowserWindow, ipcMain, MessageChannelMain } from 'electron'
import type { Desk } from '#core/desk'
import { servePort } from './ports'
import { mayHavePort } from './rules'

/** Gives the page in our window a port to the desk when it asks for one, and nothing to any other frame. */
export function offerPorts(desk: Pick<Desk, 'router' | 'forget'>, window: BrowserWindow): void {
  ipcMain.on('desk-port-wanted', (event) => {
    const frame = event.senderFrame
    if (frame === null) return
    const isOurWindow = event.sender === window.webContents
    if (!mayHavePort({ url: frame.url, isMainFrame: frame === event.sender.mainFrame, isOurWindow })) return
    const { port1, port2 } = new MessageChannelMain()
    servePort(desk, port1)
    frame.postMessage('desk-port', null, [port2])
  })
}
