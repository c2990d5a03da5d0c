import { foldName } from '#shared/rules/names'
import { managerNumber } from './contact'
import { type Day, startOfMonth } from './days'
import { type District, districts } from './districts'
import { finnish } from './names.finnish'
import type { Making } from './people'
import type { Random } from './random'

export type PropertyKind = 'rental' | 'special' | 'asoy'

export interface Property {
  readonly id: string
  readonly kind: PropertyKind
  /** How many apartments of it are Heka's. */
  readonly apartments: number
  /** No lease begins before this. */
  readonly since: Day
}

/** Apartments and properties of each kind. */
export type Stock = Readonly<
  Record<PropertyKind, { readonly apartments: number; readonly properties: number }>
>

// Heka's own figures (seed 000_8cb8751306546cea.txt): 54,500 apartments, of which about 3,000 in 44 special housing
// locations and about 1,650 in housing companies; in all over 500 locations.
const whole = { apartments: 54_500, special: 3_000, specialProperties: 44, asoy: 1_650, asoyProperties: 165 }
const rentalApartmentsAProperty = 106
const smallestMixed = 30

/** How a register of so many apartments divides. From 30 apartments on there is every kind of property. */
export function divideStock(apartments: number): Stock {
  const part = (of: number, least: number) =>
    apartments < smallestMixed ? 0 : Math.max(least, Math.round((of * apartments) / whole.apartments))
  const special = part(whole.special, 2)
  const asoy = part(whole.asoy, 2)
  const rental = apartments - special - asoy
  return {
    rental: {
      apartments: rental,
      // A small register still has a few streets to look at.
      properties: Math.max(
        Math.min(6, Math.ceil(rental / 8)),
        Math.round(rental / rentalApartmentsAProperty),
      ),
    },
    special: { apartments: special, properties: part(whole.specialProperties, 1) },
    asoy: { apartments: asoy, properties: part(whole.asoyProperties, 1) },
  }
}

/** Divides a number into whole parts of different sizes, none empty. */
function unevenParts(random: Random, total: number, parts: number): readonly number[] {
  const weights = Array.from({ length: parts }, () => 0.35 + random.next() * 1.3)
  const sum = weights.reduce((left, right) => left + right, 0)
  let [weightSoFar, given] = [0, 0]
  return weights.map((weight, index) => {
    weightSoFar += weight
    const left = parts - index - 1
    const upTo = left === 0 ? total : Math.round((weightSoFar / sum) * total)
    const size = Math.min(Math.max(1, upTo - given), total - given - left)
    given += size
    return size
  })
}

interface Manager {
  readonly name: string
  readonly phone: string
  readonly email: string
}

const propertiesAManager = 7.5

const cleaningCompanies = [
  'Kiiltävä Porras Oy',
  'Rappusiivous Nurmi Oy',
  'Porras, Piha & Pesula Oy',
  'Siivouspalvelu "Kirkas" Oy',
  'Idän Siisti Talo Oy',
  'Städ & Fönster Ab',
] as const

/** Building managers by area: Heka's own, or for housing companies those of outside firms. */
function createManagers(random: Random) {
  const byGroup = new Map<string, Manager[]>()
  return (group: string, domain: string, wanted: number): Manager => {
    const hired = byGroup.get(group) ?? []
    byGroup.set(group, hired)
    if (hired.length < wanted) {
      const names = finnish.first[2]
      const first = random.pick((random.chance(0.5) ? names?.women : names?.men) ?? [])
      const last = random.pick(finnish.surnames)
      const email = `${foldName(`${first}.${last}`).replaceAll(' ', '-')}@${domain}`
      const manager = { name: `${first} ${last}`, phone: managerNumber(random), email }
      hired.push(manager)
      return manager
    }
    return random.pick(hired)
  }
}

/** Plans the properties and writes their rows. The first one stands on Mäkelänkatu. */
export function makeProperties({ random, today, write }: Making, stock: Stock): readonly Property[] {
  const addresses = new Set<string>()
  const weighted = districts.map((district) => [district.weight, district] as const)
  const managerOf = createManagers(random)
  const managersAnArea = Math.max(
    1,
    Math.round((stock.rental.properties + stock.special.properties) / 12 / propertiesAManager),
  )

  const newAddress = (district: District): string => {
    for (let highest = 40; ; highest += 40) {
      const number = random.int(1, highest)
      const ending = random.weighted<string>([
        [86, ''],
        [7, `-${number + 2}`],
        [7, ` ${random.pick(['a', 'b'])}`],
      ])
      const address = `${random.pick(district.streets)} ${number}${ending}`
      if (!addresses.has(address)) {
        addresses.add(address)
        return address
      }
    }
  }

  const result: Property[] = []
  for (const kind of ['rental', 'special', 'asoy'] as const) {
    for (const apartments of unevenParts(random, stock[kind].apartments, stock[kind].properties)) {
      const id = String(1001 + result.length)
      const first = result.length === 0
      const district = (first && districts[0]) || random.weighted(weighted)
      const address = first ? 'Mäkelänkatu 52' : newAddress(district)
      addresses.add(address)
      const manager =
        kind === 'asoy'
          ? managerOf('asoy', 'isannointi.example', Math.ceil(stock.asoy.properties / 8))
          : managerOf(district.maintenanceArea, 'hekaoy.example', managersAnArea)
      // About half of Heka's buildings are cleaned by its own cleaners (001); a housing company buys its cleaning.
      const ownCleaners = kind !== 'asoy' && random.chance(0.5)
      write('properties', [
        id,
        address,
        district.postalCode,
        district.name,
        kind,
        manager.name,
        manager.phone,
        manager.email,
        district.maintenanceArea,
        ownCleaners ? 'own' : 'company',
        ownCleaners ? '' : random.pick(cleaningCompanies),
      ])
      const days = first ? 16_000 : random.int(700, kind === 'special' ? 9_000 : 16_000)
      result.push({ id, kind, apartments, since: startOfMonth(today - days) })
    }
  }
  return result
}
