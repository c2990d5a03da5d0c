import fc from 'fast-check'
import { parse } from 'mrz'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Office, openOffice } from '../residents/office'
import { codeOf, type PersonName } from '../residents/testRegister'
import { type Opened, onBothEngines } from '../support/engines'
import { cardLines, checkDigit, type PrintedDocument, passportLines } from '../support/mrz'
import { nameOf } from '../support/outcomes'
import { printedFor, scanned } from './documents'

describe('the lines that the tests print', () => {
  it('have the check digits of ICAO 9303', () => {
    // Its own examples: part 3, section 4.9, and the specimen of part 4.
    expect(checkDigit('AB2134<<<')).toBe('5')
    expect(checkDigit('520727')).toBe('3')
    const specimen = passportLines({
      issuingCountry: 'UTO',
      lastName: 'Eriksson',
      firstNames: 'Anna Maria',
      birthDate: '1974-08-12',
      expiresOn: '2012-04-15',
      optional: 'ZE184226B',
      number: 'L898902C3',
    })
    expect(specimen).toEqual([
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
      'L898902C36UTO7408122<1204159ZE184226B<<<<<10',
    ])
  })

  it('are read as whole by another reader', () => {
    for (const who of ['asa', 'jukka', 'fatima'] as const)
      for (const lines of [passportLines(printedFor(who)), cardLines(printedFor(who))])
        expect(parse([...lines]).valid, lines.join('\n')).toBe(true)
  })
})

onBothEngines('a scanned document', (engine) => {
  let opened: Opened<Office>
  let office: Office

  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const judge = (who: PersonName, document: ReturnType<typeof scanned>) =>
    office.page.identity.judge({ residentId: office.ids[who], purpose: 'portal', document })
  const makers = [
    ['passport', passportLines],
    ['identityCard', cardLines],
  ] as const

  it.each(makers)(
    'is read as a %s, whatever is between its lines and in either case',
    async (kind, print) => {
      const lines = print(printedFor('asa'))
      const once = await judge('asa', scanned(lines))
      expect(once).toMatchObject({
        document: { kind, issuingCountry: 'FIN', expiresOn: '2030-01-01', validToday: true },
        refusals: [],
        confirmations: ['photoMatches'],
      })
      expect(once.comparison.map(({ result }) => result)).toEqual(['same', 'same', 'same', 'same'])
      for (const between of ['', '\r\n', '\r', '\t', ' ', '\n\n'])
        expect(await judge('asa', scanned(lines, between))).toEqual(once)
      expect(
        await judge('asa', { source: 'mrz', text: `\u0002${lines.join('\n').toLowerCase()}\r\n\u0003` }),
      ).toEqual(once)
    },
  )

  it.each(makers)('is the resident’s %s though the sign of the code is lost', async (_kind, print) => {
    const code = codeOf('asa')
    for (const [optional, result] of [
      [code.slice(0, 6) + code.slice(7), 'same'],
      [code.replace('-', '<'), 'same'],
      [code.replace('-', 'Y'), 'different'],
      ['', 'missing'],
    ] as const) {
      const judged = await judge('asa', scanned(print(printedFor('asa', { optional }))))
      expect(judged.comparison.at(-1)?.result, optional).toBe(result)
      expect(judged.refusals).toEqual(result === 'different' ? ['codeMismatch'] : [])
    }
    // A code of this century, whose sign is a letter.
    const child = codeOf('siiri')
    for (const optional of [child, child.replace('A', '<')])
      expect(
        (await judge('siiri', scanned(print(printedFor('siiri', { optional }))))).comparison.at(-1)?.result,
      ).toBe('same')
  })

  it.each(makers)('is not somebody else’s %s', async (_kind, print) => {
    expect((await judge('eino', scanned(print(printedFor('asa'))))).refusals).toEqual([
      'birthDateMismatch',
      'codeMismatch',
      'nameMismatch',
    ])
    const expired = print(printedFor('asa', { expiresOn: '2026-11-23' }))
    expect((await judge('asa', scanned(expired))).refusals).toEqual(['documentExpired'])
  })

  it.each(makers)('of a hundred-year-old’s %s has no century', async (_kind, print) => {
    const judged = await judge('dead', scanned(print(printedFor('dead'))))
    expect(judged.comparison.find(({ field }) => field === 'birthDate')).toMatchObject({
      document: '1931-01-31',
      result: 'same',
    })
  })

  it('has names cut off where there is no room', async () => {
    const card = cardLines(printedFor('jukka', { firstNames: 'Jukka-Pekka Maximilian Alexander' }))
    expect(card[2]).toHaveLength(30)
    expect(await judge('jukka', scanned(card))).toMatchObject({
      refusals: [],
      confirmations: ['photoMatches', 'namesPartial'],
    })
  })

  it('is not read with a digit that was misread', async () => {
    const digits = (lines: readonly string[]) => {
      // The second line of a passport; the first two of a card, after its kind and country.
      const text = lines.join('')
      const [from, to] = lines.length === 2 ? [44, 88] : [5, 60]
      return Array.from({ length: to - from }, (_, n) => from + n).filter((at) => /\d/.test(text[at] ?? ''))
    }
    const misread = fc.constantFrom(...makers).chain(([, print]) => {
      const lines = print(printedFor('asa'))
      return fc.tuple(
        fc.constant(lines.join('')),
        fc.constantFrom(...digits(lines)),
        fc.integer({ min: 1, max: 9 }),
      )
    })
    await fc.assert(
      fc.asyncProperty(misread, async ([text, at, by]) => {
        const wrong = text.slice(0, at) + ((Number(text[at]) + by) % 10) + text.slice(at + 1)
        const call = judge('asa', { source: 'mrz', text: wrong })
        expect(await nameOf(call), wrong).toBe('mrzCheckDigit')
      }),
      { numRuns: 40 },
    )
  })

  const passport = passportLines(printedFor('asa'))
  it.each([
    ['a line that is missing', passport[0], 'mrzFormat'],
    ['a character too many', `${passport.join('')}<`, 'mrzFormat'],
    ['what is no document', 'https://example.com/', 'mrzFormat'],
    ['a letter that cannot be there', passport.join('').replace('STLING', 'ÖTLING'), 'mrzFormat'],
    ['a visa', passport.join('').replace(/^P/, 'V'), 'mrzUnsupported'],
    [
      'a check digit that is wrong',
      `${passport.join('').slice(0, -1)}${(Number(passport[1].at(-1)) + 1) % 10}`,
      'mrzCheckDigit',
    ],
  ])('cannot be read: %s', async (_what, text, refusal) => {
    const input = {
      residentId: office.ids.asa,
      purpose: 'portal',
      document: { source: 'mrz', text: text ?? '' },
    } as const
    await expect(office.page.identity.judge(input)).rejects.toMatchObject({
      data: { refusal, field: 'document' },
    })
    const refusing = office.page.identity.record({
      ...input,
      outcome: 'refused',
      confirmed: [],
      clerkRefuses: 'photoDiffers',
    })
    expect(await nameOf(refusing)).toBe(refusal)
    expect(await office.page.identity.list({ residentId: office.ids.asa })).toEqual([])
  })

  it.each(makers)('records the %s of a German resident as Germany’s', async (documentKind, print) => {
    const printed: PrintedDocument = { ...printedFor('special', { issuingCountry: 'DEU', optional: '' }) }
    expect(print(printed).join('')).toContain('D<<')
    const check = await office.page.identity.record({
      residentId: office.ids.special,
      purpose: 'portal',
      document: scanned(print(printed), ''),
      outcome: 'accepted',
      confirmed: ['photoMatches'],
      clerkRefuses: null,
    })
    expect(check).toMatchObject({ documentKind, issuingCountry: 'DEU', outcome: 'accepted' })
  })

  it('is not read when it is empty or endless', async () => {
    for (const text of ['', 'P'.repeat(401)])
      expect(await nameOf(judge('asa', { source: 'mrz', text }))).toBe('BAD_REQUEST')
  })
})
