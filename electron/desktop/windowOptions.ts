import type { BrowserWindowConstructorOptions } from 'electron'

/** How the window is made. The page is as confined as a page on the web, and has less to ask for. */
export const windowOptions = (preload: string, packaged: boolean): BrowserWindowConstructorOptions => ({
  title: 'Heka Desk',
  width: 1366,
  height: 820,
  minWidth: 1024,
  minHeight: 640,
  show: false,
  backgroundColor: '#ffffff',
  autoHideMenuBar: true,
  webPreferences: {
    preload,
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
    // Chromium fetches dictionaries from the network, and Windows' own checker learns what residents are called.
    spellcheck: false,
    devTools: !packaged,
  },
})
