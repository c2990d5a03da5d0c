import { sql } from 'drizzle-orm'
import { check, index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Kit } from './kit.postgres'

/**
 * The same column kinds in SQLite's terms. The one cast in which SQLite passes for PostgreSQL: queries are then written
 * once, and SQLite-only calls fail to compile.
 */
export const sqliteKit = {
  table: sqliteTable,
  text: (name: string) => text(name),
  int: (name: string) => integer(name),
  real: (name: string) => real(name),
  flag: (name: string) => integer(name, { mode: 'boolean' }),
  json: (name: string) => text(name, { mode: 'json' }),
  instant: (name: string) => integer(name, { mode: 'timestamp_ms' }),
  index,
  uniqueIndex,
  check,
  sql,
} as unknown as Kit
