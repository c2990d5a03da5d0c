import type { AppointmentPage } from '#shared/contract/appointments'
import { isLocalDay, type LocalDay, parseFinnishDay } from '#shared/rules/localDay'
import type { WhyNotOffered } from '#shared/rules/slots'

/**
 * Reads a day as staff type it: 2.12.2026, 2026-12-02, or without its year, which is then the next such day from today on.
 * Null when it is no day.
 */
export function readDay(text: string, today: LocalDay): LocalDay | null {
  const short = /^(\d{1,2})\.(\d{1,2})\.?$/.exec(text.trim())
  if (!short) return parseFinnishDay(text)
  const monthAndDay = `-${short[2]?.padStart(2, '0')}-${short[1]?.padStart(2, '0')}`
  const thisYear = Number(today.slice(0, 4))
  // Eight years: 29 February can be that far away.
  for (let year = thisYear; year <= thisYear + 8; year += 1) {
    const day = `${year}${monthAndDay}`
    if (isLocalDay(day) && day >= today) return day
  }
  return null
}

/** A day's times as far as its summary needs them. */
export interface DaySummary {
  readonly closedBecause: string | null
  readonly times: readonly { readonly why: WhyNotOffered | null }[]
}

/** What is said of a day in one word, and how many of its times are free. */
export function summaryOf({ closedBecause, times }: DaySummary): {
  readonly word: 'free' | 'closed' | 'walkInOnly' | 'past' | 'tooFarAhead' | 'full' | 'none'
  readonly free: number
} {
  const free = times.filter(({ why }) => why === null).length
  if (free > 0) return { word: 'free', free }
  if (times.length === 0) {
    if (closedBecause === 'walkInOnly') return { word: 'walkInOnly', free }
    return { word: closedBecause === null ? 'none' : 'closed', free }
  }
  if (times.every(({ why }) => why === 'timePast')) return { word: 'past', free }
  return { word: times.some(({ why }) => why === 'tooFarAhead') ? 'tooFarAhead' : 'full', free }
}

/** A visit's messages, the newest first. */
export const newestFirst = <Event extends { readonly at: Date }>(
  events: readonly Event[],
): readonly Event[] => events.toSorted((a, b) => b.at.getTime() - a.at.getTime())

export type HistoryEvent = AppointmentPage['history'][number]
