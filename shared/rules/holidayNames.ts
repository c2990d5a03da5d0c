/** The public holidays of Finland in the order of the year, by the names that the page translates. */
export const publicHolidays = [
  'newYear',
  'epiphany',
  'goodFriday',
  'easterSunday',
  'easterMonday',
  'mayDay',
  'ascension',
  'whitSunday',
  'midsummerDay',
  'allSaints',
  'independenceDay',
  'christmasDay',
  'boxingDay',
] as const
export type PublicHoliday = (typeof publicHolidays)[number]

/** Days that are not public holidays by law but on which customer service is closed unless the lead sets otherwise. */
export const eveClosures = ['midsummerEve', 'christmasEve'] as const
export type EveClosure = (typeof eveClosures)[number]
