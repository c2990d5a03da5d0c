import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { callerNumber } from '#shared/rules/callerNumber'
import { type CallerKind, recognition } from '#shared/rules/recognising'
import { accept, type Result, refuse } from '#shared/rules/result'
import { type Call, procedures, signedIn } from '../access/procedure'
import { residentById } from '../residents/page'
import type { Db, Tx } from '../store/store'
import { readTaskSettings } from '../tasks/settings'
import { untilFirst } from '../visits/acts'
import { mayGoOn } from './ending'
import { lineState, readHolidayOf } from './lines'
import { type CallRow, changeCall, sameCall, stopped } from './rows'
import { callPage, questionsFor } from './view'

const os = procedures.calls

/** Whether whoever asks has a live call. */
async function hasLive(db: Db, context: Call): Promise<boolean> {
  const { call } = context.parts.store.tables
  const [live] = await db
    .select({ id: call.id })
    .from(call)
    .where(eq(call.liveStaffId, signedIn(context).staffId))
  return live !== undefined
}

/** The columns of who calls. One who is, or calls for, a resident says which; nobody else has one. */
function callerOf(input: {
  readonly number: string
  readonly withheld: boolean
  readonly callerKind: CallerKind
  readonly residentId: string | null
  readonly callerName: string
}): Result<
  Pick<CallRow, 'numberKind' | 'number' | 'callerKind' | 'residentId' | 'callerName'>,
  'onBehalfOfWhom'
> {
  const { callerKind, callerName } = input
  const ofResident = callerKind === 'resident' || callerKind === 'onBehalf'
  if (ofResident && input.residentId === null) return refuse('onBehalfOfWhom')
  const { kind, number } = input.withheld
    ? { kind: 'withheld' as const, number: null }
    : callerNumber(input.number)
  return accept({
    numberKind: kind,
    number,
    callerKind,
    residentId: ofResident ? input.residentId : null,
    callerName: callerKind === 'resident' ? '' : callerName,
  })
}

const view = (tx: Tx, context: Call, id: string) =>
  callPage(tx.db, context.parts.store.tables, id, signedIn(context).staffId, context.now)

/** The beginning of a call, who it is, and putting it aside. */
export const calling = {
  start: os.start.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { staffId } = signedIn(context)
    const caller = callerOf(input)
    if (!caller.ok) throw errors.REFUSED({ data: { refusal: caller.refusal, field: 'residentId' } })
    return untilFirst(context, async (tx) => {
      if (await hasLive(tx.db, context)) throw errors.REFUSED({ data: { refusal: 'otherCallLive' } })
      if (caller.value.residentId !== null) await residentById(tx.db, tables, caller.value.residentId)
      const line = lineState(input.line, context.now, await readHolidayOf(tx.db, tables))
      const row: CallRow = {
        id: uuidv7(),
        state: 'live',
        line: input.line,
        staffId,
        liveStaffId: staffId,
        ...caller.value,
        asked: [],
        recognised: false,
        topic: null,
        said: '',
        outcome: null,
        outsideHours: !line.open,
        startedAt: context.now,
        liveSince: context.now,
        talkedSeconds: 0,
        endedAt: null,
        version: 1,
      }
      await tx.insertMany(tables.call, [row])
      tx.changed('call', row.id)
      return view(tx, context, row.id)
    })
  }),

  setCaller: os.setCaller.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const caller = callerOf(input)
    if (!caller.ok) throw errors.REFUSED({ data: { refusal: caller.refusal, field: 'residentId' } })
    return context.write(async (tx) => {
      const { call } = await sameCall(tx, context, input)
      const may = mayGoOn(call, context)
      if (!may.ok) throw errors.REFUSED({ data: { refusal: may.refusal } })
      const { residentId, callerKind } = caller.value
      if (residentId !== null) await residentById(tx.db, tables, residentId)
      const same = residentId === call.residentId && callerKind === call.callerKind
      await changeCall(tx, context, call, {
        ...caller.value,
        ...(same ? {} : { asked: [], recognised: false }),
      })
      return view(tx, context, call.id)
    })
  }),

  recognise: os.recognise.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    return context.write(async (tx) => {
      const { call, resident } = await sameCall(tx, context, input)
      const may = mayGoOn(call, context)
      if (!may.ok) throw errors.REFUSED({ data: { refusal: may.refusal } })
      if (!resident || call.callerKind !== 'resident')
        throw errors.REFUSED({ data: { refusal: 'nobodyToRecognise' } })
      if (resident.diedOn) throw errors.REFUSED({ data: { refusal: 'callerDied' } })
      const { questions } = await questionsFor(tx.db, tables, resident.id, context.now)
      const possible = new Set(questions.map(({ question }) => question))
      const wrong = input.asked.find(({ question }) => !possible.has(question))
      if (wrong) throw errors.REFUSED({ data: { refusal: 'cannotBeAsked', field: wrong.question } })
      // What was asked stays asked: a wrong answer is not taken back by leaving it out.
      const kept = call.asked.filter(
        (each) => !input.asked.some(({ question }) => question === each.question),
      )
      const asked = [...kept, ...input.asked]
      const { caller: needs } = await readTaskSettings(tx.db, tables)
      await changeCall(tx, context, call, { asked, recognised: recognition(asked, needs) === 'recognised' })
      return view(tx, context, call.id)
    })
  }),

  park: os.park.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const { call } = await sameCall(tx, context, input)
      const may = mayGoOn(call, context)
      if (!may.ok) throw errors.REFUSED({ data: { refusal: may.refusal } })
      if (call.state !== 'live') throw errors.REFUSED({ data: { refusal: 'notLive' } })
      const { topic, said } = input
      await changeCall(tx, context, call, { topic, said, state: 'parked', ...stopped(call, context.now) })
      return view(tx, context, call.id)
    }),
  ),

  resume: os.resume.handler(({ input, context, errors }) => {
    const { staffId } = signedIn(context)
    return untilFirst(context, async (tx) => {
      const { call } = await sameCall(tx, context, input)
      if (call.state === 'ended') throw errors.REFUSED({ data: { refusal: 'callOver' } })
      if (call.state !== 'parked') throw errors.REFUSED({ data: { refusal: 'notParked' } })
      if (await hasLive(tx.db, context)) throw errors.REFUSED({ data: { refusal: 'otherCallLive' } })
      const live = { state: 'live', staffId, liveStaffId: staffId, liveSince: context.now } as const
      await changeCall(tx, context, call, live)
      return view(tx, context, call.id)
    })
  }),
}
