import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AnswerWords, answerFits } from './answerSearch'

const fi: AnswerWords = {
  title: 'Puhelinpalvelun aukioloajat',
  words: 'soittaa hinta',
  text: 'Palvelemme ma–pe klo 9–12 numerossa 09 5767 3000.',
}
const en: AnswerWords = {
  title: 'Opening hours of the phone service',
  words: 'call',
  text: 'Monday to Friday.',
}
const fits = (typed: string) => answerFits(typed, [fi, en])

describe('an answer is found', () => {
  it.each([
    '',
    'auki puh',
    'PUH AUK',
    'puhelin hinta',
    'soitt numero',
    '5767',
    'phone opening',
    'frid',
    'äukiölö',
  ])('by %j', (typed) => {
    expect(fits(typed)).not.toBeNull()
  })
  it.each(['avain', 'puhelin avain', 'phone aukiolo', 'elinpalvelu'])('not by %j', (typed) => {
    expect(fits(typed)).toBeNull()
  })
  it('better by its title than by its other words, and by those better than by its text', () => {
    const [title, words, text] = ['aukioloajat', 'soittaa', 'numerossa'].map((typed) => fits(typed) as number)
    expect(title).toBeGreaterThan(words as number)
    expect(words).toBeGreaterThan(text as number)
    expect(fits('aukioloajat')).toBeGreaterThan(fits('aukiolo') as number)
  })
  it('by the beginnings of any of its words, in any order', () => {
    const words = ['Puhelinpalvelun', 'aukioloajat', 'soittaa', 'Palvelemme', 'numerossa']
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: 1 }), fc.nat(), (chosen, seed) => {
        const typed = chosen.map((word, index) => word.slice(0, 1 + ((seed + index) % word.length)))
        expect(fits(typed.join(' '))).not.toBeNull()
        expect(fits([...typed, 'xyz'].join(' '))).toBeNull()
      }),
    )
  })
})
