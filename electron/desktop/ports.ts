import { randomUUID } from 'node:crypto'
import type { EventEmitter } from 'node:events'
import { RPCHandler } from '@orpc/server/message-port'
import type { Desk } from '#core/desk'
import { isPeerMessage } from './peerMessage'

/** The main process's end of a channel: Electron's MessagePortMain. */
export interface DeskPort extends Pick<EventEmitter, 'on'> {
  postMessage(message: unknown): void
  start(): void
}

/**
 * Connects a port to the desk. The port is the page's identity: when it closes, with the page or its reload, the desk
 * forgets who was signed in there.
 */
export function servePort(desk: Pick<Desk, 'router' | 'forget'>, port: DeskPort): void {
  const clientId = randomUUID()
  const handler = new RPCHandler(desk.router)
  const guarded = {
    on(event: string, listener: (event?: { data: unknown }) => void) {
      port.on(event, (given?: { data: unknown }) => {
        // The handler throws into the void at a message that is none: that would end the program.
        if (event !== 'message' || isPeerMessage(given?.data)) listener(given)
      })
    },
    postMessage: (message: unknown) => port.postMessage(message),
  }
  handler.upgrade(guarded, { context: { clientId } })
  port.on('close', () => desk.forget(clientId))
  port.start()
}
