import { describe, expect, it } from 'vitest'
import type { AppointmentPage } from '#shared/contract/appointments'
import { threeWay } from '../../components/threeWay'
import { changedBy, contactChange, contactFields, type VisitContacts, visitContacts } from './contactChange'

const visit = {
  phone: '+358401234567',
  email: 'meija@esimerkki.fi',
  language: 'fi',
  additionalInformation: 'Tulkki',
  contactsHidden: false,
} as const
const hiddenVisit = { ...visit, phone: null, email: null, contactsHidden: true } as const
const event = (what: 'booked' | 'moved' | 'changed', by = 'Aino'): AppointmentPage['history'][number] => ({
  at: new Date(0),
  by,
  what,
  detail: {},
})
const before = visitContacts(visit, [event('booked')])

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
    const hidden = visitContacts(hiddenVisit, [])
    expect(contactChange(hidden, { ...hidden, additionalInformation: 'Soittaa ovikelloa' })).toEqual({
      additionalInformation: 'Soittaa ovikelloa',
    })
  })
})

describe('when somebody else changed it meanwhile', () => {
  const rows = (base: VisitContacts, typed: Partial<VisitContacts>, now: VisitContacts) =>
    threeWay({ base, values: { ...base, ...typed }, chosen: {} }, now, contactFields).changed.map(
      ({ field, mine }) => [field, mine !== null],
    )
  const history = [event('booked'), event('moved', 'Kaisa'), event('changed', 'Kaisa')]

  it('each field is compared, however it is written', () => {
    const now = visitContacts(
      { ...visit, phone: '+358509999999', additionalInformation: 'Lapsi mukana' },
      history,
    )
    expect(rows(before, { phone: '050 9999999' }, now)).toEqual([['additionalInformation', false]])
    expect(rows(before, { additionalInformation: 'Tulkki ja lapsi' }, now)).toEqual([
      ['additionalInformation', true],
      ['phone', false],
    ])
  })

  it('what is hidden is chosen about only when the contacts were changed', () => {
    const hidden = visitContacts(hiddenVisit, [event('booked')])
    const phone = '050 7654321'
    expect(rows(hidden, { phone }, visitContacts(hiddenVisit, [event('booked'), event('moved')]))).toEqual([])
    expect(rows(hidden, { phone }, visitContacts(hiddenVisit, history))).toEqual([
      ['phone', true],
      ['email', false],
    ])
  })

  it('who did it is told, of what came since', () => {
    expect(changedBy(history, 1)).toEqual({ name: 'Kaisa', at: new Date(0) })
    expect(changedBy(history, 3)).toBeUndefined()
  })
})
