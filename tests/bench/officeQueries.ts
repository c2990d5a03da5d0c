import { Client, type QueryConfig } from 'pg'

type Callback = (error: Error | null, result: unknown) => void
type Query = (config: string | QueryConfig, values?: unknown[] | Callback, callback?: Callback) => unknown

/**
 * Hears every query that this process sends to a database of this name, from now on: its text and values, the name by which
 * it is prepared, and the form in which its rows are wanted.
 */
export function hearQueries(database: string): { take(): readonly QueryConfig[]; stop(): void } {
  const driver = Client.prototype as { query: Query }
  const { query } = driver
  let heard: QueryConfig[] = []
  driver.query = function (this: Client, config, values, callback) {
    if (this.database === database) {
      const given = typeof config === 'string' ? { text: config } : config
      heard.push(Array.isArray(values) ? { ...given, values: [...values] } : { ...given })
    }
    return query.call(this, config, values, callback)
  }
  return {
    take() {
      const taken = heard
      heard = []
      return taken
    },
    stop() {
      driver.query = query
    },
  }
}

/** A bare connection to a database in which what was heard is done again: one query after the other, in the same order. */
export async function openTwin(connectionString: string) {
  const client = new Client({ connectionString })
  await client.connect()
  return {
    async run(queries: readonly QueryConfig[]): Promise<void> {
      for (const query of queries) await client.query(query)
    },
    close: () => client.end(),
  }
}
