import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { DateTime } from 'luxon'
import type { CallPage, CallView } from '#shared/contract/calls'
import { HELSINKI, helsinkiDay, type LocalDay } from '#shared/rules/localDay'
import {
  type KnownOfResident,
  mayBeTold,
  type QuestionToAsk,
  questionsToAsk,
  type Recognition,
  type RecognitionNeeds,
  recognition,
} from '#shared/rules/recognising'
import { marksOf } from '#shared/rules/residentMarks'
import { homesOf } from '../residents/homes'
import { residentPage } from '../residents/page'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { readTaskSettings } from '../tasks/settings'
import { lineState, readHolidayOf } from './lines'
import { type CallOf, type CallRow, callById } from './rows'

/** What of the timeline the resident had a part in: what the desk did alone they cannot know. */
const contacts = [
  'identityCheck',
  'portalStep',
  'visit',
  'mandate',
  'request',
  'keys',
  'call',
  'defect',
  'doorOpening',
]

const startOf = (day: LocalDay) => DateTime.fromISO(day, { zone: HELSINKI }).toJSDate()

async function latestContact(
  db: Db,
  { timelineEvent }: Tables,
  residentId: string,
  today: LocalDay,
): Promise<KnownOfResident['latestContact']> {
  const [latest] = await db
    .select({ at: timelineEvent.at, kind: timelineEvent.kind })
    .from(timelineEvent)
    .where(
      and(
        eq(timelineEvent.residentId, residentId),
        inArray(timelineEvent.kind, contacts),
        lt(timelineEvent.at, startOf(today)),
      ),
    )
    .orderBy(desc(timelineEvent.at))
    .limit(1)
  return latest ? { day: helsinkiDay(latest.at), kind: latest.kind } : null
}

/** What a resident can be asked for on the phone, with what is right; and how much of them is hidden. */
export async function questionsFor(
  db: Db,
  tables: Tables,
  residentId: string,
  now: Date,
): Promise<{ questions: QuestionToAsk[]; hidden: 'nothing' | 'address' | 'all' }> {
  const today = helsinkiDay(now)
  const page = await residentPage(db, tables, residentId, today)
  const home = page.leases.find(({ state }) => state === 'running' || state === 'noticeGiven')
  const questions = questionsToAsk({
    ibanEnding: page.contacts.ibanEnding,
    latestContact: await latestContact(db, tables, residentId, today),
    moveInDay: home?.from ?? null,
    household: home?.household.filter(({ from }) => from <= today).map(({ name }) => name) ?? [],
    rooms: home?.rooms ?? null,
  })
  return { questions, hidden: page.hidden }
}

/** Ids of what came of each of these calls, by the call. */
async function whatCame(db: Db, tables: Tables, ids: readonly string[]) {
  const of = async (table: 'defect' | 'doorOpening' | 'task') => {
    const { id, callId } = tables[table]
    if (ids.length === 0) return new Map<string | null, { id: string }[]>()
    const rows = await db
      .select({ id, callId })
      .from(tables[table])
      .where(inArray(callId, [...ids]))
      .orderBy(id)
    return Map.groupBy(rows, (row) => row.callId)
  }
  return { defects: await of('defect'), doors: await of('doorOpening'), tasks: await of('task') }
}

/** A call that is over stays as it was, whatever the lead has set since. */
function recognitionOf({ state, asked, recognised }: CallRow, needs: RecognitionNeeds): Recognition {
  if (recognised) return 'recognised'
  const now = recognition(asked, needs)
  return state === 'ended' && now === 'recognised' ? 'notYet' : now
}

/** Calls as lists show them, in their order, to one who may go on with their own. */
export async function callViews(
  db: Db,
  tables: Tables,
  found: readonly CallOf[],
  staffId: string,
  now: Date,
): Promise<CallView[]> {
  return viewsOf(db, tables, found, staffId, now, (await readTaskSettings(db, tables)).caller)
}

async function viewsOf(
  db: Db,
  tables: Tables,
  found: readonly CallOf[],
  staffId: string,
  now: Date,
  needs: RecognitionNeeds,
): Promise<CallView[]> {
  const today = helsinkiDay(now)
  const residentIds = [...new Set(found.flatMap(({ resident }) => resident?.id ?? []))]
  const homes = Map.groupBy(await homesOf(db, tables, residentIds), ({ residentId }) => residentId)
  const came = await whatCame(
    db,
    tables,
    found.map(({ call }) => call.id),
  )
  const idsIn = (rows: ReadonlyMap<string | null, readonly { id: string }[]>, id: string) =>
    (rows.get(id) ?? []).map((row) => row.id)
  return found.map(({ call, resident, by }) => {
    const { id, version, state, line, numberKind, callerKind, residentId, callerName, topic, said } = call
    const { outcome, outsideHours, startedAt, endedAt, talkedSeconds, liveSince } = call
    return {
      ...{ id, version, state, line, by, numberKind, callerKind, residentId, callerName, topic, said },
      ...{ outcome, outsideHours, startedAt, endedAt, talkedSeconds, liveSince },
      mine: call.staffId === staffId && state !== 'ended',
      number: resident?.nonDisclosure ? null : call.number,
      residentName: resident ? `${resident.firstNames} ${resident.lastName}` : '',
      marks: resident ? marksOf({ ...resident, occupancies: homes.get(resident.id) ?? [] }, today) : [],
      asked: [...call.asked],
      recognition: recognitionOf(call, needs),
      defectIds: idsIn(came.defects, id),
      doorOpeningIds: idsIn(came.doors, id),
      taskIds: idsIn(came.tasks, id),
    }
  })
}

/** One call as the call desk shows it. Throws NOT_FOUND. */
export async function callPage(
  db: Db,
  tables: Tables,
  id: string,
  staffId: string,
  now: Date,
): Promise<{ residentId: string | null; call: CallPage }> {
  const of = await callById(db, tables, id)
  const { caller: needs } = await readTaskSettings(db, tables)
  const [view] = (await viewsOf(db, tables, [of], staffId, now, needs)) as [CallView]
  const { residentId, callerKind, state } = of.call
  const known = residentId === null ? null : await questionsFor(db, tables, residentId, now)
  const told = mayBeTold({
    kind: callerKind,
    found: residentId !== null,
    recognised: view.recognition === 'recognised',
    hidden: known?.hidden ?? 'nothing',
  })
  const asks = callerKind === 'resident' && state !== 'ended' && !view.marks.includes('deceased')
  const { phone, open } = lineState('asoy', now, await readHolidayOf(db, tables))
  const call: CallPage = {
    ...view,
    now,
    questions: asks ? (known?.questions ?? []) : [],
    needs,
    told: { may: [...told.may], mayNot: [...told.mayNot] },
    asOy: view.line === 'general' && view.marks.includes('asoy') ? { phone, open } : null,
  }
  return { residentId, call }
}
