import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judgePicture } from '#core/defects/pictureFile'
import { mostPictures } from '#shared/contract/defects'
import { jpeg, pdf, png } from '../mandates/papers'
import { type Office, openOffice } from '../residents/office'
import { atOnce } from '../support/atOnce'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { defecting, uploadPicture, which } from './defecting'

describe('a picture is judged by its bytes', () => {
  it.each<[string, string, Buffer]>([
    ['jpeg', 'kuva.jpg', jpeg()],
    ['png', 'kuva.png', png()],
  ])('and is a %s: %s', (kind, name, bytes) => {
    expect(judgePicture(name, bytes)).toEqual({ ok: true, value: kind })
  })
  it.each<[string, string, Buffer]>([
    ['notPicture', 'kuva.pdf', pdf()],
    ['notPicture', 'kuva.pdf', Buffer.from('%PDF-1.7\nroskaa')],
    ['notPicture', 'kuva.heic', Buffer.from('....ftypheic')],
    ['notWhatItsNameSays', 'kuva.png', jpeg()],
    ['notWhatItsNameSays', 'kuva.jpg', Buffer.from('MZ ohjelma')],
    ['brokenPicture', 'kuva.jpg', jpeg().subarray(0, -2)],
    ['activeContent', 'kuva.png', png('<script>alert(1)</script>')],
    ['fileEmpty', 'kuva.png', Buffer.alloc(0)],
    ['fileTooLarge', 'kuva.png', Buffer.concat([png(), Buffer.alloc(10 * 1024 * 1024)])],
  ])('and refused as %s: %s', (refusal, name, bytes) => {
    expect(judgePicture(name, bytes)).toEqual({ ok: false, refusal })
  })
})

onBothEngines('a picture of a defect', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const { reported, read } = defecting(() => office)
  const defects = () => office.page.defects
  let made = 0
  const newPicture = () => {
    made += 1
    return png(`kuva ${made}`)
  }
  const attach = async (id: string, bytes = newPicture(), name = 'kuva.png') =>
    defects().attachPicture({ id, uploadId: await uploadPicture(office.page, name, bytes) })

  it('is kept whole, as large as it may be, and read again', async () => {
    const bytes = Buffer.concat([jpeg(), Buffer.alloc(10 * 1024 * 1024 - jpeg().length)])
    for (let at = jpeg().length + 1; at < bytes.length; at += 7) bytes[at] = at & 0x7f
    const { id } = await reported('asa')
    const { defect } = await attach(id, bytes, 'patteri.jpg')
    expect(defect).toMatchObject({
      version: 2,
      pictures: 1,
      pictureList: [{ name: 'patteri.jpg', kind: 'jpeg', bytes: bytes.length, addedBy: 'Aino Pääkäyttäjä' }],
    })
    const picture = await defects().readPicture({ id, pictureId: defect.pictureList[0]!.id })
    expect(picture).toMatchObject({ residentId: office.ids.asa, name: 'patteri.jpg', kind: 'jpeg' })
    expect(Buffer.from(picture.base64, 'base64').equals(bytes)).toBe(true)
  })

  it('that is none is refused by name, and nothing is kept', async () => {
    const { id } = await reported('asa')
    expect(await nameOf(attach(id, pdf(), 'kuva.pdf'))).toBe('notPicture')
    expect(await nameOf(attach(id, Buffer.from('hei'), 'kuva.png'))).toBe('notWhatItsNameSays')
    expect(await nameOf(defects().startPicture({ name: 'kuva.png', bytes: 11_000_000 }))).toBe('fileTooLarge')
    const { uploadId } = await defects().startPicture({ name: 'kuva.png', bytes: 10 })
    expect(await nameOf(defects().attachPicture({ id, uploadId }))).toBe('uploadUnfinished')
    expect(await read(id)).toMatchObject({ version: 1, pictures: 0 })
  })

  it('is there once, and with five others at most, however many desks attach at once', async () => {
    const { id } = await reported('asa')
    const bytes = newPicture()
    await attach(id, bytes)
    expect(await nameOf(attach(id, bytes, 'toinen.png'))).toBe('samePicture')
    expect(await nameOf(attach((await reported('jukka')).id, bytes))).toBe('done')
    for (let more = 1; more < mostPictures - 1; more += 1) await attach(id)
    const uploads = [
      await uploadPicture(office.page, 'a.png', newPicture()),
      await uploadPicture(office.page, 'b.png', newPicture()),
    ]
    const settled = await atOnce(
      office.desk.postgresUrl,
      uploads.map((uploadId) => () => defects().attachPicture({ id, uploadId })),
    )
    expect(namesOf(settled)).toEqual(['done', 'tooManyPictures'])
    expect(await read(id)).toMatchObject({ pictures: mostPictures })
  })

  it('is removed while the defect is open, by whoever read it last, and is of its own defect', async () => {
    const { id } = await reported('asa')
    const { defect } = await attach(id)
    const other = (await attach((await reported('jukka')).id)).defect
    const pictureId = defect.pictureList[0]!.id
    expect(await nameOf(defects().readPicture({ id: other.id, pictureId }))).toBe('NOT_FOUND')
    expect(await nameOf(defects().removePicture({ ...which(other), pictureId }))).toBe('NOT_FOUND')
    expect(await nameOf(defects().removePicture({ id, version: 1, pictureId }))).toBe('CHANGED_MEANWHILE')
    const { defect: without } = await defects().removePicture({ ...which(defect), pictureId })
    expect(without).toMatchObject({ pictures: 0, pictureList: [] })
    expect(without.events.map(({ what }) => what)).toEqual(['reported', 'pictureAdded', 'pictureRemoved'])
    const done = (await defects().done({ ...which(other), note: '' })).defect
    expect(await nameOf(attach(other.id))).toBe('defectOver')
    const late = { ...which(done), pictureId: other.pictureList[0]!.id }
    expect(await nameOf(defects().removePicture(late))).toBe('defectOver')
  })
})
