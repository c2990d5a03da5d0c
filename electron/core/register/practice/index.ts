import { type ImportFile, importFiles } from '#shared/contract/register'
import { isLocalDay, type LocalDay } from '#shared/rules/localDay'
import { registerColumns } from '#shared/rules/registerColumns'
import { createApartments } from './apartments'
import { csvLine } from './csv'
import { addYears, dayOf, startOfMonth, yearOf } from './days'
import { createHouseholds } from './households'
import { createKeys } from './keys'
import { finnish } from './names.finnish'
import { createPeople, type Making } from './people'
import { divideStock, makeProperties, type Property } from './properties'
import { createRandom, type Random } from './random'
import { createTenancies, type Tenancy } from './tenancies'

export interface PracticeOptions {
  /** A whole number. The same options always give the same files, byte for byte. */
  readonly seed: number
  /** How many apartments, at least 1. Heka has about 54,500 (seed 000_8cb8751306546cea.txt). */
  readonly apartments: number
  /** The day on which the register is true: leases run, people are as old and contracts begin later as of it. */
  readonly today: LocalDay
}

/** A piece of one of the files: the pieces of a file, joined in the order they come, are that file. */
export interface PracticeChunk {
  readonly file: ImportFile
  readonly text: string
  /** Apartments made so far, and in all. */
  readonly done: number
  readonly total: number
}

export interface PracticeRegister {
  readonly files: Readonly<Record<ImportFile, string>>
  /** Rows in each file, the line of column names not counted. */
  readonly counts: Readonly<Record<ImportFile, number>>
}

const apartmentsASlice = 50

/** Who has an apartment: a tenancy, the resident known for demonstrations, the Division, or nobody ever. */
type Plan = Tenancy | 'known' | 'division' | 'empty'

/** The first apartments of a register, so that even a small one shows every situation. */
const staged: readonly Plan[] = [
  'known',
  { former: false, now: 'running', nine: true, rooms: 5 },
  { former: true, now: 'vacant', rooms: 2 },
  { former: false, now: 'running', mover: true, rooms: 3 },
  { former: false, now: 'running', coTenants: true, rooms: 2 },
  { former: true, now: 'notice', next: 'offer', rooms: 3 },
  { former: false, now: 'vacant', next: 'signed', rooms: 3 },
  { former: false, now: 'estate', rooms: 2 },
  { former: false, now: 'running', nonDisclosure: true },
  { former: false, now: 'fixedTerm' },
  { former: true, now: 'vacant', next: 'offer' },
]

function someTenancy(random: Random): Tenancy {
  const now = random.weighted<Tenancy['now']>([
    [942, 'running'],
    [13, 'notice'],
    [15, 'fixedTerm'],
    [2, 'estate'],
    [28, 'vacant'],
  ])
  const next = random.weighted<Tenancy['next']>(
    now === 'notice' || now === 'vacant'
      ? [
          [50, undefined],
          [30, 'signed'],
          [20, 'offer'],
        ]
      : [[1, undefined]],
  )
  return { former: random.chance(now === 'vacant' ? 0.85 : 0.07), now, next, mover: random.chance(0.06) }
}

/** Meija Virtanen, in her forties, of Mäkelänkatu: the one resident whom every practice register has. */
function knownPerson({ today }: Making) {
  return {
    culture: finnish,
    woman: true,
    birth: dayOf(`${yearOf(today) - 43}-04-04`),
    firstNames: 'Meija Katariina',
    lastName: 'Virtanen',
    language: 'fi',
    phone: '040 555 0142',
    email: 'meija.virtanen@example.com',
    individualNumber: 904,
  }
}

/**
 * Makes a practice register: the files of docs/housing-register.md, keys too, about people who do not exist, in the
 * mix of Heka's stock. All personal identity codes are temporary ones (900–999) and all e-mail domains reserved
 * ones, so that no row can be a real person's. Gives the files in small pieces (a few milliseconds each), so that
 * a caller can do other things in between; pieces of different files alternate.
 * Throws RangeError on options of which no register can be made.
 */
export function* practiceRegister(options: PracticeOptions): Generator<PracticeChunk> {
  const total = options.apartments
  if (!Number.isInteger(total) || total < 1) throw new RangeError('a register has at least one apartment')
  if (!Number.isInteger(options.seed)) throw new RangeError('the seed is a whole number')
  if (!isLocalDay(options.today)) throw new RangeError('today is a day, YYYY-MM-DD')

  const pending = {} as Record<ImportFile, string>
  for (const file of importFiles) pending[file] = csvLine(registerColumns[file])
  const making: Making = {
    random: createRandom(options.seed),
    today: dayOf(options.today),
    write: (file, values) => {
      pending[file] += csvLine(values)
      if (file !== 'keys') keys.saw(file, values)
    },
  }
  const { random, today } = making
  const keys = createKeys(options.seed, today, making.write)
  const makePerson = createPeople(making)
  const tenancies = createTenancies(making, createHouseholds(making, makePerson))
  let done = 0
  let ordinary = 0

  function* flush(): Generator<PracticeChunk> {
    for (const file of importFiles) {
      if (pending[file] !== '') yield { file, text: pending[file], done, total }
      pending[file] = ''
    }
  }

  const planFor = ({ kind }: Property): Plan => {
    if (kind === 'special' && random.chance(0.96)) return 'division'
    // Of the 1,650 apartments in housing companies 500–650 are in ordinary use, most others let to the Division.
    if (kind === 'asoy' && random.chance(0.652)) return random.chance(0.95) ? 'division' : 'empty'
    return staged[ordinary++] ?? someTenancy(random)
  }

  const properties = makeProperties(making, divideStock(total))
  yield* flush()
  for (const property of properties) {
    const ageGroup = property.kind === 'special' && random.chance(0.6) ? 'older' : 'adult'
    const nextApartment = createApartments(making, property)
    for (let index = 0; index < property.apartments; index++) {
      const plan = planFor(property)
      const apartment = nextApartment(typeof plan === 'object' ? plan.rooms : undefined)
      if (typeof plan === 'object') tenancies.ordinary(apartment, property.since, plan)
      if (plan === 'division') tenancies.division(apartment, property.since, ageGroup)
      if (plan === 'known') {
        tenancies.known(apartment, makePerson(knownPerson(making)), startOfMonth(addYears(today, -6)))
      }
      keys.make()
      done++
      if (done % apartmentsASlice === 0) yield* flush()
    }
  }
  yield* flush()
}

/** A whole practice register at once: for tests and measurements. */
export function collectPracticeRegister(options: PracticeOptions): PracticeRegister {
  const files = { properties: '', apartments: '', people: '', leases: '', occupancies: '', keys: '' }
  for (const { file, text } of practiceRegister(options)) files[file] += text
  const rows = (file: ImportFile) => files[file].split('\n').length - 2
  const counts = Object.fromEntries(importFiles.map((file) => [file, rows(file)]))
  return { files, counts: counts as Record<ImportFile, number> }
}
