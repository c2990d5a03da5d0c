import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allBegun, highlight, highlightNumber, type Piece } from './highlight'

const shown = (pieces: readonly Piece[]) =>
  pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join('')
const marked = (text: string, typed: string) => shown(highlight(text, typed))

describe('what was found', () => {
  it('is the beginnings of words, in any order', () => {
    expect(marked('Virtanen Meija Kaarina', 'mei virt')).toBe('[Virt]anen [Mei]ja Kaarina')
    expect(marked('Mäkelänkatu 12 A 3', 'makel 12')).toBe('[Mäkel]änkatu [12] A 3')
  })

  it('does not care for case and marks', () => {
    expect(marked('Åkerlund Örjan', 'AKER orj')).toBe('[Åker]lund [Örj]an')
    expect(marked('Æther', 'aet')).toBe('[Æt]her')
  })

  it('is not the middle of a word', () => {
    expect(marked('Juvonen', 'von')).toBe('Juvonen')
    expect(marked('Juha-Pekka', 'pek')).toBe('Juha-[Pek]ka')
  })

  it('is nothing when nothing was typed', () => {
    expect(marked('Virtanen', '')).toBe('Virtanen')
    expect(marked('Virtanen', ' - ')).toBe('Virtanen')
  })

  it('takes letters and digits apart as the search does', () => {
    expect(marked('Katu 12 A 3', '12a3')).toBe('Katu [12] [A] [3]')
  })

  it('never changes the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, typed) => {
        expect(
          highlight(text, typed)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})

describe('whether all that was typed is seen', () => {
  it('is so when every word begins something that is shown', () => {
    expect(allBegun(['Virtanen Meija', 'Mäkelänkatu 12 A 3'], 'mei makel 12')).toBe(true)
    expect(allBegun(['Virtanen Meija'], 'mei 040')).toBe(false)
    expect(allBegun(['Virtanen Meija'], 'ija')).toBe(false)
  })
})

describe('a phone number', () => {
  it('is marked across its spaces, with or without the country code', () => {
    expect(shown(highlightNumber('040 5550142', '0405'))).toBe('[040 5]550142')
    expect(shown(highlightNumber('040 5550142', 'virt 040 55'))).toBe('[040 55]50142')
    expect(shown(highlightNumber('040 5550142', '+358 40 5'))).toBe('[040 5]550142')
    expect(shown(highlightNumber('040 5550142', '0405550142'))).toBe('[040 5550142]')
    expect(shown(highlightNumber('040 5550142', '555'))).toBe('040 [555]0142')
    expect(shown(highlightNumber('040 5550142', 'virt'))).toBe('040 5550142')
  })
})
