import { useState } from 'react'
import { addDays, helsinkiDay, type LocalDay, mondayOf } from '#shared/rules/localDay'
import { deskNow } from '../../app/useNow'

export type View = 'day' | 'week'

/** Which days the calendar shows. */
export interface Place {
  readonly view: View
  readonly day: LocalDay
}

// One comes back from an appointment to the days one left, but on a new day the calendar begins from that day.
let left: (Place & { readonly on: LocalDay }) | undefined

/** The day that the view before or after begins from. */
export const stepped = ({ view, day }: Place, by: 1 | -1): LocalDay =>
  addDays(view === 'week' ? mondayOf(day) : day, view === 'week' ? 7 * by : by)

/** The days shown, kept while the person is on other pages. */
export function usePlace(): readonly [Place, (place: Place) => void] {
  const today = helsinkiDay(deskNow())
  const [place, setPlace] = useState<Place>(() =>
    left?.on === today ? left : { view: left?.view ?? 'day', day: today },
  )
  const go = (next: Place) => {
    left = { ...next, on: helsinkiDay(deskNow()) }
    setPlace(next)
  }
  return [place, go]
}
