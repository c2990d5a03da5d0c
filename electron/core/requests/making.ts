import { randomBytes } from 'node:crypto'
import { and, asc, eq, gte, isNull, or } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { eveClosure, publicHoliday } from '#shared/rules/holidays'
import { lastDayAfterNotice, lastDayOfLease } from '#shared/rules/leaseTermination'
import { helsinkiDay, type LocalDay } from '#shared/rules/localDay'
import { checkRequestFields } from '#shared/rules/requestFields'
import { dueDay, type RequestKind, requestKindRule, requestKinds } from '#shared/rules/requestKinds'
import { referenceBytes, referenceFrom } from '#shared/rules/visitReference'
import { procedures, signedIn } from '../access/procedure'
import { homeOnLease } from '../mandates/grantor'
import type { Home } from '../residents/homes'
import { residentById } from '../residents/page'
import { recordEvent } from '../residents/timeline'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'
import { readTaskSettings } from '../tasks/settings'
import { readTimetable } from '../timetable/kept'
import { untilFirst } from '../visits/acts'
import { askerOf } from './asker'
import { tellWhoAnswers } from './handOff'
import { type RequestRow, requestById, whereTo } from './rows'
import { readRequestSettings } from './settings'
import { heldBy, requestView } from './view'

const os = procedures.requests

/** Everyone who lives, or is about to live, on a lease, by the register of occupants. */
async function livingOn(db: Db, { occupancy, resident }: Tables, leaseId: string, today: LocalDay) {
  const rows = await db
    .select({
      residentId: resident.id,
      firstNames: resident.firstNames,
      lastName: resident.lastName,
    })
    .from(occupancy)
    .innerJoin(resident, eq(resident.id, occupancy.residentId))
    .where(
      and(
        eq(occupancy.leaseId, leaseId),
        isNull(occupancy.leftOn),
        isNull(resident.diedOn),
        or(isNull(occupancy.toOn), gte(occupancy.toOn, today)),
      ),
    )
    .orderBy(asc(occupancy.role), asc(resident.birthDate), asc(resident.id))
  // One who has moved out and in again is on the lease twice.
  const living = new Map(rows.map((row) => [row.residentId, `${row.firstNames} ${row.lastName}`]))
  return [...living].map(([residentId, name]) => ({ residentId, name }))
}

/** Where a kind goes from a home, and the last day to answer. */
async function routing(db: Db, tables: Tables, home: Home, today: LocalDay) {
  const settings = await readRequestSettings(db, tables)
  const { rules } = await readTimetable(db, tables)
  const isClosed = (day: LocalDay) => {
    const eve = eveClosure(day)
    return publicHoliday(day) !== null || (eve !== null && rules.closedEves.includes(eve))
  }
  return {
    settings,
    of(kind: RequestKind) {
      const { goesTo, workingDays } = settings.kinds[kind]
      return {
        goesTo: home.propertyKind === 'asoy' ? ('asOy' as const) : goesTo,
        dueOn: dueDay(today, workingDays, isClosed),
      }
    },
  }
}

export const making = {
  form: os.form.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const today = helsinkiDay(context.now)
    return context.read(async (db) => {
      const { id } = await residentById(db, tables, input.residentId)
      const home = await homeOnLease(db, tables, id, input.leaseNo, today)
      if (!home) throw errors.REFUSED({ data: { refusal: 'notGrantorsLease', field: 'leaseNo' } })
      const { settings, of } = await routing(db, tables, home, today)
      return {
        residentId: id,
        kinds: requestKinds.map((kind) => {
          const route = of(kind)
          return { kind, ...route, hasAddress: whereTo(home, route.goesTo, settings).email !== null }
        }),
        living: await livingOn(db, tables, home.leaseId, today),
        notice: settings.notice,
        fewestQuestions: (await readTaskSettings(db, tables)).caller.right,
      }
    })
  }),

  make: os.make.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { kind, who } = input
    const today = helsinkiDay(context.now)
    const { once } = requestKindRule(kind)
    return untilFirst(context, async (tx: Tx) => {
      const { db } = tx
      const resident = await residentById(db, tables, input.residentId)
      const home = await homeOnLease(db, tables, resident.id, input.leaseNo, today)
      if (!home) throw errors.REFUSED({ data: { refusal: 'notGrantorsLease', field: 'leaseNo' } })
      const living = await livingOn(db, tables, home.leaseId, today)
      const form = checkRequestFields(kind, input.fields, { today, living, residentId: resident.id })
      if (!form.ok) throw errors.REFUSED({ data: { refusal: form.refusal, field: form.field } })
      const fields = form.value
      const asker = await askerOf(db, context, { resident, home, kind, fields, who })
      if (!asker.ok) {
        const { refusal } = asker
        const reason = 'reason' in asker ? asker.reason : undefined
        throw errors.REFUSED({ data: { refusal, field: 'who', ...(reason ? { reason } : {}) } })
      }
      const { settings, of } = await routing(db, tables, home, today)
      const { noticeOn, endsOn } = fields
      const last =
        kind === 'terminateLease' && typeof noticeOn === 'string'
          ? lastDayOfLease(
              { noticeOn, wished: typeof endsOn === 'string' ? endsOn : null, lease: home.lease, today },
              settings.notice,
            )
          : null
      if (last && !last.ok) {
        const firstDay = lastDayAfterNotice(String(noticeOn), settings.notice)
        const tooEarly = last.refusal === 'beforeNoticeEnds'
        throw errors.REFUSED({
          data: { refusal: last.refusal, ...(tooEarly ? { field: 'endsOn', firstDay } : {}) },
        })
      }
      const heldOnce = once ? `${kind} ${home.leaseId}` : null
      const held = heldOnce && (await heldBy(db, tables, heldOnce))
      if (held) throw errors.REFUSED({ data: { refusal: 'alreadyRequested', requestId: held } })
      const row: RequestRow = {
        id: uuidv7(),
        reference: referenceFrom(randomBytes(referenceBytes)),
        residentId: resident.id,
        leaseId: home.leaseId,
        kind,
        fields,
        ...of(kind),
        ...asker.value,
        state: 'open',
        lastDay: last?.value ?? null,
        heldOnce,
        madeAt: context.now,
        madeBy: signedIn(context).staffId,
        endedAt: null,
        endedBy: null,
        cancelledBy: null,
        endNote: null,
        version: 1,
      }
      await tx.insertMany(tables.serviceRequest, [row])
      await tellWhoAnswers(tx, tables, await requestById(db, tables, row.id), 'request', context.now)
      await recordEvent(tx, tables, {
        residentId: resident.id,
        at: context.now,
        by: signedIn(context),
        kind: 'request',
        detail: {
          what: 'made',
          requestId: row.id,
          kind,
          goesTo: row.goesTo,
          dueOn: row.dueOn,
          who: row.whoKind,
          name: row.whoName,
          lastDay: row.lastDay,
        },
      })
      tx.changed('request', row.id)
      return requestView(db, tables, row.id, context.now)
    })
  }),
}
