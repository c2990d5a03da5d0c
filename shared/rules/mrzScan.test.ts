import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isIssuingCountry, looksLikeMrz, readMrz } from './mrzScan'
import { mrzName } from './names'
import { formatPersonalIdentityCode } from './personalIdentityCode'

const today = '2026-11-25'

// ICAO 9303 part 4 appendix B, part 5 appendix B and part 6 appendix B.
const passport = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
]
const card = [
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<6',
  'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
]
const td2Card = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6']

const anna = {
  issuingCountry: 'UTO',
  lastName: 'ERIKSSON',
  firstNames: 'ANNA MARIA',
  birthDate: '1974-08-12',
  expiresOn: '2012-04-15',
  personalIdentityCode: null,
  source: 'mrz',
}

/** The check digit by ICAO 9303 part 3, section 4.9, reckoned apart from the code under test. */
const digit = (text: string) =>
  Array.from(text, (character, at) => {
    const value = character === '<' ? 0 : Number.parseInt(character, 36)
    return value * ([7, 3, 1][at % 3] ?? 0)
  }).reduce((sum, value) => sum + value, 0) % 10

const withDigit = (text: string) => text + digit(text)

interface Fields {
  readonly code: string
  readonly country: string
  readonly name: string
  readonly birth: string
  readonly expiry: string
  readonly optional: string
  /** The check digit of the optional data, when it is to be a wrong one. */
  readonly optionalDigit?: string
}

const usual: Fields = {
  code: 'P<',
  country: 'FIN',
  name: 'VIRTANEN<<MEIJA',
  birth: '850704',
  expiry: '310304',
  optional: '',
}

function makePassport(changes: Partial<Fields> = {}): readonly string[] {
  const { code, country, name, birth, expiry, optional, optionalDigit } = { ...usual, ...changes }
  const number = withDigit('XP1234567')
  const data = optional.padEnd(14, '<')
  const personal = data + (optionalDigit ?? digit(data))
  const [born, expires] = [withDigit(birth), withDigit(expiry)]
  return [
    code + country.padEnd(3, '<') + name.padEnd(39, '<').slice(0, 39),
    `${number}FIN${born}F${expires}${personal}${digit(number + born + expires + personal)}`,
  ]
}

function makeCard(changes: Partial<Fields> = {}): readonly string[] {
  const { code, country, name, birth, expiry, optional } = { ...usual, code: 'I<', ...changes }
  const first = `${withDigit('AB1234567')}${optional.padEnd(15, '<')}`
  const [born, expires] = [withDigit(birth), withDigit(expiry)]
  const second = '<'.repeat(11)
  return [
    code + country.padEnd(3, '<') + first,
    `${born}F${expires}FIN${second}${digit(first + born + expires + second)}`,
    name.padEnd(30, '<').slice(0, 30),
  ]
}

const read = (lines: readonly string[] | string, on = today) =>
  readMrz(typeof lines === 'string' ? lines : lines.join('\n'), on)
const outcome = (lines: readonly string[] | string, on = today) => {
  const result = read(lines, on)
  return result.ok ? result.value : result.refusal
}

describe('readMrz', () => {
  it("reads ICAO's own specimens", () => {
    expect(outcome(passport)).toEqual({ kind: 'passport', ...anna })
    expect(outcome(card)).toEqual({ kind: 'identityCard', ...anna })
    expect(outcome(td2Card)).toEqual({ kind: 'identityCard', ...anna })
  })

  it('reads a scan in any case and with any line ends, or none', () => {
    for (const lines of [passport, card, td2Card]) {
      for (const between of ['\n', '\r\n', '\r', '\t', ' ', '', '\n\n']) {
        const text = lines.join(between)
        expect(read(text)).toEqual(read(lines))
        expect(read(`\u0002${text.toLowerCase()}\n\u0003`)).toEqual(read(lines))
      }
    }
  })

  it('gives neither the document number nor the lines', () => {
    const result = read(makePassport())
    expect(result.ok).toBe(true)
    expect(JSON.stringify(result)).not.toContain('XP1234567')
    expect(JSON.stringify(result)).not.toContain('<<')
  })

  it('refuses what is not a machine readable zone', () => {
    for (const text of ['', 'virt mei 04', passport[0] ?? '', '<'.repeat(88), `${card.join('')}<`]) {
      expect(outcome(text), text).toBe('mrzFormat')
    }
    expect(outcome(passport.join('').replace('ERIKSSON', 'ERIKSS;N'))).toBe('mrzFormat')
    expect(outcome(makePassport({ name: 'VIRT4NEN<<MEIJA' }))).toBe('mrzFormat')
    expect(outcome(makePassport({ name: '' }))).toBe('mrzFormat')
  })

  it('refuses what it does not read', () => {
    expect(outcome(makePassport({ code: 'V<' }))).toBe('mrzUnsupported')
    expect(outcome(makePassport({ birth: '85<<<<' }))).toBe('mrzUnsupported')
    expect(outcome(makePassport({ birth: '850230' }))).toBe('mrzUnsupported')
    expect(outcome(makePassport({ expiry: '<<<<<<' }))).toBe('mrzUnsupported')
    // A French national card before 2021: 2 × 36 with no expiry date.
    expect(outcome(['IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<', '8806923102858CORINNE<<<<<<<6512068F6'])).toBe(
      'mrzUnsupported',
    )
  })

  it('notices every misread digit of the second line', () => {
    const second = passport[1] ?? ''
    const digits = Array.from(second, (_, at) => at).filter(
      (at) => /\d/.test(second[at] ?? '') && (at < 10 || (at >= 13 && at < 20) || at > 20),
    )
    fc.assert(
      fc.property(fc.constantFrom(...digits), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const wrong = second.slice(0, at) + ((Number(second[at]) + by) % 10) + second.slice(at + 1)
        expect(outcome([passport[0] ?? '', wrong])).toBe('mrzCheckDigit')
      }),
    )
  })

  it('minds the check digit of the optional data on its own', () => {
    expect(read(makePassport({ optional: '12345' })).ok).toBe(true)
    const right = digit('12345<<<<<<<<<')
    expect(outcome(makePassport({ optional: '12345', optionalDigit: String((right + 1) % 10) }))).toBe(
      'mrzCheckDigit',
    )
    expect(read(makePassport({ optionalDigit: '<' })).ok).toBe(true)
  })

  it('writes Germany as DEU and takes issuers that no list knows', () => {
    expect(outcome(makePassport({ country: 'D' }))).toMatchObject({ issuingCountry: 'DEU' })
    expect(outcome(makePassport({ country: 'QQQ' }))).toMatchObject({ issuingCountry: 'QQQ' })
  })

  it('tells residence permits and crew certificates from identity cards', () => {
    expect(outcome(makeCard({ code: 'IR' }))).toMatchObject({ kind: 'otherPhotoId' })
    expect(outcome(makeCard({ code: 'AC' }))).toMatchObject({ kind: 'otherPhotoId' })
    expect(outcome(makeCard({ code: 'ID' }))).toMatchObject({ kind: 'identityCard' })
    expect(outcome(makePassport({ code: 'PD' }))).toMatchObject({ kind: 'passport' })
  })

  it('reads names that fill the field, have no given names, or many', () => {
    expect(outcome(makePassport({ name: 'A'.repeat(39) }))).toMatchObject({
      lastName: 'A'.repeat(39),
      firstNames: '',
    })
    expect(outcome(makeCard({ name: 'SUHARTO' }))).toMatchObject({ lastName: 'SUHARTO', firstNames: '' })
    expect(outcome(makePassport({ name: 'DE<LA<CRUZ<<JUAN<PEDRO<<LUIS' }))).toMatchObject({
      lastName: 'DE LA CRUZ',
      firstNames: 'JUAN PEDRO LUIS',
    })
  })

  it('puts nobody in the future', () => {
    expect(outcome(makePassport({ birth: '261125' }))).toMatchObject({ birthDate: '2026-11-25' })
    expect(outcome(makePassport({ birth: '261126' }))).toMatchObject({ birthDate: '1926-11-26' })
    expect(outcome(makePassport({ birth: '000229' }))).toMatchObject({ birthDate: '2000-02-29' })
    expect(outcome(makePassport({ birth: '960229' }))).toMatchObject({ birthDate: '1996-02-29' })
    expect(outcome(makePassport({ expiry: '991231' }))).toMatchObject({ expiresOn: '2099-12-31' })
  })

  it('finds a Finnish personal identity code, kept as the document gives it', () => {
    const [date, end] = ['040785', '910H']
    for (const make of [makePassport, makeCard]) {
      for (const optional of [`${date}<${end}`, `${date}${end}`, `${date}Y${end}`]) {
        expect(outcome(make({ optional }))).toMatchObject({ personalIdentityCode: optional })
      }
      for (const optional of [
        '',
        `${date}<910X`,
        '050785<910H',
        `${date}<${end}9`,
        `${date}G${end}`,
        '12345',
      ]) {
        expect(outcome(make({ optional }))).toMatchObject({ personalIdentityCode: null })
      }
      expect(outcome(make({ optional: `${date}<${end}`, country: 'DNK' }))).toMatchObject({
        personalIdentityCode: null,
      })
      expect(outcome(make({ optional: `${date}<${end}`, country: 'UTO' }))).toMatchObject({
        personalIdentityCode: `${date}<${end}`,
      })
    }
  })

  const day = (from: number, to: number) =>
    fc.integer({ min: from, max: to }).map((at) => new Date(at).toISOString().slice(0, 10))
  const yymmdd = (text: string) => text.slice(2).replaceAll('-', '')

  it('reads back every document that can be made', () => {
    const name = fc.string({ unit: fc.constantFrom(...'aeiknrståäö'), minLength: 1, maxLength: 7 })
    fc.assert(
      fc.property(
        fc.constantFrom(makePassport, makeCard),
        name,
        fc.array(name, { minLength: 1, maxLength: 2 }),
        day(Date.UTC(1927, 0, 1), Date.UTC(2026, 10, 25)),
        day(Date.UTC(2000, 0, 1), Date.UTC(2099, 11, 31)),
        fc.integer({ min: 900, max: 999 }),
        (make, last, given, birthDate, expiresOn, number) => {
          const code = formatPersonalIdentityCode(birthDate, number).replace(/[-A]/, '<')
          const [lastName, firstNames] = [mrzName(last), mrzName(given.join(' '))]
          // Short enough for a card; what does not fit is another test's matter.
          fc.pre(`${lastName}<<${firstNames}`.length < 30)
          const lines = make({
            name: `${lastName}<<${firstNames}`,
            birth: yymmdd(birthDate),
            expiry: yymmdd(expiresOn),
            optional: code,
          })
          expect(outcome(lines)).toEqual({
            kind: make === makePassport ? 'passport' : 'identityCard',
            issuingCountry: 'FIN',
            lastName,
            firstNames: firstNames.replaceAll('<', ' '),
            birthDate,
            expiresOn,
            personalIdentityCode: code,
            source: 'mrz',
          })
          expect(looksLikeMrz(lines.join('\n'))).toBe(true)
        },
      ),
    )
  })

  it('answers for any text, and with a named refusal when it cannot read it', () => {
    const character = fc.constantFrom(...'PIACV<<<<<0123456789ABCZ')
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      ...[72, 88, 90].map((length) => fc.string({ unit: character, minLength: length, maxLength: length })),
    )
    fc.assert(
      fc.property(text, (typed) => {
        const result = read(typed)
        expect(result.ok || ['mrzFormat', 'mrzCheckDigit', 'mrzUnsupported'].includes(result.refusal)).toBe(
          true,
        )
      }),
      { numRuns: 300 },
    )
  })
})

describe('looksLikeMrz', () => {
  it('knows a scanner from a person', () => {
    for (const lines of [passport, card, td2Card]) {
      expect(looksLikeMrz(lines.join('\n'))).toBe(true)
      expect(looksLikeMrz(lines.join('').toLowerCase())).toBe(true)
      expect(looksLikeMrz(` ${lines.join('\t')}\n`)).toBe(true)
    }
    for (const text of [
      '',
      'virt mei 04',
      'P<UTO',
      'Passi<<',
      'asiakaspalvelu.asoyasunnot@hekaoy.fi',
      '<'.repeat(88),
    ]) {
      expect(looksLikeMrz(text), text).toBe(false)
    }
  })
})

describe('isIssuingCountry', () => {
  it('knows states, organisations and ICAO’s specimens', () => {
    for (const code of ['FIN', 'SWE', 'EST', 'DEU', 'UTO', 'UNO', 'RKS', 'XXA']) {
      expect(isIssuingCountry(code), code).toBe(true)
    }
    for (const code of ['', 'D', 'FI', 'QQQ', 'fin', 'toString'])
      expect(isIssuingCountry(code), code).toBe(false)
  })
})
