import { type LeaseState, leaseState, occupancyState } from './leases'
import { ageOn, type LocalDay } from './localDay'

/** What a reader must notice about a person, most important first. */
export const residentMarks = [
  'deceased',
  'nonDisclosure',
  'minor',
  'leaseEnded',
  'futureLease',
  'noLease',
  'asoy',
] as const
export type ResidentMark = (typeof residentMarks)[number]

/** What the marks are judged from. */
export interface MarkedResident {
  readonly birthDate: LocalDay | null
  readonly diedOn: LocalDay | null
  readonly nonDisclosure: boolean
  readonly occupancies: readonly {
    readonly from: LocalDay
    readonly to: LocalDay | null
    readonly lease: {
      readonly signedOn: LocalDay | null
      readonly beginsOn: LocalDay
      readonly endsOn: LocalDay | null
      readonly noticeGivenOn: LocalDay | null
    }
    readonly propertyKind: 'rental' | 'special' | 'asoy'
  }[]
}

/** One person's standing on one lease: the lease's state, or `ended` when they have moved out of it. */
export function standing(occupancy: MarkedResident['occupancies'][number], today: LocalDay): LeaseState {
  return occupancyState(occupancy, today) === 'past' ? 'ended' : leaseState(occupancy.lease, today)
}

const lived: ReadonlySet<LeaseState> = new Set(['running', 'noticeGiven'])
const coming: ReadonlySet<LeaseState> = new Set(['future', 'unsigned'])

/**
 * The marks of a person today. `minor` is under 18. `leaseEnded`, `futureLease` and `noLease` are said only of those who
 * have no running lease. `asoy` is said when the home, or the coming home, is an As Oy apartment.
 */
export function marksOf(resident: MarkedResident, today: LocalDay): ResidentMark[] {
  const standings = resident.occupancies.map((occupancy) => ({
    occupancy,
    state: standing(occupancy, today),
  }))
  const running = standings.filter(({ state }) => lived.has(state))
  const future = standings.filter(({ state }) => coming.has(state))
  const marks = new Set<ResidentMark>()
  if (resident.diedOn) marks.add('deceased')
  if (resident.nonDisclosure) marks.add('nonDisclosure')
  if (resident.birthDate && ageOn(resident.birthDate, today) < 18) marks.add('minor')
  if (running.length === 0) {
    if (future.length > 0) marks.add('futureLease')
    else marks.add(standings.length > 0 ? 'leaseEnded' : 'noLease')
  }
  const homes = running.length > 0 ? running : future
  if (homes.some(({ occupancy }) => occupancy.propertyKind === 'asoy')) marks.add('asoy')
  return residentMarks.filter((mark) => marks.has(mark))
}
