import { describe, expect, it } from 'vitest'
import { languageChoices, languageName } from './languages'

describe('languages', () => {
  it('begin with those of the program and go on by name', () => {
    const [first, second, third, ...rest] = languageChoices('fi', 'fi')
    expect([first?.text, second?.text, third?.text]).toEqual(['suomi', 'ruotsi', 'englanti'])
    const names = rest.map(({ text }) => text)
    expect(names).toEqual([...names].sort(new Intl.Collator('fi').compare))
  })

  it('always have the one that the register has', () => {
    expect(languageChoices('is', 'fi')).toContainEqual({ value: 'is', text: 'islanti' })
    expect(languageName('not a code', 'fi')).toBe('not a code')
  })
})
