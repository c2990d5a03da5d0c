import { ORPCError } from '@orpc/server'
import type { DeskClient } from '#shared/contract/index'
import type { VisitView } from '#shared/contract/visits'
import type { Office } from '../residents/office'
import { at, wednesday } from '../visits/counter'

export type Booking = Parameters<DeskClient['appointments']['book']>[0]

/** A Wednesday and a Thursday a week later, far enough for a reminder. */
export const nextWednesday = '2026-12-02'
export const nextThursday = '2026-12-03'

/** The Thursday after the Wednesday, from 12 to 15 with an appointment. */
export const thursday = '2026-11-26'

/** A booking of an applicant who leaves no contact, on the Wednesday at nine at any desk, but for what is given. */
export const booking = (change: Partial<Booking> = {}): Booking => ({
  residentId: null,
  person: { kind: 'applicant', name: 'Hanna Hakija' },
  team: 'service',
  reason: 'keys',
  startsAt: at(wednesday, '09:00'),
  lane: null,
  phone: null,
  email: null,
  language: 'fi',
  additionalInformation: '',
  ...change,
})

/** The data of the error that a call ended with; an error without data gives its name, no error gives `done`. */
export async function errorOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call
    return 'done'
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error
    const { data, code } = error as { data?: unknown; code: string }
    return data ?? code
  }
}

/** Which input fields a call was refused for as wrong input, such as `person.name`. */
export async function wrongFields(call: Promise<unknown>): Promise<readonly string[]> {
  const data = (await errorOf(call)) as { issues?: readonly { path: readonly PropertyKey[] }[] }
  return [...new Set((data.issues ?? []).map(({ path }) => path.map(String).join('.')))]
}

const tables = ['visit', 'visit_slot', 'visit_event', 'outbox_message', 'timeline_event'] as const

/** How many rows there are of everything that a booking writes, but for audit records. */
export async function written({ sql }: Office): Promise<Readonly<Record<string, number>>> {
  const counts = tables.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`)
  const [row] = await sql(`SELECT ${counts.join(', ')}`)
  return Object.fromEntries(tables.map((table) => [table, Number(row![table])]))
}

/** The messages about a visit, oldest first. */
export const messagesOf = ({ sql }: Office, visitId: string) =>
  sql(`SELECT kind, state, recipient, language, subject, body, ics, ics_method FROM outbox_message
       WHERE visit_id = '${visitId}' ORDER BY id`)

/** The booked steps of desks' time: '09:00/1' is desk 1 from nine. */
export async function stepsOf({ sql }: Office, visitId: string): Promise<readonly string[]> {
  const rows = await sql(`SELECT starts_at, lane FROM visit_slot WHERE visit_id = '${visitId}'`)
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', timeStyle: 'short' })
  return rows.map(({ starts_at, lane }) => `${clock.format(new Date(starts_at as number))}/${lane}`).sort()
}

/** A visit as a page names it that wants to change it. */
export const which = ({ id, version }: VisitView) => ({ id, version })

/** What is done with visits at a page, by short names. */
export const acting = (getPage: () => DeskClient) => ({
  book: async (change: Partial<Booking> = {}) => (await getPage().appointments.book(booking(change))).visit,
  move: async (visit: VisitView, startsAt: Date, lane: number | null = null) =>
    (await getPage().appointments.move({ ...which(visit), startsAt, lane })).visit,
  cancel: async (visit: VisitView, by: 'customer' | 'heka' = 'customer') =>
    (await getPage().appointments.cancel({ ...which(visit), by })).visit,
})

/** How often calendars have been told of a visit anew. */
export const sequenceOf = async ({ sql }: Office, { id }: VisitView): Promise<number> =>
  Number((await sql(`SELECT ics_sequence FROM visit WHERE id = '${id}'`))[0]!.ics_sequence)
