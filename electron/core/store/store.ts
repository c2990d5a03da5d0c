import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { changeTopics } from '#shared/contract/system'
import type { SearchTerm } from '#shared/rules/search'
import type { Tables } from './schema'

/** Queries are typed as PostgreSQL's, so that a call that only SQLite has fails to compile. */
export type Db = NodePgDatabase

export type ChangeTopic = (typeof changeTopics)[number]
export interface Change {
  readonly topic: ChangeTopic
  readonly id: string | null
}

/** The words by which one resident is found, folded and separated by spaces. */
export interface SearchDocument {
  readonly residentId: string
  readonly name: string
  readonly address: string
  readonly number: string
  readonly email: string
}

/**
 * What is decided by one desk at a time: who works here and may do what; what the housing register is; when it is open; how
 * the office has set its program; who is called next; whether somebody is on their way to a door.
 */
export type Turn = 'staff' | 'register' | 'timetable' | 'settings' | 'calls' | 'doors'

/** One transaction. What it did becomes visible, and its changes are announced, only when it commits. */
export interface Tx {
  readonly db: Db
  /**
   * Waits for its turn: nobody else who asks for the same turn goes on until this commits. For what is read first and
   * decided on then, which two desks of one PostgreSQL would otherwise do at once.
   */
  inTurn(of: Turn): Promise<void>
  /** Announces a change after the commit. */
  changed(topic: ChangeTopic, id: string | null): void
  /** Inserts many rows by the table's own columns, faster than one statement a row. */
  insertMany<Table extends PgTable>(table: Table, rows: readonly Table['$inferInsert'][]): Promise<void>
  /** Overwrites whole rows by id. Throws when one of them does not exist. */
  updateMany<Table extends PgTable>(table: Table, rows: readonly Table['$inferInsert'][]): Promise<void>
  /** Replaces the words by which these residents are found. */
  writeSearch(documents: readonly SearchDocument[]): Promise<void>
}

/** The database, whichever engine it is. Every error it throws is a StoreError or the caller's own. */
export interface Store {
  readonly engine: 'sqlite' | 'postgres'
  readonly tables: Tables
  /** Reads outside any transaction, beside whatever is being written. */
  read<Value>(work: (db: Db) => Promise<Value>): Promise<Value>
  /**
   * One unit of work: all of it or nothing. PostgreSQL may run it again after a conflict, so it does nothing else. Long work
   * is `alone`: short units do not wait for its commit to share theirs with it.
   */
  write<Value>(work: (tx: Tx) => Promise<Value>, how?: { readonly alone?: boolean }): Promise<Value>
  /** Ids of residents who match every term, best first, at most `limit`. */
  search(terms: readonly SearchTerm[], limit: number): Promise<string[]>
  /** Calls back after each commit with what it changed; returns how to stop. */
  onChange(listener: (change: Change) => void): () => void
  close(): Promise<void>
}
