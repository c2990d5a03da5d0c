import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judgePaper } from '#core/mandates/paperFile'
import { errorOf } from '../appointments/bookings'
import { type Office, openOffice } from '../residents/office'
import { atOnce } from '../support/atOnce'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { granting } from './granting'
import { jpeg, packed, pdf, png, uploadPaper } from './papers'

const script = '<script>alert(1)</script>'
const cut = (bytes: Buffer) => bytes.subarray(0, bytes.length - 30)
const spoilt = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes)
  copy[at]! ^= 0xff
  return copy
}

describe('a file is judged by its bytes', () => {
  it.each<[string, string, Buffer]>([
    ['pdf', 'valtakirja.pdf', pdf()],
    ['pdf', 'VALTAKIRJA.PDF', pdf({ objects: [packed('5 0 << /Type /ExtGState /CA 1 >>')] })],
    ['pdf', 'skannaus', pdf()],
    // A page may say the word without doing the thing.
    ['pdf', 'a.pdf', pdf({ text: 'JavaScript and Launch' })],
    ['png', 'kuva.png', png()],
    ['png', 'kuva.png', png('Kuvattu tiskillä')],
    ['jpeg', 'kuva.jpg', jpeg()],
    ['jpeg', 'kuva.JPEG', jpeg('Kuvattu tiskillä')],
    // Phones put a smaller picture behind the picture, and cameras empty bytes.
    ['jpeg', 'kuva.jpg', Buffer.concat([jpeg(), jpeg(), Buffer.alloc(100)])],
  ])('and is a %s: %s', (kind, name, bytes) => {
    expect(judgePaper(name, bytes)).toEqual({ ok: true, value: kind })
  })

  it.each<[string, string, Buffer]>([
    ['fileEmpty', 'a.pdf', Buffer.alloc(0)],
    ['fileTooLarge', 'a.pdf', Buffer.concat([pdf(), Buffer.alloc(10 * 1024 * 1024)])],
    ['fileKind', 'valtakirja.docx', Buffer.from('PK\x03\x04 word')],
    ['fileKind', 'valtakirja', Buffer.from('hei')],
    ['notWhatItsNameSays', 'valtakirja.pdf', Buffer.from('MZ ohjelma')],
    ['notWhatItsNameSays', 'valtakirja.pdf', png()],
    ['notWhatItsNameSays', 'valtakirja.png', jpeg()],
    ['notWhatItsNameSays', 'valtakirja.exe', pdf()],
    [
      'notWhatItsNameSays',
      'kuva.png',
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`),
    ],
    ['brokenPdf', 'a.pdf', cut(pdf())],
    ['brokenPdf', 'a.pdf', Buffer.from('%PDF-1.7\nroskaa')],
    [
      'brokenPdf',
      'a.pdf',
      Buffer.from(
        pdf()
          .toString('latin1')
          .replace(/startxref\n\d+/, 'startxref\n12'),
        'latin1',
      ),
    ],
    ['brokenPdf', 'a.pdf', pdf({ objects: [packed('5 0 <<>>').replace('stream\nx', 'stream\ny')] })],
    ['brokenPdf', 'a.pdf', pdf({ objects: [packed('5 0 <<>>').replace('FlateDecode', 'LZWDecode')] })],
    ['encryptedPdf', 'a.pdf', pdf({ objects: ['<< /Filter /Standard /V 2 >>'], trailer: '/Encrypt 5 0 R' })],
    ['activeContent', 'a.pdf', pdf({ root: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' })],
    ['activeContent', 'a.pdf', pdf({ root: '/OpenAction << /S /J#61vaScript >>' })],
    ['activeContent', 'a.pdf', pdf({ objects: ['<< /S /Launch /F (calc.exe) >>'] })],
    ['activeContent', 'a.pdf', pdf({ root: '/Names << /EmbeddedFiles << >> >>' })],
    ['activeContent', 'a.pdf', pdf({ objects: [packed('5 0 << /S /JavaScript /JS (1) >>')] })],
    ['activeContent', 'kuva.png', png(script)],
    ['activeContent', 'kuva.jpg', jpeg(script)],
    ['activeContent', 'kuva.jpg', Buffer.concat([jpeg(), Buffer.from('PK\x03\x04 salaa')])],
    ['activeContent', 'kuva.png', Buffer.concat([png(), pdf()])],
    ['brokenPicture', 'kuva.png', cut(png())],
    ['brokenPicture', 'kuva.png', spoilt(png(), 20)],
    ['brokenPicture', 'kuva.jpg', jpeg().subarray(0, -2)],
    ['brokenPicture', 'kuva.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
  ])('and refused as %s: %s', (refusal, name, bytes) => {
    expect(judgePaper(name, bytes)).toEqual({ ok: false, refusal })
  })

  it('whatever they are: none stops the program', () => {
    for (const bytes of [pdf(), png(), jpeg()]) {
      for (let at = 0; at < bytes.length; at += 1) {
        expect(['boolean']).toContain(typeof judgePaper('a', spoilt(bytes, at)).ok)
        expect(typeof judgePaper('a', bytes.subarray(0, at)).ok).toBe('boolean')
      }
    }
  })
})

onBothEngines('a signed paper', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const getPage = () => office.page
  const { record, newPaper, attach, confirm, grant } = granting(() => office)

  it('is kept with its power, whole, as large as it may be', async () => {
    const bytes = Buffer.concat([jpeg(), Buffer.alloc(10 * 1024 * 1024 - jpeg().length)])
    for (let at = jpeg().length + 1; at < bytes.length; at += 7) bytes[at] = at & 0x7f
    const { id } = await record('asa')
    const mandate = await attach({ id }, bytes, 'kuva.jpg')
    expect(mandate).toMatchObject({
      version: 2,
      papers: 1,
      paperList: [{ name: 'kuva.jpg', kind: 'jpeg', bytes: bytes.length, by: 'Aino Pääkäyttäjä' }],
      history: [{ what: 'paperAttached' }, { what: 'recorded' }],
    })
    const paper = await getPage().mandates.readPaper({ id, paperId: mandate.paperList[0]!.id })
    expect(paper).toMatchObject({ residentId: office.ids.asa, name: 'kuva.jpg', kind: 'jpeg' })
    expect(Buffer.from(paper.base64, 'base64').equals(bytes)).toBe(true)
  })

  it('that the program itself makes is taken', async () => {
    const { pdfBase64 } = await getPage().portal.leaflet({ language: 'fi' })
    const { id } = await record('asa')
    expect(await attach({ id }, Buffer.from(pdfBase64, 'base64'))).toMatchObject({ papers: 1 })
  })

  it('of a hundred megabytes is refused before it is sent, and never takes more than was said', async () => {
    const start = (bytes: number) => getPage().mandates.startPaper({ name: 'kuva.jpg', bytes })
    expect(await nameOf(start(100_000_000))).toBe('fileTooLarge')
    expect(await nameOf(start(0))).toBe('fileEmpty')
    const { uploadId } = await start(10)
    const chunk = (offset: number, base64: string) =>
      getPage().mandates.paperChunk({ uploadId, offset, base64 })
    expect(await nameOf(chunk(0, Buffer.alloc(11).toString('base64')))).toBe('fileTooLarge')
    expect(await nameOf(chunk(3, 'YQ=='))).toBe('chunkOutOfOrder')
    await chunk(0, 'YQ==')
    const { id } = await record('asa')
    expect(await nameOf(getPage().mandates.attachPaper({ id, uploadId }))).toBe('uploadUnfinished')
  })

  it('is there once: the second is told where the first is', async () => {
    const bytes = newPaper()
    const first = await attach(await record('asa'), bytes)
    const second = await record('jukka')
    const again = attach(second, bytes, 'toinen nimi.pdf')
    expect(await errorOf(again)).toEqual({
      refusal: 'samePaper',
      field: 'file',
      mandateId: first.id,
      residentId: office.ids.asa,
    })
    expect((await getPage().mandates.read({ id: second.id })).mandate).toEqual(second)
  })

  it('may be attached again to what is recorded again after it was refused', async () => {
    const bytes = newPaper()
    const wrong = await attach(await record('jukka'), bytes)
    await getPage().mandates.refuse({ id: wrong.id, version: wrong.version, why: 'mistake', note: '' })
    expect(await attach(await record('asa'), bytes)).toMatchObject({ papers: 1 })
    expect((await getPage().mandates.read({ id: wrong.id })).mandate).toMatchObject({ papers: 1 })
  })

  it('that two desks attach at once is kept once', async () => {
    const bytes = newPaper()
    const [one, other] = [await record('asa'), await record('jukka')]
    const uploads = [
      await uploadPaper(getPage(), 'a.pdf', bytes),
      await uploadPaper(getPage(), 'a.pdf', bytes),
    ]
    const outcomes = await atOnce(office.desk.postgresUrl, [
      () => getPage().mandates.attachPaper({ id: one.id, uploadId: uploads[0]! }),
      () => getPage().mandates.attachPaper({ id: other.id, uploadId: uploads[1]! }),
    ])
    expect(namesOf(outcomes)).toEqual(['done', 'samePaper'])
    const kept = `SELECT count(*) AS n FROM mandate_paper WHERE mandate_id IN ('${one.id}', '${other.id}')`
    expect(Number((await office.sql(kept))[0]!.n)).toBe(1)
  })

  it('is removed while its power is received, by whoever read it last', async () => {
    const mandate = await attach(await attach(await record('asa')))
    const [first, second] = mandate.paperList
    const remove = (version: number, paperId: string) =>
      getPage().mandates.removePaper({ id: mandate.id, version, paperId })
    const { mandate: left } = await remove(mandate.version, first!.id)
    expect(left.paperList).toEqual([second])
    expect(await nameOf(remove(mandate.version, second!.id))).toBe('CHANGED_MEANWHILE')
    expect(await nameOf(remove(left.version, first!.id))).toBe('NOT_FOUND')
    expect(await nameOf(getPage().mandates.readPaper({ id: mandate.id, paperId: first!.id }))).toBe(
      'NOT_FOUND',
    )
    const valid = await confirm(left)
    expect(await nameOf(remove(valid.version, second!.id))).toBe('notReceived')
  })

  it('is read only as a paper of its own power', async () => {
    const [one, other] = [await grant('asa'), await grant('jukka')]
    const call = getPage().mandates.readPaper({ id: one.id, paperId: other.paperList[0]!.id })
    expect(await nameOf(call)).toBe('NOT_FOUND')
  })

  it('makes whoever has not seen it read again before they confirm', async () => {
    const mandate = await attach(await record('asa'))
    await attach(mandate)
    expect(await nameOf(confirm(mandate))).toBe('CHANGED_MEANWHILE')
  })

  it('is not attached to what is over', async () => {
    const { id, version } = await grant('asa')
    const on = '2026-11-24'
    await getPage().mandates.revoke({ id, version, by: 'grantor', how: 'byPhone', on, note: '' })
    expect(await nameOf(attach({ id }))).toBe('mandateOver')
  })
})
