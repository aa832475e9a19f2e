/** The names of days and months, as news writes them. */

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
]

export const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** Capitalized, since "may" and "march" are words. */
export const WEEKDAY = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'
export const MONTH =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?'

/** 1 (Monday) to 7 (Sunday); 0 for no weekday. */
export function weekdayNumber(name: string): number {
  return WEEKDAYS.indexOf(name.toLowerCase()) + 1
}

/** 1 to 12, of a full or a shortened name; 0 for no month. */
export function monthNumber(name: string): number {
  const start = name.toLowerCase().slice(0, 3)
  return MONTHS.findIndex((month) => month.startsWith(start)) + 1
}
