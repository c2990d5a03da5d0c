import { describe, expect, it } from 'vitest'
import { languages } from '#shared/contract/base'
import { mandateArrivals, mandateRefusedBecause } from '#shared/contract/mandateViews'
import { mandateScopes } from '#shared/rules/mandateScopes'
import { mandateStandings } from '#shared/rules/mayAct'
import en from '../../../resources/letters/mandate.en.json' with { type: 'json' }
import fi from '../../../resources/letters/mandate.fi.json' with { type: 'json' }
import sv from '../../../resources/letters/mandate.sv.json' with { type: 'json' }
import {
  type FormContent,
  formContent,
  mandateReceiptContent,
  type PowerReceived,
  type PowerToSign,
} from './mandateContent'
import { renderMandateForm, renderMandateReceipt } from './mandateForm'
import { readPdf, withoutSpace } from './testing'

const texts = { fi, sv, en }

const power: PowerToSign = {
  grantor: {
    name: 'Åsa Märta Östling',
    birthDate: '1951-03-07',
    address: 'Sörnäisten rantatie 33 C 12, 00500 Helsinki',
    phone: '+358405550177',
  },
  estate: null,
  grantees: [
    {
      name: 'Pekka Juhani Poika',
      birthDate: '1980-01-01',
      phone: '+358401234567',
      email: 'pekka.poika@example.org',
    },
  ],
  general: false,
  scopes: ['keys', 'transferLease'],
  openSection: 'Pekka saa myös hakea\npyykkituvan avaimen.',
  object: { kind: 'lease', what: 'L900001' },
  validFrom: '2026-12-01',
  validUntil: '2027-11-30',
}

const estate: PowerToSign = {
  ...power,
  grantor: { ...power.grantor, address: null, phone: null },
  estate: { diedOn: '2026-10-30', parties: ['Liisa Leski', 'Eino Östling', 'Veikko Veli'] },
  scopes: ['estate'],
  openSection: '',
  object: null,
}

const received: PowerReceived = {
  standing: 'valid',
  grantors: [{ name: 'Åsa Märta Östling', died: false }],
  grantees: [{ firstNames: 'Pekka Juhani', lastName: 'Poika' }],
  parties: [],
  general: false,
  scopes: ['keys', 'leaseInformation'],
  openSection: '',
  object: { kind: 'apartment', leaseNo: 'L900001', name: null },
  arrived: 'byEmail',
  signedOn: '2026-11-20',
  validFrom: '2026-11-21',
  lastDay: '2027-11-20',
  refused: null,
  revoked: null,
  receivedOn: '2026-11-22',
  confirmedOn: '2026-11-23',
}

/** Every text that the form is to carry. */
const textsOf = ({ grantor, grantees, scopes, open, object, valid, sign, send, ...form }: FormContent) => [
  form.title,
  form.lead,
  ...[grantor, grantees, scopes, open, object, valid, sign, send].map(({ heading }) => heading),
  ...[...grantor.rows, ...grantees.rows, ...sign.rows, valid.fields]
    .flat()
    .flatMap(({ label, text }) => [label, text]),
  grantor.hint,
  scopes.general.label,
  scopes.or,
  ...scopes.each.map(({ label }) => label),
  open.text,
  ...object.each.flatMap(({ label, text }) => [label, text ?? '']),
  valid.hint,
  ...send.texts,
]

describe.each(languages)('the form of a power of attorney in %s', (language) => {
  it.each([
    ['blank', null],
    ['filled', power],
    ['filled for an estate', estate],
  ])('%s is one page that says everything', async (_kind, given) => {
    const content = formContent(given, language)
    const page = readPdf(await renderMandateForm(given, language))
    expect(page).toMatchObject({ pages: 1, missingGlyphs: 0, language, title: content.title })
    for (const text of textsOf(content)) {
      expect(text).not.toMatch(/[{}]|undefined/)
      expect(page.text).toContain(withoutSpace(text))
    }
    expect(page.text).toContain('asiakaspalvelu@hekaoy.fi')
    expect(page.text).toContain('Viipurinkatu2')
  })

  it('has every scope of the rules and the general power, empty to be ticked', async () => {
    const { text } = readPdf(await renderMandateForm(null, language))
    const labels = mandateScopes.map((scope) => texts[language].scopes[scope])
    expect(new Set(labels).size).toBe(mandateScopes.length)
    for (const label of [...labels, texts[language].general]) {
      expect(text).toContain(withoutSpace(label))
      expect(text).not.toContain(withoutSpace(`X${label}`))
    }
  })

  it.each([...mandateScopes, 'general'] as const)('ticks %s and nothing else', async (ticked) => {
    const scopes = ticked === 'general' ? [] : [ticked]
    const { text } = readPdf(
      await renderMandateForm({ ...power, scopes, general: ticked === 'general' }, language),
    )
    const labels = [
      ...mandateScopes.map((scope) => [scope, texts[language].scopes[scope]] as const),
      ['general', texts[language].general] as const,
    ]
    const found = labels.filter(([, label]) => text.includes(withoutSpace(`X${label}`))).map(([name]) => name)
    expect(found).toEqual([ticked])
  })
})

describe('the form filled in Finnish', () => {
  it('has the people, the object and the days in their places', async () => {
    const { text } = readPdf(await renderMandateForm(power, 'fi'))
    for (const said of [
      'Åsa Märta Östling',
      '7.3.1951',
      'Sörnäisten rantatie 33 C 12, 00500 Helsinki',
      '040 555 0177',
      'Pekka Juhani Poika',
      '1.1.1980',
      '040 123 4567, pekka.poika@example.org',
      'X Vuokrasopimusta nro L900001',
      '1.12.2026',
      '30.11.2027',
    ])
      expect(text).toContain(withoutSpace(said))
    expect(text).not.toContain(withoutSpace('X Koko vuokrasuhdetta'))
    expect(text).not.toContain(fi.diedOn)
  })

  it('is signed by every party to an estate', () => {
    const { sign, grantor } = formContent(estate, 'fi')
    expect(sign.rows.map((row) => row.at(-1)?.text)).toEqual(['Liisa Leski', 'Eino Östling', 'Veikko Veli'])
    expect(grantor.rows.flat()).toContainEqual({ label: 'Kuolinpäivä', text: '30.10.2026' })
  })

  it('goes on to other pages when much is said, and says all of it', async () => {
    const words = Array.from({ length: 400 }, (_, at) => `sana${at}`)
    const grantees = Array.from({ length: 10 }, (_, at) => ({ ...power.grantees[0]!, name: `Nimi ${at}` }))
    const page = readPdf(await renderMandateForm({ ...power, grantees, openSection: words.join(' ') }, 'fi'))
    expect(page.pages).toBe(2)
    expect(page.text).toContain(words.join(''))
    for (const { name } of grantees) expect(page.text).toContain(withoutSpace(name))
    expect(page.text).toContain(withoutSpace(fi.sendNext))
  })

  it('draws a question mark for what no face has', async () => {
    const page = readPdf(await renderMandateForm({ ...power, openSection: 'avain 🗝 ja 鍵' }, 'fi'))
    expect(page.missingGlyphs).toBe(0)
    expect(page.text).toContain('avain?ja?')
  })
})

describe.each(languages)('the receipt for a power in %s', (language) => {
  it.each(mandateStandings)('is one page that says everything, when it is %s', async (standing) => {
    const given: PowerReceived = {
      ...received,
      standing,
      openSection: 'Pekka saa myös hakea pyykkituvan avaimen.',
      refused: { why: 'notSigned', note: 'sisäinen huomio' },
      revoked: { by: 'grantor', how: 'byPhone', on: '2026-11-23', note: 'sisäinen huomio' },
    }
    const content = mandateReceiptContent(given, language)
    const pdf = await renderMandateReceipt(given, language)
    const page = readPdf(pdf)
    expect(page).toMatchObject({ pages: 1, missingGlyphs: 0, language, title: content.title })
    const said = [
      ...content.facts.flatMap(({ label, text }) => [label, text]),
      ...content.sections.flatMap(({ heading, texts }) => [heading, ...texts]),
      ...given.scopes.map((scope) => texts[language].scopes[scope]),
    ]
    for (const text of said) {
      expect(text).not.toMatch(/[{}]|undefined|^$/)
      expect(page.text).toContain(withoutSpace(text))
    }
    expect(page.text).not.toContain(withoutSpace('sisäinen huomio'))
    const size = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString('latin1'))
    expect(size?.slice(1).map((points) => Math.round(Number(points)))).toEqual([595, 842])
  })

  it('has words for every way of arriving and every reason', () => {
    expect(Object.keys(texts[language].arrived).sort()).toEqual([...mandateArrivals].sort())
    expect(Object.keys(texts[language].refusedBecause).sort()).toEqual([...mandateRefusedBecause].sort())
  })
})

describe('the receipt in Finnish', () => {
  const facts = (changes: Partial<PowerReceived> = {}) =>
    Object.fromEntries(
      mandateReceiptContent({ ...received, ...changes }, 'fi').facts.map(({ label, text }) => [label, text]),
    )
  const headings = (changes: Partial<PowerReceived> = {}) =>
    mandateReceiptContent({ ...received, ...changes }, 'fi').sections.map(({ heading }) => heading)

  it('says what was received and confirmed, when, for what and until when', () => {
    expect(facts()).toEqual({
      Valtuuttaja: 'Åsa Märta Östling',
      Valtuutettu: 'Pekka Juhani Poika',
      'Mihin valtuutetaan': 'Avainten palautus ja nouto\nTiedot vuokrasopimuksesta',
      'Mitä koskee': 'sopimuksen L900001 asunto',
      Allekirjoitettu: '20.11.2026',
      Vastaanotettu: '22.11.2026, sähköpostilla',
      Vahvistettu: '23.11.2026',
      'Ensimmäinen päivä': '21.11.2026',
      'Viimeinen päivä': '20.11.2027',
    })
  })

  it('of an estate names the tenant who died apart from those who gave the power', () => {
    const grantors = [
      { name: 'Vainaja Vainikka', died: true },
      { name: 'Eino Östling', died: false },
    ]
    expect(facts({ scopes: ['estate'], grantors, parties: ['Liisa Leski'] })).toMatchObject({
      Kuolinpesä: 'Vainaja Vainikka',
      Valtuuttaja: 'Eino Östling, Liisa Leski',
    })
  })

  it('tells how to revoke what is not over, and only that', () => {
    expect(headings()).toContain('Näin perut valtakirjan')
    expect(headings({ standing: 'received', confirmedOn: null })).toContain('Näin perut valtakirjan')
    for (const standing of ['expired', 'revoked', 'refused', 'grantorDied'] as const)
      expect(
        headings({ standing, revoked: { by: 'grantor', how: 'byPhone', on: '2026-11-23', note: '' } }),
      ).not.toContain('Näin perut valtakirjan')
  })
})
