import type { todayGaps } from '#shared/contract/today'
import { defectKinds } from '#shared/rules/defectKinds'
import { helsinkiDay } from '#shared/rules/localDay'
import { type HoursState, stateAmong } from '#shared/rules/openingHours'
import { openingsOf } from '#shared/rules/visitHours'
import { isWorkingTime } from '#shared/rules/workingHours'
import { procedures, signedIn } from '../access/procedure'
import { daysFrom } from '../appointments/world'
import { closedBy, lineState, urgentNow } from '../calls/lines'
import { missingAddresses, readDefectSettings } from '../defects/settings'
import { readSmtp } from '../outbox/settings'
import { registerKind } from '../register/kind'
import { readWorkingWorld } from '../tasks/world'
import { hoursWorld, readTimetable } from '../timetable/kept'
import {
  type Asking,
  calls,
  hasDoorPrices,
  lateDefects,
  lateDoors,
  lateHandoffs,
  lateRequests,
  messagesToLookAt,
  mostItems,
  type Part,
  tasks,
  visits,
} from './items'

const os = procedures.today

/** As far ahead as it is said when the service point opens next. */
const daysAhead = 60

const hours = ({ open, until, opensAt }: HoursState) => ({ open, until, opensAt })

/** Several sorts of things as one list, in the order of their times; what has only a day comes at its beginning. */
function together(parts: readonly Part[]) {
  const time = ({ at, on }: Part['items'][number]) =>
    at?.getTime() ?? (on === null ? Number.POSITIVE_INFINITY : Date.parse(`${on}T00:00:00Z`))
  const items = parts.flatMap((part) => part.items).toSorted((a, b) => time(a) - time(b))
  return {
    items: items.slice(0, mostItems),
    total: parts.reduce((sum, { total }) => sum + total, 0),
  }
}

const has = ({ me }: Asking, ...roles: Asking['me']['roles']) => roles.some((role) => me.roles.includes(role))

async function next(asking: Asking): Promise<Part[]> {
  const parts = [await calls(asking, 'mine'), await tasks(asking, 'mine')]
  if (has(asking, 'counter', 'lead')) parts.push(await visits(asking, 'coming', 'service'))
  if (has(asking, 'asoy')) parts.push(await visits(asking, 'coming', 'asoy'), await tasks(asking, 'team'))
  else if (has(asking, 'phone')) parts.push(await tasks(asking, 'team'))
  return parts
}

async function late(asking: Asking): Promise<Part[]> {
  const all = has(asking, 'counter', 'phone', 'lead')
  const parts = [
    await tasks(asking, 'late'),
    await lateRequests(asking, !all),
    await lateDefects(asking, !all),
  ]
  if (all) parts.push(await lateHandoffs(asking), await lateDoors(asking))
  return parts
}

async function waiting(asking: Asking): Promise<Part[]> {
  const parts = [await tasks(asking, 'waiting')]
  if (has(asking, 'phone', 'asoy', 'lead')) parts.push(await calls(asking, 'parked'))
  if (has(asking, 'counter', 'lead')) parts.push(await visits(asking, 'waiting', 'service'))
  if (has(asking, 'asoy')) parts.push(await visits(asking, 'waiting', 'asoy'))
  return parts
}

type Gap = { gap: (typeof todayGaps)[number]; count: number }

/** What the lead, or the administrator, has not set yet, so that things wait. */
async function gapsOf(asking: Asking): Promise<Gap[]> {
  const { db, tables } = asking
  const gaps: Gap[] = []
  const add = (gap: Gap['gap'], count: number) => {
    if (count > 0) gaps.push({ gap, count })
  }
  add('messagesNeedAttention', await messagesToLookAt(asking))
  if (!has(asking, 'lead', 'administrator')) return gaps
  const missing = await missingAddresses(db, tables, await readDefectSettings(db, tables))
  add('emptyRegister', (await registerKind(db, tables)) === 'empty' ? 1 : 0)
  add('noMailServer', (await readSmtp(db, tables)) === null ? 1 : 0)
  add('areasWithoutEmail', missing.areas.length)
  add('noAsOyTable', missing.asOyKinds === defectKinds.length ? 1 : 0)
  add('noDoorPrices', (await hasDoorPrices(asking)) ? 0 : 1)
  return gaps
}

/** The start page of each role. */
export const todayProcedures = os.router({
  read: os.read.handler(({ context }) => {
    const { tables } = context.parts.store
    const { now } = context
    const me = signedIn(context)
    const today = helsinkiDay(now)
    return context.read(async (db) => {
      const asking: Asking = { db, tables, me, now, today }
      const timetable = await readTimetable(db, tables)
      const holidayOf = closedBy(timetable.rules.closedEves)
      const openings = daysFrom(today, daysAhead).flatMap((day) => openingsOf(day, hoursWorld(timetable)))
      // An administrator alone serves nobody, and sees no names.
      const serves = has(asking, 'counter', 'phone', 'asoy', 'lead')
      const lateParts = serves ? await late(asking) : []
      const workingTime = isWorkingTime(now, await readWorkingWorld(db, tables))
      const overdue = together(lateParts)
      return {
        now,
        today,
        roles: [...me.roles],
        open: {
          holiday: holidayOf(today),
          servicePoint: hours(stateAmong(openings, now)),
          phoneLine: hours(lineState('general', now, holidayOf)),
          asOy: hours(lineState('asoy', now, holidayOf)),
          urgent: urgentNow(now, holidayOf),
        },
        workingTime,
        next: together(serves ? await next(asking) : []),
        late: overdue,
        waiting: together(serves ? await waiting(asking) : []),
        alerts: workingTime ? overdue.total : 0,
        gaps: await gapsOf(asking),
      }
    })
  }),
})
