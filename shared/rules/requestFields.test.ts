import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkRequestFields, type FormFacts, type RequestFields, type RequestPerson } from './requestFields'
import { type RequestKind, requestKindRule, requestKinds } from './requestKinds'

const facts: FormFacts = {
  today: '2026-11-24',
  residentId: 'asa',
  living: [
    { residentId: 'asa', name: 'Åsa Östling' },
    { residentId: 'eino', name: 'Eino Östling' },
  ],
}
const person = (residentId: string | null, more: Partial<RequestPerson> = {}): RequestPerson => ({
  residentId,
  name: '',
  change: 'stays',
  on: null,
  ...more,
})
const newcomer = person(null, { name: 'Uusi Asukas', change: 'movesIn', on: '2026-12-01' })

/** A form that is in order, of any kind. */
const whole = (kind: RequestKind): RequestFields =>
  Object.fromEntries(
    requestKindRule(kind).fields.map((field) => {
      switch (field.type) {
        case 'people':
          return [
            field.name,
            field.who === 'one' ? [person('eino')] : [person('asa'), person('eino'), newcomer],
          ]
        case 'choice':
          return [field.name, field.choices[0] ?? '']
        case 'day':
          return [field.name, facts.today]
        default:
          return [field.name, 'AP 12']
      }
    }),
  )
const told = (kind: RequestKind, given: RequestFields) => {
  const result = checkRequestFields(kind, given, facts)
  return result.ok ? 'ok' : `${result.field}: ${result.refusal}`
}

describe.each(requestKinds)('the form of %s', (kind) => {
  const { fields } = requestKindRule(kind)

  it('is taken as it was filled', () => {
    expect(checkRequestFields(kind, whole(kind), facts)).toMatchObject({ ok: true })
    expect(Object.keys(whole(kind)).length).toBe(fields.length)
  })

  it.each(fields.map((field) => [field.name, field] as const))('asks for %s if it must', (name, field) => {
    const { [name]: _left, ...rest } = whole(kind)
    const required = field.type === 'people' || field.required
    for (const given of [rest, { ...rest, [name]: field.type === 'people' ? [] : '  ' }]) {
      const result = checkRequestFields(kind, given, facts)
      expect(result.ok).toBe(!required)
      if (!result.ok) expect(result.field).toBe(name)
      else expect(result.value).not.toHaveProperty(name)
    }
  })

  it('has no other fields', () => {
    expect(told(kind, { ...whole(kind), iban: 'FI21' })).toBe('iban: fieldUnknown')
    expect(told(kind, { ...whole(kind), toString: 'x' })).toBe('toString: fieldUnknown')
  })
})

describe('a form', () => {
  it('is checked field by field', () => {
    const refused = (kind: RequestKind, more: RequestFields) => told(kind, { ...whole(kind), ...more })
    expect(refused('disturbance', { what: 'a'.repeat(2001) })).toBe('what: fieldTooLong')
    expect(refused('disturbance', { repeated: 'often' })).toBe('repeated: fieldInvalid')
    expect(refused('disturbance', { happenedOn: '2026-11-25' })).toBe('happenedOn: dayMustHaveCome')
    expect(refused('disturbance', { happenedOn: '2026-02-30' })).toBe('happenedOn: dayInvalid')
    expect(refused('disturbance', { what: [newcomer] })).toBe('what: fieldInvalid')
    expect(refused('diyPermit', { from: '2026-11-23' })).toBe('from: dayMustBeAhead')
    expect(refused('diyPermit', { from: '2026-12-02', until: '2026-12-01' })).toBe('until: endBeforeStart')
    expect(refused('diyPermit', { from: '2026-12-01', until: '2026-12-01' })).toBe('ok')
    expect(refused('bookParking', { space: 'A'.repeat(81) })).toBe('space: fieldTooLong')
  })

  it('of a change of residents lists everyone who lives there', () => {
    const change = (...people: RequestPerson[]) => told('changeResidents', { people })
    expect(change(person('asa'), person('eino'), newcomer)).toBe('ok')
    expect(change(person('asa'), newcomer)).toBe('people: everyoneMustBeListed')
    expect(change(newcomer)).toBe('people: everyoneMustBeListed')
    expect(change(person('asa'), person('eino'))).toBe('people: nobodyMoves')
    expect(change(person('asa'), person('eino'), person('asa'))).toBe('people: listedTwice')
    expect(change(person('asa'), person('eino'), person('jukka'))).toBe('people: notLivingHere')
    expect(change(person('asa'), person('eino', { change: 'movesOut' }))).toBe('people: personDayRequired')
    expect(change(person('asa'), person('eino'), { ...newcomer, name: '' })).toBe(
      'people: personNameRequired',
    )
    expect(change(person('asa'), person('eino', { change: 'movesIn', on: '2026-12-01' }))).toBe(
      'people: notLivingHere',
    )
    expect(change(person('asa'), person('eino'), { ...newcomer, change: 'movesOut' })).toBe(
      'people: notLivingHere',
    )
  })

  it('keeps the register’s names, and no day of who stays', () => {
    const people = [
      person('asa', { name: 'Joku Muu', on: '2026-12-01' }),
      person('eino', { change: 'movesOut', on: '2026-12-31' }),
    ]
    expect(checkRequestFields('changeResidents', { people }, facts)).toMatchObject({
      value: {
        people: [
          { residentId: 'asa', name: 'Åsa Östling', change: 'stays', on: null },
          { residentId: 'eino', name: 'Eino Östling', change: 'movesOut', on: '2026-12-31' },
        ],
      },
    })
  })

  it('of a transfer names one of the others who live there', () => {
    const transfer = (...toWhom: RequestPerson[]) =>
      told('transferLease', { ...whole('transferLease'), toWhom })
    expect(transfer(person('eino'))).toBe('ok')
    expect(transfer(person('asa'))).toBe('toWhom: notLivingHere')
    expect(transfer(person('jukka'))).toBe('toWhom: notLivingHere')
    expect(transfer(newcomer)).toBe('toWhom: notLivingHere')
    expect(transfer(person('eino'), person('asa'))).toBe('toWhom: oneMustBeChosen')
  })

  it('of anything at all is taken or refused by name, and what is taken is taken again', () => {
    const anyPerson = fc.record({
      residentId: fc.constantFrom(null, 'asa', 'eino', 'jukka'),
      name: fc.string(),
      change: fc.constantFrom('stays' as const, 'movesIn' as const, 'movesOut' as const),
      on: fc.constantFrom(null, '2026-12-01'),
    })
    const value = fc.oneof(fc.string(), fc.constantFrom('2026-11-24', 'once', 'any'), fc.array(anyPerson))
    const spoilt = fc.constantFrom(...requestKinds).chain((kind) => {
      const names = requestKindRule(kind).fields.map(({ name }) => name)
      const some = fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), value)
      return some.map((more) => [kind, { ...whole(kind), ...more }] as const)
    })
    fc.assert(
      fc.property(spoilt, ([kind, given]) => {
        const result = checkRequestFields(kind, given, facts)
        if (result.ok) expect(checkRequestFields(kind, result.value, facts)).toEqual(result)
      }),
    )
  })
})
