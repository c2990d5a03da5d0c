import { type LocalDay, parseFinnishDay } from '#shared/rules/localDay'
import { checkRequestFields, type FormFacts, type RequestFields } from '#shared/rules/requestFields'
import { type RequestField, type RequestKind, requestKindRule } from '#shared/rules/requestKinds'

type Living = FormFacts['living']

/** What is typed. What one kind asks stays while another is looked at, and only the chosen kind's own is sent. */
export interface RequestValues {
  readonly leaseNo: string
  readonly kind: RequestKind | ''
  /** Texts, choices and days as they are typed, by the name of the field. */
  readonly texts: Readonly<Record<string, string>>
  /** The one who is chosen of those living there; empty for none. */
  readonly one: string
  /** Who moves out, by resident, with the day as it is typed. Everybody else stays. */
  readonly movingOut: Readonly<Record<string, string>>
  readonly movingIn: readonly { readonly key: number; readonly name: string; readonly on: string }[]
}

/** The form as it is opened. */
export const emptyRequest = (leaseNo: string): RequestValues => ({
  leaseNo,
  kind: '',
  texts: {},
  one: '',
  movingOut: {},
  movingIn: [],
})

/** A day as it is typed, as 'YYYY-MM-DD'; what is no day stays as it is, and is told to be none. */
const dayOf = (typed: string): string => parseFinnishDay(typed) ?? typed.trim()

function peopleOf(
  field: RequestField & { readonly type: 'people' },
  { one, movingOut, movingIn }: RequestValues,
  living: Living,
): RequestFields[string] {
  if (field.who === 'one')
    return living
      .filter(({ residentId }) => residentId === one)
      .map((each) => ({ ...each, change: 'stays', on: null }))
  return [
    ...living.map(({ residentId, name }) => {
      const out = movingOut[residentId]
      if (out === undefined) return { residentId, name, change: 'stays', on: null } as const
      return { residentId, name, change: 'movesOut', on: dayOf(out) || null } as const
    }),
    ...movingIn.map(
      ({ name, on }) =>
        ({ residentId: null, name: name.trim(), change: 'movesIn', on: dayOf(on) || null }) as const,
    ),
  ]
}

/** The fields of the chosen kind as the desk takes them; what was left empty is not there. */
export function fieldsOf(kind: RequestKind, values: RequestValues, living: Living): RequestFields {
  const given: Record<string, RequestFields[string]> = {}
  for (const field of requestKindRule(kind).fields) {
    if (field.type === 'people') {
      given[field.name] = peopleOf(field, values, living)
      continue
    }
    const typed = values.texts[field.name]?.trim() ?? ''
    if (typed !== '') given[field.name] = field.type === 'day' ? dayOf(typed) : typed
  }
  return given
}

const somebody = { residentId: 'somebody', name: 'N', change: 'movesOut', on: '2000-01-01' } as const

/** What is surely right in a field, so that another can be looked at alone. */
function right(field: RequestField, today: LocalDay): RequestFields[string] {
  switch (field.type) {
    case 'day':
      return today
    case 'choice':
      return field.choices[0] ?? ''
    case 'people':
      return [somebody]
    default:
      return 'x'
  }
}

type Problem = { readonly field: string; readonly problem: string }

/** A day of a row of people that is none; the rule takes days that the contract has already read. */
function rowProblem(given: RequestFields[string] | undefined): string | null {
  if (given === undefined || typeof given === 'string') return null
  const wrong = given.some(({ on }) => on !== null && !/^\d{4}-\d{2}-\d{2}$/.test(on))
  return wrong ? 'dayInvalid' : null
}

/** Everything that is wrong, one name a field, in the order of the form: the desk's own rule, asked of each field by itself. */
export function requestProblems(
  kind: RequestKind,
  values: RequestValues,
  facts: FormFacts,
): readonly Problem[] {
  const { fields } = requestKindRule(kind)
  const given = fieldsOf(kind, values, facts.living)
  return fields.flatMap((field): Problem[] => {
    const { name } = field
    const after = field.type === 'day' ? field.notBefore : undefined
    const alone = Object.fromEntries(
      fields.flatMap((each) => {
        const own = each.name === name || each.name === after
        const value = own ? given[each.name] : right(each, facts.today)
        return value === undefined ? [] : [[each.name, value]]
      }),
    )
    const seen =
      field.type === 'people'
        ? facts
        : { ...facts, living: [{ residentId: somebody.residentId, name: somebody.name }] }
    const wrongRow = rowProblem(given[name])
    if (wrongRow !== null) return [{ field: name, problem: wrongRow }]
    const checked = checkRequestFields(kind, alone, seen)
    return checked.ok || checked.field !== name ? [] : [{ field: name, problem: checked.refusal }]
  })
}

/** Whether something of the chosen kind's form was filled in. */
export const isFilled = ({ texts, one, movingOut, movingIn }: RequestValues): boolean =>
  Object.values(texts).some((text) => text.trim() !== '') ||
  one !== '' ||
  movingIn.length > 0 ||
  Object.keys(movingOut).length > 0
