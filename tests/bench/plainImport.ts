import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { parse } from 'csv-parse/sync'
import { type RegisterFile, registerFiles } from '#shared/contract/register'
import { fullRegister, registerPath } from './folder'

/**
 * The same indexes as in electron/core/store/schema.ts and the same words to search by, on plain tables whose columns
 * are the files' own. Only `contentless_delete` is left out, which older command-line programs do not know.
 */
const indexes = `
  CREATE UNIQUE INDEX property_no ON properties (property_id);
  CREATE UNIQUE INDEX apartment_no ON apartments (apartment_id);
  CREATE INDEX apartment_property ON apartments (property_id);
  CREATE UNIQUE INDEX resident_no ON people (person_id);
  CREATE INDEX resident_identity_code ON people (identity_code);
  CREATE UNIQUE INDEX lease_no ON leases (lease_id);
  CREATE INDEX lease_apartment ON leases (apartment_id);
  CREATE UNIQUE INDEX occupancy_no ON occupancies (lease_id, person_id, "from");
  CREATE INDEX occupancy_lease ON occupancies (lease_id);
  CREATE INDEX occupancy_resident ON occupancies (person_id);
  CREATE VIRTUAL TABLE search USING fts5(name, address, number, email, content='', detail=column, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0');
  INSERT INTO search (rowid, name, address, number, email)
    SELECT p.rowid, p.last_name || ' ' || p.first_names,
      group_concat(h.address || ' ' || a.stair || ' ' || a.number || ' ' || h.postal_code || ' ' || h.district, ' '),
      p.phone || ' ' || p.identity_code || ' ' || p.birth_date || ' ' || group_concat(l.lease_id, ' '), p.email
    FROM people p
      JOIN occupancies o ON o.person_id = p.person_id
      JOIN leases l ON l.lease_id = o.lease_id
      JOIN apartments a ON a.apartment_id = l.apartment_id
      JOIN properties h ON h.property_id = a.property_id
    GROUP BY p.rowid;
`

/** How the baseline imports: SQLite's own command-line program, where there is one. */
export function plainImporter(): { readonly name: string; readonly importInto: (file: string) => void } {
  try {
    const version = execFileSync('sqlite3', ['--version'], { encoding: 'utf8' }).split(' ')[0]
    return { name: `sqlite3 ${version} .import`, importInto: commandLineImport }
  } catch {
    return { name: 'csv-parse and plain inserts (no sqlite3 here)', importInto: insertImport }
  }
}

function commandLineImport(file: string): void {
  rmSync(file, { force: true })
  const imports = registerFiles.map((name) => `.import --csv "${registerPath(name)}" ${name}\n`)
  execFileSync('sqlite3', ['-bail', file], { input: imports.join('') + indexes })
}

function insertImport(file: string): void {
  rmSync(file, { force: true })
  const database = new Database(file)
  const texts = fullRegister()
  for (const name of registerFiles) insertAll(database, name, parse(texts[name]) as string[][])
  database.exec(indexes)
  database.close()
}

function insertAll(
  database: Database.Database,
  name: RegisterFile,
  [heading = [], ...rows]: string[][],
): void {
  database.exec(`CREATE TABLE ${name} (${heading.map((column) => `"${column}" TEXT`).join(', ')})`)
  const insert = database.prepare(`INSERT INTO ${name} VALUES (${heading.map(() => '?').join(', ')})`)
  database.transaction(() => {
    for (const row of rows) insert.run(row)
  })()
}
