import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { facts } from '#shared/rules/facts'
import type { Closures } from '#shared/rules/holidays'
import { helsinkiDay } from '#shared/rules/localDay'
import { openingsOn, serviceState, whoToCall } from '#shared/rules/openingHours'
import { useNow } from '../../app/useNow'

// As far as the opening hours look ahead.
const daysAhead = 61
const weekDays = 7

/** The holidays and eves ahead. Their calendar is large, so it comes after the page and not with it. */
function useClosures(day: string): Closures | undefined {
  return useQuery({
    queryKey: ['closures', day],
    queryFn: async () => {
      const { closuresFrom } = await import('#shared/rules/holidays')
      return closuresFrom(day, daysAhead)
    },
    staleTime: Number.POSITIVE_INFINITY,
  }).data
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/**
 * Who serves now, whom to call, and the hours of the coming week; undefined until the holidays are known, for hours
 * without them could be wrong. Renewed every minute.
 */
export function useServiceNow() {
  const now = useNow()
  const day = helsinkiDay(now)
  const closures = useClosures(day)
  return useMemo(() => {
    if (closures === undefined) return undefined
    const holidayOf = (each: string) => closures[each] ?? null
    const { timetable } = facts
    return {
      now,
      day,
      state: serviceState({ now, holidayOf, facts }),
      call: whoToCall({ now, propertyKind: 'rental', holidayOf, facts }),
      week: Array.from({ length: weekDays }, (_, ahead) => {
        const each = addDays(day, ahead)
        return {
          day: each,
          holiday: holidayOf(each),
          servicePoint: openingsOn(timetable.servicePoint, each, holidayOf),
          phoneLine: openingsOn(timetable.phoneLine, each, holidayOf),
        }
      }),
    }
  }, [closures, now, day])
}
