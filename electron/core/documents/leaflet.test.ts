import { describe, expect, it } from 'vitest'
import { languages } from '#shared/contract/base'
import { contactPoints } from '#shared/rules/facts'
import { linkLifetimeHours, portalPasswordRule } from '#shared/rules/portalRegistration'
import { renderLeaflet } from './leaflet'
import { leafletContent } from './leafletContent'
import { readPdf, withoutSpace } from './testing'

/** Every text that the leaflet is to carry. */
function textsOf(content: ReturnType<typeof leafletContent>): readonly string[] {
  return [
    content.kind,
    content.title,
    content.lead,
    content.stepsHeading,
    ...content.steps,
    content.passwordHeading,
    ...content.passwordParts,
    content.notesHeading,
    ...content.notes.flatMap(({ title, text }) => [title, text]),
    content.contactHeading,
    ...content.contacts.flatMap(({ title, phone, hours }) => [title, `${phone}, ${hours}`]),
    content.recorded ?? '',
  ]
}

describe.each(languages)('the Portal leaflet in %s', (language) => {
  const content = leafletContent(language)

  it('is one page that carries every text, in its language and with its title', async () => {
    const pdf = await renderLeaflet(language)
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    const page = readPdf(pdf)
    expect(page).toMatchObject({ pages: 1, missingGlyphs: 0, language, title: content.title })
    for (const text of textsOf(content)) expect(page.text).toContain(withoutSpace(text))
  })

  it('numbers the steps in their order', async () => {
    const { text } = readPdf(await renderLeaflet(language))
    const numbered = content.steps.map((step, index) => withoutSpace(`${index + 1}${step}`)).join('')
    expect(text).toContain(numbered)
  })

  it('has the steps, the password rule, the hours and the numbers of the rest of the program', () => {
    expect(content.steps).toHaveLength(5)
    expect(content.steps[0]).toContain(contactPoints.portal.address)
    expect(content.steps[2]).toContain(`${linkLifetimeHours}\u00a0`)
    expect(content.passwordParts).toHaveLength(Object.keys(portalPasswordRule).length)
    expect(content.passwordParts[0]).toContain(String(portalPasswordRule.minLength))
    expect(content.contacts.map(({ phone }) => phone.replaceAll('\u00a0', ' '))).toEqual([
      contactPoints.phoneLine.phone,
      contactPoints.asOy.phone,
    ])
  })

  it('leaves no place unfilled', () => {
    for (const text of textsOf(content)) expect(text).not.toMatch(/[{}]|undefined|^$/)
  })
})

describe('what the leaflet says in Finnish', () => {
  const { passwordParts, contacts, notes } = leafletContent('fi')

  it('gives the password rule in words', () => {
    expect(passwordParts.slice(0, 4)).toEqual([
      '10 merkkiä',
      'yksi iso kirjain',
      'yksi pieni kirjain',
      'yksi numero',
    ])
    expect(passwordParts[4]).toMatch(/^yksi erikoismerkki/)
  })

  it('gives the phone hours as one range', () => {
    expect(contacts[0]?.hours).toBe('ma–pe\u00a0klo\u00a09–12')
  })

  it('says how long a password reset link lives', () => {
    expect(notes[3]?.text).toContain('24\u00a0tuntia')
  })
})

it('has the same notes in every language', () => {
  expect(leafletContent('sv').notes).toHaveLength(leafletContent('fi').notes.length)
  expect(leafletContent('en').notes).toHaveLength(leafletContent('fi').notes.length)
})

it('renders several leaflets at once', async () => {
  const pages = await Promise.all(
    languages.map(async (language) => readPdf(await renderLeaflet(language)).language),
  )
  expect(pages).toEqual([...languages])
})
