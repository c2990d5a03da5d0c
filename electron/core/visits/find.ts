import { and, eq, gte, inArray, ne, or } from 'drizzle-orm'
import { DateTime } from 'luxon'
import { arrivalStanding } from '#shared/rules/arrival'
import { HELSINKI, helsinkiDay, type LocalDay } from '#shared/rules/localDay'
import { matchedColumns, parseSearch, searchDocument } from '#shared/rules/search'
import { parseReference } from '#shared/rules/visitReference'
import { procedures } from '../access/procedure'
import { searchResidents } from '../residents/search'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { hoursWorld, readTimetable } from '../timetable/kept'
import { visitViews } from './view'
import { walkInsAt } from './walkIns'

const os = procedures.visits

/** How long ago somebody's visit may have been who comes on the wrong day. */
const daysBack = 14
const most = 20

/** The wall clock of a time as it is said at the desk: '9.30', '9:30', '930', 'klo 9.30', 'klo 9'. Null when it is none. */
export function parseTime(text: string): string | null {
  const typed = text.trim().toLowerCase()
  const said = /^(?:klo|kl\.?)\s*(\d{1,2})$/.exec(typed)
  const parts = said ?? /^(?:(?:klo|kl\.?)\s*)?(\d{1,2})[.:]?(\d{2})$/.exec(typed)
  if (!parts) return null
  const [hour, minute] = [Number(parts[1]), Number(parts[2] ?? 0)]
  if (hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** A queue number as it is read from a slip or said: 'A12', 'b 7', 'B-7'. Null when it is none. */
export function parseNumber(text: string): { readonly series: 'A' | 'B'; readonly number: number } | null {
  const parts = /^([ab])\s*\p{Pd}?\s*([1-9]\d{0,3})$/iu.exec(text.trim())
  if (!parts) return null
  return { series: parts[1]?.toUpperCase() === 'A' ? 'A' : 'B', number: Number(parts[2]) }
}

const wallClock = (at: Date) => DateTime.fromJSDate(at, { zone: HELSINKI }).toFormat('HH:mm')

/** The visits among which somebody is looked for: today's, and booked ones from two weeks ago on. */
function near(db: Db, { visit, resident }: Tables, today: LocalDay) {
  const from = DateTime.fromISO(today, { zone: 'utc' }).minus({ days: daysBack }).toFormat('yyyy-MM-dd')
  return db
    .select({
      id: visit.id,
      day: visit.day,
      startsAt: visit.startsAt,
      series: visit.series,
      number: visit.number,
      arrivedAt: visit.arrivedAt,
      personName: visit.personName,
      firstNames: resident.firstNames,
      lastName: resident.lastName,
      birthDate: resident.birthDate,
      identityCode: resident.identityCode,
    })
    .from(visit)
    .leftJoin(resident, eq(resident.id, visit.residentId))
    .where(or(eq(visit.day, today), and(gte(visit.day, from), eq(visit.state, 'booked'))))
}
type Near = Awaited<ReturnType<typeof near>>[number]

/** Whether a visitor's name, birth date or code has every word that was typed, as the search of residents has it. */
function hasWords(terms: ReturnType<typeof parseSearch>, row: Near): boolean {
  const document = searchDocument({
    firstNames: row.firstNames ?? '',
    lastName: row.lastName ?? row.personName ?? '',
    homes: [],
    phone: null,
    email: null,
    identityCode: row.identityCode,
    birthDate: row.birthDate,
    leaseNos: [],
  })
  return terms.length > 0 && terms.every((term) => matchedColumns([term], document).size > 0)
}

/** One whose check-in was taken back has no number until they come. */
const hasNumber = (row: Near, { series, number }: { readonly series: string; readonly number: number }) =>
  row.arrivedAt !== null && row.series === series && row.number === number

/** Today's first, then those to come, then past ones, the nearest first. */
function byNearness(today: LocalDay) {
  const rank = (day: LocalDay) => (day === today ? 0 : day > today ? 1 : 2)
  const at = (row: Near) => row.startsAt?.getTime() ?? 0
  return (a: Near, b: Near) =>
    rank(a.day) - rank(b.day) || (rank(a.day) === 2 ? at(b) - at(a) : at(a) - at(b)) || (a.id < b.id ? -1 : 1)
}

/** The ids of the visits that were meant, the likeliest first. */
async function meant(db: Db, tables: Tables, text: string, today: LocalDay) {
  const reference = parseReference(text)
  const quoted = reference.ok
    ? await db
        .select({ id: tables.visit.id })
        .from(tables.visit)
        .where(eq(tables.visit.reference, reference.value))
    : []
  // Nobody's name is a reference that was given.
  if (quoted.length > 0) return { ids: quoted.map(({ id }) => id), residentsToo: false }
  const rows = (await near(db, tables, today)).toSorted(byNearness(today))
  const time = parseTime(text)
  const number = parseNumber(text)
  const terms = parseSearch(text)
  const isMeant = (row: Near) => {
    if (time !== null) return row.day === today && row.startsAt !== null && wallClock(row.startsAt) === time
    if (number !== null) return row.day === today && hasNumber(row, number)
    return hasWords(terms, row)
  }
  const residentsToo = time === null && number === null
  return {
    ids: rows
      .filter(isMeant)
      .slice(0, most)
      .map(({ id }) => id),
    residentsToo,
  }
}

/** Those of these residents who have a visit today or later that nobody has cancelled. */
async function expected(db: Db, { visit }: Tables, residentIds: readonly string[], today: LocalDay) {
  if (residentIds.length === 0) return new Set<string | null>()
  const rows = await db
    .select({ residentId: visit.residentId })
    .from(visit)
    .where(
      and(inArray(visit.residentId, [...residentIds]), gte(visit.day, today), ne(visit.state, 'cancelled')),
    )
  return new Set(rows.map(({ residentId }) => residentId))
}

/** Who stands at the reception, by what they say. */
export const findProcedure = os.find.handler(async ({ input, context }) => {
  const { store } = context.parts
  const { tables } = store
  const { now } = context
  const today = helsinkiDay(now)
  const { found, residentsToo, walkIns } = await context.read(async (db) => {
    const { ids, residentsToo } = await meant(db, tables, input.text, today)
    const views = ids.length > 0 ? await visitViews(db, tables, inArray(tables.visit.id, ids), today) : []
    const byId = new Map(views.map((visit) => [visit.id, visit]))
    return {
      found: ids.flatMap((id) => {
        const visit = byId.get(id)
        if (!visit) return []
        const startsAt = visit.startsAt ?? visit.arrivedAt ?? visit.bookedAt
        return [{ visit, ...arrivalStanding({ ...visit, startsAt }, now) }]
      }),
      residentsToo,
      walkIns: walkInsAt(now, hoursWorld(await readTimetable(db, tables))),
    }
  })
  const { hits } = residentsToo ? await searchResidents(store, input.text, today) : { hits: [] }
  const ids = hits.map(({ id }) => id)
  const visitors = await context.read((db) => expected(db, tables, ids, today))
  return {
    found,
    notBooked: hits
      .filter(({ id }) => !visitors.has(id))
      .map(({ id: residentId, name, birthDate, home }) => ({ residentId, name, birthDate, home })),
    walkIns,
  }
})
