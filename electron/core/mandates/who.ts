import type { LocalDay } from '#shared/rules/localDay'
import { samePerson } from '#shared/rules/mandateContent'
import { type ResidentRow, residentById } from '../residents/page'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { granteesIdentifiedToday, residentsIdentifiedToday } from './facts'
import { type GranteeRow, granteesOf, type MandateRow } from './rows'

/** Who is here, with those of the grantor's powers that name them. */
interface Here {
  readonly kind: 'self' | 'grantee' | 'resident' | 'other'
  readonly granteeId: string | null
  readonly residentId: string | null
  readonly name: string | null
  readonly birthDate: LocalDay | null
  readonly powers: readonly MandateRow[]
  readonly identifiedToday: boolean
}

interface Asked {
  readonly who:
    | { readonly kind: 'self' }
    | { readonly kind: 'grantee'; readonly granteeId: string }
    | { readonly kind: 'resident'; readonly residentId: string }
    | { readonly kind: 'other'; readonly name: string }
  readonly grantor: ResidentRow
  /** Every power that the grantor gave. */
  readonly given: readonly MandateRow[]
  readonly now: Date
}

const fullName = ({ firstNames, lastName }: Pick<GranteeRow, 'firstNames' | 'lastName'>) =>
  `${firstNames} ${lastName}`

/**
 * Finds who is here: powers name a person who is the same resident, or has the same name and birth date. Null when the grantee
 * that was named is in none of this grantor's powers.
 */
export async function whoIs(
  db: Db,
  tables: Tables,
  { who, grantor, given, now }: Asked,
): Promise<Here | null> {
  const nobody = { granteeId: null, residentId: null, birthDate: null, powers: [], identifiedToday: false }
  if (who.kind === 'other') return { ...nobody, kind: 'other', name: who.name }
  if (who.kind === 'self' || (who.kind === 'resident' && who.residentId === grantor.id)) {
    const identified = await residentsIdentifiedToday(db, tables, [grantor.id], now)
    return {
      ...nobody,
      kind: 'self',
      residentId: grantor.id,
      name: null,
      birthDate: grantor.birthDate,
      identifiedToday: identified.has(grantor.id),
    }
  }
  const grantees = await granteesOf(
    db,
    tables,
    given.map(({ id }) => id),
  )
  const chosen = who.kind === 'grantee' ? grantees.find(({ id }) => id === who.granteeId) : undefined
  if (who.kind === 'grantee' && !chosen) return null
  const residentId = who.kind === 'resident' ? who.residentId : (chosen?.residentId ?? null)
  const resident = residentId === null ? null : await residentById(db, tables, residentId)
  const person = resident ? { ...resident, residentId } : (chosen as GranteeRow)
  const same = grantees.filter((each) => samePerson(each, person))
  const residentIds = [...new Set([residentId, ...same.map((each) => each.residentId)])].filter(
    (id) => id !== null,
  )
  const byDocument = await residentsIdentifiedToday(db, tables, residentIds, now)
  const asGrantee = await granteesIdentifiedToday(
    db,
    tables,
    same.map(({ id }) => id),
    now,
  )
  const naming = new Set(same.map(({ mandateId }) => mandateId))
  return {
    kind: who.kind,
    granteeId: chosen?.id ?? same[0]?.id ?? null,
    residentId,
    name: fullName(person),
    birthDate: person.birthDate,
    powers: given.filter(({ id }) => naming.has(id)),
    identifiedToday: byDocument.size + asGrantee.size > 0,
  }
}
