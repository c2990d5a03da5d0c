import { type KeyEvent, standingOf } from '#shared/rules/keyLedger'
import { registerColumns } from '#shared/rules/registerColumns'
import type { TestDesk } from '../support/desk'
import { inDatabase } from '../support/raw'
import { type Cells, type Form, fileOfRows, filesOf, type WrittenRows, writtenRows } from './written'

/** A key of the first home, with its tenant, who has lived there since 2020. */
export const aKey = (cells: Cells = {}): Cells => ({
  apartment_id: 'A000',
  key_kind: 'apartment',
  key_number: '00317-1',
  key_set: '1',
  holder: 'resident',
  person_id: 'P000',
  since: '2020-01-01',
  ...cells,
})

/** Keys of three homes, with every holder that the register knows. */
export const writtenKeys: readonly Cells[] = [
  aKey(),
  aKey({ key_kind: 'mailbox', key_number: '00041' }),
  aKey({ key_number: '00317-2', key_set: '', holder: 'heka', person_id: '' }),
  aKey({ apartment_id: 'A001', key_number: '1', person_id: 'P001', since: '1.2.2021' }),
  aKey({ apartment_id: 'A001', key_number: '2', holder: 'lost', person_id: '', since: '2026-11-24' }),
  aKey({ apartment_id: 'A002', key_number: '1', holder: 'blc', person_id: '', since: '2026-10-01' }),
  aKey({ apartment_id: 'A002', key_number: '2', holder: 'maintenance', person_id: '', since: '2026-10-01' }),
]

/** The five files and the keys'. */
export const filesWith = (
  keys: readonly Cells[],
  rows: WrittenRows = writtenRows,
  form: Form = {},
  columns: readonly string[] = registerColumns.keys,
): Record<string, string> => ({ ...filesOf(rows, form), keys: fileOfRows(keys, columns, form) })

export interface LedgerKey {
  readonly id: string
  readonly apartment: string
  readonly kind: string
  readonly number: string
  readonly set_name: string
  readonly holder: string
  readonly since: string
  readonly last_seq: number
  readonly left_on: string | null
  /** The chain: what happened, who had it then, on which day and on whose word. */
  readonly events: readonly string[]
}

const who = 'COALESCE(r.resident_no, k.holder_name, k.holder_kind)'

interface Event {
  readonly key_id: string
  readonly seq: number
  readonly what: KeyEvent['what']
  readonly holder: string
  readonly day: string
  readonly word: string
  readonly corrects: number | null
}

/** Every key by apartment, kind and number, each with its chain. Throws when a key is not what its chain comes to. */
export async function ledgerOf(desk: TestDesk): Promise<readonly LedgerKey[]> {
  return inDatabase(desk, async (raw) => {
    const keys = await raw.rows<Omit<LedgerKey, 'events'>>(
      `SELECT k.id, a.apartment_no AS apartment, k.kind, k.number, k.set_name, ${who} AS holder, k.held_since AS since,
         k.last_seq, k.left_on
       FROM key k JOIN apartment a ON a.id = k.apartment_id LEFT JOIN resident r ON r.id = k.holder_resident_id
       ORDER BY a.apartment_no, k.kind, k.number`,
    )
    const events = await raw.rows<Event>(
      `SELECT k.key_id, k.seq, k.what, ${who} AS holder, k.happened_on AS day, k.word, k.corrects
       FROM key_event k LEFT JOIN resident r ON r.id = k.holder_resident_id ORDER BY k.key_id, k.seq`,
    )
    return keys.map((key) => {
      const chain = events.filter(({ key_id }) => key_id === key.id)
      const standing = standingOf(
        chain.map(({ seq, what, holder, day, corrects }) => ({
          ...{ seq, what, corrects },
          holder: { kind: 'grantee', name: holder },
          happenedOn: day,
        })),
      )
      const row = {
        holder: { kind: 'grantee', name: key.holder },
        heldSince: key.since,
        lastSeq: key.last_seq,
        active: true,
      }
      if (
        JSON.stringify(standing) !==
        JSON.stringify({ holder: row.holder, heldSince: row.heldSince, active: true, lastSeq: row.lastSeq })
      ) {
        throw new Error(`a key is not what its chain comes to: ${JSON.stringify({ standing, row })}`)
      }
      return {
        ...key,
        events: chain.map(({ what, holder, day, word }) => `${what} ${holder} ${day} ${word}`),
      }
    })
  })
}

/** Moves a key as a desk does. The register's names of people and keys are used. */
export async function moveAtDesk(
  desk: TestDesk,
  { id, last_seq }: Pick<LedgerKey, 'id' | 'last_seq'>,
  holder: 'heka' | 'blc' | 'maintenance',
  day = '2026-11-24',
): Promise<void> {
  await inDatabase(desk, async (raw) => {
    const seq = Number(last_seq) + 1
    await raw.run(
      `INSERT INTO key_event (id, key_id, seq, what, holder_kind, happened_on, typed_at, staff_id, word, word_text)
       SELECT '${id}-${seq}', '${id}', ${seq}, 'movedTo', '${holder}', '${day}', at, staff_id, 'heka', ''
       FROM register_import ORDER BY id LIMIT 1`,
    )
    await raw.run(
      `UPDATE key SET holder_kind = '${holder}', holder_resident_id = NULL, held_since = '${day}', last_seq = ${seq}
       WHERE id = '${id}'`,
    )
  })
}

/** Corrects the number of a key as a desk does. */
export async function renumberAtDesk(
  desk: TestDesk,
  { id, kind, number, last_seq }: Pick<LedgerKey, 'id' | 'kind' | 'number' | 'last_seq'>,
  to: string,
): Promise<void> {
  const label = JSON.stringify({ from: { kind, number }, to: { kind, number: to } })
  await inDatabase(desk, async (raw) => {
    const seq = Number(last_seq) + 1
    await raw.run(
      `INSERT INTO key_event (id, key_id, seq, what, holder_kind, holder_resident_id, happened_on, typed_at, staff_id, word, word_text, label)
       SELECT '${id}-${seq}', k.id, ${seq}, 'keyCorrected', k.holder_kind, k.holder_resident_id, '2026-11-24', i.at, i.staff_id, 'heka', 'luki väärin', '${label}'
       FROM key k CROSS JOIN (SELECT at, staff_id FROM register_import ORDER BY id LIMIT 1) i WHERE k.id = '${id}'`,
    )
    await raw.run(`UPDATE key SET number = '${to}', last_seq = ${seq} WHERE id = '${id}'`)
  })
}

/** Registers a key at a desk, of which the register has never said anything. */
export async function registerAtDesk(
  desk: TestDesk,
  apartment: string,
  number: string,
  set = '',
): Promise<void> {
  const id = `desk-${apartment}-${number}`
  await inDatabase(desk, async (raw) => {
    await raw.run(
      `INSERT INTO key (id, apartment_id, kind, number, set_name, note, holder_kind, held_since, last_seq, active, version)
       SELECT '${id}', id, 'apartment', '${number}', '${set}', '', 'heka', '2026-11-20', 1,
         ${desk.postgresUrl === null ? '1' : 'true'}, 1 FROM apartment WHERE apartment_no = '${apartment}'`,
    )
    await raw.run(
      `INSERT INTO key_event (id, key_id, seq, what, holder_kind, happened_on, typed_at, staff_id, word, word_text)
       SELECT '${id}-1', '${id}', 1, 'registered', 'heka', '2026-11-20', at, staff_id, 'heka', ''
       FROM register_import ORDER BY id LIMIT 1`,
    )
  })
}

/** Puts a key into an open hand-off. */
export async function putInHandoff(desk: TestDesk, id: string): Promise<void> {
  await inDatabase(desk, async (raw) => {
    await raw.run(
      `INSERT INTO key_handoff (id, reference, direction, state, lease_id, resident_id, apartment_id, bringer_kind,
         bringer_name, due_on, language, send, note, made_at, made_by, reminders, version)
       SELECT 'h-${id}', 'R-${id}', 'return', 'instructed', l.id, o.resident_id, l.apartment_id, 'resident', 'x',
         '2026-12-31', 'fi', 'paper', '', i.at, i.staff_id, 0, 1
       FROM key k JOIN lease l ON l.apartment_id = k.apartment_id JOIN occupancy o ON o.lease_id = l.id
         CROSS JOIN (SELECT at, staff_id FROM register_import ORDER BY id LIMIT 1) i WHERE k.id = '${id}'`,
    )
    await raw.run(
      `INSERT INTO key_handoff_key (id, handoff_id, key_id, held_key_id, state)
       VALUES ('hk-${id}', 'h-${id}', '${id}', '${id}', 'expected')`,
    )
  })
}
