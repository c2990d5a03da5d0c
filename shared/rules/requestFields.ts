import { isLocalDay, type LocalDay } from './localDay'
import { type RequestField, type RequestKind, requestKindRule } from './requestKinds'
import { accept } from './result'

/** What becomes of somebody's living in the home. */
export const personChanges = ['stays', 'movesIn', 'movesOut'] as const

/** Somebody who lives, or will live, in the home; by the register (`residentId`) or by name. */
export interface RequestPerson {
  readonly residentId: string | null
  readonly name: string
  readonly change: (typeof personChanges)[number]
  /** From which day, or the last day; null for who stays. */
  readonly on: LocalDay | null
}

/** The filled fields of a form by their names; what was left empty is not there. */
export type RequestFields = Readonly<Record<string, string | readonly RequestPerson[]>>

/** Why a form is not in order. */
export const requestFieldRefusals = [
  'fieldUnknown',
  'fieldRequired',
  'fieldTooLong',
  'fieldInvalid',
  'dayInvalid',
  'dayMustHaveCome',
  'dayMustBeAhead',
  'endBeforeStart',
  'oneMustBeChosen',
  'notLivingHere',
  'listedTwice',
  'everyoneMustBeListed',
  'personNameRequired',
  'personDayRequired',
  'nobodyMoves',
] as const
type FieldRefusal = (typeof requestFieldRefusals)[number]

export interface FormFacts {
  /** Helsinki day. */
  readonly today: LocalDay
  /** Everyone who lives in the home, by the register of occupants. */
  readonly living: readonly { readonly residentId: string; readonly name: string }[]
  /** Whose matter it is. */
  readonly residentId: string
}

const no = (refusal: FieldRefusal, field: string) => ({ ok: false, refusal, field }) as const

/** The people as they are kept: those of the register by its name. The name of a refusal when they are not in order. */
function checkPeople(
  people: readonly RequestPerson[],
  who: 'everyone' | 'one',
  { living, residentId }: FormFacts,
): FieldRefusal | readonly RequestPerson[] {
  const nameOf = new Map(living.map((each) => [each.residentId, each.name]))
  const known = people.flatMap((person) => person.residentId ?? [])
  if (known.some((id) => !nameOf.has(id))) return 'notLivingHere'
  if (new Set(known).size !== known.length) return 'listedTwice'
  const named = people.map((person): RequestPerson => {
    const name = person.residentId === null ? person.name : (nameOf.get(person.residentId) ?? '')
    return { ...person, name, on: person.change === 'stays' ? null : person.on }
  })
  if (who === 'one') {
    const [one, ...more] = named
    if (!one || more.length > 0) return 'oneMustBeChosen'
    if (one.residentId === null || one.residentId === residentId) return 'notLivingHere'
    return [{ ...one, change: 'stays', on: null }]
  }
  if (named.some(({ name }) => name === '')) return 'personNameRequired'
  // Who lives there cannot move in, and who does not live there can do nothing else.
  if (named.some((each) => (each.residentId === null) !== (each.change === 'movesIn'))) return 'notLivingHere'
  if (living.some((each) => !known.includes(each.residentId))) return 'everyoneMustBeListed'
  if (named.some(({ change, on }) => change !== 'stays' && on === null)) return 'personDayRequired'
  return named.every(({ change }) => change === 'stays') ? 'nobodyMoves' : named
}

function dayProblem(
  field: RequestField & { readonly type: 'day' },
  day: string,
  given: RequestFields,
  today: LocalDay,
): FieldRefusal | null {
  if (!isLocalDay(day)) return 'dayInvalid'
  if (field.when === 'upToToday' && day > today) return 'dayMustHaveCome'
  if (field.when === 'fromToday' && day < today) return 'dayMustBeAhead'
  const before = field.notBefore && given[field.notBefore]
  return before && before > day ? 'endBeforeStart' : null
}

/** Why one line or paragraph is not in order. */
function textProblem(
  field: Exclude<RequestField, { readonly type: 'people' }>,
  value: string,
  given: RequestFields,
  today: LocalDay,
): FieldRefusal | null {
  switch (field.type) {
    case 'text':
      return value.length > field.max ? 'fieldTooLong' : null
    case 'space':
      return value.length > longestSpaceName ? 'fieldTooLong' : null
    case 'choice':
      return field.choices.includes(value) ? null : 'fieldInvalid'
    case 'day':
      return dayProblem(field, value, given, today)
  }
}

/** The longest name of a parking space or a sauna turn, as on a power of attorney. */
const longestSpaceName = 80

/**
 * The fields of a kind's short form as they are kept: trimmed, without what was left empty, people by the register's names. Or the
 * first refusal with the field that it is about, in the order of the form.
 */
export function checkRequestFields(
  kind: RequestKind,
  given: RequestFields,
  facts: FormFacts,
):
  | { readonly ok: true; readonly value: RequestFields }
  | { readonly ok: false; readonly refusal: FieldRefusal; readonly field: string } {
  const { fields } = requestKindRule(kind)
  const unknown = Object.keys(given).find((name) => !fields.some((field) => field.name === name))
  if (unknown !== undefined) return no('fieldUnknown', unknown.slice(0, 40))
  const kept: Record<string, RequestFields[string]> = {}
  for (const field of fields) {
    const { name } = field
    const value = Object.hasOwn(given, name) ? given[name] : undefined
    if (field.type === 'people') {
      if (typeof value === 'string') return no('fieldInvalid', name)
      const people = checkPeople(value ?? [], field.who, facts)
      if (typeof people === 'string') return no(people, name)
      kept[name] = people
      continue
    }
    if (value !== undefined && typeof value !== 'string') return no('fieldInvalid', name)
    const typed = value?.trim() ?? ''
    if (typed === '') {
      if (field.required) return no('fieldRequired', name)
      continue
    }
    const problem = textProblem(field, typed, kept, facts.today)
    if (problem !== null) return no(problem, name)
    kept[name] = typed
  }
  return accept(kept)
}
