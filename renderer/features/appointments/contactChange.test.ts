import { describe, expect, it } from 'vitest'
import { contactChange, visitContacts } from './contactChange'

const before = visitContacts({
  phone: '+358401234567',
  email: 'meija@esimerkki.fi',
  language: 'fi',
  additionalInformation: 'Tulkki',
})

describe('a change of what was said of a visit', () => {
  it('is nothing when nothing differs but how it is written', () => {
    expect(
      contactChange(before, { ...before, phone: '+358 40 1234567', additionalInformation: 'Tulkki ' }),
    ).toEqual({})
  })

  it('is only what differs; empty removes', () => {
    expect(contactChange(before, { ...before, email: '', language: 'sv' })).toEqual({
      email: null,
      language: 'sv',
    })
    expect(contactChange(before, { ...before, phone: '050 7654321', additionalInformation: '' })).toEqual({
      phone: '+358507654321',
      additionalInformation: '',
    })
  })

  it('leaves what is hidden as it is', () => {
    const hidden = visitContacts({ phone: null, email: null, language: 'fi', additionalInformation: '' })
    expect(contactChange(hidden, { ...hidden, additionalInformation: 'Soittaa ovikelloa' })).toEqual({
      additionalInformation: 'Soittaa ovikelloa',
    })
  })
})
