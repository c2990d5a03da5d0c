import { Document, Page, renderToBuffer, Text } from '@react-pdf/renderer'
import { createElement } from 'react'
import { expect, it } from 'vitest'
import { letterFont, prepareLetterFonts } from './letterFonts'
import { readPdf, withoutSpace } from './testing'

async function printed(text: string, fontWeight: 400 | 600) {
  await prepareLetterFonts()
  const words = createElement(Text, { style: { fontFamily: letterFont, fontWeight } }, text)
  return readPdf(
    await renderToBuffer(createElement(Document, null, createElement(Page, { size: 'A4' }, words))),
  )
}

// Names in Helsinki: Finnish and Swedish, Sámi, Estonian, Polish, Turkish, Vietnamese without stacked marks.
const letters = 'å ä ö Å Ä Ö é É š Š ž Ž č đ ŋ ŧ õ ü ø æ ß ñ ł ą ę ś ż ğ ı ş – ’ ” “ • € §'

it.each([400, 600] as const)(
  'draws the letters of names in weight %i, across both files of the face',
  async (weight) => {
    const { text, missingGlyphs } = await printed(letters, weight)
    expect(text).toBe(withoutSpace(letters))
    expect(missingGlyphs).toBe(0)
  },
)

it('shows a missing letter as missing, so that the tests can fail', async () => {
  expect((await printed('a ☃ b', 400)).missingGlyphs).toBe(1)
})

it('keeps a long Finnish word whole, and its letters readable', async () => {
  const word = 'sähköpostiosoitteellasi'
  const { text } = await printed(`${word} `.repeat(12), 400)
  expect(text).toBe(word.repeat(12))
})
