import { describe, expect, it } from 'vitest'
import { kindFromWords, usualPlace } from './kindWords'

describe('what a defect sounds like', () => {
  it.each([
    ['vesi', 'waterLeak'],
    ['Vettä lattialla keittiössä', 'waterLeak'],
    ['hanasta vuotaa vesi', 'waterLeak'],
    ['hana tiukka', 'tapOrToilet'],
    ['viemäri ei vedä', 'blockedDrain'],
    ['WC on tukossa', 'blockedDrain'],
    ['pistorasia kipinöi', 'electrical'],
    ['patteri on kylmä', 'heating'],
    ['hissi jumissa', 'lift'],
    ['Det läcker i köket', 'waterLeak'],
    ['stoppet i avloppet', 'blockedDrain'],
    ['the fridge is warm', 'appliance'],
    ['porraskäytävä on likainen', 'cleaning'],
  ] as const)('%s: %s', (text, kind) => {
    expect(kindFromWords(text)).toBe(kind)
  })
  it.each(['', '   ', 'jotain muuta', '123'])('%j tells nothing', (text) => {
    expect(kindFromWords(text)).toBeNull()
  })
  it('is in the home unless it can only be the building’s', () => {
    expect(usualPlace('waterLeak')).toBe('apartment')
    expect(usualPlace('')).toBe('apartment')
    expect(usualPlace('lift')).toBe('stairwell')
  })
})
