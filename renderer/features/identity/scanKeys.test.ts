import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { continuesScan, feedKey, isWholeZone, noScan, type ScanState } from './scanKeys'

const passport = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
] as const
const card = [
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<6',
  'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
] as const

const type = (state: ScanState, keys: readonly string[], pause: number) =>
  keys.reduce((now, key) => feedKey(now, key, now.lastAt + pause), state)
const scan = (lines: readonly string[]) => lines.flatMap((line) => [...line, 'Enter'])

describe('a scanner among the keys', () => {
  it('is recognised by the first letters of a passport and of a card', () => {
    expect(type(noScan, [...'P<UTO'], 5).recognised).toBe(true)
    expect(type(noScan, [...'I<UTO'], 5).recognised).toBe(true)
    expect(type(noScan, [...'P<D<<'], 5).recognised).toBe(true)
    expect(type(noScan, [...'IDFRABERTHIER<'], 5).recognised).toBe(false)
    expect(type(noScan, [...'IDFRABERTHIER<<'], 5).recognised).toBe(true)
  })

  it('gives the lines as they were typed, whatever the case and with Shift between', () => {
    const keys = scan(passport).flatMap((key) => (/[A-Z<]/.test(key) ? ['Shift', key.toLowerCase()] : [key]))
    // Enter is a name of a key, not a letter.
    const named = keys.map((key) => (key === 'enter' ? 'Enter' : key))
    expect(type(noScan, named, 4).text).toBe(`${passport.join('\n')}\n`)
  })

  it('leaves out a key pressed by a person just before it', () => {
    expect(type(noScan, ['i', ...scan(passport)], 4).text).toBe(`${passport.join('\n')}\n`)
  })

  it('waits for a slow reader between lines and not between a person’s words', () => {
    const line = type(noScan, [...passport[0], 'Enter'], 5)
    expect(feedKey(line, 'L', line.lastAt + 1200).text.length).toBe(46)
    expect(feedKey(line, 'L', line.lastAt + 2000).text).toBe('L')
    const word = type(noScan, [...'vir'], 100)
    expect(feedKey(word, 't', word.lastAt + 400).text).toBe('T')
  })

  it('is ended by keys that move or erase', () => {
    const begun = type(noScan, [...passport[0]], 5)
    for (const key of ['Escape', 'Backspace', 'ArrowDown'])
      expect(feedKey(begun, key, begun.lastAt + 5)).toEqual(noScan)
  })

  it('takes nothing that people type', () => {
    const letters = fc.stringMatching(/^[a-zåäö0-9@.+ -]{0,60}$/)
    fc.assert(fc.property(letters, (text) => !type(noScan, [...text], 5).recognised))
  })

  it('keeps quick keys from being shortcuts', () => {
    const first = type(noScan, ['P'], 5)
    expect(continuesScan(first, first.lastAt + 10)).toBe(true)
    expect(continuesScan(first, first.lastAt + 200)).toBe(false)
    const second = type(noScan, ['P', '<'], 5)
    expect(continuesScan(second, second.lastAt + 200)).toBe(true)
    expect(continuesScan(noScan, 5)).toBe(false)
  })
})

describe('a whole zone', () => {
  it('is known by its lines, or by its length when there are none', () => {
    expect(isWholeZone(passport.join('\n'))).toBe(true)
    expect(isWholeZone(passport.join(''))).toBe(true)
    expect(isWholeZone(card.join('\n'))).toBe(true)
    expect(isWholeZone(`${card.join('\n')}\n`)).toBe(true)
  })

  it('is not half of one', () => {
    expect(isWholeZone(passport[0])).toBe(false)
    // 72 characters are a smaller card's, but the first line says that this is a passport.
    expect(isWholeZone(passport.join('\n').slice(0, 73))).toBe(false)
    expect(isWholeZone(card.slice(0, 2).join('\n'))).toBe(false)
    expect(isWholeZone('')).toBe(false)
  })
})
