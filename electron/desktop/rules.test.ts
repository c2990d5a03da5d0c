import { describe, expect, it } from 'vitest'
import {
  boardAddress,
  isBoard,
  isOwnPage,
  mayHavePermission,
  mayHavePort,
  mayOpenOutside,
  mayRequest,
} from './rules'

const foreign = [
  'https://evil.example/',
  'app://evil/',
  'app://desk.evil.example/',
  'app://desk@evil.example/',
  'app://user@desk/',
  'app://desk:8080/',
  'apps://desk/',
  'file:///etc/passwd',
  'data:text/html,<p>',
  'javascript:alert(1)',
  'about:blank',
  'null',
  '',
]

describe('isOwnPage', () => {
  it("knows the program's page", () => {
    for (const url of ['app://desk', 'app://desk/', 'app://desk/index.html#/residents'])
      expect(isOwnPage(url)).toBe(true)
  })
  it.each(foreign)('refuses %j', (url) => {
    expect(isOwnPage(url)).toBe(false)
    expect(mayRequest(url)).toBe(false)
    expect(mayHavePermission('clipboard-sanitized-write', url)).toBe(false)
    expect(mayHavePort({ url, isMainFrame: true, isOurWindow: true })).toBe(false)
  })
})

describe('isBoard', () => {
  it("knows the board's address, and that it is the program's own page", () => {
    expect(isBoard('app://desk/board')).toBe(true)
    expect(isBoard(boardAddress)).toBe(true)
    expect(isOwnPage(boardAddress)).toBe(true)
  })
  it.each([
    ...foreign,
    'app://desk/',
    'app://desk/board/',
    'app://desk/board.html',
    'app://desk/board?number=A1',
    'app://desk/board#/residents',
    'app://desk/Board',
    'app://evil/board',
    'app://user@desk/board',
    'https://desk/board',
    'http://127.0.0.1:8080/board',
    'app://desk/assets/board',
  ])('does not take %j for it', (url) => expect(isBoard(url)).toBe(false))
})

describe('mayOpenOutside', () => {
  it.each([
    'https://www.hekaoy.fi/',
    'https://www.hekaoy.fi/fi/yhteystiedot?a=1#b',
    'https://reittiopas.hsl.fi/reitti',
  ])('opens %s', (url) => expect(mayOpenOutside(url)).toBe(true))
  it.each([
    ...foreign,
    'http://www.hekaoy.fi/',
    'https://hekaoy.fi/',
    'https://www.hekaoy.fi.evil.example/',
    'https://www.hekaoy.fi@evil.example/',
    'https://user:pass@www.hekaoy.fi/',
    'https://www.hekaoy.fi:8443/',
    'https://evil.reittiopas.hsl.fi/',
    'ms-settings:',
    'mailto:asiakaspalvelu@hekaoy.fi',
  ])('does not open %j', (url) => expect(mayOpenOutside(url)).toBe(false))
})

describe('mayHavePermission', () => {
  it('lets the page write text to the clipboard, and nothing else', () => {
    expect(mayHavePermission('clipboard-sanitized-write', 'app://desk/')).toBe(true)
    for (const permission of [
      'clipboard-read',
      'geolocation',
      'media',
      'notifications',
      'openExternal',
      'unknown',
    ]) {
      expect(mayHavePermission(permission, 'app://desk/')).toBe(false)
    }
  })
})

describe('mayHavePort', () => {
  const own = { url: 'app://desk/#/today', isMainFrame: true, isOurWindow: true }
  it('gives a port to the page in our window only', () => {
    expect(mayHavePort(own)).toBe(true)
    expect(mayHavePort({ ...own, isMainFrame: false })).toBe(false)
    expect(mayHavePort({ ...own, isOurWindow: false })).toBe(false)
  })
})
