import { and, asc, eq, inArray, isNull, notInArray } from 'drizzle-orm'
import type { ResidentKeys } from '#shared/contract/keyHandoffViews'
import type { KeyEventView, PropertyKeys } from '#shared/contract/keyViews'
import { openHandoffStates } from '#shared/rules/keyHandoff'
import { helsinkiDay } from '#shared/rules/localDay'
import { standing } from '#shared/rules/residentMarks'
import { named, procedures } from '../access/procedure'
import { deadAmong } from '../mandates/facts'
import { homesOf, protectedLeases, streetAddress } from '../residents/homes'
import { residentById } from '../residents/page'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { checkLedger } from './checking'
import { selectHandoffs } from './handoffRows'
import { handoffSummaries, openFirst } from './handoffView'
import { holderViews, isApartmentProtected, namingAt, protectedApartments } from './holders'
import { apartmentLedger, countByHolder, isOverdue, keyViews } from './keyView'
import { holderOf, keyById } from './ledger'
import { placesFound } from './places'
import { readKeySettings } from './settings'

const os = procedures.keys

/** So many of a home's hand-offs are shown. */
const mostHandoffs = 50

const stateOrder = ['running', 'noticeGiven', 'future', 'unsigned', 'ended']

/** The keys of a resident's homes, with their hand-offs, and keys of other homes that they hold. Throws NOT_FOUND. */
export async function residentLedger(
  db: Db,
  tables: Tables,
  residentId: string,
  now: Date,
): Promise<ResidentKeys> {
  const { key, keyHandoff } = tables
  const today = helsinkiDay(now)
  const { id, nonDisclosure } = await residentById(db, tables, residentId)
  const lines = (await homesOf(db, tables, [id])).toSorted(
    (one, other) =>
      stateOrder.indexOf(standing(one, today)) - stateOrder.indexOf(standing(other, today)) ||
      other.lease.beginsOn.localeCompare(one.lease.beginsOn),
  )
  // One who has moved out and in again is on the lease twice.
  const homes = [...new Map(lines.toReversed().map((home) => [home.leaseId, home])).values()].toReversed()
  const leaseIds = homes.map(({ leaseId }) => leaseId)
  const apartmentIds = [...new Set(homes.map(({ apartment }) => apartment.id))]
  const hidden = await protectedLeases(db, tables, leaseIds)
  const keys =
    apartmentIds.length === 0 ? [] : await db.select().from(key).where(inArray(key.apartmentId, apartmentIds))
  const views = await keyViews(db, tables, keys, now, 'everybody')
  const apartmentOf = new Map(keys.map((row) => [row.id, row.apartmentId]))
  const held = await db
    .select()
    .from(key)
    .where(
      and(
        eq(key.holderResidentId, id),
        apartmentIds.length === 0 ? undefined : notInArray(key.apartmentId, apartmentIds),
      ),
    )
    .orderBy(asc(key.id))
  const homeOfKey = new Map(held.map((row) => [row.id, row.apartmentId]))
  const found =
    leaseIds.length === 0
      ? []
      : await selectHandoffs(db, tables)
          .where(inArray(keyHandoff.leaseId, leaseIds))
          .orderBy(...openFirst(tables))
          .limit(mostHandoffs)
  const handoffs = await handoffSummaries(db, tables, found, now)
  return {
    residentId: id,
    died: (await deadAmong(db, tables, [id])).has(id),
    homes: homes.map((home) => ({
      leaseNo: home.leaseNo,
      apartmentId: home.apartment.id,
      ...(nonDisclosure || hidden.has(home.leaseId)
        ? { propertyId: null, address: null }
        : { propertyId: home.property.id, address: streetAddress(home) }),
      beginsOn: home.lease.beginsOn,
      endsOn: home.lease.endsOn,
      ended: standing(home, today) === 'ended',
      keys: views.filter((view) => apartmentOf.get(view.id) === home.apartment.id),
      handoffs: handoffs.filter(({ leaseNo }) => leaseNo === home.leaseNo),
    })),
    otherKeys: (await keyViews(db, tables, held, now, 'everybody')).map((view) => ({
      ...view,
      apartmentId: homeOfKey.get(view.id) ?? '',
    })),
  }
}

/** The states of a hand-off in which somebody must settle a difference. */
const differs: readonly string[] = ['missing', 'damaged', 'tooMany']

async function propertyLedger(db: Db, tables: Tables, propertyId: string, now: Date): Promise<PropertyKeys> {
  const { property, apartment, key, keyHandoff } = tables
  const today = helsinkiDay(now)
  const [row] = await db.select().from(property).where(eq(property.id, propertyId))
  if (!row) throw named('NOT_FOUND')
  const { graceDays } = await readKeySettings(db, tables)
  const apartments = await db
    .select()
    .from(apartment)
    .where(and(eq(apartment.propertyId, propertyId), isNull(apartment.leftOn)))
    .orderBy(asc(apartment.stair), asc(apartment.number), asc(apartment.id))
  const counted = await db
    .select({
      apartmentId: key.apartmentId,
      holderKind: key.holderKind,
      active: key.active,
    })
    .from(key)
    .innerJoin(apartment, eq(apartment.id, key.apartmentId))
    .where(eq(apartment.propertyId, propertyId))
  const open = await db
    .select({
      apartmentId: keyHandoff.apartmentId,
      state: keyHandoff.state,
      dueOn: keyHandoff.dueOn,
    })
    .from(keyHandoff)
    .innerJoin(apartment, eq(apartment.id, keyHandoff.apartmentId))
    .where(and(eq(apartment.propertyId, propertyId), inArray(keyHandoff.state, [...openHandoffStates])))
  const hidden = await protectedApartments(db, tables, propertyId)
  const keysOf = Map.groupBy(counted, ({ apartmentId }) => apartmentId)
  const handoffsOf = Map.groupBy(open, ({ apartmentId }) => apartmentId)
  const figures = (apartmentId: string) => {
    const handoffs = handoffsOf.get(apartmentId) ?? []
    const attention = handoffs.filter(
      (each) => differs.includes(each.state) || isOverdue(each, today, graceDays),
    )
    return { open: handoffs.length, attention: attention.length }
  }
  const closed = apartments.filter(({ id }) => hidden.has(id)).map(({ id }) => figures(id))
  const sum = (of: 'open' | 'attention') => closed.reduce((all, each) => all + each[of], 0)
  return {
    propertyId,
    propertyNo: row.propertyNo,
    address: row.address,
    counts: countByHolder(counted),
    apartments: apartments
      .filter(({ id }) => !hidden.has(id))
      .map((home) => ({
        apartmentId: home.id,
        apartmentNo: home.apartmentNo,
        address: streetAddress({ apartment: home, property: row }),
        counts: countByHolder(keysOf.get(home.id) ?? []),
        ...figures(home.id),
      })),
    hidden: { apartments: closed.length, open: sum('open'), attention: sum('attention') },
  }
}

/** What can be looked at of keys. */
export const looking = {
  places: os.places.handler(({ input, context }) =>
    context.read(async (db) => ({ places: await placesFound(db, context.parts.store.tables, input.text) })),
  ),

  ofApartment: os.ofApartment.handler(({ input, context }) =>
    context.read((db) => apartmentLedger(db, context.parts.store.tables, input.apartmentId, context.now)),
  ),

  ofProperty: os.ofProperty.handler(({ input, context }) =>
    context.read((db) => propertyLedger(db, context.parts.store.tables, input.propertyId, context.now)),
  ),

  ofResident: os.ofResident.handler(({ input, context }) =>
    context.read((db) => residentLedger(db, context.parts.store.tables, input.residentId, context.now)),
  ),

  history: os.history.handler(({ input, context }) => {
    const { tables } = context.parts.store
    const { keyEvent, staff } = tables
    return context.read(async (db) => {
      const row = await keyById(db, tables, input.keyId)
      const isProtected = await isApartmentProtected(db, tables, row.apartmentId)
      const events = await db
        .select({ event: keyEvent, by: staff.name })
        .from(keyEvent)
        .innerJoin(staff, eq(staff.id, keyEvent.staffId))
        .where(eq(keyEvent.keyId, row.id))
        .orderBy(asc(keyEvent.seq))
      const people = events.map(({ event }) => event.holderResidentId)
      const shown = await holderViews(db, tables, people, namingAt(isProtected))
      const [view] = await keyViews(db, tables, [row], context.now, namingAt(isProtected))
      if (!view) throw named('NOT_FOUND')
      return {
        apartmentId: row.apartmentId,
        key: view,
        events: events.map(({ event, by }): KeyEventView => {
          const { seq, what, happenedOn, typedAt, word, wordText, handoffId, corrects, label } = event
          const correction = events.findLast((each) => each.event.corrects === seq)
          return {
            ...{ seq, what, happenedOn, typedAt, word, wordText, handoffId, corrects, label },
            by,
            holder: shown(holderOf(event)),
            correctedBy: correction?.event.seq ?? null,
          }
        }),
      }
    })
  }),

  check: os.check.handler(({ context }) => context.read((db) => checkLedger(db, context.parts.store.tables))),
}
