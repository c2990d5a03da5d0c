import { describe, expect, it } from 'vitest'
import { languages } from '#shared/contract/base'
import type { AdviceFacts } from '#shared/rules/advice'
import { countedIncome, notIncome } from '#shared/rules/income'
import { urgencyGrounds } from '#shared/rules/urgency'
import { assetKinds } from '#shared/rules/wealth'
import { adviceContent, adviceText } from './adviceContent'
import { renderAdviceSummary } from './adviceSummary'
import { readPdf, withoutSpace } from './testing'

const nothing: AdviceFacts = {
  day: '2024-06-15',
  people: null,
  rooms: null,
  grounds: [],
  housingCostsCents: null,
  assets: [],
  home: { movesForWork: false, livesThere: false, kilometres: null },
  incomes: [],
  notIncome: [],
}
const everything: AdviceFacts = {
  ...nothing,
  people: 2,
  grounds: urgencyGrounds,
  assets: assetKinds.map((kind) => ({ kind, cents: 2_000_050, debtCents: 100 })),
  incomes: countedIncome.map((item) => ({ item, cents: 120_000, per: 'year' })),
  notIncome,
}
/** Comparable whatever spaces a number form has. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const textOf = (facts: Partial<AdviceFacts>, language: (typeof languages)[number] = 'fi') =>
  plain(adviceText(adviceContent({ ...nothing, ...facts }, language)))
const funds = (cents: number) => [{ kind: 'funds', cents, debtCents: 0 }] as const

describe.each(languages)('the summary in %s', (language) => {
  it.each([
    ['nothing', nothing],
    ['everything', everything],
  ])('says %s in its language and in letters that there are', async (_, facts) => {
    const content = adviceContent(facts, language)
    const pdf = readPdf(await renderAdviceSummary(content, language))
    expect(pdf).toMatchObject({ missingGlyphs: 0, language, title: content.title })
    expect(pdf.pages).toBe(facts === nothing ? 1 : 2)
    const said = [
      ...content.facts.flatMap(({ label, text }) => [label, text]),
      ...content.sections.flatMap(({ heading, items, texts }) => [heading, ...items, ...texts]),
    ]
    for (const text of said) expect(pdf.text).toContain(withoutSpace(text))
    expect(said.join('\n')).not.toMatch(/[{}]|undefined|NaN/)
    expect(new Set(said).size).toBe(said.length)
  })

  it('begins with who selects and that this is no decision', () => {
    const [notice] = adviceContent(nothing, language).facts
    const words = {
      fi: 'Helsingin kaupunki valitsee asukkaat. Tämä ei ole päätös.',
      sv: 'Helsingfors stad väljer de boende. Det här är inget beslut.',
      en: 'The City of Helsinki selects the residents. This is not a decision.',
    }
    expect(notice?.text).toBe(words[language])
    expect(textOf(everything, language).split('\n')[2]).toContain(words[language])
  })

  it('has a line of every item', () => {
    const [urgency, wealth, income] = adviceContent(everything, language).sections
    expect(urgency?.items).toHaveLength(urgencyGrounds.length)
    expect(wealth?.items).toHaveLength(assetKinds.length)
    expect(income?.items).toHaveLength(countedIncome.length + notIncome.length)
  })
})

describe('what the summary says in Finnish', () => {
  it('compares with the limit of the day and the household', () => {
    const said = (cents: number) => textOf({ people: 2, assets: funds(cents) })
    expect(said(12_000_000)).toContain('Varallisuusraja, henkilöitä 2, 1.1.2024–31.12.2024: 133 000 €.')
    expect(said(12_000_000)).toContain('Varallisuus on 13 000 € alle rajan.')
    expect(said(13_300_001)).toContain('Varallisuus on 0,01 € yli rajan.')
    expect(said(13_300_000)).toContain('eikä ylitä sitä.')
  })

  it.each([
    [{ people: 6 }, 'Näin monelle henkilölle ei ole julkaistu varallisuusrajaa.'],
    [{ people: 2, day: '2026-11-24' }, 'Hakemuksen päivälle ei ole julkaistu varallisuusrajaa.'],
    [{ people: null }, 'Varallisuusraja riippuu siitä, montako henkilöä taloudessa on.'],
  ])('has no figure for %j', (facts, why) => {
    const said = textOf({ assets: funds(12_000_000), ...facts })
    expect(said).toContain(why)
    expect(said).not.toMatch(/133 000|alle rajan|yli rajan/)
  })

  it('gives each line its rule', () => {
    const home = { movesForWork: true, livesThere: true, kilometres: 200 }
    const assets = [
      { kind: 'ownHome', cents: 10_000_000, debtCents: 4_000_000 },
      { kind: 'disposed', cents: 100_000, debtCents: 0 },
    ] as const
    const said = textOf({ assets, home, incomes: [{ item: 'salary', cents: 2_880_000, per: 'year' }] })
    expect(said).toContain('Oma omistusasunto: 100 000 €, velkaa 40 000 € – ei lasketa: koti yli 80 km:n')
    expect(said).toContain('lasketaan, kun luovutus on 15.6.2023 tai sen jälkeen')
    expect(said).toContain('Palkka: 2 400 € (vuodessa 28 800 €)')
    expect(said).toContain('Varallisuus velkojen jälkeen: 1 000 €.')
  })

  it('of an ordinary case is a note’s length', () => {
    const facts = { people: 2, grounds: ['homeless', 'tooSmall'], assets: funds(100), notIncome } as const
    expect(textOf(facts).length).toBeLessThan(2_000)
  })
})
