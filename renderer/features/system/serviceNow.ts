import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { facts } from '#shared/rules/facts'
import { addDays, helsinkiDay } from '#shared/rules/localDay'
import { openingsOn, serviceState, whoToCall } from '#shared/rules/openingHours'
import { api } from '../../app/client'
import { useNow } from '../../app/useNow'

const weekDays = 7

/** The holidays and eves ahead and the service point's openings, as the desk tells them; asked for anew each day. */
function useCalendar(day: string) {
  const queryKey = [...api.system.calendar.queryKey(), day]
  return useQuery(api.system.calendar.queryOptions({ queryKey, staleTime: Number.POSITIVE_INFINITY })).data
}

/**
 * Who serves now, whom to call, and the hours of the coming week; undefined until the holidays are known, for hours
 * without them could be wrong. Renewed every minute.
 */
export function useServiceNow() {
  const now = useNow()
  const day = helsinkiDay(now)
  const calendar = useCalendar(day)
  return useMemo(() => {
    if (calendar === undefined) return undefined
    const { closures, servicePoint } = calendar
    const holidayOf = (each: string) => closures[each] ?? null
    const { timetable } = facts
    return {
      now,
      day,
      state: serviceState({ now, holidayOf, servicePoint, facts }),
      call: whoToCall({ now, propertyKind: 'rental', holidayOf, facts }),
      week: Array.from({ length: weekDays }, (_, ahead) => {
        const each = addDays(day, ahead)
        return {
          day: each,
          holiday: holidayOf(each),
          servicePoint: servicePoint.filter(({ from }) => helsinkiDay(from) === each),
          phoneLine: openingsOn(timetable.phoneLine, each, holidayOf),
        }
      }),
    }
  }, [calendar, now, day])
}
