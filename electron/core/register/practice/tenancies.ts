import type { Apartment } from './apartments'
import { type Day, endOfNextMonth, startOfMonth, textOf, workdayAtMost } from './days'
import type { createHouseholds, Household } from './households'
import type { Making, Person } from './people'

/** What goes on in an apartment that people rent. */
export interface Tenancy {
  /** An earlier lease is still in the register. */
  readonly former: boolean
  readonly now: 'running' | 'notice' | 'fixedTerm' | 'estate' | 'vacant'
  /** Those living here now came from another Heka apartment, when some of a fitting size have left one. */
  readonly mover?: boolean
  readonly next?: 'signed' | 'offer'
  readonly coTenants?: boolean
  readonly nonDisclosure?: boolean
  readonly rooms?: number
  readonly nine?: boolean
}

interface LeaseDays {
  readonly signed: Day | null
  readonly begins: Day
  readonly ends?: Day
  readonly noticeGiven?: Day
}

interface Leaver {
  readonly household: Household
  readonly apartmentId: string
  /** Last day of the lease they left or are leaving. */
  readonly lastDay: Day
}

const dayText = (day: Day | null | undefined) => (day === null || day === undefined ? '' : textOf(day))

/** Gives writers of leases and of those who live under them. */
export function createTenancies(making: Making, makeHousehold: ReturnType<typeof createHouseholds>) {
  const { random, today, write } = making
  const left: Leaver[] = []
  const leaving: Leaver[] = []
  let count = 0

  const lease = (apartment: Apartment, days: LeaseDays): string => {
    const id = `L${String(++count).padStart(6, '0')}`
    const { signed, begins, ends, noticeGiven } = days
    const row = [id, apartment.id, dayText(signed), textOf(begins), dayText(ends), dayText(noticeGiven)]
    write('leases', row)
    return id
  }

  const occupancy = (leaseId: string, person: Person, role: string, from: Day, to?: Day) =>
    write('occupancies', [leaseId, person.id, role, textOf(Math.max(from, person.birth)), dayText(to)])

  /** Everyone from the lease's beginning, or from birth; now and then somebody moved in later. */
  const moveIn = (leaseId: string, { members }: Household, begins: Day, to?: Day) => {
    members.forEach(({ person, role }, index) => {
      const canBeLate = index > 0 && role === 'resident' && to === undefined && begins < today - 60
      const from = canBeLate && random.chance(0.12) ? random.int(begins, today - 30) : begins
      occupancy(leaseId, person, role, from, to)
    })
  }

  const signedBefore = (begins: Day) => workdayAtMost(Math.min(today, begins - random.int(2, 35)))

  /** A day on which a lease began: some years before `latest`, most often the first of a month. */
  const someBeginning = (earliest: Day, latest: Day): Day => {
    const years = Math.min(46, -Math.log(1 - random.next() * 0.999) * 8)
    const day = Math.min(latest, Math.max(earliest, latest - Math.floor(years * 365)))
    const snapped = random.chance(0.7) ? startOfMonth(day) : day
    return snapped < earliest ? day : snapped
  }

  /** An ended lease of people who have moved away, moved within Heka, or died. Its last day is before `before`. */
  const formerLease = (apartment: Apartment, since: Day, before: Day) => {
    const noticeGiven = workdayAtMost(before - 63 - random.int(0, 500))
    const ends = endOfNextMonth(noticeGiven)
    if (ends - 400 < since) return
    const died = random.chance(0.12) ? noticeGiven - random.int(3, 40) : undefined
    const household = makeHousehold({
      rooms: apartment.rooms,
      asOf: ends - 366,
      ...(died !== undefined && { shape: [1, 0], age: random.int(62, 95), died }),
    })
    const begins = someBeginning(Math.max(since, household.canSignFrom), ends - 366)
    const fixedTerm = died === undefined && random.chance(0.15)
    const days = { signed: signedBefore(begins), begins, ends }
    const id = lease(apartment, fixedTerm ? days : { ...days, noticeGiven })
    moveIn(id, household, begins, ends)
    if (died === undefined && random.chance(0.75))
      left.push({ household, apartmentId: apartment.id, lastDay: ends })
  }

  /** The last to have left another apartment after a day, if they fit. */
  const takeFrom = (leavers: Leaver[], apartment: Apartment, since: Day): Leaver | undefined => {
    const index = leavers.findLastIndex(
      (leaver) =>
        leaver.apartmentId !== apartment.id &&
        leaver.lastDay - 14 > since &&
        leaver.household.members.length <= apartment.rooms + 2,
    )
    return index < 0 ? undefined : leavers.splice(index, 1)[0]
  }

  /** A lease that has begun; gives the day it began and, when it is to end, its last day. */
  const runningLease = (apartment: Apartment, since: Day, tenancy: Tenancy): { begins: Day; ends?: Day } => {
    const mover = tenancy.mover && tenancy.now === 'running' ? takeFrom(left, apartment, since) : undefined
    const died = tenancy.now === 'estate' ? today - random.int(4, 120) : undefined
    const household =
      mover?.household ??
      makeHousehold({
        rooms: apartment.rooms,
        asOf: today,
        died,
        coTenants: tenancy.coTenants,
        nonDisclosure: tenancy.nonDisclosure,
        ...(died !== undefined && { shape: [1, 0], age: random.int(66, 95) }),
        ...(tenancy.coTenants && { shape: [2, 0] }),
        ...(tenancy.nine && { shape: [2, 7], age: 43 }),
      })
    const latest = tenancy.now === 'running' ? today : today - 150
    const begins = mover
      ? Math.min(today, mover.lastDay + random.int(-14, 1))
      : someBeginning(Math.min(latest, Math.max(since, household.canSignFrom)), latest)
    const signed = signedBefore(begins)
    const noticeGiven = tenancy.now === 'notice' ? workdayAtMost(today - random.int(0, 25)) : undefined
    const fixedTerm = tenancy.now === 'fixedTerm' ? endOfNextMonth(today + random.int(0, 700)) : undefined
    const ends = noticeGiven === undefined ? fixedTerm : endOfNextMonth(noticeGiven)
    const id = lease(apartment, { signed, begins, ends, noticeGiven })
    moveIn(id, household, begins)
    if (begins < today - 500 && random.chance(0.03)) {
      // Somebody who lived here for a part of the lease.
      const { members } = makeHousehold({ rooms: 1, asOf: begins, shape: [1, 0], noMainTenant: true })
      for (const { person } of members) {
        const from = random.int(begins, today - 400)
        occupancy(id, person, 'resident', from, random.int(from + 30, today - 1))
      }
    }
    if (noticeGiven !== undefined && ends !== undefined)
      leaving.push({ household, apartmentId: apartment.id, lastDay: ends })

    return { begins, ends }
  }

  /** A lease or an offer that begins after today and after `after`. */
  const nextLease = (apartment: Apartment, kind: 'signed' | 'offer', after: Day) => {
    const mover = kind === 'signed' ? takeFrom(leaving, apartment, 0) : undefined
    const household = mover?.household ?? makeHousehold({ rooms: apartment.rooms, asOf: today - 90 })
    const wished = mover ? mover.lastDay + random.int(-10, 1) : today + random.int(2, 70)
    const begins = Math.max(wished, after + 1, today + 1)
    const id = lease(apartment, { signed: kind === 'signed' ? signedBefore(begins) : null, begins })
    moveIn(id, household, begins)
  }

  return {
    /** An apartment with private tenants, past, present and to come. `since`: no lease begins earlier. */
    ordinary(apartment: Apartment, since: Day, tenancy: Tenancy) {
      const now = tenancy.now === 'vacant' ? undefined : runningLease(apartment, since, tenancy)
      if (tenancy.former) formerLease(apartment, since, (now?.begins ?? today) - random.int(0, 40))
      if (tenancy.next) nextLease(apartment, tenancy.next, now?.ends ?? today)
    },

    /**
     * An apartment whose tenant is the Social Services and Health Care Division, which lets it on: one long
     * lease without a main tenant; those who live there are residents, one after another.
     */
    division(apartment: Apartment, since: Day, ageGroup: 'older' | 'adult') {
      const id = lease(apartment, { signed: signedBefore(since), begins: since })
      const newAge = () => (ageGroup === 'older' ? random.int(68, 97) : random.int(24, 68))
      let from = random.int(Math.max(since, today - 3_000), today - 60)
      const shape = random.chance(0.03) ? ([2, 0] as const) : ([1, 0] as const)
      if (random.chance(0.15) && from - since > 400) {
        const to = from - random.int(10, 60)
        const died = ageGroup === 'older' && random.chance(0.6) ? to : undefined
        const wish = { rooms: 1, shape: [1, 0], age: newAge(), died, noMainTenant: true } as const
        moveIn(id, makeHousehold({ ...wish, asOf: to }), random.int(Math.max(since, to - 2_500), to - 20), to)
      }
      if (random.chance(0.05)) return
      if (from < since) from = since
      moveIn(id, makeHousehold({ rooms: 1, shape, age: newAge(), asOf: today, noMainTenant: true }), from)
    },

    /** One known resident living alone, for demonstrations. The lease began on `begins`. */
    known(apartment: Apartment, person: Person, begins: Day) {
      const id = lease(apartment, { signed: signedBefore(begins), begins })
      occupancy(id, person, 'main_tenant', begins)
    },
  }
}
