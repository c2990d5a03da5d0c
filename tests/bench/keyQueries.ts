/** What differs between the two engines in what follows. */
export interface Dialect {
  readonly mark: string
  readonly number: (text: string) => string
  readonly dayFromToday: (days: string) => string
}

export const sqliteDialect: Dialect = {
  mark: '?',
  number: (n) => `printf('%012d', ${n})`,
  dayFromToday: (days) => `date('2026-11-24', (${days}) || ' days')`,
}

export const postgresDialect: Dialect = {
  mark: '$1',
  number: (n) => `lpad((${n})::text, 12, '0')`,
  dayFromToday: (days) => `to_char(date '2026-11-24' + (${days})::int, 'YYYY-MM-DD')`,
}

const opened = 4000
const settled = 30_000

/**
 * Hand-offs of some years, each of the keys that a main tenant has: 4,000 are open, of which half are past their day, and 30,000
 * are over. How many Heka has at once is in no source.
 */
export const handoffStatements = ({ number, dayFromToday }: Dialect): readonly string[] => [
  `INSERT INTO key_handoff (id, reference, direction, state, lease_id, resident_id, apartment_id, bringer_kind, bringer_name,
     due_on, language, send, note, made_at, made_by, reminders, ended_at, version)
   SELECT '019b0000-0000-7000-8000-' || ${number('n')}, 'K' || ${number('n')}, 'return',
     CASE WHEN n <= ${opened} THEN 'instructed' ELSE 'settled' END, lease_id, resident_id, apartment_id, 'resident', name,
     ${dayFromToday(`CASE WHEN n <= ${opened} THEN n % 120 - 60 ELSE -(n % 1000) END`)},
     'fi', 'paper', '', at, staff_id, 0, CASE WHEN n <= ${opened} THEN NULL ELSE at END, 1
   FROM (
     SELECT row_number() OVER (ORDER BY o.id) AS n, o.lease_id, o.resident_id, l.apartment_id,
       r.first_names || ' ' || r.last_name AS name, i.at, i.staff_id
     FROM occupancy o JOIN lease l ON l.id = o.lease_id JOIN resident r ON r.id = o.resident_id
       CROSS JOIN (SELECT at, staff_id FROM register_import ORDER BY id LIMIT 1) i
     WHERE o.role = 'mainTenant' AND o.to_on IS NULL
   ) AS t WHERE n <= ${opened + settled}`,
  `INSERT INTO key_handoff_key (id, handoff_id, key_id, held_key_id, state)
   SELECT '019b0000-0000-7000-8001-' || ${number('row_number() OVER (ORDER BY k.id)')}, h.id, k.id,
     CASE WHEN h.state = 'instructed' THEN k.id ELSE NULL END,
     CASE WHEN h.state = 'instructed' THEN 'expected' ELSE 'arrived' END
   FROM key_handoff h JOIN key k ON k.apartment_id = h.apartment_id AND k.holder_resident_id = h.resident_id`,
]

/** The keys of an apartment with who has each, and the open hand-off that it is in, by hand. */
export const apartmentQuery = ({ mark }: Dialect) => `
  SELECT k.*, r.first_names, r.last_name, r.non_disclosure, h.id AS handoff_id, h.direction, h.state, h.due_on
  FROM key k
    LEFT JOIN resident r ON r.id = k.holder_resident_id
    LEFT JOIN key_handoff_key hk ON hk.held_key_id = k.id
    LEFT JOIN key_handoff h ON h.id = hk.handoff_id
  WHERE k.apartment_id = ${mark} ORDER BY k.kind, k.number`

/** The first page of what is late on a day, with how many keys each is about; and how many there are. */
export const lateQueries = ({ mark }: Dialect): readonly string[] => [
  `SELECT h.*, r.first_names, r.last_name, l.lease_no,
     (SELECT count(*) FROM key_handoff_key hk WHERE hk.handoff_id = h.id) AS keys
   FROM key_handoff h JOIN resident r ON r.id = h.resident_id JOIN lease l ON l.id = h.lease_id
   WHERE h.state = 'instructed' AND h.due_on < ${mark} ORDER BY h.due_on, h.id LIMIT 50`,
  `SELECT count(*) FROM key_handoff h WHERE h.state = 'instructed' AND h.due_on < ${mark}`,
]

/** Apartments from all over the register. */
export const someApartments = `
  SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM apartment) AS t WHERE n % 271 = 0`
