import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PreviewRow } from '#shared/contract/register'
import { onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { inDatabase } from '../support/raw'
import { apply, importRegister, preview, upload } from '../support/register'
import { registerDesk } from './desk'
import {
  aKey,
  filesWith,
  type LedgerKey,
  ledgerOf,
  moveAtDesk,
  putInHandoff,
  registerAtDesk,
  renumberAtDesk,
  writtenKeys,
} from './keysWritten'
import { type Cells, filesOf, writtenRows } from './written'

onBothEngines('keys that come with the register', (engine) => {
  const office = registerDesk(engine)
  const nothing = { added: 0, changed: 0, ended: 0 }
  const importKeys = (keys: readonly Cells[]) => importRegister(office.page(), filesWith(keys))
  const ledger = () => ledgerOf(office.desk())
  async function find(number: string, apartment = 'A000'): Promise<LedgerKey> {
    const found = (await ledger()).find((key) => key.number === number && key.apartment === apartment)
    if (!found) throw new Error(`no key ${number}`)
    return found
  }
  /** What a preview of these keys shows, and the rows of one of its lists. */
  async function look(
    keys: readonly Cells[],
    change: 'changed' | 'differs' | 'rejected' | 'ended' = 'differs',
  ) {
    const uploadId = await upload(office.page(), filesWith(keys))
    const shown = await preview(office.page(), uploadId)
    const listed = await office.page().register.previewRows({ uploadId, file: 'keys', change, page: 0 })
    return {
      uploadId,
      shown,
      rows: listed.rows,
      counts: shown.files.find(({ file }) => file === 'keys')!.counts,
    }
  }
  const said = (rows: readonly PreviewRow[]) =>
    rows.map(
      ({ key, fields }) =>
        `${key}: ${fields.map(({ column, before, after }) => `${column} ${before} → ${after}`).join(', ')}`,
    )
  const with0 = (cells: Cells) => [{ ...writtenKeys[0]!, ...cells }, ...writtenKeys.slice(1)]
  /** A home's keys of its own for each test, among those that stay as they are. */
  let homes = 3
  function newHome() {
    const n = String(homes++).padStart(3, '0')
    const key = (cells: Cells = {}) => aKey({ apartment_id: `A${n}`, person_id: `P${n}`, ...cells })
    return { home: `A${n}`, tenant: `P${n}`, key }
  }
  let others: readonly Cells[] = writtenKeys

  it('each begin a chain with whoever has it by the file, on the register’s word', async () => {
    const { preview: shown, done } = await importKeys(writtenKeys)
    expect(shown.files.at(-1)).toMatchObject({ file: 'keys', counts: { added: 7, rejected: 0, total: 7 } })
    expect(shown.keyDifferences).toBe(0)
    expect(done.added).toBe(82 + 7)
    expect(
      (await ledger()).map(({ apartment, kind, number, set_name, events }) => [
        apartment,
        kind,
        number,
        set_name,
        events,
      ]),
    ).toEqual([
      ['A000', 'apartment', '00317-1', '1', ['registered P000 2020-01-01 register']],
      ['A000', 'apartment', '00317-2', '', ['registered heka 2020-01-01 register']],
      ['A000', 'mailbox', '00041', '1', ['registered P000 2020-01-01 register']],
      ['A001', 'apartment', '1', '1', ['registered P001 2021-02-01 register']],
      ['A001', 'apartment', '2', '1', ['registered lost 2026-11-24 register']],
      ['A002', 'apartment', '1', '1', ['registered blc 2026-10-01 register']],
      ['A002', 'apartment', '2', '1', ['registered maintenance 2026-10-01 register']],
    ])
  })

  it('change nothing when they come again, however they are written, and stay when they do not come', async () => {
    const before = await office.state()
    for (const form of [{}, { delimiter: ';', lineEnd: '\r\n', quoteAll: true }] as const) {
      const { preview: shown, done } = await importRegister(
        office.page(),
        filesWith(writtenKeys, writtenRows, form),
      )
      expect(shown).toMatchObject({ nothingToDo: true, keyDifferences: 0 })
      expect(done).toMatchObject(nothing)
    }
    const without = await importRegister(office.page(), filesOf(writtenRows))
    expect(without.preview.files.map(({ file }) => file)).not.toContain('keys')
    expect(without.done).toMatchObject(nothing)
    expect({ ...(await office.state()), register_import: [] }).toEqual({ ...before, register_import: [] })
  })

  it('follow the register while nobody else has said anything of them, one event after another', async () => {
    const toHeka = with0({ holder: 'heka', person_id: '', since: '2026-11-20' })
    const { shown, rows, counts } = await look(toHeka, 'changed')
    expect(counts).toMatchObject({ changed: 1, unchanged: 6 })
    expect(shown.keyDifferences).toBe(0)
    expect(said(rows)).toEqual([
      'A000 apartment 00317-1: holder resident → heka, person_id P000 → null, since 2020-01-01 → 2026-11-20',
    ])
    expect((await importKeys(toHeka)).done).toMatchObject({ ...nothing, changed: 1 })
    expect((await importKeys(toHeka)).done).toMatchObject(nothing)
    // An earlier day is a correction of the move, another day of the same holder too.
    await importKeys(with0({ holder: 'blc', person_id: '', since: '2026-11-19' }))
    await importKeys(with0({ holder: 'blc', person_id: '', since: '2026-11-18' }))
    expect(await find('00317-1')).toMatchObject({
      holder: 'blc',
      since: '2026-11-18',
      events: [
        'registered P000 2020-01-01 register',
        'returned heka 2026-11-20 register',
        'corrected blc 2026-11-19 register',
        'corrected blc 2026-11-18 register',
      ],
    })
    await importKeys(with0({ since: '2026-11-24' }))
    expect((await find('00317-1')).events.at(-1)).toBe('issued P000 2026-11-24 register')
    // A day before the one on which the ledger has it begin with somebody else: neither a move nor a correction that fits.
    const impossible = with0({ holder: 'heka', person_id: '', since: '2019-01-01' })
    expect((await look(impossible)).shown).toMatchObject({ keyDifferences: 1, nothingToDo: true })
    await importKeys(with0({ since: '2026-11-24' }))
  })

  it('take another name of their set only when the file says something new of it', async () => {
    const { key } = newHome()
    others = [...others.slice(1)]
    await importKeys([...others, key()])
    const { id } = await find('00317-1', 'A003')
    await inDatabase(office.desk(), (raw) => raw.run(`UPDATE key SET set_name = 'oma' WHERE id = '${id}'`))
    expect((await importKeys([...others, key()])).done).toMatchObject(nothing)
    expect((await find('00317-1', 'A003')).set_name).toBe('oma')
    await importKeys([...others, key({ since: '2020-02-01' })])
    expect((await find('00317-1', 'A003')).set_name).toBe('oma')
    const { rows } = await look([...others, key({ since: '2020-02-01', key_set: '7' })], 'changed')
    expect(said(rows)).toEqual(['A003 apartment 00317-1: key_set oma → 7'])
    await importKeys([...others, key({ since: '2020-02-01', key_set: '7' })])
    expect((await find('00317-1', 'A003')).set_name).toBe('7')
    await importKeys(others)
  })

  it('stay where a desk put them: the file is told as a difference, in every import until the two agree', async () => {
    const { home, key } = newHome()
    await importKeys([...others, key()])
    await moveAtDesk(office.desk(), await find('00317-1', home), 'maintenance')
    const moved = await find('00317-1', home)
    // The register's old word, its newer one, and a day in between.
    const words: readonly Cells[] = [
      {},
      { holder: 'blc', person_id: '', since: '2026-11-24' },
      { since: '2020-03-01' },
    ]
    for (const cells of words) {
      for (const _ of [1, 2]) {
        const { shown, rows, counts } = await look([...others, key(cells)])
        expect(shown).toMatchObject({ keyDifferences: 1, nothingToDo: true })
        expect(counts).toMatchObject({ changed: 0, unchanged: others.length + 1 })
        expect(rows).toMatchObject([
          { file: 'keys', line: others.length + 2, key: `${home} apartment 00317-1` },
        ])
        expect(rows[0]!.fields[0]).toEqual({
          column: 'holder',
          before: 'maintenance',
          after: key(cells).holder,
        })
        expect((await importKeys([...others, key(cells)])).done).toMatchObject(nothing)
        expect(await find('00317-1', home)).toEqual(moved)
      }
    }
    const agreed = await look([...others, key({ holder: 'maintenance', person_id: '', since: '2026-11-23' })])
    expect(agreed.shown).toMatchObject({ keyDifferences: 0, nothingToDo: true })
    // Of another set the ledger takes the name, and still not the holder.
    const { rows } = await look([...others, key({ key_set: '9' })], 'changed')
    expect(said(rows)).toEqual([`${home} apartment 00317-1: key_set 1 → 9`])
    await importKeys([...others, key({ key_set: '9' })])
    expect(await find('00317-1', home)).toMatchObject({ set_name: '9', holder: 'maintenance' })
    await importKeys(others)
  })

  it('stay where an open hand-off has them', async () => {
    const { home, key } = newHome()
    await importKeys([...others, key()])
    const before = await find('00317-1', home)
    const ready = await look(
      [...others, key({ holder: 'heka', person_id: '', since: '2026-11-01' })],
      'changed',
    )
    expect(ready.counts.changed).toBe(1)
    await putInHandoff(office.desk(), before.id)
    // What was looked at before the hand-off was made is out of date.
    expect(await nameOf(apply(office.page(), ready.uploadId))).toBe('registerChangedMeanwhile')
    const { shown } = await look([...others, key({ holder: 'heka', person_id: '', since: '2026-11-01' })])
    expect(shown).toMatchObject({ keyDifferences: 1, nothingToDo: true })
    expect(await find('00317-1', home)).toEqual(before)
  })

  it('that are missing from the file stay with whoever has them, and come back', async () => {
    const { home, key } = newHome()
    await importKeys([...others, key()])
    await registerAtDesk(office.desk(), home, '00777')
    const before = await find('00317-1', home)
    const { rows, counts } = await look(others, 'ended')
    expect(counts.ended).toBe(1)
    expect(rows).toMatchObject([{ line: null, key: `${home} apartment 00317-1` }])
    expect((await importKeys(others)).done).toMatchObject({ ...nothing, ended: 1 })
    expect(await find('00317-1', home)).toEqual({ ...before, left_on: '2026-11-24' })
    expect(await find('00777', home)).toMatchObject({ left_on: null })
    expect((await importKeys(others)).done).toMatchObject(nothing)
    expect((await importKeys([...others, key()])).done).toMatchObject({ ...nothing, changed: 1 })
    expect(await find('00317-1', home)).toEqual(before)
    await importKeys(others)
  })

  it('that a desk had registered are known again, and stay where they are', async () => {
    const { home, key } = newHome()
    await registerAtDesk(office.desk(), home, '00555', 'pöytä')
    const mine = key({ key_number: '00555', key_set: '3' })
    const { shown, counts } = await look([...others, mine])
    expect(counts).toMatchObject({ added: 0, changed: 1 })
    expect(shown.keyDifferences).toBe(1)
    await importKeys([...others, mine])
    expect(await find('00555', home)).toMatchObject({
      set_name: 'pöytä',
      holder: 'heka',
      events: ['registered heka 2026-11-20 heka'],
    })
    expect((await importKeys([...others, mine])).done).toMatchObject(nothing)
    await importKeys(others)
  })

  it('whose number a desk corrected are the same by the old number and by the new, and follow the register on', async () => {
    const { home, tenant, key } = newHome()
    await importKeys([...others, key()])
    await renumberAtDesk(office.desk(), await find('00317-1', home), '00371-1')
    const corrected = await find('00371-1', home)
    // The register does not know yet.
    expect((await importKeys([...others, key()])).done).toMatchObject(nothing)
    expect(await find('00371-1', home)).toEqual(corrected)
    // A row that was not read well leaves it in the file.
    expect((await look([...others, key({ since: '2020-13-01' })], 'rejected')).counts).toMatchObject({
      added: 0,
      ended: 0,
      rejected: 1,
    })
    // Now it does, and says who has it.
    const right = key({ key_number: '00371-1', holder: 'heka', person_id: '', since: '2026-11-01' })
    expect((await importKeys([...others, right])).done).toMatchObject({ ...nothing, changed: 1 })
    const moved = await find('00371-1', home)
    expect(moved).toMatchObject({ id: corrected.id, number: '00371-1', left_on: null })
    expect(moved.events).toEqual([
      `registered ${tenant} 2020-01-01 register`,
      `keyCorrected ${tenant} 2026-11-24 heka`,
      'returned heka 2026-11-01 register',
    ])
    // Both in one file are two keys.
    expect((await importKeys([...others, right, key()])).done).toMatchObject({ ...nothing, added: 1 })
    expect((await find('00317-1', home)).id).not.toBe(corrected.id)
    expect((await importKeys(others)).done).toMatchObject({ ...nothing, ended: 2 })
  })

  it('whose zeros a spreadsheet ate are refused by name and never taken for others, in either direction', async () => {
    const { home, key } = newHome()
    const rejected = (line: number) => [{ line, problem: 'zerosMissing', column: 'key_number' }]
    await importKeys([...others, key()])
    const before = await find('00317-1', home)
    for (const key_number of ['317-1', '0317-1', '000317-1']) {
      const { rows, counts, uploadId } = await look([...others, key({ key_number })], 'rejected')
      expect(rows).toMatchObject(rejected(others.length + 2))
      expect(counts).toMatchObject({ added: 0, changed: 0, ended: 0, rejected: 1 })
      expect(await apply(office.page(), uploadId)).toMatchObject(nothing)
      expect(await find('00317-1', home)).toEqual(before)
    }
    // Of another kind or another home it is another key, and so it is when the known one is out of use.
    const more = [...others, key(), key({ key_kind: 'storage', key_number: '317-1' })]
    expect((await look(more, 'rejected')).counts).toMatchObject({ added: 1, rejected: 0 })
    const off = engine === 'sqlite' ? '0' : 'false'
    await inDatabase(office.desk(), (raw) =>
      raw.run(`UPDATE key SET active = ${off} WHERE id = '${before.id}'`),
    )
    expect((await look([...others, key({ key_number: '317-1' })], 'rejected')).counts).toMatchObject({
      added: 1,
      ended: 1,
      rejected: 0,
    })
    const on = engine === 'sqlite' ? '1' : 'true'
    await inDatabase(office.desk(), (raw) =>
      raw.run(`UPDATE key SET active = ${on} WHERE id = '${before.id}'`),
    )
    await importKeys(others)
  })

  it('that a desk moves or registers between the preview and the import make it refuse, with nothing written', async () => {
    const { home, key } = newHome()
    await importKeys([...others, key()])
    const toHeka = [
      ...others,
      key({ holder: 'heka', person_id: '', since: '2026-11-01' }),
      key({ key_number: '00888' }),
    ]
    const first = await look(toHeka, 'changed')
    await registerAtDesk(office.desk(), home, '00888')
    const before = await office.state()
    expect(await nameOf(apply(office.page(), first.uploadId))).toBe('registerChangedMeanwhile')
    const second = await look(toHeka, 'changed')
    expect(second.counts).toMatchObject({ added: 0, changed: 2 })
    expect(await office.state()).toEqual(before)
    await moveAtDesk(office.desk(), await find('00317-1', home), 'blc')
    const moved = await office.state()
    expect(await nameOf(apply(office.page(), second.uploadId))).toBe('registerChangedMeanwhile')
    expect(await office.state()).toEqual(moved)
    expect(office.desk().reported).toEqual([])
    await importKeys(others)
  })

  it('are each with exactly one holder, and never moved once a desk has moved them, whatever comes in which order', async () => {
    const { home, key } = newHome()
    const day = fc.constantFrom('2020-01-01', '2026-01-01', '2026-11-20', '2026-11-24')
    const number = fc.constantFrom('00001', '00002')
    const byFile = fc.record({
      number,
      holder: fc.constantFrom('heka', 'blc', 'resident', 'lost'),
      since: day,
    })
    const file = fc
      .uniqueArray(byFile, { selector: (row) => row.number })
      .map((rows) => ({ does: 'import' as const, rows }))
    const move = fc.record({
      does: fc.constant('move' as const),
      number,
      holder: fc.constantFrom('heka' as const, 'maintenance' as const),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(file, file, move), { maxLength: 6 }), async (steps) => {
        for (const step of steps) {
          const before = (await ledger()).filter(({ apartment }) => apartment === home)
          if (step.does === 'move') {
            const known = before.find((one) => one.number === step.number)
            if (known && known.holder !== step.holder) await moveAtDesk(office.desk(), known, step.holder)
            continue
          }
          const rows = step.rows.map((row) =>
            key({
              key_number: row.number,
              holder: row.holder,
              since: row.since,
              ...(row.holder !== 'resident' && { person_id: '' }),
            }),
          )
          const { preview: shown } = await importKeys([...others, ...rows])
          // That every key is what its chain comes to, `ledger` has looked.
          const after = (await ledger()).filter(({ apartment }) => apartment === home)
          for (const old of before) {
            const now = after.find(({ id }) => id === old.id)!
            expect(now.events.slice(0, old.events.length)).toEqual(old.events)
            if (old.events.some((event) => event.endsWith(' heka'))) expect(now.events).toEqual(old.events)
          }
          const differing = rows.filter(({ key_number, holder, person_id }) => {
            const now = after.find((one) => one.number === key_number)!
            return now.holder !== (person_id || holder)
          })
          expect(shown.keyDifferences).toBe(differing.length)
          expect((await importKeys([...others, ...rows])).done).toMatchObject(nothing)
        }
      }),
      { numRuns: engine === 'sqlite' ? 30 : 8, endOnFailure: true },
    )
    expect(office.desk().reported).toEqual([])
  })
})
