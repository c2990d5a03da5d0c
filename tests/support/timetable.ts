import { eveClosure, publicHoliday } from '#shared/rules/holidays'
import type { HolidayNames } from '#shared/rules/visitHours'
import type { AsOyPeriod, ServicePeriod, VisitTimetable } from '#shared/rules/visitTimetable'

const asOyDay: readonly AsOyPeriod[] = [{ from: '09:00', to: '15:00' }]

/** One opening, with three desks unless it is said otherwise. */
export const opening = (
  from: string,
  to: string,
  access: ServicePeriod['access'] = 'appointment',
  desks = 3,
): ServicePeriod => ({ from, to, access, desks })

/** A week of nothing but what is given. */
export const week = (days: Partial<VisitTimetable['weeks'][number]['hours']> = {}) => ({
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
  ...days,
})

/** Tuesdays 9–15 without an appointment, Wednesdays 9–12 and Thursdays 12–15 with one, at three desks; eves closed. */
export const shippedTimetable: VisitTimetable = {
  weeks: [
    {
      fromOn: null,
      hours: week({
        tuesday: [opening('09:00', '15:00', 'walkIn')],
        wednesday: [opening('09:00', '12:00')],
        thursday: [opening('12:00', '15:00')],
      }),
    },
  ],
  exceptions: [],
  rules: {
    minutes: {
      portalIdentification: 15,
      lease: 15,
      rentPayment: 15,
      termination: 30,
      powerOfAttorney: 30,
      keys: 15,
      residentChanges: 15,
      other: 15,
    },
    closedEves: ['midsummerEve', 'christmasEve'],
    bookableDays: 60,
    desks: 3,
    reminderHours: 24,
    asOyWeek: {
      monday: asOyDay,
      tuesday: asOyDay,
      wednesday: asOyDay,
      thursday: asOyDay,
      friday: asOyDay,
      saturday: [],
      sunday: [],
    },
  },
}

/** The timetable with some of its rules changed. */
export const withRules = (
  rules: Partial<VisitTimetable['rules']>,
  timetable: VisitTimetable = shippedTimetable,
): VisitTimetable => ({ ...timetable, rules: { ...timetable.rules, ...rules } })

/** The Finnish calendar, as the desk gives it to the rules. */
export const finnishHolidays: HolidayNames = { publicHoliday, eve: eveClosure }
