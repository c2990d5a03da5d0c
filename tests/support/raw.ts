import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Client } from 'pg'
import type { TestDesk } from './desk'
import { asOwner } from './engines'
import { cheapHash } from './password'

/** The database of an open desk, past the program: as somebody with its key or password has it. */
export interface RawDatabase {
  rows<Row>(query: string): Promise<Row[]>
  run(statement: string): Promise<void>
  close(): Promise<void>
}

type Where = Pick<TestDesk, 'dataDir' | 'key' | 'postgresUrl'>

export async function openRaw({ dataDir, key, postgresUrl }: Where): Promise<RawDatabase> {
  if (postgresUrl === null) return sqlite(join(dataDir, 'desk.db'), key)
  const client = new Client({ connectionString: asOwner(postgresUrl) })
  await client.connect()
  return {
    rows: async (query) => (await client.query(query)).rows,
    run: async (statement) => void (await client.query(statement)),
    close: () => client.end(),
  }
}

/** An encrypted SQLite file, a database or a copy of one. */
export function sqlite(file: string, key: Buffer): RawDatabase {
  const database = new Database(file)
  database.pragma(`cipher='sqlcipher'`)
  database.pragma(`key="x'${key.toString('hex')}'"`)
  return {
    rows: async <Row>(query: string) => database.prepare(query).all() as Row[],
    run: async (statement) => void database.exec(statement),
    close: async () => void database.close(),
  }
}

/** Does something with the database of an open desk and lets it go. */
export async function inDatabase<Value>(
  desk: Where,
  work: (raw: RawDatabase) => Promise<Value>,
): Promise<Value> {
  const raw = await openRaw(desk)
  try {
    return await work(raw)
  } finally {
    await raw.close()
  }
}

/**
 * Gives everyone who works here the tests' password under a hash that takes no time: hashes carry their own parameters.
 * For tests that sign in often and are not about passwords.
 */
export async function makePasswordsCheap(desk: TestDesk): Promise<void> {
  await inDatabase(desk, (raw) => raw.run(`UPDATE staff SET password_hash = '${cheapHash}'`))
  // Another password than they signed in with: they are asked again.
  await desk.signInAgain()
}
