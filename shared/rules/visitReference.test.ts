import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatReference, parseReference, referenceBytes, referenceFrom } from './visitReference'

const bytes = fc.uint8Array({ minLength: referenceBytes, maxLength: referenceBytes })
const reference = bytes.map(referenceFrom)

describe('a reference', () => {
  it('is made of sixty random bits', () => {
    expect(referenceFrom(new Uint8Array(8))).toBe('000000000000')
    expect(referenceFrom(new Uint8Array(8).fill(255))).toBe('ZZZZZZZZZZZZ')
    expect(referenceFrom(new Uint8Array([0, 0, 0, 0, 0, 0, 0, 33]))).toBe('000000000011')
    // The highest four bits are not used; every other one is.
    expect(referenceFrom(new Uint8Array([0x10, 0, 0, 0, 0, 0, 0, 0]))).toBe('000000000000')
    for (let bit = 0; bit < 60; bit += 1) {
      const one = new Uint8Array(8)
      one[7 - Math.floor(bit / 8)] = 1 << (bit % 8)
      expect(referenceFrom(one)).not.toBe('000000000000')
    }
  })

  it('has twelve letters that are not taken for one another', () => {
    fc.assert(
      fc.property(reference, (text) => {
        expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
      }),
    )
  })

  it('differs whenever the bits differ', () => {
    fc.assert(
      fc.property(bytes, fc.nat(59), (one, bit) => {
        const other = Uint8Array.from(one)
        other[7 - Math.floor(bit / 8)]! ^= 1 << (bit % 8)
        expect(referenceFrom(other)).not.toBe(referenceFrom(one))
      }),
    )
  })

  it('is written in three groups', () => {
    expect(formatReference('K7QM2XRT9DPV')).toBe('K7QM-2XRT-9DPV')
  })
})

describe('reading a reference', () => {
  it('gives back what was written, however it was written', () => {
    const spaced = ['', ' ', '-', ' - ', '‑', '–', '\u00a0']
    fc.assert(
      fc.property(reference, fc.constantFrom(...spaced), fc.boolean(), (text, between, small) => {
        const groups = formatReference(text).split('-').join(between)
        const written = ` ${small ? groups.toLowerCase() : groups} `
        expect(parseReference(written)).toEqual({ ok: true, value: text })
      }),
    )
  })

  it('takes O for 0, and I and L for 1', () => {
    fc.assert(
      fc.property(
        reference,
        fc.constantFrom('I', 'i', 'L', 'l'),
        fc.constantFrom('O', 'o'),
        (text, one, zero) => {
          const misread = text.replaceAll('1', one).replaceAll('0', zero)
          expect(parseReference(misread)).toEqual({ ok: true, value: text })
        },
      ),
    )
  })

  it.each([
    ['', 'nothing'],
    ['K7QM-2XRT-9DP', 'a letter missing'],
    ['K7QM-2XRT-9DPVV', 'a letter too many'],
    ['U7QM-2XRT-9DPV', 'a letter that is never used'],
    ['Ä7QM-2XRT-9DPV', 'a Finnish letter'],
    ['K7QM.2XRT.9DPV', 'dots'],
    ['Virtanen Meija', 'a name'],
    ['0401234567', 'a phone number'],
    ['131052-308T', 'a personal identity code'],
  ])('does not take %j: %s', (text) => {
    expect(parseReference(text)).toEqual({ ok: false, refusal: 'noReference' })
  })

  it('takes nothing but references, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40, unit: 'grapheme' }), (text) => {
        const read = parseReference(text)
        if (read.ok) expect(read.value).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
      }),
    )
  })
})
