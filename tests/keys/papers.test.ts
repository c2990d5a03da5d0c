import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPdf, withoutSpace } from '#core/documents/testing'
import { languages } from '#shared/contract/base'
import { formatReference } from '#shared/rules/visitReference'
import { type Office, openOffice } from '../residents/office'
import { atOnce } from '../support/atOnce'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { keeping, today } from './keeping'

/** What would tie a key to a home, or tells of somebody protected: nowhere on what is printed. */
const homes = ['rantatie', 'Kontulankaari', 'Porvoonkatu', 'Salatie', 'C 12', 'L900001', 'L900011', 'T1-C12']

onBothEngines('what is printed of a hand-off', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const { keys, handoff, which, read, report, settings } = keeping(() => office)
  const pdfOf = ({ pdfBase64 }: { readonly pdfBase64: string }) => readPdf(Buffer.from(pdfBase64, 'base64'))
  const withoutHomes = (text: string) => {
    for (const secret of homes) expect(text, secret).not.toContain(withoutSpace(secret))
  }

  it.each(languages)(
    'tells in %s how to return and to pick up, in whole sentences and without an address',
    async (language) => {
      const mailbox = await keys('asa', 1, { kind: 'mailbox' })
      const made = await handoff('asa', [...(await keys('asa', 3)), ...mailbox])
      const pdf = pdfOf(await office.page.keys.instructions({ id: made.id, language }))
      expect(pdf).toMatchObject({ missingGlyphs: 0, language, pages: 1 })
      expect(pdf.text).not.toMatch(/\{\w+\}|undefined/)
      const numbers = made.items.map(({ key }) => key.number)
      const said = [formatReference(made.reference), 'BLC Turva Oy', 'Mäkelänkatu 2', ...numbers]
      for (const each of said) expect(pdf.text).toContain(withoutSpace(each))
      withoutHomes(pdf.text)
      const collects = await handoff('asa', await keys('asa', 1, { holder: { kind: 'blc' } }), {
        direction: 'pickup',
      })
      const other = pdfOf(await office.page.keys.instructions({ id: collects.id, language }))
      expect(other.missingGlyphs).toBe(0)
      expect(other.text).toContain(withoutSpace('Åsa Märta Östling'))
      expect(other.text).not.toMatch(/\{\w+\}|undefined/)
      withoutHomes(other.text)
    },
  )

  it('says how to return when the point is closed as the office has set it', async () => {
    await settings({ closedText: { fi: 'Pudota kuori luukkuun.', sv: '', en: '' } })
    const made = await handoff('asa', await keys('asa'))
    const text = async (language: 'fi' | 'sv') =>
      pdfOf(await office.page.keys.instructions({ id: made.id, language })).text
    expect(await text('fi')).toContain(withoutSpace('Pudota kuori luukkuun.'))
    expect(await text('sv')).toContain(withoutSpace('servicepunkten är stängd'))
    await settings({ closedText: { fi: '', sv: '', en: '' } })
  })

  it('lists for BLC references, keys and days, and nobody’s name of a return', async () => {
    const protectedOne = await handoff('salla', await keys('salla'))
    const collected = await handoff('salla', await keys('salla', 1, { holder: { kind: 'blc' } }), {
      direction: 'pickup',
    })
    const returns = await office.page.keys.blcList({ direction: 'return' })
    const pdf = pdfOf(returns)
    expect(returns.handoffs).toBeGreaterThan(3)
    expect(pdf.text).toContain(withoutSpace(formatReference(protectedOne.reference)))
    expect(pdf.text).not.toContain(withoutSpace(formatReference(collected.reference)))
    expect(pdf.text).not.toMatch(/Östling|Suojattu|Salo/)
    withoutHomes(pdf.text)
    const pickups = pdfOf(await office.page.keys.blcList({ direction: 'pickup' }))
    expect(pickups.text).toContain(withoutSpace(formatReference(collected.reference)))
    expect(pickups.text).toContain('Östling')
    expect(pickups.text).not.toMatch(/Suojattu|Salla|Salo|Suojala/)
    withoutHomes(pickups.text)
  })

  it.each(languages)('receipts in %s what came and what did not, for a signature', async (language) => {
    const [one, other] = await keys('asa', 2)
    const made = await handoff('asa', [one!, other!])
    const receipt = () => office.page.keys.receipt({ id: made.id, language })
    expect(await nameOf(receipt())).toBe('nothingArrived')
    const sign = (of: { version: number }, strokes: [number, number][][] | null) =>
      office.page.keys.signReceipt({ id: made.id, version: of.version, signerName: 'Åsa Östling', strokes })
    expect(await nameOf(sign(made, null))).toBe('nothingArrived')
    const came = await report(made, {
      keys: [
        { keyId: one!.id, result: 'arrived' },
        { keyId: other!.id, result: 'missing' },
      ],
    })
    const unsigned = pdfOf(await receipt())
    expect(unsigned).toMatchObject({ missingGlyphs: 0, pages: 1 })
    const at = (number: string) => unsigned.text.lastIndexOf(number)
    expect(at(one!.number)).toBeGreaterThan(0)
    expect(at(other!.number)).toBeGreaterThan(at(one!.number))
    withoutHomes(unsigned.text)
    expect(await nameOf(sign(came, [[[10, 10]]]))).toBe('signatureEmpty')
    expect(await nameOf(sign(came, []))).toBe('signatureEmpty')
    const strokes: [number, number][][] = [
      [
        [0, 0],
        [500, 150],
        [1000, 300],
      ],
      [[20, 20]],
    ]
    const signed = (await sign(came, strokes)).handoff
    expect(signed.signature).toMatchObject({ name: 'Åsa Östling', how: 'screen', by: 'Aino Pääkäyttäjä' })
    expect(await nameOf(sign(signed, null))).toBe('alreadySigned')
    const drawn = pdfOf(await receipt())
    expect(drawn.text).toContain(withoutSpace('Åsa Östling'))
    expect(Buffer.from((await receipt()).pdfBase64, 'base64').length).toBeGreaterThan(1000)
    expect(signed.history[0]).toMatchObject({ what: 'signed', detail: { how: 'screen' } })
  })

  it('is signed once by two at once, on paper too', async () => {
    const made = await report(await handoff('asa', await keys('asa')))
    const ends = await atOnce(
      office.desk.postgresUrl,
      ['Yksi', 'Kaksi'].map(
        (signerName) => () => office.page.keys.signReceipt({ ...which(made), signerName, strokes: null }),
      ),
    )
    expect(namesOf(ends)[1]).toBe('done')
    expect(['alreadySigned', 'CHANGED_MEANWHILE']).toContain(namesOf(ends)[0])
    expect((await read(made)).signature).toMatchObject({ how: 'paper', at: office.desk.now() })
    // The paper has the signature: what is printed again has the place for one.
    const pdf = pdfOf(await office.page.keys.receipt({ id: made.id, language: 'fi' }))
    expect(pdf.text).toContain('Nimenselvennys')
    expect(made.countedOn).toBe(today)
  })

  it('takes strokes that are within their place and not endless, and no others', async () => {
    const made = await report(await handoff('asa', await keys('asa')))
    const sign = (strokes: [number, number][][]) =>
      nameOf(office.page.keys.signReceipt({ ...which(made), signerName: 'Åsa', strokes }))
    expect(
      await sign([
        [
          [0, 0],
          [1001, 0],
        ],
      ]),
    ).toBe('BAD_REQUEST')
    expect(
      await sign([
        [
          [0, 0],
          [0, 301],
        ],
      ]),
    ).toBe('BAD_REQUEST')
    expect(
      await sign(
        Array(201).fill([
          [0, 0],
          [1, 1],
        ]),
      ),
    ).toBe('BAD_REQUEST')
    expect(await sign(Array(4).fill(Array(2000).fill([1, 1])))).toBe('BAD_REQUEST')
    expect(
      await sign([
        [
          [0, 0],
          [1, 1],
        ],
      ]),
    ).toBe('done')
  })
})
