import { and, desc, eq, inArray } from 'drizzle-orm'
import { DateTime } from 'luxon'
import { HELSINKI, helsinkiDay, type LocalDay } from '#shared/rules/localDay'
import { type DeskParts, procedures } from '../access/procedure'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { numberOf } from './view'

/** How many numbers the board has room for. */
const most = 8
/** The board hears of every change; it looks by itself this often, for a computer may sleep through midnight. */
const lookAgainMs = 60_000

/** What the board shows of a day: numbers and desks. Nothing of a person is read for it. */
async function shownOn(db: Db, { visit }: Tables, today: LocalDay) {
  const rows = await db
    .select({
      state: visit.state,
      series: visit.series,
      number: visit.number,
      deskNo: visit.deskNo,
      at: visit.calledAt,
      times: visit.timesCalled,
    })
    .from(visit)
    .where(and(eq(visit.day, today), inArray(visit.state, ['called', 'waiting'])))
    .orderBy(desc(visit.calledAt), desc(visit.id))
  const called = rows.flatMap((row) => {
    const number = numberOf(row)
    const { deskNo, at, times } = row
    return row.state === 'called' && number !== null && deskNo !== null && at !== null
      ? [{ number, deskNo, at, times }]
      : []
  })
  const waiting = rows.filter(({ state }) => state === 'waiting').length
  return { called: called.slice(0, most), waiting }
}

const untilMidnight = (now: Date) =>
  DateTime.fromJSDate(now, { zone: HELSINKI }).startOf('day').plus({ days: 1 }).toMillis() - now.getTime()

/** The board at once, after every change of a visit, and when the day changes, until it is closed. */
async function* boardOf({ store, clock }: DeskParts, signal: AbortSignal | undefined) {
  let changed = true
  let wake: () => void = () => undefined
  const listening = store.onChange(({ topic }) => {
    // A database that is lost is read too, so that the board is told and does not show what may be old as if it were new.
    if (topic !== 'visit' && topic !== 'database') return
    changed = true
    wake()
  })
  const ended = () => wake()
  signal?.addEventListener('abort', ended)
  let last = ''
  try {
    while (!signal?.aborted) {
      const told = changed
      changed = false
      const now = clock()
      const today = helsinkiDay(now)
      const shown = await store.read((db) => shownOn(db, store.tables, today))
      const content = JSON.stringify([today, shown])
      if (told || content !== last) yield { ...shown, now }
      last = content
      if (changed || signal?.aborted) continue
      const pause = Math.min(lookAgainMs, untilMidnight(clock()))
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  } finally {
    listening()
    signal?.removeEventListener('abort', ended)
  }
}

export const boardProcedure = procedures.visits.board.handler(({ context, signal }) =>
  boardOf(context.parts, signal),
)
