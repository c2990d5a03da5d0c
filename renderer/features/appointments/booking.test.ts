import { describe, expect, it } from 'vitest'
import {
  askedOf,
  type BookingValues,
  bookingInput,
  bookingProblems,
  initialBooking,
  isTyped,
  letterLanguage,
} from './booking'

const nothingAsked = { startsAt: null, lane: null, personKind: '' } as const
const resident = {
  contacts: { phone: '+358401234567', email: 'meija@esimerkki.fi', language: 'sv', ibanEnding: null },
}
const opened = initialBooking(resident, 'service', nothingAsked)
const at = '2026-12-02T07:15:00.000Z'
const filled: BookingValues = { ...opened, reason: 'lease', startsAt: at }

describe('what the address asks for', () => {
  it('is a time and a desk of the calendar, before the hash or in it', () => {
    const asked = { startsAt: at, lane: 2, personKind: '' }
    expect(askedOf(`?startsAt=${encodeURIComponent(at)}&lane=2`, '#/book')).toEqual(asked)
    expect(askedOf('', `#/book?startsAt=${at}&lane=2`)).toEqual(asked)
  })

  it('can be lane 0, which is the As Oy team', () => {
    expect(askedOf(`?startsAt=${at}&lane=0`, '#/book').lane).toBe(0)
  })

  it('is nothing when it cannot be read', () => {
    expect(askedOf('', '#/book')).toEqual(nothingAsked)
    expect(askedOf('?startsAt=soon&lane=2&kind=king', '#/book')).toEqual(nothingAsked)
    expect(askedOf(`?startsAt=${at}&lane=-3`, '#/book')).toEqual({ ...nothingAsked, startsAt: at })
  })
})

describe('the form as it opens', () => {
  it("has the resident's contacts", () => {
    expect(opened).toMatchObject({
      phone: '040 123 4567',
      email: 'meija@esimerkki.fi',
      language: 'sv',
      reason: '',
    })
  })

  it('has none when they are hidden', () => {
    const hidden = { contacts: { ...resident.contacts, phone: null, email: null } }
    expect(initialBooking(hidden, 'service', nothingAsked)).toMatchObject({
      phone: '',
      email: '',
      language: 'sv',
    })
  })

  it('is written in English to those whose language no letter is written in', () => {
    expect(letterLanguage('so')).toBe('en')
    expect(letterLanguage('fi')).toBe('fi')
  })

  it('has nothing typed, nor has one in which something was only chosen', () => {
    expect(isTyped(opened, filled)).toBe(false)
    expect(isTyped(opened, { ...filled, additionalInformation: '  ' })).toBe(false)
    expect(isTyped(opened, { ...filled, additionalInformation: 'Tulkki' })).toBe(true)
  })
})

describe('what is wrong', () => {
  it('is nothing in a whole form', () => {
    expect(bookingProblems(filled, true)).toEqual({})
  })

  it('is what is missing', () => {
    expect(bookingProblems(opened, true)).toEqual({ reason: 'reasonRequired', startsAt: 'timeRequired' })
    expect(bookingProblems({ ...filled, name: ' ' }, false)).toEqual({
      personKind: 'personKindRequired',
      name: 'nameRequired',
    })
  })

  it('is what cannot be called or written to', () => {
    expect(bookingProblems({ ...filled, phone: '12', email: 'a@b\nBcc: c@d' }, true)).toEqual({
      phone: 'phoneInvalid',
      email: 'emailInvalid',
    })
  })
})

describe('what is booked', () => {
  const residentId = '0197f0a0-0000-7000-8000-000000000001'

  it('is for the resident', () => {
    expect(bookingInput(residentId, { ...filled, name: 'unused', email: ' ' })).toMatchObject({
      residentId,
      person: null,
      startsAt: new Date(at),
      email: null,
      phone: '040 123 4567',
    })
  })

  it('is for somebody by name', () => {
    const input = bookingInput(null, { ...filled, personKind: 'estate', name: ' Virtasen pesä ' })
    expect(input).toMatchObject({ residentId: null, person: { kind: 'estate', name: 'Virtasen pesä' } })
  })

  it('is nothing that is arranged otherwise', () => {
    expect(bookingInput(residentId, { ...filled, reason: 'buildingMaintenance' })).toBeNull()
    expect(bookingInput(residentId, { ...filled, startsAt: null })).toBeNull()
    expect(bookingInput(null, filled)).toBeNull()
  })
})
