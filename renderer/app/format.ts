import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#shared/contract/base'

const zone = 'Europe/Helsinki'
const locales: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
})

function helsinki(instant: Date) {
  const parts = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]))
  return {
    year: Number(parts.year),
    month: Number(parts.month),
    day: Number(parts.day),
    hour: Number(parts.hour),
    minute: parts.minute ?? '00',
  }
}

const dayText = (language: Language, year: number, month: number, day: number) =>
  language === 'en' ? `${day} ${months[month - 1]} ${year}` : `${day}.${month}.${year}`

/** A moment of a day 'YYYY-MM-DD' that is that day in Helsinki too, for what writes moments. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`)

/** A day 'YYYY-MM-DD' as people read it: 25.11.2026, in English 25 Nov 2026. */
export function formatDay(day: string, language: Language): string {
  return dayText(language, Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)))
}

/** The Helsinki day of an instant, as `formatDay` writes it. */
export function formatDate(instant: Date, language: Language): string {
  const { year, month, day } = helsinki(instant)
  return dayText(language, year, month, day)
}

/** The Helsinki wall-clock time of an instant: 9.15, in English 9:15. */
export function formatTime(instant: Date, language: Language): string {
  const { hour, minute } = helsinki(instant)
  return language === 'en' ? `${hour}:${minute}` : `${hour}.${minute}`
}

/** Day and time: 25.11.2026 klo 9.15, sv 25.11.2026 kl. 9.15, en 25 Nov 2026, 9:15. */
export function formatDateTime(instant: Date, language: Language): string {
  const between = { fi: ' klo ', sv: ' kl. ', en: ', ' }[language]
  return `${formatDate(instant, language)}${between}${formatTime(instant, language)}`
}

/** The Helsinki day of an instant without its year: 25.11., in English 25 Nov. */
export function formatDayAndMonth(instant: Date, language: Language): string {
  const { month, day } = helsinki(instant)
  return language === 'en' ? `${day} ${months[month - 1]}` : `${day}.${month}.`
}

/** The weekday of an instant in Helsinki: ti, tis, Tue; `long` gives the whole word. */
export function formatWeekday(instant: Date, language: Language, width: 'short' | 'long'): string {
  return new Intl.DateTimeFormat(locales[language], { timeZone: zone, weekday: width }).format(instant)
}

/** A number in the language's own form: 54 500, in English 54,500. */
export function formatNumber(number: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(number)
}

/** Whole cents in the language's own form: 1 234,50 € or 93 000 €, in English €93,000. */
export function formatEuros(cents: number, language: Language): string {
  const form = { style: 'currency', currency: 'EUR', trailingZeroDisplay: 'stripIfInteger' } as const
  return new Intl.NumberFormat(locales[language], form).format(cents / 100)
}

/** The formatters in the language of the page. */
export function useFormat() {
  const { i18n } = useTranslation()
  const language = i18n.language as Language
  return useMemo(
    () => ({
      language,
      day: (day: string) => formatDay(day, language),
      date: (instant: Date) => formatDate(instant, language),
      time: (instant: Date) => formatTime(instant, language),
      dateTime: (instant: Date) => formatDateTime(instant, language),
      dayAndMonth: (instant: Date) => formatDayAndMonth(instant, language),
      weekday: (instant: Date) => formatWeekday(instant, language, 'short'),
      weekdayLong: (instant: Date) => formatWeekday(instant, language, 'long'),
      number: (number: number) => formatNumber(number, language),
      euros: (cents: number) => formatEuros(cents, language),
    }),
    [language],
  )
}
