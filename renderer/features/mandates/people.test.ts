import { describe, expect, it } from 'vitest'
import type { MandateSummary } from '#shared/contract/mandateViews'
import { peopleOf } from './people'

type Grantee = MandateSummary['grantees'][number]

const grantee = (id: string, part: Partial<Grantee> = {}): Grantee => ({
  id,
  residentId: null,
  firstNames: 'Antti Olavi',
  lastName: 'Virtanen',
  birthDate: '1990-05-17',
  phone: null,
  email: null,
  identifiedToday: false,
  ...part,
})
const power = (
  id: string,
  standing: MandateSummary['standing'],
  grantees: readonly Grantee[],
): MandateSummary => ({
  id,
  version: 1,
  standing,
  grantors: [],
  grantees: [...grantees],
  general: false,
  scopes: ['keys'],
  openSection: '',
  object: null,
  signedOn: '2026-03-03',
  validFrom: '2026-03-03',
  validUntil: null,
  lastDay: '2051-03-03',
  papers: 1,
})

describe('those whom powers name', () => {
  it('are there once, however many powers name them, with the power that counts first', () => {
    const people = peopleOf([
      power('old', 'revoked', [grantee('a')]),
      power('new', 'valid', [grantee('b', { firstNames: 'ANTTI  olavi', identifiedToday: true })]),
    ])
    expect(people).toHaveLength(1)
    expect(people[0]).toMatchObject({ key: 'a', identifiedToday: true })
    expect(people[0]?.named.map(({ mandate }) => mandate.id)).toEqual(['new', 'old'])
  })

  it('are two when only the name is the same', () => {
    const people = peopleOf([
      power('one', 'valid', [grantee('a'), grantee('b', { birthDate: '1961-01-01' })]),
    ])
    expect(people.map(({ key }) => key)).toEqual(['a', 'b'])
  })

  it('are in order of what can answer', () => {
    const named = (id: string) => grantee(id, { lastName: id })
    const people = peopleOf([
      power('1', 'expired', [named('expired')]),
      power('2', 'received', [named('received')]),
      power('3', 'valid', [named('valid')]),
    ])
    expect(people.map(({ key }) => key)).toEqual(['valid', 'received', 'expired'])
  })
})
