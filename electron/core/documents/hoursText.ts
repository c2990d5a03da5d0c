import type { Language } from '#shared/contract/base'
import type { OpenPeriod, Weekday, WeeklyHours } from '#shared/rules/facts'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** 1 January 2024 was a Monday. */
const dayNames = (language: Language): Record<Weekday, string> => {
  const names = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' })
  return Object.fromEntries(
    weekdays.map((weekday, index) => [weekday, names.format(Date.UTC(2024, 0, 1 + index))]),
  ) as Record<Weekday, string>
}

/** '09:00' as it is written in a sentence: 9 in Finnish and Swedish, 9:00 in English. */
function clock(time: string, language: Language): string {
  const [hours = '', minutes = ''] = time.split(':')
  if (language === 'en') return `${Number(hours)}:${minutes}`
  return minutes === '00' ? `${Number(hours)}` : `${Number(hours)}.${minutes}`
}

const sameHours = (a: readonly OpenPeriod[], b: readonly OpenPeriod[]) =>
  a.length === b.length && a.every(({ from, to }, index) => from === b[index]?.from && to === b[index]?.to)

/**
 * Weekly hours as a letter says them, such as 'ma–pe klo 9–12': days in a row with the same hours are one range.
 * `template` has the places {days}, {from} and {to}.
 */
export function hoursText(hours: WeeklyHours, language: Language, template: string): string {
  const runs: { first: Weekday; last: Weekday; periods: readonly OpenPeriod[] }[] = []
  for (const weekday of weekdays) {
    const run = runs.at(-1)
    const periods = hours[weekday]
    if (run && sameHours(run.periods, periods)) run.last = weekday
    else runs.push({ first: weekday, last: weekday, periods })
  }
  const names = dayNames(language)
  return runs
    .flatMap(({ first, last, periods }) =>
      periods.map(({ from, to }) =>
        template
          .replace('{days}', first === last ? names[first] : `${names[first]}–${names[last]}`)
          .replace('{from}', clock(from, language))
          .replace('{to}', clock(to, language)),
      ),
    )
    .join(', ')
}
