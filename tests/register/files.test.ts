import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { type RegisterFile, registerFiles } from '#shared/contract/register'
import { openTestDesk, type TestDesk } from '../support/desk'
import type { Opened } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { apply, preview, upload } from '../support/register'
import { setLockAfter } from '../support/settings'
import { filesWith, writtenKeys } from './keysWritten'
import { type Form, filesOf, writtenRows } from './written'

type Files = Record<string, string | Buffer>

const sound = filesOf(writtenRows)
const windows1252 = (text: string) => Buffer.from(text, 'latin1')
const bom = '\ufeff'

describe('the files of an import', () => {
  let opened: Opened<TestDesk>
  let page: DeskClient

  beforeAll(async () => {
    opened = await openTestDesk('sqlite')
    page = await opened.value.administrator()
  })
  afterAll(() => opened.cleanUp())

  const previewOf = async (files: Files) => preview(page, await upload(page, files))
  const without = (file: RegisterFile): Files =>
    Object.fromEntries(registerFiles.filter((one) => one !== file).map((one) => [one, sound[one]]))
  const heading = (text: string) => text.slice(0, text.indexOf('\n'))
  const people = (text: string): Files => ({ ...sound, people: text })

  it.each<[string, Form & { as?: (text: string) => string | Buffer; encoding?: string }]>([
    ['with commas and LF', {}],
    ['with semicolons and CR LF', { delimiter: ';', lineEnd: '\r\n' }],
    ['with every field in quotes', { quoteAll: true, lineEnd: '\r\n' }],
    ['with a byte order mark', { as: (text) => bom + text }],
    ['with a byte order mark and quotes', { quoteAll: true, as: (text) => bom + text }],
    ['in Windows-1252', { as: windows1252, encoding: 'windows-1252' }],
    [
      'with their columns in another order',
      { columns: { people: Object.keys(writtenRows.people[0]!).reverse() } },
    ],
    [
      'with columns that nobody knows',
      { columns: { people: ['who', ...Object.keys(writtenRows.people[0]!), 'när'] } },
    ],
    ['without the column that may be left out', { columns: { people: Object.keys(writtenRows.people[0]!) } }],
    [
      'with headings in capitals and spaces',
      { as: (text) => text.replace(heading(text), heading(text).toUpperCase().replaceAll(',', ' , ')) },
    ],
    ['with empty lines among the others', { as: (text) => text.replaceAll('\n', '\n\n') }],
  ])('are read %s', async (_how, { as = (text) => text, encoding = 'utf-8', ...form }) => {
    const files = Object.fromEntries(
      Object.entries(filesOf(writtenRows, form)).map(([file, text]) => [file, as(text)]),
    )
    const { problems, files: read, nothingToDo } = await previewOf(files)
    expect(problems).toEqual([])
    expect(nothingToDo).toBe(false)
    expect(read.map(({ file, counts }) => [file, counts.added, counts.rejected])).toEqual(
      registerFiles.map((file) => [file, writtenRows[file].length, 0]),
    )
    for (const { file, delimiter, encoding: found } of read) {
      expect(delimiter).toBe(form.delimiter ?? ',')
      if (file !== 'keys' && /[ä]/.test(sound[file])) expect(found).toBe(encoding)
    }
  })

  it('are told apart each with its own form', async () => {
    const files = {
      ...sound,
      people: `${bom}${filesOf(writtenRows, { delimiter: ';', lineEnd: '\r\n' }).people}`,
    }
    const { problems, files: read } = await previewOf(files)
    expect(problems).toEqual([])
    expect(read.map(({ delimiter }) => delimiter)).toEqual([',', ',', ';', ',', ','])
  })

  it('are known by their names in any case and folder', async () => {
    const files: Files = { ...without('people'), 'C:\\vienti\\PEOPLE.CSV': sound.people }
    expect((await previewOf(files)).problems).toEqual([])
  })

  it.each<[string, Files, object]>([
    [
      'one that nobody knows',
      { ...sound, 'persons.csv': sound.people },
      { name: 'persons.csv', problem: 'unknownFile' },
    ],
    [
      'one twice',
      { ...sound, 'folder/People.csv': sound.people },
      { name: 'folder/People.csv', problem: 'sameFileTwice' },
    ],
    ['one missing', without('people'), { name: 'people.csv', problem: 'missingFile' }],
    ['one empty', people(''), { name: 'people.csv', problem: 'emptyFile' }],
    ['one of nothing but a byte order mark', people(bom), { name: 'people.csv', problem: 'emptyFile' }],
    ['one of nothing but empty lines', people('\n\r\n \n'), { name: 'people.csv', problem: 'emptyFile' }],
    [
      'a column missing',
      people(sound.people.replace('last_name', 'surname')),
      { problem: 'missingColumn', column: 'last_name', line: 1 },
    ],
    [
      'a column twice',
      people(sound.people.replace('died', 'phone')),
      { problem: 'duplicateColumn', column: 'phone', line: 1 },
    ],
    [
      'no heading',
      people(sound.people.slice(sound.people.indexOf('\n') + 1)),
      { problem: 'missingColumn', column: 'person_id', line: 1 },
    ],
    [
      'UTF-16',
      { ...sound, people: Buffer.from(bom + sound.people, 'utf16le') } as Files,
      { problem: 'unreadableEncoding' },
    ],
    ['a NUL in it', people(sound.people.replace('Mäkinen', 'M\u0000')), { problem: 'unreadableEncoding' }],
    ['a last line that does not end', people(sound.people.slice(0, -1)), { problem: 'unfinishedFile' }],
    [
      'a quote that is never closed',
      people(`${sound.people.slice(0, -1).replace('P019', 'P019,"')}\n`),
      { problem: 'unfinishedQuote', line: 21 },
    ],
    ['a stray quote', people(sound.people.replace('P004', 'P"004')), { problem: 'unfinishedQuote', line: 6 }],
  ])('are refused with %s', async (_what, files, expected) => {
    const shown = await previewOf(files)
    expect(shown.problems).toMatchObject([{ name: 'people.csv', column: null, ...expected }])
    expect(shown.files).toEqual([])
  })

  it('may be six: the keys come with the others or not at all', async () => {
    const keys = filesWith(writtenKeys)
    const { problems, files } = await previewOf(keys)
    expect(problems).toEqual([])
    expect(files.map(({ file, counts }) => [file, counts.added])).toEqual([
      ...registerFiles.map((file) => [file, writtenRows[file].length]),
      ['keys', writtenKeys.length],
    ])
    expect((await previewOf({ 'keys.csv': keys.keys! })).problems).toMatchObject(
      registerFiles.map((file) => ({ name: `${file}.csv`, problem: 'missingFile' })),
    )
    const wrong = async (text: string) => (await previewOf({ ...sound, keys: text })).problems
    expect(await wrong('')).toMatchObject([{ name: 'keys.csv', problem: 'emptyFile' }])
    expect(await wrong(keys.keys!.slice(0, -1))).toMatchObject([{ problem: 'unfinishedFile' }])
    expect(await wrong(keys.keys!.replace('since', 'from'))).toMatchObject([
      { problem: 'missingColumn', column: 'since' },
    ])
    const { key_set: _, ...others } = writtenKeys[0]!
    const columns = Object.keys(others)
    expect((await previewOf(filesWith(writtenKeys, writtenRows, {}, columns))).problems).toEqual([])
  })

  it('are refused with all that is wrong with them at once', async () => {
    const { problems } = await previewOf({ 'x.csv': 'x', leases: '', people: 'a' })
    expect(problems.map(({ name, problem }) => `${name} ${problem}`).sort()).toEqual([
      'apartments.csv missingFile',
      'leases.csv emptyFile',
      'occupancies.csv missingFile',
      'people.csv unfinishedFile',
      'properties.csv missingFile',
      'x.csv unknownFile',
    ])
  })

  it('cannot be applied when one of them is unusable, nor before they were looked at', async () => {
    const uploadId = await upload(page, people(''))
    expect(await nameOf(apply(page, uploadId))).toBe('previewFirst')
    await preview(page, uploadId)
    expect(await nameOf(apply(page, uploadId))).toBe('fileProblems')
    expect(await page.register.status()).toMatchObject({ kind: 'empty', residents: 0, lastImport: null })
  })

  it('are unfinished when less arrived than was announced', async () => {
    const { uploadId } = await page.register.startUpload({
      files: registerFiles.map((file) => ({ name: `${file}.csv`, size: Buffer.byteLength(sound[file]) })),
    })
    for (const file of registerFiles) {
      const bytes = Buffer.from(sound[file])
      const part = file === 'leases' ? bytes.subarray(0, bytes.lastIndexOf('\n', -2) + 1) : bytes
      await page.register.uploadChunk({
        uploadId,
        name: `${file}.csv`,
        offset: 0,
        base64: part.toString('base64'),
      })
    }
    expect((await preview(page, uploadId)).problems).toMatchObject([
      { name: 'leases.csv', problem: 'unfinishedFile' },
    ])
  })

  it('come in order, by their names and no further than announced', async () => {
    const { uploadId } = await page.register.startUpload({ files: [{ name: 'people.csv', size: 3 }] })
    const chunk = (offset: number, text: string, name = 'people.csv') =>
      nameOf(
        page.register.uploadChunk({ uploadId, name, offset, base64: Buffer.from(text).toString('base64') }),
      )
    expect(await chunk(1, 'b')).toBe('chunkOutOfOrder')
    expect(await chunk(0, 'a', 'leases.csv')).toBe('unknownFile')
    expect(await chunk(0, 'abcd')).toBe('tooLarge')
    expect(await chunk(0, 'ab')).toBe('done')
    expect(await chunk(0, 'ab')).toBe('chunkOutOfOrder')
    expect(await chunk(2, 'c')).toBe('done')
    expect(await chunk(3, 'd')).toBe('tooLarge')
  })

  it('are refused when they are larger than any register, before a byte of them is sent', async () => {
    const start = (size: number) =>
      nameOf(page.register.startUpload({ files: [{ name: 'people.csv', size }] }))
    expect(await start(256 * 1024 * 1024)).toBe('done')
    expect(await start(256 * 1024 * 1024 + 1)).toBe('tooLarge')
  })

  it('are forgotten when they are discarded, and an hour after they were touched', async () => {
    const discarded = await upload(page, sound)
    expect(await page.register.discardUpload({ uploadId: discarded })).toEqual({ discarded: true })
    expect(await page.register.discardUpload({ uploadId: discarded })).toEqual({ discarded: false })
    expect(await nameOf(preview(page, discarded))).toBe('NOT_FOUND')
    await setLockAfter(page, 120)
    const left = await upload(page, sound)
    opened.value.wait(60 * 60_000)
    await page.staff.stillHere()
    expect((await preview(page, left)).problems).toEqual([])
    opened.value.wait(60 * 60_000 + 1)
    expect(await nameOf(preview(page, left))).toBe('NOT_FOUND')
  })
})
