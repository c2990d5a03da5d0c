import { describe, expect, it } from 'vitest'
import { languages } from '#shared/contract/base'
import { visitReasons } from '#shared/rules/visitReasons'
import { renderNumberSlip } from './numberSlip'
import { readPdf, withoutSpace } from './testing'
import { reasonText, visitContent } from './visitMessage'
import { renderVisitSlip } from './visitSlip'

/** The longest there is: the As Oy team is reached in two ways. */
const visit = {
  team: 'asoy',
  reason: 'powerOfAttorney',
  startsAt: new Date('2026-11-25T07:15:00Z'),
  reference: 'K7QM2XRT9DPV',
} as const

describe.each(languages)('the slip of an appointment in %s', (language) => {
  it.each(visitReasons)('is one page that says everything, for %s', async (reason) => {
    const content = visitContent({ ...visit, reason }, 'confirmation', language)
    const page = readPdf(await renderVisitSlip({ ...visit, reason }, language))
    expect(page).toMatchObject({ pages: 1, missingGlyphs: 0, language, title: content.title })
    const said = [
      content.title,
      ...content.facts.flatMap(({ label, text }) => [label, text]),
      ...content.sections.flatMap(({ heading, items, texts }) => [heading, ...items, ...texts]),
    ]
    for (const text of said) expect(page.text).toContain(withoutSpace(text))
    expect(page.text).toContain('K7QM-2XRT-9DPV')
  })

  it('has nothing of a person’s, though the visit it is given has', async () => {
    const whole = {
      ...visit,
      personName: 'Meija Virtanen',
      additionalInformation: 'Avioero',
      phone: '0401234567',
    }
    const { text } = readPdf(await renderVisitSlip(whole, language))
    for (const secret of ['Meija', 'Virtanen', 'Avioero', '0401234567']) expect(text).not.toContain(secret)
  })
})

describe.each(languages)('the slip of a queue number in %s', (language) => {
  it.each(['A1', 'B128'])('is one narrow page with %s', async (number) => {
    const at = new Date('2026-11-24T08:30:00Z')
    const pdf = await renderNumberSlip({ number, day: '2026-11-24', at, reason: 'residentChanges', language })
    const page = readPdf(pdf)
    expect(page).toMatchObject({ pages: 1, missingGlyphs: 0, language })
    expect(page.text).toContain(number)
    expect(page.text).toContain(withoutSpace(reasonText('residentChanges', language)))
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString('latin1')) ?? []
    expect(Number(width) / (72 / 25.4)).toBeCloseTo(80, 0)
    expect(Number(height) / (72 / 25.4)).toBeCloseTo(100, 0)
  })
})
