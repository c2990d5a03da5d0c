import { randomUUID } from 'node:crypto'
import { RPCHandler } from '@orpc/server/message-port'
import type { Desk } from '#core/desk'
import { takeCommandKey } from '../host/commandKey'
import { isPeerMessage } from './peerMessage'

/** The main process's end of a channel: Electron's MessagePortMain. */
export interface DeskPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  postMessage(message: unknown): void
  start(): void
}

/**
 * Connects a port to the desk. The port is the page's identity: when it closes, with the page or its reload, the desk
 * forgets who was signed in there.
 */
export function servePort(desk: Pick<Desk, 'router' | 'forget'>, port: DeskPort): void {
  const clientId = randomUUID()
  const handler = new RPCHandler(desk.router, { interceptors: [takeCommandKey] })
  const guarded = {
    on(event: string, listener: (event?: { data: unknown }) => void) {
      if (event === 'close') port.on('close', () => listener())
      // The handler throws into the void at a message that is none: that would end the program.
      if (event === 'message') port.on('message', (sent) => isPeerMessage(sent.data) && listener(sent))
    },
    postMessage: (message: unknown) => port.postMessage(message),
  }
  handler.upgrade(guarded, { context: { clientId } })
  port.on('close', () => desk.forget(clientId))
  port.start()
}
