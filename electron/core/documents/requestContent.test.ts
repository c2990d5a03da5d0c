import { describe, expect, it } from 'vitest'
import { languages } from '#shared/contract/base'
import { requestStates } from '#shared/contract/requests'
import { requestDestinations, requestKindRule, requestKinds } from '#shared/rules/requestKinds'
import { type RequestToTell, receiptContent, requestMessage } from './requestContent'
import { renderRequestReceipt } from './requestReceipt'
import { readPdf, withoutSpace } from './testing'

const people = [
  { residentId: null, name: 'Matti Meikäläinen', change: 'movesIn', on: '2026-12-01' },
  { residentId: null, name: 'Maija Meikäläinen', change: 'stays', on: null },
] as const

const request = (kind: RequestToTell['kind'], changes: Partial<RequestToTell> = {}): RequestToTell => ({
  reference: 'K7QM2XRT9DPV',
  kind,
  goesTo: requestKindRule(kind).goesTo,
  who: { kind: 'grantee', name: 'Pekka Poika' },
  state: 'open',
  madeOn: '2026-11-24',
  dueOn: '2026-12-01',
  lastDay: kind === 'terminateLease' ? '2026-12-31' : null,
  leaseNo: 'L900001',
  residentName: 'Åsa Östling',
  maintenanceArea: 'Keskinen 2',
  address: 'Sörnäisten rantatie 33 C 12',
  fields: Object.fromEntries(
    requestKindRule(kind).fields.map((field) => {
      if (field.type === 'people') return [field.name, people]
      if (field.type === 'choice') return [field.name, field.choices.at(-1) ?? '']
      return [field.name, field.type === 'day' ? '2026-11-29' : `kirjoitettu ${field.name}`]
    }),
  ),
  ...changes,
})

describe.each(languages)('a receipt in %s', (language) => {
  it.each(requestKinds)('is one page that says everything of %s in words', async (kind) => {
    const content = receiptContent(request(kind), language)
    const pdf = readPdf(await renderRequestReceipt(request(kind), language))
    expect(pdf).toMatchObject({ pages: 1, missingGlyphs: 0, language, title: content.title })
    const said = [
      ...content.facts.flatMap(({ label, text }) => [label, text]),
      ...content.sections.flatMap(({ heading, items, texts }) => [heading, ...items, ...texts]),
    ]
    for (const text of said) expect(pdf.text).toContain(withoutSpace(text))
    expect(said.join('\n')).not.toMatch(/\{\w+\}|undefined/)
    expect(content.sections[0]!.items).toHaveLength(requestKindRule(kind).fields.length)
    // Every label begins with a capital letter, and no name in the code does.
    for (const item of content.sections[0]!.items) expect(item).toMatch(/^\p{Lu}/u)
    for (const field of requestKindRule(kind).fields) {
      if (field.type !== 'choice') continue
      const words = field.choices.map((choice) => {
        const fields = { [field.name]: choice }
        return receiptContent(request(kind, { fields }), language).sections[0]!.items[0]
      })
      expect(new Set(words).size).toBe(field.choices.length)
    }
  })

  it.each(requestStates)('says what happens next when it is %s, and who handles it', (state) => {
    const content = requestDestinations.map((goesTo) =>
      JSON.stringify(receiptContent(request('inspection', { goesTo, state }), language)),
    )
    expect(new Set(content).size).toBe(requestDestinations.length)
    expect(content.every((each) => each.includes('K7QM-2XRT-9DPV'))).toBe(true)
    const terminated = JSON.stringify(receiptContent(request('terminateLease', { state }), language))
    expect(terminated.includes('31')).toBe(state !== 'cancelled')
  })

  it('draws what was typed in whatever letters, and shows where it could not', async () => {
    const fields = { what: 'šž 😀 李 Δ <b>\n$& {day} toinen rivi' }
    const pdf = readPdf(await renderRequestReceipt(request('leaseInformation', { fields }), language))
    expect(pdf.missingGlyphs).toBe(0)
    expect(pdf.text).toContain(withoutSpace('šž ? ?'))
    expect(pdf.text).toContain(withoutSpace('$& {day} toinen rivi'))
  })

  it('says that customer service holds no payments', () => {
    const texts = (kind: RequestToTell['kind']) => receiptContent(request(kind), language).sections[1]!.texts
    expect(texts('paymentInformation')).toHaveLength(texts('leaseInformation').length + 1)
  })
})

describe('the message to whoever answers', () => {
  it.each(requestKinds)('says what is asked, of which home: %s', (kind) => {
    const { subject, text } = requestMessage(request(kind), 'request', false)
    expect(subject).toMatch(/^Palvelupyyntö K7QM-2XRT-9DPV: \p{Lu}/u)
    for (const said of [
      'Sörnäisten rantatie 33 C 12',
      'Åsa Östling',
      'Pekka Poika (valtuutettu)',
      '1.12.2026',
    ])
      expect(text).toContain(said)
    expect(text.includes('L900001')).toBe(kind !== 'inspection')
    expect(text).not.toMatch(/\{\w+\}|undefined/)
  })

  it('of a protected home, and that it is cancelled, says only which', () => {
    for (const kind of requestKinds) {
      const hidden = requestMessage(request(kind, { address: null }), 'request', true)
      const cancelled = requestMessage(request(kind), 'requestCancelled', false)
      const both = requestMessage(request(kind, { address: null }), 'requestCancelled', true)
      for (const { text } of [hidden, cancelled, both]) {
        expect(text).toContain('K7QM-2XRT-9DPV')
        for (const typed of ['kirjoitettu', 'Pekka', 'Meikäläinen']) expect(text).not.toContain(typed)
      }
      for (const { text } of [hidden, both])
        for (const secret of ['Östling', 'rantatie', 'L900001', 'Keskinen'])
          expect(text).not.toContain(secret)
      expect(cancelled.text).toContain('Sörnäisten rantatie 33 C 12')
    }
  })
})
