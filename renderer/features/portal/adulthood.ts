import { daysInMonth, type LocalDay } from '#shared/rules/localDay'

/** The day on which a person turns 18, which is when the Portal takes them. Born on 29 February: as `ageOn` counts it. */
export function adultOn(birthDate: LocalDay): LocalDay {
  const year = Number(birthDate.slice(0, 4)) + 18
  const month = birthDate.slice(5, 7)
  const day = Math.min(Number(birthDate.slice(8)), daysInMonth(year, Number(month)))
  return `${year}-${month}-${String(day).padStart(2, '0')}`
}
