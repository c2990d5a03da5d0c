import { randomBytes } from 'node:crypto'
import { and, asc, desc, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { defaultDueDay, type HandoffDirection, keysAskedBack, staying } from '#shared/rules/keyHandoff'
import { addDays, helsinkiDay, type LocalDay } from '#shared/rules/localDay'
import { referenceBytes, referenceFrom } from '#shared/rules/visitReference'
import { procedures, signedIn } from '../access/procedure'
import { deadAmong } from '../mandates/facts'
import { homeOnLease } from '../mandates/grantor'
import { protectedLeases } from '../residents/homes'
import { residentById } from '../residents/page'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { bringerOf, fullName, peopleOn, whyNotOwn } from './bringers'
import { type HandoffRow, handoffById, noteHandoff, tellTimeline } from './handoffRows'
import { handoffView } from './handoffView'
import { keysOfApartment, keyViews } from './keyView'
import type { KeyRow } from './ledger'
import { emailOfBringer } from './recipients'
import { movableKeys, movingKeys } from './seen'
import { tellNew } from './telling'

const os = procedures.keys

/** No due day is further away, days. */
const furthestDueDay = 730

/** The termination of a lease that is open, with its last day; null when there is none. */
async function openTermination(db: Db, { serviceRequest }: Tables, leaseId: string) {
  const [row] = await db
    .select({ id: serviceRequest.id, lastDay: serviceRequest.lastDay })
    .from(serviceRequest)
    .where(
      and(
        eq(serviceRequest.leaseId, leaseId),
        eq(serviceRequest.kind, 'terminateLease'),
        eq(serviceRequest.state, 'open'),
      ),
    )
    .orderBy(desc(serviceRequest.madeAt))
    .limit(1)
  return row ?? null
}

const isOut = ({ holderKind }: KeyRow) => holderKind === 'resident' || holderKind === 'grantee'
const isIn = ({ holderKind }: KeyRow) => holderKind === 'blc' || holderKind === 'heka'

/** Why a key cannot be in a hand-off of that direction; null when it can. A lost key can come back. */
function whyNotInHandoff(row: KeyRow, direction: HandoffDirection) {
  if (!row.active) return 'keyInactive' as const
  if (direction === 'return') return isOut(row) || row.holderKind === 'lost' ? null : ('notOut' as const)
  return isIn(row) ? null : ('notIn' as const)
}

function whyNotDue(dueOn: LocalDay, today: LocalDay) {
  if (dueOn < today) return 'dueDayPast' as const
  return dueOn > addDays(today, furthestDueDay) ? ('dueDayTooFar' as const) : null
}

/** Whether a hand-off can follow from a request: an open one of the same lease that ends or transfers it. */
async function followsFrom(db: Db, { serviceRequest }: Tables, requestId: string, leaseId: string) {
  const [row] = await db.select().from(serviceRequest).where(eq(serviceRequest.id, requestId))
  const kinds: readonly string[] = ['terminateLease', 'transferLease']
  return row?.leaseId === leaseId && kinds.includes(row.kind) && row.state !== 'cancelled'
}

/** How a hand-off begins. */
export const makingHandoffs = {
  handoffForm: os.handoffForm.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { direction } = input
    const today = helsinkiDay(context.now)
    return context.read(async (db) => {
      const resident = await residentById(db, tables, input.residentId)
      const home = await homeOnLease(db, tables, resident.id, input.leaseNo, today)
      if (!home) throw errors.REFUSED({ data: { refusal: 'notGrantorsLease', field: 'leaseNo' } })
      const people = await peopleOn(db, tables, home.leaseId, today)
      const termination = await openTermination(db, tables, home.leaseId)
      const died = (await deadAmong(db, tables, [resident.id])).has(resident.id)
      const dueOn = defaultDueDay({
        direction,
        lease: home.lease,
        terminatedOn: termination?.lastDay ?? null,
        leavesOn: home.to,
        today,
      })
      const ends = [home.lease.endsOn, termination?.lastDay ?? null].filter((day) => day !== null).sort()[0]
      const stay = new Set(
        staying(
          people.map(({ person, to, died: dead }) => ({ residentId: person.id, to, died: dead })),
          [resident.id],
          ends ?? null,
          dueOn ?? today,
        ),
      )
      const rows = await keysOfApartment(db, tables, home.apartment.id)
      const views = await keyViews(db, tables, rows, context.now, 'everybody')
      const free = views.filter(({ handoff }) => handoff === null)
      const chosen =
        direction === 'return'
          ? keysAskedBack(free, [resident.id], [...stay])
          : free.filter(({ active, holder }) => active && (holder.kind === 'blc' || holder.kind === 'heka'))
      const candidates = people.some(({ person }) => person.id === resident.id)
        ? people.toSorted(
            (one, other) => Number(other.person.id === resident.id) - Number(one.person.id === resident.id),
          )
        : [{ person: resident, to: home.to, died }, ...people]
      const bringers = []
      for (const { person } of candidates) {
        const own = person.id === resident.id
        const place = own ? home : await homeOnLease(db, tables, person.id, home.leaseId, today)
        if (!place) continue
        bringers.push({
          kind: own ? ('resident' as const) : ('coTenant' as const),
          residentId: person.id,
          name: fullName(person),
          hasEmail: Boolean(person.email),
          language: (['fi', 'sv', 'en'] as const).find((each) => each === person.language) ?? 'fi',
          whyNot: await whyNotOwn(db, tables, person, place, direction, today),
        })
      }
      return {
        residentId: resident.id,
        apartmentId: home.apartment.id,
        keys: views.map((view) => ({ ...view, chosen: chosen.some(({ id }) => id === view.id) })),
        dueOn,
        staying: people
          .filter(({ person }) => stay.has(person.id))
          .map(({ person }) => ({ residentId: person.id, name: fullName(person) })),
        bringers,
        died,
        terminationId: termination?.id ?? null,
        protected:
          resident.nonDisclosure || (await protectedLeases(db, tables, [home.leaseId])).has(home.leaseId),
      }
    })
  }),

  makeHandoff: os.makeHandoff.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { direction, dueOn, language, send, note, requestId } = input
    const today = helsinkiDay(context.now)
    const due = whyNotDue(dueOn, today)
    if (due) throw errors.REFUSED({ data: { refusal: due, field: 'dueOn' } })
    return movingKeys(context, async (tx) => {
      const { db } = tx
      const resident = await residentById(db, tables, input.residentId)
      const home = await homeOnLease(db, tables, resident.id, input.leaseNo, today)
      if (!home) throw errors.REFUSED({ data: { refusal: 'notGrantorsLease', field: 'leaseNo' } })
      const movable = await movableKeys(tx, context, input.keys, home.apartment.id)
      if (!movable.ok) throw errors.REFUSED({ data: movable.data })
      const keys = movable.value
      for (const row of keys) {
        const refusal = whyNotInHandoff(row, direction)
        if (refusal) throw errors.REFUSED({ data: { refusal, keyId: row.id, field: 'keys' } })
      }
      const bringer = await bringerOf(db, context, { resident, home, direction, who: input.who })
      if (!bringer.ok) {
        const { refusal, reason } = bringer
        throw errors.REFUSED({ data: { refusal, field: 'who', ...(reason ? { reason } : {}) } })
      }
      if (requestId !== null && !(await followsFrom(db, tables, requestId, home.leaseId)))
        throw errors.REFUSED({ data: { refusal: 'noSuchRequest', field: 'requestId' } })
      const row: HandoffRow = {
        id: uuidv7(),
        reference: referenceFrom(randomBytes(referenceBytes)),
        direction,
        state: 'instructed',
        leaseId: home.leaseId,
        residentId: resident.id,
        apartmentId: home.apartment.id,
        ...bringer.value,
        requestId,
        dueOn,
        language,
        send,
        note,
        madeAt: context.now,
        madeBy: signedIn(context).staffId,
        countedOn: null,
        remindedOn: null,
        reminders: 0,
        endedAt: null,
        endedBy: null,
        cancelledBecause: null,
        endNote: null,
        version: 1,
      }
      if (send === 'email' && (await emailOfBringer(db, tables, row)) === null)
        throw errors.REFUSED({ data: { refusal: 'noEmail', field: 'send' } })
      await tx.insertMany(tables.keyHandoff, [row])
      await tx.insertMany(
        tables.keyHandoffKey,
        keys.map((key) => ({
          id: uuidv7(),
          handoffId: row.id,
          keyId: key.id,
          heldKeyId: key.id,
          state: 'expected' as const,
          reportedOn: null,
        })),
      )
      const detail = { direction, keys: keys.length, dueOn, bringer: row.bringerKind, send }
      await noteHandoff(tx, context, { handoffId: row.id, what: 'made', detail })
      await tellNew(tx, tables, await handoffById(db, tables, row.id), context.now)
      await tellTimeline(tx, context, row, 'handedOff', {
        ...detail,
        name: row.bringerKind === 'resident' ? null : row.bringerName,
      })
      tx.changed('handoff', row.id)
      tx.changed('key', row.apartmentId)
      return handoffView(db, tables, row.id, context.now)
    })
  }),
}

/** The open hand-offs that follow from a request, the first first. */
export const handoffsOfRequest = (db: Db, { keyHandoff }: Tables, requestId: string): Promise<HandoffRow[]> =>
  db
    .select()
    .from(keyHandoff)
    .where(eq(keyHandoff.requestId, requestId))
    .orderBy(asc(keyHandoff.madeAt), asc(keyHandoff.id))
