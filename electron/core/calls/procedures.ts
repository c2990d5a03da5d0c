import { and, asc, count, desc, eq, gte, lt } from 'drizzle-orm'
import { DateTime } from 'luxon'
import { callerNumber } from '#shared/rules/callerNumber'
import { contactPoints } from '#shared/rules/facts'
import { addDays, HELSINKI, helsinkiDay, type LocalDay } from '#shared/rules/localDay'
import { marksOf } from '#shared/rules/residentMarks'
import { procedures, signedIn } from '../access/procedure'
import { homesOf } from '../residents/homes'
import { searchResidents } from '../residents/search'
import { makeTask } from '../tasks/making'
import { calling } from './calling'
import { endCall, mayGoOn } from './ending'
import { sameCall, selectCalls } from './rows'
import { callPage, callViews } from './view'

const os = procedures.calls

const pageSize = 50
/** So many parked calls are shown. */
const most = 100

/** What a number looks like, and the words for one that is withheld: everything else is a name or an address. */
const looksLikeNumber = /^[+0(][\d\s()+/.-]*$|^[a-zåäö]{4,}$/i

const startOf = (day: LocalDay) => DateTime.fromISO(day, { zone: HELSINKI }).toJSDate()

/** Calls: taken, put aside, logged and handed over. */
export const callProcedures = os.router({
  ...calling,

  mine: os.mine.handler(({ context }) => {
    const { tables } = context.parts.store
    const { now } = context
    const { staffId } = signedIn(context)
    return context.read(async (db) => {
      const live = await selectCalls(db, tables, eq(tables.call.liveStaffId, staffId))
      const parked = await selectCalls(db, tables, eq(tables.call.state, 'parked'))
        .orderBy(asc(tables.call.startedAt), asc(tables.call.id))
        .limit(most)
      const views = await callViews(db, tables, [...live, ...parked], staffId, now)
      return { now, live: views[live.length - 1] ?? null, parked: views.slice(live.length) }
    })
  }),

  find: os.find.handler(async ({ input, context }) => {
    const { store } = context.parts
    const told = callerNumber(input.text)
    const number =
      looksLikeNumber.test(input.text) && (told.kind !== 'unreadable' || /\d/.test(input.text))
        ? told
        : ({ kind: 'none', number: null } as const)
    const { hits, more } = await searchResidents(store, input.text, helsinkiDay(context.now))
    return { number, hits, more }
  }),

  read: os.read.handler(({ input, context }) =>
    context.read((db) =>
      callPage(db, context.parts.store.tables, input.id, signedIn(context).staffId, context.now),
    ),
  ),

  log: os.log.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { topic, said, outcome, followUp } = input
    const mayBeBare = outcome === 'mistake' || outcome === 'cutOff'
    if (topic === null && !mayBeBare)
      throw errors.REFUSED({ data: { refusal: 'topicRequired', field: 'topic' } })
    return context.write(async (tx) => {
      const { call } = await sameCall(tx, context, input)
      const may = mayGoOn(call, context)
      if (!may.ok) throw errors.REFUSED({ data: { refusal: may.refusal } })
      await endCall(tx, context, call, { topic, said, outcome })
      if (followUp) {
        const made = await makeTask(tx, context, {
          ...followUp,
          residentId: call.residentId,
          callId: call.id,
        })
        const field = made.ok || made.refusal === 'ownerUnknown' ? 'followUp.owner' : 'followUp.subject'
        if (!made.ok) throw errors.REFUSED({ data: { refusal: made.refusal, field } })
      }
      return callPage(tx.db, tables, call.id, signedIn(context).staffId, context.now)
    })
  }),

  handOver: os.handOver.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { topic, said } = input
    if (said === '') throw errors.REFUSED({ data: { refusal: 'saidRequired', field: 'said' } })
    return context.write(async (tx) => {
      const { call, resident } = await sameCall(tx, context, input)
      const may = mayGoOn(call, context)
      if (!may.ok) throw errors.REFUSED({ data: { refusal: may.refusal } })
      const today = helsinkiDay(context.now)
      const homes = resident ? await homesOf(tx.db, tables, [resident.id]) : []
      if (!resident || !marksOf({ ...resident, occupancies: homes }, today).includes('asoy'))
        throw errors.REFUSED({ data: { refusal: 'notAsOy' } })
      await endCall(tx, context, call, { topic, said, outcome: 'handedOver' })
      const made = await makeTask(tx, context, {
        kind: 'asOy',
        subject: (said.split('\n')[0] ?? '').slice(0, 120).trim(),
        body: said,
        owner: { kind: 'team', team: 'asoy' },
        residentId: resident.id,
        callId: call.id,
      })
      if (!made.ok) throw errors.REFUSED({ data: { refusal: 'saidRequired', field: 'said' } })
      const page = await callPage(tx.db, tables, call.id, signedIn(context).staffId, context.now)
      return { ...page, taskId: made.value.id, transferTo: contactPoints.asOy.phone }
    })
  }),

  list: os.list.handler(({ input, context }) => {
    const { tables } = context.parts.store
    const { call } = tables
    const { staffId } = signedIn(context)
    const shown = { mine: eq(call.staffId, staffId), all: undefined, asOy: eq(call.line, 'asoy') }[input.show]
    const { day } = input
    const onDay =
      day === null
        ? undefined
        : and(gte(call.startedAt, startOf(day)), lt(call.startedAt, startOf(addDays(day, 1))))
    const which = and(shown, onDay)
    return context.read(async (db) => {
      const found = await selectCalls(db, tables, which)
        .orderBy(desc(call.startedAt), desc(call.id))
        .limit(pageSize)
        .offset(input.page * pageSize)
      const [all] = await db.select({ n: count() }).from(call).where(which)
      return { calls: await callViews(db, tables, found, staffId, context.now), total: all?.n ?? 0 }
    })
  }),
})
