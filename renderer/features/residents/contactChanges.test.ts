import { describe, expect, it } from 'vitest'
import type { TimelineEvent } from '#shared/contract/residents'
import { type Kept, threeWay, withChosen } from '../../components/threeWay'
import {
  type ContactValues,
  contactChanges,
  contactFields,
  contactValues,
  correctedBy,
  problemOf,
} from './contactChanges'

const page = {
  version: 3,
  hidden: 'nothing',
  contacts: { phone: '+358401234567', email: 'meija@example.fi', language: 'fi', ibanEnding: '0785' },
} as const
const opened = contactValues(page, null)
const iban = (typed: string, remove = false): Pick<ContactValues, 'iban'> => ({
  iban: { ending: '0785', typed, remove },
})

describe('what is sent of the contact details', () => {
  it('is nothing when nothing was changed', () => {
    expect(contactChanges(opened, opened)).toEqual({})
    expect(opened.phone).toBe('040 123 4567')
  })

  it('is only what was changed, as the register has it', () => {
    expect(contactChanges(opened, { ...opened, phone: '050-7654321' })).toEqual({ phone: '+358507654321' })
    expect(contactChanges(opened, { ...opened, phone: '+358 40 123 4567' })).toEqual({})
    expect(contactChanges(opened, { ...opened, email: ' uusi@EXAMPLE.fi ', language: 'sv' })).toEqual({
      email: 'uusi@example.fi',
      language: 'sv',
    })
  })

  it('removes what was emptied', () => {
    expect(contactChanges(opened, { ...opened, phone: '', email: ' ' })).toEqual({ phone: '', email: '' })
    const none = { ...opened, phone: '' }
    expect(contactChanges(none, none)).toEqual({})
  })

  it('has an account number only when a new one was typed or it is removed', () => {
    expect(contactChanges(opened, { ...opened, ...iban('FI21 1234 5600 0007 85') })).toEqual({
      iban: 'FI21 1234 5600 0007 85',
    })
    expect(contactChanges(opened, { ...opened, ...iban('FI21', true) })).toEqual({ iban: '' })
    const none = contactValues({ ...page, contacts: { ...page.contacts, ibanEnding: null } }, null)
    expect(contactChanges(none, { ...none, ...iban('', true) })).toEqual({})
  })

  it('counts wrong text as changed, so that it is never lost silently', () => {
    expect(contactChanges(opened, { ...opened, phone: '12' })).toEqual({ phone: '12' })
  })
})

describe('problems', () => {
  it('are named by field, and empty is none', () => {
    expect(problemOf('phone', { ...opened, phone: '12' })).toBe('phoneInvalid')
    expect(problemOf('email', { ...opened, email: 'meija@' })).toBe('emailInvalid')
    expect(problemOf('iban', { ...opened, ...iban('FI21 1234 5600 0007 86') })).toBe('ibanInvalid')
    expect(problemOf('iban', { ...opened, ...iban('FI21 1234 5600 0007 86', true) })).toBeNull()
    expect(problemOf('iban', { ...opened, ...iban('FI21 1234 5600 0007 85') })).toBeNull()
    expect(problemOf('phone', { ...opened, phone: ' ' })).toBeNull()
  })
})

describe('when somebody else changed them meanwhile', () => {
  const typed = (part: Partial<ContactValues>, base = opened): Kept<ContactValues> => ({
    base,
    values: { ...base, ...part },
    chosen: {},
  })
  const later = (
    contacts: Partial<(typeof page)['contacts'] | object>,
    hidden: 'nothing' | 'all' = 'nothing',
  ) => contactValues({ version: 4, hidden, contacts: { ...page.contacts, ...contacts } }, null)
  const rows = (form: Kept<ContactValues>, now: ContactValues) =>
    threeWay(form, now, contactFields).changed.map(({ field, mine }) => [field, mine !== null])

  it('what only they changed is taken over, and the same phone written otherwise is the same', () => {
    const now = later({ phone: '+358509999999', language: 'sv' })
    const form = typed({ phone: '044 111 2222' })
    expect(rows(form, now)).toEqual([
      ['phone', true],
      ['language', false],
    ])
    const after = threeWay(form, now, contactFields)
    expect(contactChanges(now, after.values)).toEqual({ phone: '+358441112222' })
    const theirs = threeWay(withChosen(form, after.changed, 'theirs'), now, contactFields)
    expect(contactChanges(now, theirs.values)).toEqual({})
    expect(rows(typed({ phone: '+358 50 9999999' }), now)).toEqual([['language', false]])
  })

  it('an account number is compared by its end, and one typed is never taken for theirs', () => {
    const now = later({ ibanEnding: '1111' })
    expect(rows(typed({}), now)).toEqual([['iban', false]])
    expect(rows(typed(iban('FI21 1234 5600 0011 11')), now)).toEqual([['iban', true]])
    expect(rows(typed(iban('', true)), later({ ibanEnding: null }))).toEqual([])
    const form = typed(iban('FI21 1234 5600 0007 85'))
    const mine = threeWay(
      withChosen(form, threeWay(form, now, contactFields).changed, 'mine'),
      now,
      contactFields,
    )
    expect(contactChanges(now, mine.values)).toEqual({ iban: 'FI21 1234 5600 0007 85' })
  })

  it('what is withheld is chosen about when it was typed here, for it may be what was changed', () => {
    const hidden = contactValues(
      { version: 3, hidden: 'all', contacts: { ...page.contacts, phone: null, email: null } },
      null,
    )
    const now = later({ phone: null, email: null }, 'all')
    expect(rows(typed({ phone: '044 111 2222' }, hidden), now)).toEqual([
      ['phone', true],
      ['email', false],
    ])
    expect(rows(typed({ phone: '044 111 2222' }, hidden), hidden)).toEqual([])
  })

  it('what is revealed while the form is open was changed by nobody', () => {
    const withheld = {
      version: 3,
      hidden: 'all',
      contacts: { ...page.contacts, phone: null, email: null },
    } as const
    const revealed = contactValues(withheld, { phone: '+358401234567', email: 'meija@example.fi' })
    const form = typed({ email: 'uusi@example.fi' }, contactValues(withheld, null))
    const found = threeWay(form, revealed, contactFields)
    expect(found).toMatchObject({ changed: [], values: { phone: '040 123 4567', email: 'uusi@example.fi' } })
    expect(contactChanges(revealed, found.values)).toEqual({ email: 'uusi@example.fi' })
  })
})

describe('who corrected them', () => {
  const event = (id: string, kind: TimelineEvent['kind']): TimelineEvent => ({
    id,
    kind,
    by: id,
    at: new Date(0),
    detail: {},
  })
  const events = [event('a', 'note'), event('b', 'contactsCorrected'), event('c', 'contactsCorrected')]

  it('is told of what came since the form was opened, and otherwise not', () => {
    expect(correctedBy({ events, total: 30 }, 27)).toEqual({ name: 'b', at: new Date(0) })
    expect(correctedBy({ events, total: 30 }, 29)).toBeUndefined()
    expect(correctedBy({ events, total: 30 }, undefined)).toBeUndefined()
    expect(correctedBy(undefined, 1)).toBeUndefined()
  })
})
