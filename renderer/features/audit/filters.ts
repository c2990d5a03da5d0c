import { parseFinnishDay } from '#shared/rules/localDay'

/** What the audit log is filtered by; null leaves a filter out. */
export interface AuditFilter {
  readonly resident: { readonly id: string; readonly name: string } | null
  readonly staff: { readonly id: string; readonly name: string } | null
  /** First and last day, 'YYYY-MM-DD', both included. */
  readonly from: string | null
  readonly to: string | null
}

export const noFilter: AuditFilter = { resident: null, staff: null, from: null, to: null }

/** The parts of a filter in the order in which they are shown. */
export const filterParts = ['resident', 'staff', 'from', 'to'] as const
export type FilterPart = (typeof filterParts)[number]

/** What the desk is asked for. */
export const inputOf = ({ resident, staff, from, to }: AuditFilter, page: number) => ({
  residentId: resident?.id ?? null,
  staffId: staff?.id ?? null,
  from,
  to,
  page,
})

/** A filter as it is being typed. */
export interface TypedFilter extends Pick<AuditFilter, 'resident' | 'staff'> {
  /** What stands in the person's field: the chosen resident's name, or what is typed to find one. */
  readonly person: string
  /** Days as people write them. */
  readonly from: string
  readonly to: string
}

/** A day 'YYYY-MM-DD' as one types it. */
const typedDay = (day: string | null) => (day === null ? '' : day.split('-').reverse().map(Number).join('.'))

/** A filter as it stands in its fields. */
export const typedOf = ({ resident, staff, from, to }: AuditFilter): TypedFilter => ({
  resident,
  staff,
  person: resident?.name ?? '',
  from: typedDay(from),
  to: typedDay(to),
})

type FilterProblem = 'choosePerson' | 'dayFormat' | 'crossed'

/** What is wrong with the fields of a filter; a field that is right is not there. */
export function filterProblems(typed: TypedFilter): {
  readonly [Field in 'person' | 'from' | 'to']?: FilterProblem
} {
  const from = parseFinnishDay(typed.from)
  const to = parseFinnishDay(typed.to)
  const badDay = (text: string, day: string | null) => text.trim() !== '' && day === null
  return {
    ...(typed.resident === null && typed.person.trim() !== '' ? { person: 'choosePerson' } : {}),
    ...(badDay(typed.from, from) ? { from: 'dayFormat' } : {}),
    ...(badDay(typed.to, to)
      ? { to: 'dayFormat' }
      : from !== null && to !== null && to < from
        ? { to: 'crossed' }
        : {}),
  }
}

/** The filter that the fields say. Only for fields without problems. */
export const filterOf = ({ resident, staff, from, to }: TypedFilter): AuditFilter => ({
  resident,
  staff,
  from: parseFinnishDay(from),
  to: parseFinnishDay(to),
})
