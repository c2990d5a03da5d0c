import { StoreError } from './errors'

/** One migration: its name, which orders it, and its statements. */
export interface Migration {
  readonly name: string
  readonly statements: readonly string[]
}

/** Orders migration files by name and splits them at drizzle-kit's breakpoints. */
export function readMigrations(files: Readonly<Record<string, string>>): Migration[] {
  return Object.entries(files)
    .map(([path, text]) => ({
      name: path.slice(path.lastIndexOf('/') + 1).replace(/\.sql$/, ''),
      statements: text
        .split('--> statement-breakpoint')
        .map((statement) => statement.trim())
        .filter((statement) => statement.length > 0),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * The migrations still to run. A database that has one we do not know, or has them in another order, was made by a newer
 * program: it is refused and left as it is.
 */
export function pendingMigrations(known: readonly Migration[], applied: readonly string[]): Migration[] {
  const newer = applied.some((name, index) => known[index]?.name !== name)
  if (newer) throw new StoreError('newerDatabase')
  return known.slice(applied.length)
}
