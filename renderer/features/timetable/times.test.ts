import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFinnishDay } from '#shared/rules/localDay'
import { onQuarter, readTime, timeText, typedDay } from './times'

describe('a time', () => {
  it.each([
    ['9', '09:00'],
    ['9.15', '09:15'],
    ['9:15', '09:15'],
    [' 09.15 ', '09:15'],
    ['0.00', '00:00'],
    ['24.00', '24:00'],
  ])('%j is %s', (typed, time) => {
    expect(readTime(typed)).toBe(time)
  })

  it.each(['', '9.1', '25', '24.15', '9.60', '915', 'yhdeksän', '-9', '9.15.00'])('%j is none', (typed) => {
    expect(readTime(typed)).toBeNull()
  })

  it('is read as it is written, in every language', () => {
    fc.assert(
      fc.property(fc.nat(23), fc.nat(59), fc.constantFrom('fi', 'sv', 'en'), (hour, minute, language) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
        expect(readTime(timeText(time, language))).toBe(time)
        expect(onQuarter(time)).toBe([0, 15, 30, 45].includes(minute))
      }),
    )
  })
})

describe('a day', () => {
  it('is read as it is put into its field', () => {
    expect(typedDay('2026-01-05')).toBe('5.1.2026')
    expect(parseFinnishDay(typedDay('2028-02-29'))).toBe('2028-02-29')
  })
})
