import { inArray } from 'drizzle-orm'
import type { ResidentHit } from '#shared/contract/residents'
import { formatPhone } from '#shared/rules/contacts'
import type { LocalDay } from '#shared/rules/localDay'
import { marksOf, standing } from '#shared/rules/residentMarks'
import {
  matchedColumns,
  parseSearch,
  type SearchTerm,
  searchDocument,
  searchWords,
} from '#shared/rules/search'
import { idPlaces, prepared } from '../store/prepared'
import type { Tables } from '../store/schema'
import type { Store } from '../store/store'
import { type Home, homesOf, protectedLeases, streetAddress } from './homes'
import { searchable } from './searchIndex'

const most = 20
const places = idPlaces(most)
const shownResidents = prepared((db, { resident }) =>
  db
    .select()
    .from(resident)
    .where(inArray(resident.id, [...places.places]))
    .prepare('shownResidents'),
)

type ResidentRow = Tables['resident']['$inferSelect']

/** The home to show: where the person lives now, or will. */
function shownHome(homes: readonly Home[], hidden: ReadonlySet<string>, today: LocalDay): Home | null {
  const order = ['running', 'noticeGiven', 'future', 'unsigned']
  const ranked = homes
    .map((home) => ({ home, rank: order.indexOf(standing(home, today)) }))
    .filter(({ home, rank }) => rank >= 0 && !hidden.has(home.leaseId))
    .sort((a, b) => a.rank - b.rank)
  return ranked[0]?.home ?? null
}

const homeText = (home: Home) => `${streetAddress(home)}, ${home.property.district}`

/** What the words matched, in the words of the page. A code and a birth date are named, not shown. */
function matches(
  resident: ResidentRow,
  homes: readonly Home[],
  hidden: ReadonlySet<string>,
  terms: readonly SearchTerm[],
  today: LocalDay,
): ResidentHit['matched'] {
  const found = searchable(resident, homes, hidden, today)
  const document = searchDocument(found)
  // Words are indexed when the register changes, and a home ends by the calendar: who left yesterday is no hit today.
  if (!terms.every((term) => matchedColumns([term], document).size > 0)) return []
  const columns = matchedColumns(terms, document)
  const matched: ResidentHit['matched'] = []
  if (columns.has('name'))
    matched.push({ field: 'name', text: `${resident.lastName} ${resident.firstNames}` })
  const wordsOf = (home: Home) =>
    matchedColumns(terms, searchDocument(searchable(resident, [home], hidden, today))).get('address') ?? []
  const [home] = homes
    .filter((one) => wordsOf(one).length > 0)
    .sort((a, b) => wordsOf(b).length - wordsOf(a).length)
  if (home) matched.push({ field: 'address', text: `${homeText(home)} ${home.property.postalCode}` })
  if (columns.has('email')) matched.push({ field: 'email', text: found.email })
  for (const word of new Set(columns.get('number') ?? [])) matched.push(matchedNumber(word, found, resident))
  return matched
}

function matchedNumber(
  word: string,
  found: ReturnType<typeof searchable>,
  resident: ResidentRow,
): ResidentHit['matched'][number] {
  const lease = found.leaseNos.find((leaseNo) => searchWords(leaseNo).join('').includes(word))
  if (lease) return { field: 'lease', text: lease }
  if (/^b\d{8}$/.test(word)) return { field: 'birthDate', text: resident.birthDate }
  if (/^\d{6}[a-z]/.test(word)) return { field: 'personalIdentityCode', text: null }
  return { field: 'phone', text: found.phone ? formatPhone(found.phone) : null }
}

/** The 20 best matches for what was typed. */
export async function searchResidents(
  store: Store,
  text: string,
  today: LocalDay,
): Promise<{ hits: ResidentHit[]; more: boolean }> {
  const terms = parseSearch(text)
  const ids = await store.search(terms, most + 1)
  const shown = ids.slice(0, most)
  if (shown.length === 0) return { hits: [], more: false }
  const { rows, homes, hidden } = await store.read(async (db) => {
    const [rows, found] = await Promise.all([
      shownResidents(db, store.tables).execute(places.of(shown)),
      homesOf(db, store.tables, shown),
    ])
    return {
      rows,
      homes: Map.groupBy(found, ({ residentId }) => residentId),
      hidden: await protectedLeases(
        db,
        store.tables,
        found.map(({ leaseId }) => leaseId),
      ),
    }
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const hits = shown.flatMap((residentId): ResidentHit[] => {
    const row = byId.get(residentId)
    if (!row) return []
    const own = homes.get(residentId) ?? []
    const matched = matches(row, own, hidden, terms, today)
    if (matched.length === 0) return []
    const home = row.nonDisclosure ? null : shownHome(own, hidden, today)
    return [
      {
        id: row.id,
        name: `${row.lastName} ${row.firstNames}`,
        birthDate: row.birthDate,
        home: home ? homeText(home) : null,
        marks: marksOf({ ...row, occupancies: own }, today),
        matched,
      },
    ]
  })
  return { hits, more: ids.length > most }
}
