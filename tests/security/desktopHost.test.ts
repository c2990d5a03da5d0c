import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { windowOptions } from '../../electron/desktop/windowOptions'

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

  it('passes no switch to Chromium', () => {
    for (const file of ['main.ts', 'window.ts', 'windowOptions.ts']) {
      expect(source(file)).not.toMatch(/commandLine|appendSwitch|enableBlinkFeatures|no-sandbox/)
    }
  })
})

describe('5. every way out of the page is refused', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('%s', (event) => {
    expect(source('window.ts')).toContain(`contents.on('${event}', (event) => event.preventDefault())`)
  })
  it('window.open', () => expect(source('window.ts')).toContain("return { action: 'deny' }"))
})

describe('6. the preload hands over a port and nothing else', () => {
  it('exposes nothing of Electron', () => {
    const preload = source('preload.ts')
    expect(preload).not.toContain('contextBridge')
    expect(preload.match(/ipcRenderer\.\w+/g)).toEqual(['ipcRenderer.send', 'ipcRenderer.on'])
    expect(preload.match(/import .*/g)).toEqual(["import { ipcRenderer } from 'electron'"])
  })
})
