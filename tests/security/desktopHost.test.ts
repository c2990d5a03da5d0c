import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow, Session } from 'electron'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { boardOpener } from '../../electron/desktop/boardWindow'
import { offerPorts } from '../../electron/desktop/offerPorts'
import { pageResponse } from '../../electron/desktop/pageResponse'
import { confineContents, confineSession, createWindow } from '../../electron/desktop/window'
import { windowOptions } from '../../electron/desktop/windowOptions'
import { contentSecurityPolicy } from '../../electron/host/headers'
import { openTestDesk } from '../transport/transports'
import * as electron from './fakeElectron'

vi.mock('electron', () => import('./fakeElectron'))

const source = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../electron/desktop', name), 'utf8')

describe('1. the page is confined', () => {
  it('has contextIsolation and sandbox on, nodeIntegration off, no webview, nothing experimental', () => {
    expect(windowOptions('/out/preload/preload.cjs', true).webPreferences).toEqual({
      preload: '/out/preload/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    })
  })

  it('lives in a window made so, whose title never changes', () => {
    const window = createWindow('/preload.cjs') as unknown as electron.BrowserWindow
    expect(window.options).toEqual(windowOptions('/preload.cjs', true))
    const renamed = { preventDefault: vi.fn() }
    window.emit('page-title-updated', renamed, 'Meija Virtanen')
    expect(renamed.preventDefault).toHaveBeenCalled()
  })

  it('passes no switch to Chromium', () => {
    for (const file of ['main.ts', 'boardWindow.ts', 'window.ts', 'windowOptions.ts']) {
      expect(source(file)).not.toMatch(/commandLine|appendSwitch|enableBlinkFeatures|no-sandbox/)
    }
    expect(source('main.ts')).toContain('app.enableSandbox()')
  })
})

describe('2. and 3. the page comes from app://desk with a content security policy', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'heka-desk-page-'))
    mkdirSync(join(folder, 'page'))
    writeFileSync(join(folder, 'page', 'index.html'), 'page')
    writeFileSync(join(folder, 'secret.json'), 'secret')
    symlinkSync(join(folder, 'secret.json'), join(folder, 'page', 'link.json'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const get = (url: string) => pageResponse(join(folder, 'page'), url)

  it('gives the page', async () => {
    const response = await get('app://desk/')
    expect([response.status, await response.text()]).toEqual([200, 'page'])
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
  })

  it.each([
    'app://desk/../secret.json',
    'app://desk/%2e%2e/secret.json',
    'app://desk/..%2fsecret.json',
    'app://desk/..%5csecret.json',
    'app://desk/link.json',
    'app://desk/missing.js',
    'app://evil/index.html',
    'file:///etc/passwd',
  ])('answers 404 to %s', async (url) => {
    const response = await get(url)
    expect([response.status, await response.text()]).toEqual([404, ''])
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
  })
})

describe('4. permissions are denied, but for writing to the clipboard', () => {
  const own = new electron.FakeSession()
  beforeAll(() => confineSession(own as unknown as Session))
  const requested = (permission: string, requestingUrl: string) => {
    let answer: boolean | null = null
    own.request(
      null,
      permission,
      (granted) => {
        answer = granted
      },
      { requestingUrl },
    )
    return answer
  }

  it.each([
    ['clipboard-sanitized-write', 'app://desk/', true],
    ['clipboard-sanitized-write', 'https://evil.example/', false],
    ['clipboard-read', 'app://desk/', false],
    ['media', 'app://desk/', false],
    ['geolocation', 'app://desk/', false],
    ['notifications', 'app://desk/', false],
    ['openExternal', 'app://desk/', false],
  ])('%s for %s: %s', (permission, origin, granted) => {
    expect(requested(permission, origin)).toBe(granted)
    expect(own.check(null, permission, origin)).toBe(granted)
  })

  it('gives no device, no screen and no spelling', () => {
    expect([own.device(), own.display, own.spelling]).toEqual([false, null, false])
  })

  it.each([
    ['app://desk/assets/a.js', false],
    ['https://evil.example/', true],
    ['http://127.0.0.1:8080/', true],
    ['file:///etc/passwd', true],
    ['devtools://devtools/a.html', true],
    ['wss://evil.example/', true],
  ])('a request for %s is cancelled: %s', (url, cancelled) => {
    const decide = vi.fn()
    own.before({ url }, decide)
    expect(decide).toHaveBeenCalledExactlyOnceWith({ cancel: cancelled })
  })
})

describe('5. every way out of the page is refused', () => {
  const contents = new electron.FakeContents()
  const openBoard = vi.fn()
  beforeAll(() => {
    confineContents(openBoard)
    electron.app.emit('web-contents-created', {}, contents)
  })
  beforeEach(() => {
    electron.shell.openExternal.mockClear()
    openBoard.mockClear()
  })

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('%s', (name) => {
    const event = { preventDefault: vi.fn(), url: 'app://desk/' }
    contents.emit(name, event)
    expect(event.preventDefault).toHaveBeenCalled()
  })

  it.each([
    ['https://www.hekaoy.fi/yhteystiedot', true],
    ['https://reittiopas.hsl.fi/', true],
    ['https://evil.example/', false],
    ['app://desk/', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
  ])('window.open of %s opens no window; the user’s browser: %s', (url, outside) => {
    expect(contents.open({ url })).toEqual({ action: 'deny' })
    expect(electron.shell.openExternal.mock.calls).toEqual(outside ? [[url]] : [])
    expect(openBoard).not.toHaveBeenCalled()
  })

  it("window.open of the board's address makes no window either: the program is asked for its own", () => {
    expect(contents.open({ url: 'app://desk/board' })).toEqual({ action: 'deny' })
    expect(openBoard).toHaveBeenCalledExactlyOnceWith()
    expect(electron.shell.openExternal).not.toHaveBeenCalled()
    for (const url of ['app://desk/board?a=1', 'app://desk/board#a', 'https://www.hekaoy.fi/board'])
      expect(contents.open({ url })).toEqual({ action: 'deny' })
    expect(openBoard).toHaveBeenCalledOnce()
  })
})

describe("5. and 6. the board's window is the program's own", () => {
  const { made } = electron.BrowserWindow
  async function withBoard(
    work: (open: () => void, main: electron.BrowserWindow, board: electron.BrowserWindow) => void,
  ) {
    const { desk, close } = await openTestDesk()
    electron.ipcMain.removeAllListeners()
    const main = new electron.BrowserWindow({})
    offerPorts(desk, main as unknown as BrowserWindow)
    const open = boardOpener(desk, '/preload.cjs', main as unknown as BrowserWindow)
    open()
    const board = made.at(-1)
    if (board === undefined || board === main) throw new Error('no window was made')
    try {
      work(open, main, board)
    } finally {
      await close()
    }
  }
  const ask = ({ webContents }: electron.BrowserWindow) =>
    electron.ipcMain.emit('desk-port-wanted', { sender: webContents, senderFrame: webContents.mainFrame })

  it('is made as the other one, shows the board, and is one', () =>
    withBoard((open, _main, board) => {
      expect(board.options).toEqual(windowOptions('/preload.cjs', true))
      expect(board.loadURL).toHaveBeenCalledExactlyOnceWith('app://desk/board')
      const before = made.length
      open()
      expect([made.length, board.focus.mock.calls.length]).toEqual([before, 1])
    }))

  it('gets a port of its own, and none once it is closed', () =>
    withBoard((open, main, board) => {
      board.webContents.mainFrame.url = 'app://desk/board'
      ask(board)
      expect(board.webContents.mainFrame.postMessage).toHaveBeenCalledOnce()
      expect(main.webContents.mainFrame.postMessage).not.toHaveBeenCalled()
      board.webContents.mainFrame.postMessage.mock.calls[0]?.[2][0].close()
      board.close()
      ask(board)
      expect(board.webContents.mainFrame.postMessage).toHaveBeenCalledOnce()
      expect(electron.ipcMain.listenerCount('desk-port-wanted')).toBe(1)
      open()
      expect(made.at(-1)).not.toBe(board)
    }))

  it('fills the screen on F11, and goes with the window of the program', () =>
    withBoard((_open, main, board) => {
      const press = (key: string, type = 'keyDown') =>
        board.webContents.emit('before-input-event', { preventDefault: vi.fn() }, { type, key })
      press('F11')
      press('F11', 'keyUp')
      press('a')
      expect(board.fullScreen).toBe(true)
      press('F11')
      expect(board.fullScreen).toBe(false)
      const closed = vi.fn()
      board.once('closed', closed)
      main.close()
      expect(closed).toHaveBeenCalledOnce()
    }))
})

describe('6. the preload hands over a port and nothing else', () => {
  it('exposes nothing of Electron', () => {
    const preload = source('preload.ts')
    expect(preload).not.toContain('contextBridge')
    expect(preload.match(/ipcRenderer\.\w+/g)).toEqual(['ipcRenderer.send', 'ipcRenderer.on'])
    expect(preload.match(/import .*/g)).toEqual(["import { ipcRenderer } from 'electron'"])
  })

  it('gives a port to our own main frame only', async () => {
    const { desk, close } = await openTestDesk()
    const window = new electron.BrowserWindow({})
    offerPorts(desk, window as unknown as BrowserWindow)
    const ask = (sender: electron.FakeContents, senderFrame: object | null) =>
      electron.ipcMain.emit('desk-port-wanted', { sender, senderFrame })

    const { mainFrame } = window.webContents
    const embedded = { url: 'app://desk/', postMessage: vi.fn() }
    const stranger = new electron.FakeContents()
    ask(window.webContents, null)
    ask(window.webContents, embedded)
    ask(stranger, stranger.mainFrame)
    mainFrame.url = 'https://evil.example/'
    ask(window.webContents, mainFrame)
    for (const { postMessage } of [embedded, stranger.mainFrame, mainFrame])
      expect(postMessage).not.toHaveBeenCalled()

    mainFrame.url = 'app://desk/#/today'
    ask(window.webContents, mainFrame)
    expect(mainFrame.postMessage).toHaveBeenCalledExactlyOnceWith('desk-port', null, [expect.anything()])
    mainFrame.postMessage.mock.calls[0]?.[2][0].close()
    await close()
  })

  it('goes on after messages that are none', async () => {
    const { desk, close } = await openTestDesk()
    const window = new electron.BrowserWindow({})
    electron.ipcMain.removeAllListeners()
    offerPorts(desk, window as unknown as BrowserWindow)
    const { mainFrame } = window.webContents
    electron.ipcMain.emit('desk-port-wanted', { sender: window.webContents, senderFrame: mainFrame })
    const port = mainFrame.postMessage.mock.calls[0]?.[2][0]
    const answered = new Promise((resolve) => port.once('message', resolve))
    for (const nonsense of [
      '',
      '{',
      7,
      null,
      { i: '1' },
      '{"i":"1","p":{"u":"/a","h":{"content-type":5}}}',
    ]) {
      port.postMessage(nonsense)
    }
    port.postMessage('{"i":"2","p":{"u":"/system/status"}}')
    expect(JSON.parse(String(await answered))).toMatchObject({ i: '2', p: { b: { json: { host: 'web' } } } })
    port.close()
    await close()
  })
})

describe('7. a packaged program cannot be talked into running something else', () => {
  it('has its fuses set so', () => {
    const builder = readFileSync(join(import.meta.dirname, '../../electron-builder.yml'), 'utf8')
    for (const fuse of [
      'runAsNode: false',
      'enableNodeOptionsEnvironmentVariable: false',
      'enableNodeCliInspectArguments: false',
      'enableEmbeddedAsarIntegrityValidation: true',
      'onlyLoadAppFromAsar: true',
      'grantFileProtocolExtraPrivileges: false',
    ]) {
      expect(builder).toContain(`  ${fuse}\n`)
    }
  })
})
