import { and, asc, eq, gte, inArray, isNull, or } from 'drizzle-orm'
import type { BringerKind } from '#shared/contract/keyTerms'
import { type HandoffDirection, handoffAction } from '#shared/rules/keyHandoff'
import { helsinkiDay, type LocalDay } from '#shared/rules/localDay'
import { mayAct, type WhyNot } from '#shared/rules/mayAct'
import { accept } from '#shared/rules/result'
import type { Call } from '../access/procedure'
import { askById, isAllowed, isToday } from '../mandates/asking'
import { deadAmong } from '../mandates/facts'
import { factsOnLease, homeOnLease } from '../mandates/grantor'
import type { Home } from '../residents/homes'
import type { ResidentRow } from '../residents/page'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'

export const fullName = ({ firstNames, lastName }: Pick<ResidentRow, 'firstNames' | 'lastName'>) =>
  `${firstNames} ${lastName}`

/** One who is on a lease and has not moved out. */
export interface OnLeaseRow {
  readonly person: ResidentRow
  readonly to: LocalDay | null
  readonly died: boolean
}

/** Everyone who lives, or is about to live, on a lease, those who have died too; each once. */
export async function peopleOn(
  db: Db,
  tables: Tables,
  leaseId: string,
  today: LocalDay,
): Promise<OnLeaseRow[]> {
  const { occupancy, resident } = tables
  const rows = await db
    .select({ person: resident, to: occupancy.toOn })
    .from(occupancy)
    .innerJoin(resident, eq(resident.id, occupancy.residentId))
    .where(
      and(
        eq(occupancy.leaseId, leaseId),
        isNull(occupancy.leftOn),
        or(isNull(occupancy.toOn), gte(occupancy.toOn, today)),
      ),
    )
    .orderBy(asc(occupancy.role), asc(resident.birthDate), asc(resident.id), asc(occupancy.fromOn))
  const dead = await deadAmong(
    db,
    tables,
    rows.map(({ person }) => person.id),
  )
  const people = new Map(rows.map(({ person, to }) => [person.id, { person, to, died: dead.has(person.id) }]))
  return [...people.values()]
}

/**
 * Why somebody who is on the lease may not bring or collect its keys as their own matter; null when they may. No document is asked for: what is
 * told goes to where they are known to be reached, and BLC Turva checks a photo ID before it hands anything over.
 */
export async function whyNotOwn(
  db: Db,
  tables: Tables,
  person: ResidentRow,
  home: Home,
  direction: HandoffDirection,
  today: LocalDay,
): Promise<WhyNot | null> {
  const answer = mayAct({
    who: { kind: 'self' },
    action: handoffAction[direction],
    object: { leaseId: home.leaseId, apartmentId: home.apartment.id, name: null },
    grantor: await factsOnLease(db, tables, person, home, today),
    today,
    identityVerifiedToday: true,
  })
  return answer.answer === 'no' ? answer.reason : null
}

/** Who brings or collects, as it is kept. */
export interface Bringer {
  readonly bringerKind: BringerKind
  readonly bringerResidentId: string | null
  readonly bringerName: string
  readonly askId: string | null
  readonly mandateId: string | null
}

type NotBringer = {
  readonly ok: false
  readonly refusal: 'notAllowed' | 'otherMatter' | 'askedAnotherDay' | 'notOnLease'
  readonly reason?: WhyNot
}

interface Asked {
  readonly resident: ResidentRow
  readonly home: Home
  readonly direction: HandoffDirection
  readonly who:
    | { readonly kind: 'resident' }
    | { readonly kind: 'coTenant'; readonly residentId: string }
    | { readonly kind: 'asked'; readonly askId: string }
}

const notAllowed = (reason: WhyNot | null): NotBringer => ({
  ok: false,
  refusal: 'notAllowed',
  ...(reason ? { reason } : {}),
})

/** By an answer to the mandate question: of today, of these keys, and still standing. */
async function byAnswer(
  db: Db,
  call: Call,
  askId: string,
  { resident, home, direction }: Asked,
): Promise<{ readonly ok: true; readonly value: Bringer } | NotBringer> {
  const { tables } = call.parts.store
  const row = await askById(db, tables, askId)
  const same =
    row.residentId === resident.id && row.leaseId === home.leaseId && row.action === handoffAction[direction]
  if (!same) return { ok: false, refusal: 'otherMatter' }
  if (!isToday(row, call)) return { ok: false, refusal: 'askedAnotherDay' }
  if (!(await isAllowed(db, tables, row))) return notAllowed(row.reason)
  const self = row.whoKind === 'self'
  return accept({
    bringerKind: self ? 'resident' : 'grantee',
    bringerResidentId: self ? resident.id : row.whoResidentId,
    bringerName: self ? fullName(resident) : (row.whoName ?? ''),
    askId: row.id,
    mandateId: row.ground?.mandateId ?? null,
  })
}

/**
 * Who brings or collects, when they may: the resident and whoever else is on the lease by the same rule as the mandate question, everybody else by
 * an answer of today. Refused: `notOnLease`, `notAllowed` with why not, `otherMatter`, `askedAnotherDay`.
 */
export async function bringerOf(
  db: Db,
  call: Call,
  asked: Asked,
): Promise<{ readonly ok: true; readonly value: Bringer } | NotBringer> {
  const { who, resident, home, direction } = asked
  if (who.kind === 'asked') return byAnswer(db, call, who.askId, asked)
  const { tables } = call.parts.store
  const today = helsinkiDay(call.now)
  const own = who.kind === 'resident' || who.residentId === resident.id
  const residentId = own ? resident.id : who.residentId
  const place = own ? home : await homeOnLease(db, tables, residentId, home.leaseId, today)
  const [person] = await db
    .select()
    .from(tables.resident)
    .where(inArray(tables.resident.id, [residentId]))
  if (!place || !person) return { ok: false, refusal: 'notOnLease' }
  const reason = await whyNotOwn(db, tables, person, place, direction, today)
  if (reason !== null) return notAllowed(reason)
  return accept({
    bringerKind: own ? 'resident' : 'coTenant',
    bringerResidentId: residentId,
    bringerName: fullName(person),
    askId: null,
    mandateId: null,
  })
}
