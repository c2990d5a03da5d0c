import type Database from 'better-sqlite3'
import type { SearchTerm } from '#shared/rules/search'
import type { SearchDocument } from './store'

/** How well a word must match in each round; the first rounds are the better matches. */
const rounds = ['exact', 'namePrefix', 'prefix'] as const

/** FTS5's words for one term. A term holds only folded letters and digits, so that nothing needs escaping. */
function match(term: SearchTerm, round: (typeof rounds)[number]): string {
  const word = (text: string, prefix: boolean) => `"${text}"${prefix ? '*' : ''}`
  const alternatives = term.alternatives.map(({ columns, text, whole }) => {
    const within = `{${columns.join(' ')}} : `
    if (whole || round === 'exact') return within + word(text, false)
    if (round === 'namePrefix' && columns.includes('name')) return `{name} : ${word(text, true)}`
    return within + word(text, true)
  })
  return alternatives.length === 1 ? alternatives[0]! : `(${alternatives.join(' OR ')})`
}

const statement = `SELECT search_row.resident_id FROM search JOIN search_row ON search_row.row = search.rowid
  WHERE search MATCH ? ORDER BY search.rowid LIMIT ?`
const prepared = new WeakMap<Database.Database, Database.Statement>()

/** The statement behind the search, made once a connection. */
function finder(connection: Database.Database): Database.Statement {
  const known = prepared.get(connection)
  if (known) return known
  const made = connection.prepare(statement).pluck()
  prepared.set(connection, made)
  return made
}

/**
 * Ids of residents who match every term, best first. No bm25: for short prefixes it ranks half the register on every key
 * press. Rows were written in the order in which equals are best shown.
 */
export function findResidents(
  connection: Database.Database,
  terms: readonly SearchTerm[],
  limit: number,
): string[] {
  const found = new Set<string>()
  if (terms.length === 0) return []
  const find = finder(connection)
  for (const round of rounds) {
    if (found.size >= limit) break
    for (const id of find.all(terms.map((term) => match(term, round)).join(' AND '), limit) as string[]) {
      if (found.size < limit) found.add(id)
    }
  }
  return [...found]
}

/** Writes one resident's words in place of those that were there. */
export function searchWriter(connection: Database.Database): (document: SearchDocument) => void {
  const add = connection.prepare('INSERT INTO search_row (resident_id) VALUES (?) ON CONFLICT DO NOTHING')
  const known = connection.prepare('SELECT row FROM search_row WHERE resident_id = ?').pluck()
  const insert = connection.prepare(
    'INSERT INTO search (rowid, name, address, number, email) VALUES (?, ?, ?, ?, ?)',
  )
  const remove = connection.prepare('DELETE FROM search WHERE rowid = ?')
  return ({ residentId, name, address, number, email }) => {
    const added = add.run(residentId)
    const row = added.changes === 1 ? added.lastInsertRowid : known.get(residentId)
    if (added.changes === 0) remove.run(row)
    insert.run(row, name, address, number, email)
  }
}
