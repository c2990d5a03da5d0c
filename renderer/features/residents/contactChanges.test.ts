import { describe, expect, it } from 'vitest'
import {
  type ContactBase,
  contactChanges,
  contactValues,
  meanwhile,
  problemOf,
  rebase,
} from './contactChanges'

const base: ContactBase = {
  version: 3,
  phone: '+358401234567',
  email: 'meija@example.fi',
  language: 'fi',
  ibanEnding: '0785',
}
const opened = contactValues(base)

describe('what is sent of the contact details', () => {
  it('is nothing when nothing was changed', () => {
    expect(contactChanges(base, opened)).toEqual({})
    expect(opened.phone).toBe('040 123 4567')
  })

  it('is only what was changed, as the register has it', () => {
    expect(contactChanges(base, { ...opened, phone: '050-7654321' })).toEqual({ phone: '+358507654321' })
    expect(contactChanges(base, { ...opened, phone: '+358 40 123 4567' })).toEqual({})
    expect(contactChanges(base, { ...opened, email: ' uusi@EXAMPLE.fi ', language: 'sv' })).toEqual({
      email: 'uusi@example.fi',
      language: 'sv',
    })
  })

  it('removes what was emptied', () => {
    expect(contactChanges(base, { ...opened, phone: '', email: ' ' })).toEqual({ phone: '', email: '' })
    expect(contactChanges({ ...base, phone: null }, { ...opened, phone: '' })).toEqual({})
  })

  it('has an account number only when a new one was typed or it is removed', () => {
    expect(contactChanges(base, { ...opened, iban: 'FI21 1234 5600 0007 85' })).toEqual({
      iban: 'FI21 1234 5600 0007 85',
    })
    expect(contactChanges(base, { ...opened, iban: 'FI21', removeIban: true })).toEqual({ iban: '' })
    expect(contactChanges({ ...base, ibanEnding: null }, { ...opened, removeIban: true })).toEqual({})
  })

  it('counts wrong text as changed, so that it is never lost silently', () => {
    expect(contactChanges(base, { ...opened, phone: '12' })).toEqual({ phone: '12' })
  })
})

describe('problems', () => {
  it('are named by field, and empty is none', () => {
    expect(problemOf('phone', '12')).toBe('phoneInvalid')
    expect(problemOf('email', 'meija@')).toBe('emailInvalid')
    expect(problemOf('iban', 'FI21 1234 5600 0007 86')).toBe('ibanInvalid')
    expect(problemOf('iban', 'FI21 1234 5600 0007 85')).toBeNull()
    expect(problemOf('phone', ' ')).toBeNull()
  })
})

describe('when somebody else changed them meanwhile', () => {
  const now: ContactBase = { ...base, version: 4, phone: '+358509999999', language: 'sv' }
  const values = { ...opened, phone: '044 111 2222' }

  it('what is there is shown beside what was typed', () => {
    expect(meanwhile(base, now, values)).toEqual([
      { field: 'phone', now: '+358509999999', typed: '+358441112222' },
      { field: 'language', now: 'sv', typed: null },
    ])
    expect(meanwhile(base, { ...now, ibanEnding: '1111' }, values).at(-1)).toEqual({
      field: 'iban',
      now: '1111',
      typed: null,
    })
    expect(meanwhile(base, { ...base, version: 9 }, values)).toEqual([])
  })

  it('what was typed stays and the rest follows the register', () => {
    const after = rebase(base, now, values)
    expect(after).toEqual({ ...opened, phone: '044 111 2222', language: 'sv' })
    expect(contactChanges(now, after)).toEqual({ phone: '+358441112222' })
  })
})
