import { app, BrowserWindow, protocol, type Session, session, shell } from 'electron'
import { pageResponse } from './pageResponse'
import { isBoard, mayHavePermission, mayOpenOutside, mayRequest, pageScheme } from './rules'
import { windowOptions } from './windowOptions'

/** Before the program is ready: says that the page's scheme has an origin of its own and is as safe as https. */
export const registerPageScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])

/** Serves the built page under `app://desk/`. */
export const servePage = (folder: string): void =>
  protocol.handle(pageScheme, (request) => pageResponse(folder, request.url))

/** Takes from the page's session everything that a page could ask a browser for. */
export function confineSession(own: Session = session.defaultSession): void {
  own.setPermissionRequestHandler((_contents, permission, decide, details) => {
    decide(mayHavePermission(permission, details.requestingUrl))
  })
  own.setPermissionCheckHandler((_contents, permission, origin) => mayHavePermission(permission, origin))
  own.setDevicePermissionHandler(() => false)
  own.setDisplayMediaRequestHandler(null)
  own.setSpellCheckerEnabled(false)
  own.webRequest.onBeforeRequest((details, decide) => {
    // The developer tools of an unpackaged program load their own page.
    const tools = !app.isPackaged && details.url.startsWith('devtools://')
    decide({ cancel: !tools && !mayRequest(details.url) })
  })
}

/**
 * Refuses every way out of the page, in every window and frame there will ever be. No page opens a window: of the board's
 * address alone, `openBoard` is called to open one.
 */
export function confineContents(openBoard: () => void): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      if (isBoard(url)) openBoard()
      else if (mayOpenOutside(url)) void shell.openExternal(url)
      return { action: 'deny' }
    })
  })
}

/** Makes a window of the program's: for its page, or for the board. It is shown when the page is there to be seen. */
export function createWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow(windowOptions(preload, app.isPackaged))
  // A title is seen on the taskbar and by screen recorders: it never says whose page is open.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  return window
}
