import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'

/** The few column kinds that the schema is written with, in PostgreSQL's terms. Queries are typed against these. */
export const postgresKit = {
  table: pgTable,
  text: (name: string) => text(name),
  int: (name: string) => integer(name),
  real: (name: string) => doublePrecision(name),
  flag: (name: string) => boolean(name),
  json: <Value>(name: string) => jsonb(name).$type<Value>(),
  /** A moment, to the millisecond. Days without time are text, `YYYY-MM-DD`. */
  instant: (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' }),
  index,
  uniqueIndex,
  check,
  sql,
}

export type Kit = typeof postgresKit
