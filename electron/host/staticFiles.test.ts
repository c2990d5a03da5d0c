import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findStaticFile, pathNames } from './staticFiles'

let base = ''
let page = ''

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'heka-desk-static-'))
  page = join(base, 'page')
  mkdirSync(join(page, 'assets'), { recursive: true })
  mkdirSync(join(base, 'page-other'))
  writeFileSync(join(page, 'index.html'), 'page')
  writeFileSync(join(page, 'board.html'), 'board')
  writeFileSync(join(page, 'assets', 'index-Abc12_-9.js'), 'script')
  writeFileSync(join(page, 'assets', 'logo.svg'), '<svg/>')
  writeFileSync(join(page, 'notes.txt'), 'not for the page')
  writeFileSync(join(page, '.hidden.json'), '{}')
  writeFileSync(join(base, 'secret.json'), 'secret')
  writeFileSync(join(base, 'page-other', 'secret.json'), 'secret')
  symlinkSync(join(base, 'secret.json'), join(page, 'link.json'))
  symlinkSync(base, join(page, 'out'))
})

afterAll(() => rmSync(base, { recursive: true }))

describe('findStaticFile', () => {
  it('finds the page and its assets', async () => {
    expect(await findStaticFile(page, '/')).toMatchObject({
      contentType: 'text/html; charset=utf-8',
      hashed: false,
    })
    expect(await findStaticFile(page, '/index.html')).not.toBeNull()
    expect(await findStaticFile(page, '/assets/index-Abc12_-9.js')).toMatchObject({
      contentType: 'text/javascript; charset=utf-8',
      hashed: true,
    })
    expect(await findStaticFile(page, '/assets/logo.svg')).toMatchObject({ hashed: false })
  })

  it("finds the waiting room's board under its own address", async () => {
    const board = await findStaticFile(page, '/board')
    expect(board).toMatchObject({ contentType: 'text/html; charset=utf-8', hashed: false })
    expect(board?.path).toBe((await findStaticFile(page, '/board.html'))?.path)
  })

  it.each([
    ['the board with more after it', '/board/'],
    ['the board in other letters', '/Board'],
    ['a name that every object has', '/constructor'],
    ['what is not there', '/missing.js'],
    ['a folder', '/assets'],
    ['a kind of file a page is not built of', '/notes.txt'],
    ['a hidden file', '/.hidden.json'],
    ['a parent folder', '/../secret.json'],
    ['a parent folder, escaped', '/%2e%2e/secret.json'],
    ['a parent folder, escaped twice', '/%252e%252e/secret.json'],
    ['a parent folder, separator escaped', '/..%2fsecret.json'],
    ['a parent folder, backslash', '/..\\secret.json'],
    ['a parent folder, backslash escaped', '/..%5csecret.json'],
    ['a parent folder further on', '/assets/../../secret.json'],
    ['a folder whose name begins alike', '/../page-other/secret.json'],
    ['a link out of the folder', '/link.json'],
    ['a linked folder out of the folder', '/out/secret.json'],
    ['a NUL', '/index.html%00.js'],
    ['a drive', '/C:/secret.json'],
    ['a broken escape', '/%zz.js'],
    ['an empty name', '//secret.json'],
    ['no path at all', ''],
    ['a whole address', 'http://127.0.0.1/index.html'],
  ])('does not find %s', async (_what, path) => {
    expect(await findStaticFile(page, path)).toBeNull()
  })
})

describe('pathNames', () => {
  it('never gives a name that leads elsewhere', () => {
    const piece = fc.constantFrom(
      '.',
      '..',
      '/',
      '\\',
      '%2e',
      '%2f',
      '%5c',
      '%00',
      '%',
      'a',
      '%25',
      ':',
      '~',
      'ä',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        for (const name of pathNames(`/${pieces.join('')}`) ?? [])
          expect(name).toMatch(/^[^./\\:\0][^/\\:\0]*$/)
      }),
    )
  })
})
