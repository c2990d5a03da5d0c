import type { ImportFile } from '#shared/contract/register'
import { type Day, dayOf, textOf } from './days'
import type { WriteRow } from './people'
import { createRandom } from './random'

interface Living {
  readonly person: string
  readonly isMainTenant: boolean
  readonly from: string
}

interface Place {
  readonly holder: 'heka' | 'blc' | 'resident' | 'maintenance' | 'lost'
  readonly person: string
  readonly since: string
}

/** No home has more: a set each, and what else hangs in the first one. */
const most = 5

/** What hangs in the first set beside the key of the apartment, and how often. */
const besides: readonly (readonly [kind: string, share: number])[] = [
  ['mailbox', 0.45],
  ['storage', 0.5],
  ['laundry', 0.17],
  ['parking', 0.05],
]

/**
 * Gives a maker of an apartment's keys, which follow from the rows that were written of it: `saw` is told each of them, `make`
 * writes its keys. Its chance is its own, so that the other five files are what they would be without keys. Numbers are of
 * nothing that the keys open. How many keys a home has is in no source.
 */
export function createKeys(seed: number, today: Day, write: WriteRow) {
  const random = createRandom(seed ^ 0x6b657973)
  const todayText = textOf(today)
  let apartment: string | null = null
  let running = new Set<string>()
  let comingSigned = false
  let lastLeft = ''
  let living: Living[] = []

  const saw = (file: ImportFile, values: readonly string[]) => {
    if (file === 'apartments') {
      apartment = values[0] ?? null
      running = new Set()
      comingSigned = false
      lastLeft = ''
      living = []
    }
    if (file === 'leases') {
      const [lease = '', , signed = '', begins = '', ends = ''] = values
      if (signed !== '' && begins > todayText) comingSigned = true
      else if (signed !== '' && (ends === '' || ends >= todayText)) running.add(lease)
      else if (ends < todayText && ends > lastLeft) lastLeft = ends
    }
    if (file === 'occupancies') {
      const [lease = '', person = '', role, from = '', to = ''] = values
      if (running.has(lease) && from <= todayText && (to === '' || to >= todayText)) {
        living.push({ person, isMainTenant: role === 'main_tenant', from })
      }
    }
  }

  /** A day between two, both included. */
  const someDay = (from: Day) => textOf(random.int(Math.min(from, today), today))
  const emptySince = () => (lastLeft === '' ? someDay(today - 400) : lastLeft)

  /** Who has the keys of an empty home: mostly Heka; BLC Turva once somebody is about to collect them. */
  const ofEmptyHome = (since: string): Place => {
    const at = random.weighted<Place['holder']>([
      [comingSigned ? 15 : 70, 'heka'],
      [comingSigned ? 80 : 15, 'blc'],
      [comingSigned ? 5 : 15, 'maintenance'],
    ])
    return { holder: at, person: '', since }
  }

  /** What now and then has become of a single key. */
  const strayed = (place: Place): Place => {
    const chance = random.next()
    if (chance >= 0.016) return place
    const since = someDay(dayOf(place.since))
    return { holder: chance < 0.007 ? 'lost' : 'maintenance', person: '', since }
  }

  const make = () => {
    if (apartment === null) return
    const tenants = living.filter(({ isMainTenant }) => isMainTenant)
    const holders = tenants.length > 0 ? tenants : living.slice(0, 1)
    const empty = holders.length === 0 ? ofEmptyHome(emptySince()) : null
    const sets = random.weighted([
      [55, 2],
      [35, 3],
      [10, 4],
    ])
    const series = String(random.int(1, 9999)).padStart(5, '0')
    const extra = besides.filter(([, share]) => random.chance(share)).slice(0, most - sets)
    for (let set = 1; set <= sets; set++) {
      const holder = holders[(set - 1) % holders.length]
      const spare = set === sets && sets > 2 && random.chance(0.25)
      const place: Place =
        empty ??
        (spare || !holder
          ? { holder: 'heka', person: '', since: holder?.from ?? todayText }
          : { holder: 'resident', person: holder.person, since: holder.from })
      const hangs = set === 1 ? extra : []
      const name = hangs.length > 0 ? String(set) : ''
      const row = (kind: string, number: string) => {
        const { holder: at, person, since } = strayed(place)
        write('keys', [apartment ?? '', kind, number, name, at, person, since])
      }
      row('apartment', `${series}-${set}`)
      for (const [kind] of hangs) row(kind, String(random.int(1, 9999)).padStart(5, '0'))
    }
    apartment = null
  }

  return { saw, make }
}
