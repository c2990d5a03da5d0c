import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { describe, expect, it } from 'vitest'
import { formatIban, formatPhone, normaliseEmail, normaliseIban, normalisePhone } from './contacts'

const valueIn = <Value>(result: { ok: true; value: Value } | { ok: false; refusal: string }) =>
  result.ok ? result.value : result.refusal
const phone = (text: string) => valueIn(normalisePhone(text))
const email = (text: string) => valueIn(normaliseEmail(text))
const iban = (text: string) => valueIn(normaliseIban(text))

describe('normalisePhone', () => {
  it('reads Finnish and foreign numbers', () => {
    for (const text of [
      '040 123 4567',
      '+358 40 123 4567',
      '00358401234567',
      '040-1234567',
      ' (040) 123 4567 ',
    ]) {
      expect(phone(text), text).toBe('+358401234567')
    }
    expect(phone('050 123 4567')).toBe('+358501234567')
    expect(phone('09 5767 3000')).toBe('+358957673000')
    expect(phone('+46 8 508 290 00')).toBe('+46850829000')
    expect(phone('+372 640 4141')).toBe('+3726404141')
  })

  it('refuses what is not one whole number', () => {
    for (const text of [
      '',
      'ei puhelinta',
      '123',
      '112',
      '040',
      '040 123 4567 tai 050 123 4567',
      'puh. 040 123 4567',
      '09 5767 3000 ext. 12',
      '+999 123 4567',
      '040 123 45678901234',
      '0401234567a',
    ]) {
      expect(phone(text), text).toBe('phoneInvalid')
    }
  })

  it('answers as the library does, also on the short way for mobile numbers', () => {
    const viaLibrary = (text: string) => {
      const parsed = parsePhoneNumberFromString(text, { defaultCountry: 'FI', extract: false })
      return parsed?.isValid() ? parsed.number : 'phoneInvalid'
    }
    const prefix = fc.constantFrom('0', '+358', '+358 ', '00358', '358', '')
    const operator = fc.constantFrom(
      '40',
      '41',
      '42',
      '43',
      '44',
      '45',
      '46',
      '47',
      '48',
      '49',
      '50',
      '51',
      '9',
    )
    const subscriber = fc
      .tuple(
        fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 3, maxLength: 10 }),
        fc.nat({ max: 9 }),
      )
      .chain(([digits, at]) =>
        fc.constantFrom(
          digits,
          `${digits.slice(0, at)} ${digits.slice(at)}`,
          `${digits.slice(0, at)}-${digits.slice(at)}`,
        ),
      )
    fc.assert(
      fc.property(prefix, operator, fc.constantFrom('', ' ', '-'), subscriber, (before, code, gap, rest) => {
        const text = before + code + gap + rest
        expect(phone(text), text).toBe(viaLibrary(text))
      }),
      { numRuns: 3000 },
    )
    // Every operator code of the short way, first digit by first digit.
    for (const code of ['40', '41', '42', '43', '44', '45', '46', '47', '48', '49', '50']) {
      for (let first = 0; first <= 999; first += 1) {
        const text = `0${code}${String(first).padStart(3, '0')}4711`
        if (phone(text) !== viaLibrary(text)) expect(phone(text), text).toBe(viaLibrary(text))
      }
    }
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 +-()'), maxLength: 20 }), (text) => {
        const once = normalisePhone(text)
        if (once.ok) expect(normalisePhone(once.value)).toEqual(once)
      }),
    )
  })
})

describe('formatPhone', () => {
  it('is national for Finland and international otherwise', () => {
    expect(formatPhone('+358401234567')).toBe('040 123 4567')
    expect(formatPhone('+358957673000')).toBe('09 5767 3000')
    expect(formatPhone('+46850829000')).toBe('+46 8 508 290 00')
    expect(phone(formatPhone('+358957673000'))).toBe('+358957673000')
  })

  it('leaves other text as it is', () => {
    expect(formatPhone('')).toBe('')
    expect(formatPhone('ei puhelinta')).toBe('ei puhelinta')
  })
})

describe('normaliseEmail', () => {
  it('trims, and lowers the domain only', () => {
    expect(email('  Meija.Virtanen+heka@Example.FI\n')).toBe('Meija.Virtanen+heka@example.fi')
    expect(email('asiakaspalvelu.asoyasunnot@hekaoy.fi')).toBe('asiakaspalvelu.asoyasunnot@hekaoy.fi')
    expect(email("o'connor@mail.example.org")).toBe("o'connor@mail.example.org")
    expect(email('äiti@esimerkki.fi')).toBe('äiti@esimerkki.fi')
    expect(email('a@xn--kki-6la.xn--p1ai')).toBe('a@xn--kki-6la.xn--p1ai')
  })

  it('refuses what cannot be an address', () => {
    for (const text of [
      '',
      'meija',
      '@example.fi',
      'meija@',
      'meija@example',
      'meija@@example.fi',
      'meija@exa mple.fi',
      'meija@.fi',
      'meija@example..fi',
      'meija@-example.fi',
      'meija@example-.fi',
      '.meija@example.fi',
      'meija.@example.fi',
      'mei..ja@example.fi',
      `${'a'.repeat(65)}@example.fi`,
      `meija@${'a'.repeat(250)}.fi`,
    ]) {
      expect(email(text), text).toBe('emailInvalid')
    }
  })

  it('refuses what could add a header or a recipient', () => {
    for (const text of [
      'meija@example.fi\r\nBcc: all@example.fi',
      'meija@example.fi\nSubject: x',
      'a@example.fi,b@example.fi',
      'a@example.fi;b@example.fi',
      'Meija <meija@example.fi>',
      '"a b"@example.fi',
      'a\u0000@example.fi',
      'a\u200b@example.fi',
      'a@example\u2028.fi',
    ]) {
      expect(email(text), text).toBe('emailInvalid')
    }
  })

  it('gives addresses without white space or control characters, and changes nothing the second time', () => {
    const character = fc.constantFrom(...'ab1.-+@@,<>"\r\n\t ', 'ä', '\u0007')
    const typed = fc.oneof(fc.emailAddress(), fc.string({ unit: character, maxLength: 30 }))
    fc.assert(
      fc.property(typed, (text) => {
        const once = normaliseEmail(text)
        if (!once.ok) return
        expect(once.value).toMatch(/^[^\s\p{C},<>"]+@[^\s\p{C},<>"@]+$/u)
        expect(normaliseEmail(once.value)).toEqual(once)
      }),
    )
  })

  it('takes ordinary addresses', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        expect(normaliseEmail(text).ok, text).toBe(true)
      }),
    )
  })
})

describe('normaliseIban', () => {
  it('reads account numbers as people write them', () => {
    // The example of the Finnish banks' IBAN guide.
    for (const text of [
      'FI21 1234 5600 0007 85',
      'fi2112345600000785',
      ' FI21-1234-5600-0007-85 ',
      'FI21\u00a01234 56000007 85',
    ]) {
      expect(iban(text), text).toBe('FI2112345600000785')
    }
    expect(iban('SE45 5000 0000 0583 9825 7466')).toBe('SE4550000000058398257466')
  })

  it('refuses wrong ones', () => {
    for (const text of [
      '',
      'FI21',
      'FI2112345600000786',
      'FI211234560000078',
      'XX2112345600000785',
      '12345600000785',
    ]) {
      expect(iban(text), text).toBe('ibanInvalid')
    }
  })

  it('notices every single wrong digit', () => {
    const right = 'FI2112345600000785'
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 17 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const wrong = right.slice(0, at) + ((Number(right[at]) + by) % 10) + right.slice(at + 1)
        expect(iban(wrong)).toBe('ibanInvalid')
      }),
    )
  })

  it('is shown in groups of four and reads back', () => {
    expect(formatIban('FI2112345600000785')).toBe('FI21 1234 5600 0007 85')
    expect(iban(formatIban('SE4550000000058398257466'))).toBe('SE4550000000058398257466')
  })
})
