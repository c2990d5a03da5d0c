import type { Pool, PoolClient } from 'pg'
import type { SearchColumn, SearchTerm } from '#shared/rules/search'
import type { SearchDocument } from './store'

const rounds = ['exact', 'namePrefix', 'prefix'] as const
/** The columns of the SQLite index are weights here. */
const weights: Readonly<Record<SearchColumn, string>> = { name: 'A', address: 'B', number: 'C', email: 'D' }

/** A tsquery for one term. A term holds only folded letters and digits, so that nothing needs escaping. */
function match(term: SearchTerm, round: (typeof rounds)[number]): string {
  const alternatives = term.alternatives.map(({ columns, text, whole }) => {
    const within = columns.map((column) => weights[column]).join('')
    if (whole || round === 'exact') return `'${text}':${within}`
    if (round === 'namePrefix' && columns.includes('name')) return `'${text}':*A`
    return `'${text}':*${within}`
  })
  return `(${alternatives.join(' | ')})`
}

/**
 * Those who match, in their order. How many there are the server guesses wrongly, for words begun most of all, and each way
 * of finding them is slow for the wrong many: one by one for a few, by the index for thousands. So the first thousand are
 * looked at one by one, and only when too few of them match the index is asked: then they are few enough for it.
 */
const matching = `
  WITH early AS MATERIALIZED (
    SELECT row, resident_id
    FROM (SELECT row, resident_id, words FROM search_row ORDER BY row LIMIT 1000) AS first
    WHERE words @@ (SELECT $1::tsquery) ORDER BY row LIMIT $2
  )
  SELECT resident_id FROM (
    SELECT row, resident_id FROM early
    UNION
    SELECT row, resident_id FROM search_row
    WHERE (SELECT count(*) FROM early) < $2 AND words @@ (SELECT $1::tsquery)
  ) AS found
  ORDER BY row LIMIT $2`

/** Ids of residents who match every term, best first, in the same rounds as on SQLite. */
export async function findResidents(
  pool: Pool,
  terms: readonly SearchTerm[],
  limit: number,
): Promise<string[]> {
  const found = new Set<string>()
  if (terms.length === 0) return []
  for (const round of rounds) {
    if (found.size >= limit) break
    const { rows } = await pool.query<{ resident_id: string }>({
      name: 'find-residents',
      text: matching,
      values: [terms.map((term) => match(term, round)).join(' & '), limit],
    })
    for (const { resident_id } of rows) if (found.size < limit) found.add(resident_id)
  }
  return [...found]
}

/** A tsvector literal with every word at one place under its column's weight; words are letters and digits only. */
function words(document: SearchDocument): string {
  const weighted = (Object.entries(weights) as [SearchColumn, string][]).flatMap(([column, weight]) =>
    document[column].split(' ').flatMap((word) => (word === '' ? [] : [`'${word}':1${weight}`])),
  )
  return weighted.join(' ')
}

/** Writes the residents' words in place of those that were there, in the order given. */
export async function writeSearch(client: PoolClient, documents: readonly SearchDocument[]): Promise<void> {
  await client.query(
    `INSERT INTO search_row (resident_id, words)
     SELECT resident_id, words::tsvector
     FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS document (resident_id, words, place)
     ORDER BY place
     ON CONFLICT (resident_id) DO UPDATE SET words = excluded.words`,
    [documents.map((document) => document.residentId), documents.map(words)],
  )
}
