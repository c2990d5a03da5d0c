import { type AnyColumn, type Placeholder, sql } from 'drizzle-orm'
import type { Tables } from './schema'
import type { Db } from './store'

/**
 * A query that is put together once for each connection: with the query builder that takes longer than running it. What
 * differs from time to time is `given`, and it ends with `.prepare('…')`, a name of its own.
 */
export function prepared<Query>(build: (db: Db, tables: Tables) => Query): (db: Db, tables: Tables) => Query {
  const known = new WeakMap<Db, Query>()
  return (db, tables) => {
    const query = known.get(db) ?? build(db, tables)
    known.set(db, query)
    return query
  }
}

/** A value of a column that a prepared query is given each time, under this name. */
export const given = (column: AnyColumn, name: string) => sql`${sql.param(sql.placeholder(name), column)}`

/**
 * Places for at most so many ids in a prepared query: what stands in it, and what it is given each time. It is as well asked
 * for the last id again as not at all.
 */
export function idPlaces(most: number): {
  readonly places: readonly Placeholder[]
  of(ids: readonly string[]): Record<string, string | undefined>
} {
  const names = Array.from({ length: most }, (_, at) => `id${at}`)
  return {
    places: names.map((name) => sql.placeholder(name)),
    of: (ids) => Object.fromEntries(names.map((name, at) => [name, ids[at] ?? ids.at(-1)])),
  }
}
