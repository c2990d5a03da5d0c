import type { Language } from '#shared/contract/base'

/** 'HH:mm' of the timetable as people read it: 9.15, in English 9:15. */
export function timeText(time: string, language: Language): string {
  const [hour = '0', minute = '00'] = time.split(':')
  return `${Number(hour)}${language === 'en' ? ':' : '.'}${minute}`
}

/** A time as it is typed, 9, 9.15, 9:15 or 09.15, as 'HH:mm'; 24.00 is the day's end. Null when it is none. */
export function readTime(text: string): string | null {
  const parts = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(text.trim())
  if (!parts) return null
  const hour = Number(parts[1])
  const minute = Number(parts[2] ?? '0')
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** Whether a time 'HH:mm' is on the quarter hour, where appointments begin. */
export const onQuarter = (time: string): boolean => Number(time.slice(3)) % 15 === 0

/** A day 'YYYY-MM-DD' as one types it. */
export const typedDay = (day: string): string => day.split('-').reverse().map(Number).join('.')
