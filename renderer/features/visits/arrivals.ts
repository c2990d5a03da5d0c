import type { ArrivalStanding } from '#shared/rules/arrival'

/** What is done with one who stands at the reception. `move` and `open` lead to the same page, for different reasons. */
export type ArrivalAct = 'checkIn' | 'slip' | 'giveNumber' | 'move' | 'open' | 'book'

export interface AtReception {
  /** How they stand to their booking; null when nothing is booked. */
  readonly standing: ArrivalStanding | null
  /** Whether this person checks visitors in and gives numbers. */
  readonly mayReceive: boolean
  /** Whether walk-ins get a number now. */
  readonly walkInsNow: boolean
}

const actsOf: Readonly<Record<ArrivalStanding | 'notBooked', readonly ArrivalAct[]>> = {
  onTime: ['checkIn', 'open'],
  early: ['checkIn', 'open'],
  late: ['checkIn', 'move'],
  noShowToday: ['checkIn', 'open'],
  alreadyIn: ['slip', 'open'],
  // On a day of walk-ins they are served today after all.
  wrongDayBefore: ['giveNumber', 'move'],
  wrongDayAfter: ['giveNumber', 'move'],
  over: ['giveNumber', 'book', 'open'],
  cancelled: ['giveNumber', 'book', 'open'],
  notBooked: ['giveNumber', 'book'],
}

/** What comes next, the likeliest first: that one is done by Enter, the second by Ctrl+Enter. */
export function actsFor({ standing, mayReceive, walkInsNow }: AtReception): readonly ArrivalAct[] {
  return actsOf[standing ?? 'notBooked'].filter(
    (act) =>
      (act !== 'giveNumber' || walkInsNow) &&
      (mayReceive || !(act === 'checkIn' || act === 'slip' || act === 'giveNumber')),
  )
}
