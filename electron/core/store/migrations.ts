import { readMigrations } from './migrate'

// Read into the program when it is built, so that no path has to be right at run time.
export const sqliteMigrations = readMigrations(
  import.meta.glob<string>('./migrations/sqlite/*.sql', { query: '?raw', import: 'default', eager: true }),
)

export const postgresMigrations = readMigrations(
  import.meta.glob<string>('./migrations/postgres/*.sql', { query: '?raw', import: 'default', eager: true }),
)
