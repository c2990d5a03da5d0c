import { addYears, type Day } from './days'
import { type Culture, pickCulture, surnameFor } from './names'
import type { MakePerson, Making, Person } from './people'

export type Role = 'main_tenant' | 'resident'

export interface Member {
  readonly person: Person
  readonly role: Role
}

/** People who live together, the main tenant first. */
export interface Household {
  readonly members: readonly Member[]
  /** The first day on which everyone who signs the lease was of legal age, and some weeks more. */
  readonly canSignFrom: Day
}

export interface HouseholdWish {
  /** Rooms of the apartment (≥ 1): how many people fit. */
  readonly rooms: number
  /** The day on which the ages are those of a household moving in or living there. */
  readonly asOf: Day
  readonly shape?: Shape
  readonly coTenants?: boolean
  readonly nonDisclosure?: boolean
  /** The main tenant's age in full years on `asOf`. */
  readonly age?: number
  /** The main tenant's day of death. */
  readonly died?: Day
  /** Everyone is merely a resident: the tenant is not a person. */
  readonly noMainTenant?: boolean
}

type Shape = readonly [adults: 1 | 2, children: number]

const shapesByRooms: readonly (readonly (readonly [weight: number, shape: Shape])[])[] = [
  [
    [92, [1, 0]],
    [7, [2, 0]],
    [1, [1, 1]],
  ],
  [
    [61, [1, 0]],
    [23, [2, 0]],
    [10, [1, 1]],
    [5, [2, 1]],
    [1, [1, 2]],
  ],
  [
    [23, [1, 0]],
    [21, [2, 0]],
    [15, [1, 1]],
    [10, [1, 2]],
    [13, [2, 1]],
    [13, [2, 2]],
    [5, [2, 3]],
  ],
  [
    [7, [1, 0]],
    [11, [2, 0]],
    [9, [1, 2]],
    [9, [1, 3]],
    [14, [2, 1]],
    [21, [2, 2]],
    [19, [2, 3]],
    [10, [2, 4]],
  ],
  [
    [9, [2, 2]],
    [25, [2, 3]],
    [30, [2, 4]],
    [22, [2, 5]],
    [10, [2, 6]],
    [4, [1, 4]],
  ],
]

const ages: readonly (readonly [weight: number, range: readonly [number, number]])[] = [
  [9, [19, 24]],
  [19, [25, 34]],
  [16, [35, 44]],
  [14, [45, 54]],
  [15, [55, 64]],
  [15, [65, 74]],
  [9, [75, 84]],
  [3, [85, 97]],
]

// With 240 surnames this gives the commonest 0.9 % and Virtanen 0.7 % of the people: somewhat more than in Helsinki.
const surnameBias = 1.15

/** Gives a maker of households. */
export function createHouseholds({ random }: Making, makePerson: MakePerson) {
  const birthAt = (age: number, asOf: Day) => asOf - Math.floor(age * 365.2425) - random.int(1, 360)

  const ageOfMainTenant = (culture: Culture, children: number) => {
    if (children > 0) return random.int(23 + Math.min(children, 4) * 2, 47)
    const [low, high] = random.weighted(ages)
    return culture.withoutCode > 0.01
      ? Math.max(19, low - 8) + random.int(0, high - low)
      : random.int(low, high)
  }

  /** Full years, the youngest first; a parent is at least 18 years older. */
  const childrensAges = (count: number, parentAge: number) => {
    const result: number[] = []
    let age = random.int(0, Math.max(0, Math.min(15, parentAge - 18 - 3 * count)))
    for (; result.length < count && age <= parentAge - 18; age += random.int(1, 3)) result.push(age)
    return result
  }

  const partnerSurname = (culture: Culture, family: string, woman: boolean) => {
    const own = random.pickCommon(culture.surnames, surnameBias)
    const chance = random.next()
    if (chance < culture.keepsSurname) return surnameFor(culture, own, woman)
    if (chance < culture.keepsSurname + culture.doubleSurname) {
      return `${surnameFor(culture, own, woman)}-${surnameFor(culture, family, woman)}`
    }
    return surnameFor(culture, family, woman)
  }

  return (wish: HouseholdWish): Household => {
    const culture = pickCulture(random)
    const bySize = shapesByRooms[Math.min(wish.rooms, shapesByRooms.length) - 1] ?? []
    const [adults, childCount] = wish.shape ?? random.weighted(bySize)
    const age = wish.age ?? ageOfMainTenant(culture, childCount)
    const woman = random.chance(adults === 1 && childCount > 0 ? 0.85 : 0.5)
    const language = random.weighted(culture.languages)
    const family = random.pickCommon(culture.surnames, surnameBias)
    const nonDisclosure = wish.nonDisclosure ?? random.chance(0.005)
    const first = makePerson({
      culture,
      language,
      woman,
      birth: birthAt(age, wish.asOf),
      lastName: surnameFor(culture, family, woman),
      nonDisclosure,
      died: wish.died,
    })
    const members: Member[] = [{ person: first, role: wish.noMainTenant ? 'resident' : 'main_tenant' }]
    let youngestSigner = first.birth

    if (adults === 2) {
      const partnerCulture = random.chance(0.93) ? culture : pickCulture(random)
      const partnerIsWoman = random.chance(0.93) ? !woman : woman
      const birth = birthAt(Math.max(19, age + random.int(-5, 5)), wish.asOf)
      const sharesEmail = first.email !== '' && random.chance(0.035)
      const person = makePerson({
        culture: partnerCulture,
        language: partnerCulture === culture ? language : undefined,
        woman: partnerIsWoman,
        birth,
        lastName: partnerSurname(
          partnerCulture,
          partnerCulture === culture ? family : random.pick(partnerCulture.surnames),
          partnerIsWoman,
        ),
        nonDisclosure,
        email: sharesEmail ? first.email : undefined,
      })
      const signs = !wish.noMainTenant && (wish.coTenants ?? random.chance(0.45))
      if (signs) youngestSigner = Math.max(youngestSigner, birth)
      members.push({ person, role: signs ? 'main_tenant' : 'resident' })
    }
    for (const childAge of childrensAges(childCount, age)) {
      const girl = random.chance(0.49)
      const lastName = surnameFor(culture, family, girl)
      const birth = birthAt(childAge, wish.asOf)
      members.push({
        person: makePerson({ culture, language, woman: girl, birth, lastName, nonDisclosure }),
        role: 'resident',
      })
    }
    return { members, canSignFrom: addYears(youngestSigner, 18) + 75 }
  }
}
