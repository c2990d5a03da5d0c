import { describe, expect, it } from 'vitest'
import { browserArguments, chooseBrowser, type Surroundings } from './open'

/** A computer on which these files exist, each at the real path given for it. */
const computer = (
  files: Readonly<Record<string, string>>,
  rest: Partial<Surroundings> = {},
): Surroundings => ({
  platform: 'linux',
  env: { DISPLAY: ':0', PATH: '/usr/local/bin:/usr/bin:relative:/snap/bin' },
  home: '/home/me',
  uid: 1000,
  fileAt: (path) => files[path] ?? null,
  ...rest,
})

describe('chooseBrowser', () => {
  it('takes Chrome before Chromium before Edge, wherever they are on the path', () => {
    const chromium = { '/usr/local/bin/chromium': '/opt/chromium' }
    const chrome = { '/usr/bin/google-chrome': '/opt/google/chrome/google-chrome' }
    expect(chooseBrowser(computer({ ...chromium, ...chrome }))).toEqual({ path: '/usr/bin/google-chrome' })
    expect(chooseBrowser(computer(chromium))).toEqual({ path: '/usr/local/bin/chromium' })
  })

  it('opens no window without a display, as root, or without a browser', () => {
    const files = { '/usr/bin/chromium': '/usr/bin/chromium' }
    expect(chooseBrowser(computer(files, { env: { PATH: '/usr/bin' } }))).toEqual({ none: 'noDisplay' })
    expect(chooseBrowser(computer(files, { uid: 0 }))).toEqual({ none: 'root' })
    expect(chooseBrowser(computer({}))).toEqual({ none: 'noBrowser' })
  })

  it('takes Wayland for a display', () => {
    const env = { WAYLAND_DISPLAY: 'wayland-0', PATH: '/usr/bin' }
    expect(chooseBrowser(computer({ '/usr/bin/chromium': '/usr/bin/chromium' }, { env }))).toHaveProperty(
      'path',
    )
  })

  it('passes over a snap, which cannot read the data folder', () => {
    const snap = { '/snap/bin/chromium': '/usr/bin/snap' }
    expect(chooseBrowser(computer(snap))).toEqual({ none: 'snapOnly' })
    expect(chooseBrowser(computer({ ...snap, '/usr/bin/microsoft-edge': '/opt/edge' }))).toEqual({
      path: '/usr/bin/microsoft-edge',
    })
  })

  it('looks where Windows and macOS keep programs', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    const env = { 'ProgramFiles(x86)': 'C:\\Program Files (x86)', ProgramFiles: 'C:\\Program Files' }
    expect(chooseBrowser(computer({ [edge]: edge }, { platform: 'win32', env, uid: null }))).toEqual({
      path: edge,
    })
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    expect(chooseBrowser(computer({ [chrome]: chrome }, { platform: 'darwin', env: {} }))).toEqual({
      path: chrome,
    })
  })
})

describe('browserArguments', () => {
  it('opens a file in app mode with a profile of its own', () => {
    const given = browserArguments('/data/heka desk')
    expect(given).toContain('--app=file:///data/heka%20desk/launch.html')
    expect(given).toContain('--user-data-dir=/data/heka desk/browser')
  })

  it('weakens nothing', () => {
    expect(browserArguments('/data').join(' ')).not.toMatch(
      /no-sandbox|disable-web-security|remote-debugging/,
    )
  })
})
