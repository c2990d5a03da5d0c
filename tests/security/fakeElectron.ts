import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { vi } from 'vitest'

/** The few parts of Electron that the desktop host's security hangs on. The build machines have no Electron to ask. */
export const app = Object.assign(new EventEmitter(), { isPackaged: true })
export const ipcMain = new EventEmitter()
export const shell = { openExternal: vi.fn(async (_url: string) => undefined) }
export const protocol = { handle: vi.fn(), registerSchemesAsPrivileged: vi.fn() }

type Decide = (answer: { cancel: boolean }) => void

/** A session that keeps the handlers it was given. */
export class FakeSession {
  request: (contents: null, permission: string, decide: (granted: boolean) => void, details: object) => void =
    () => {}
  check: (contents: null, permission: string, origin: string) => boolean = () => true
  device: () => boolean = () => true
  before: (details: { url: string }, decide: Decide) => void = () => {}
  spelling = true
  display: unknown
  setPermissionRequestHandler(handler: typeof this.request) {
    this.request = handler
  }
  setPermissionCheckHandler(handler: typeof this.check) {
    this.check = handler
  }
  setDevicePermissionHandler(handler: typeof this.device) {
    this.device = handler
  }
  setDisplayMediaRequestHandler(handler: unknown) {
    this.display = handler
  }
  setSpellCheckerEnabled(enabled: boolean) {
    this.spelling = enabled
  }
  webRequest = {
    onBeforeRequest: (handler: typeof this.before) => {
      this.before = handler
    },
  }
}
export const session = { defaultSession: new FakeSession() }

/** The contents of a window. */
export class FakeContents extends EventEmitter {
  mainFrame = { url: 'app://desk/', postMessage: vi.fn() }
  open: (details: { url: string }) => { action: string } = () => ({ action: 'allow' })
  setWindowOpenHandler(handler: typeof this.open) {
    this.open = handler
  }
}

export class BrowserWindow extends EventEmitter {
  readonly options: object
  readonly webContents = new FakeContents()
  /** Every window that was made, in order. */
  static readonly made: BrowserWindow[] = []
  readonly loadURL = vi.fn(async (_url: string) => undefined)
  readonly focus = vi.fn()
  readonly restore = vi.fn()
  readonly isMinimized = () => false
  fullScreen = false
  constructor(options: object) {
    super()
    this.options = options
    BrowserWindow.made.push(this)
  }
  isFullScreen() {
    return this.fullScreen
  }
  setFullScreen(fullScreen: boolean) {
    this.fullScreen = fullScreen
  }
  close() {
    this.emit('closed')
  }
}

/** Electron's channel: ports whose messages come wrapped in an event. */
export class MessageChannelMain {
  readonly port1: object
  readonly port2: MessagePort
  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port2 = port2
    this.port1 = {
      on: (event: string, listener: (sent: { data: unknown }) => void) =>
        port1.on(event as 'message', (data) => listener({ data })),
      postMessage: (message: unknown) => port1.postMessage(message),
      start: () => port1.start(),
    }
  }
}
