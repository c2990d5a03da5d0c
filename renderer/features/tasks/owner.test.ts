import { describe, expect, it } from 'vitest'
import { ownerOf, ownerText, teams } from './owner'

describe('the owner of a task as a choice', () => {
  it('is read back as it was written', () => {
    for (const team of teams)
      expect(ownerOf(ownerText({ kind: 'team', team }))).toEqual({ kind: 'team', team })
    const person = { kind: 'person', staffId: '0199a0de-0000-7000-8000-000000000001' } as const
    expect(ownerOf(ownerText(person))).toEqual(person)
  })
  it.each(['', 'team:', 'team:administrator', 'person:', 'nobody'])('%j stands for oneself', (text) => {
    expect(ownerOf(text)).toBeNull()
  })
})
