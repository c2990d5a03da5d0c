import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mostReportRows } from '#core/keys/reportsFile'
import { type Office, openOffice, rowCounts } from '../residents/office'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { csv, heading, reporting, said } from './reporting'

onBothEngines('a report from a file', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const { register, make, read, preview, apply, file, holderOf, told } = reporting(() => office)

  it('moves the keys that came to BLC Turva and settles the hand-off, and the same file is taken in once', async () => {
    const [one, two] = await register('asa', ['0001', '0002'])
    const { id, reference } = await make('asa', [one!, two!])
    const text = csv(
      `${reference};;;with_blc;2026-11-24;`,
      `${reference};apartment;0001;arrived;24.11.2026;kuori ehjä`,
      `${reference.toLowerCase()};apartment;0002;arrived;2026-11-24;`,
    )
    const seen = await preview(text)
    expect(said(seen)).toEqual(['2 matched -', '3 matched -', '4 matched -'])
    expect(seen).toMatchObject({ delimiter: ';', encoding: 'utf-8', problems: [], sameAs: null })
    expect(seen.rows[1]).toMatchObject({
      keyId: one!.id,
      handoffId: id,
      day: '24.11.2026',
      note: 'kuori ehjä',
    })
    const { report, rows } = await apply(text)
    expect(report).toMatchObject({
      source: 'file',
      fileName: 'raportti.csv',
      month: '2026-11',
      rows: 3,
      open: 0,
    })
    expect(rows.map(({ state, reference: written }) => [state, written])).toEqual(
      Array(3).fill(['matched', reference]),
    )
    const handoff = await read(id)
    expect(handoff).toMatchObject({ state: 'settled', countedOn: '2026-11-24', arrived: 2, cases: [] })
    expect(handoff.ended).toMatchObject({ by: null })
    expect(handoff.items.map(({ state }) => state)).toEqual(['arrived', 'arrived'])
    expect(await holderOf(one!.id)).toMatchObject({ kind: 'blc' })
    const { events } = await office.page.keys.history({ keyId: one!.id })
    expect(events.at(-1)).toMatchObject({
      what: 'returned',
      word: 'blc',
      wordText: 'kuori ehjä',
      happenedOn: '2026-11-24',
      handoffId: id,
    })
    expect((await told('asa')).map(({ what }) => what)).toEqual(['settled', 'reported', 'handedOff'])

    const before = await rowCounts(office)
    expect(await nameOf(apply(text))).toBe('sameReport')
    expect((await preview(text)).sameAs).toMatchObject({ id: report.id })
    // The same saved anew: nothing in it is new, and it is kept that it came.
    const anew = `\ufeff${text.replaceAll('\n', '\r\n')}`
    const repeated = await apply(anew, { name: 'raportti (1).csv' })
    expect(repeated.rows.map(({ state, problem }) => `${state} ${problem}`)).toEqual(
      Array(3).fill('repeated saidBefore'),
    )
    expect(await rowCounts(office)).toMatchObject({
      key_event: before.key_event,
      key_handoff_event: before.key_handoff_event,
      key_report: before.key_report! + 1,
    })
  })

  it('tells apart by name whatever is the matter with a row, and loses none of it', async () => {
    const [one, two] = await register('jukka', ['0012', '0013'])
    const [extra] = await register('jukka', ['0019'])
    await register('jukka', ['0020'], { kind: 'heka' })
    await register('fatima', ['77'])
    const { id, reference } = await make('jukka', [one!, two!], { dueOn: '2026-11-24' })
    const text = csv(
      `${reference};apartment;12;arrived;2026-11-24;`,
      `${reference};apartment;0019;arrived;2026-11-24;`,
      `${reference};apartment;0020;arrived;2026-11-24;`,
      `${reference};apartment;77;arrived;2026-11-24;`,
      `${reference};apartment;99;arrived;2026-11-24;`,
      `AAAA-BBBB-CCCC;apartment;1;arrived;2026-11-24;`,
      `${reference};apartment;0013;missing;2026-11-24;ei kuoressa`,
    )
    expect(said(await preview(text))).toEqual([
      '2 kept zerosMissing key_number',
      '3 matched notAsked',
      '4 kept neverIssued key_number',
      '5 kept otherApartment key_number',
      '6 kept unknownKey key_number',
      '7 kept unknownReference reference',
      '8 matched -',
    ])
    const { report } = await apply(text)
    expect(report).toMatchObject({ rows: 7, open: 5 })
    const handoff = await read(id)
    expect(handoff.state).toBe('missing')
    expect(handoff.items.map(({ key, state }) => [key.number, state])).toEqual([
      ['0012', 'expected'],
      ['0013', 'missing'],
      ['0019', 'extra'],
    ])
    expect(handoff.cases.map(({ kind, keyNumber, closed }) => [kind, keyNumber, closed])).toEqual([
      ['tooMany', '0019', null],
      ['missing', '0013', null],
    ])
    expect(await holderOf(extra!.id)).toMatchObject({ kind: 'blc' })
    expect(await holderOf(two!.id)).toMatchObject({ kind: 'resident' })
    const { reports, openRows } = await office.page.keys.reports({ page: 0 })
    expect(openRows).toBe(5)
    expect(reports[0]).toMatchObject({ id: report.id, open: 5 })
    const open = await office.page.keys.openRows({ page: 0 })
    expect(open.total).toBe(5)
    expect(open.rows.map(({ problem }) => problem)).toEqual([
      'zerosMissing',
      'neverIssued',
      'otherApartment',
      'unknownKey',
      'unknownReference',
    ])
  })

  it('has kept rows matched by a person, each once, or dismissed', async () => {
    const { rows } = await office.page.keys.openRows({ page: 0 })
    const [zeros, never, other, unknown, nobody] = rows
    const handoffId = zeros!.handoffId!
    const jukka = await read(handoffId)
    const keyId = jukka.items.find(({ key }) => key.number === '0012')!.key.id
    const match = (row: typeof zeros, more: object = {}) =>
      office.page.keys.matchRow({ id: row!.id, version: 1, handoffId, keyId: null, note: '', ...more })
    expect(zeros!.keyId).toBe(keyId)
    const matched = await match(zeros, { keyId, note: 'taulukko söi nollat' })
    expect(matched.row).toMatchObject({ state: 'matched', keyId, settled: { note: 'taulukko söi nollat' } })
    expect(matched.handoff.items.find(({ key }) => key.id === keyId)?.state).toBe('arrived')
    expect(await holderOf(keyId)).toMatchObject({ kind: 'blc' })
    expect(await nameOf(match(zeros, { keyId }))).toBe('CHANGED_MEANWHILE')
    expect(await nameOf(match(zeros, { keyId, version: 2 }))).toBe('rowSettled')
    // Of another home's key it is no row of this hand-off's.
    const { sql } = office
    const [fatimas] = await sql(`SELECT id FROM key WHERE number = '77'`)
    expect(await nameOf(match(other, { keyId: fatimas!.id }))).toBe('notInHandoff')
    // A key that was never issued came all the same: a person says so.
    const { handoff } = await match(never, { keyId: never!.keyId })
    expect(handoff.items.map(({ state }) => state)).toEqual(['arrived', 'missing', 'extra', 'extra'])
    // One that nobody knows is one too many.
    const strange = await match(unknown)
    expect(strange.handoff.cases.map(({ kind, keyNumber }) => `${kind} ${keyNumber}`)).toEqual([
      'tooMany 0019',
      'missing 0013',
      'tooMany 0020',
      'tooMany 99',
    ])
    const dismiss = (note: string) => office.page.keys.dismissRow({ id: nobody!.id, version: 1, note })
    expect(await nameOf(dismiss(''))).toBe('noteRequired')
    expect((await dismiss('vieras kuori')).row).toMatchObject({
      state: 'dismissed',
      problem: 'unknownReference',
    })
    expect((await office.page.keys.openRows({ page: 0 })).total).toBe(1)
  })

  it('of another month, of tomorrow or with rows that cannot be read is not taken in as it stands', async () => {
    const [one] = await register('notice', ['1'])
    const { id, reference } = await make('notice', [one!])
    const rows = [
      `${reference};apartment;1;arrived;2026-10-24;`,
      `${reference};apartment;1;arrived;2026-11-25;`,
      `${reference};apartment;1;arrived;2026-11-31;`,
      `${reference};avain;1;arrived;2026-11-24;`,
      `${reference};apartment;1;tullut;2026-11-24;`,
      `${reference};apartment;;arrived;2026-11-24;`,
      `${reference};apartment;1;arrived;2026-11-24`,
      `K7QM;apartment;1;arrived;2026-11-24;`,
      `${reference};apartment;${'1'.repeat(41)};arrived;2026-11-24;`,
      `${reference};apartment;1\u0007;arrived;2026-11-24;`,
    ]
    const good = `${reference};apartment;1;damaged;2026-11-24;`
    const text = csv(...rows, good, good)
    const seen = await preview(text)
    expect(said(seen)).toEqual([
      '2 rejected otherMonth day',
      '3 rejected reportedInFuture day',
      '4 rejected badDate day',
      '5 rejected badChoice key_kind',
      '6 rejected badChoice result',
      '7 rejected required key_number',
      '8 rejected wrongNumberOfFields',
      '9 rejected badReference reference',
      '10 rejected tooLong key_number',
      '11 rejected controlCharacters key_number',
      '12 matched -',
      '13 rejected sameRowTwice',
    ])
    const before = await rowCounts(office)
    expect(await nameOf(apply(text))).toBe('rejectedRows')
    expect(await nameOf(apply(text, { previewed: { ...seen.counts, matched: 2 } }))).toBe(
      'reportChangedMeanwhile',
    )
    expect(await nameOf(apply(csv(rows[0]!), { withoutRejected: true }))).toBe('nothingToApply')
    const { audit: _one, audit_head: _head, ...kept } = await rowCounts(office)
    expect(before).toMatchObject(kept)
    expect((await apply(text, { withoutRejected: true })).rows.map(({ line }) => line)).toEqual([12])
    expect((await read(id)).state).toBe('damaged')
    // Once it is mended, what was taken in is not taken in twice.
    const mended = await apply(csv(good, `${reference};;;with_blc;2026-11-24;`))
    expect(mended.rows.map(({ state }) => state)).toEqual(['repeated', 'repeated'])
  })

  describe('that is no file of this kind', () => {
    it.each([
      ['nothing', '', 'emptyFile', null],
      ['a heading without a column', 'reference;key_kind;result;day\n', 'missingColumn', 'key_number'],
      ['a column twice', `${heading};day\n`, 'duplicateColumn', 'day'],
      ['a quote that nothing closes', `${heading}\n"a;b\n`, 'unfinishedQuote', null],
      ['bytes that are no text', '\u0000\u0001', 'unreadableEncoding', null],
      ['too many rows', `${heading}\n${'a;b;c;d;e;f\n'.repeat(mostReportRows + 1)}`, 'tooManyRows', null],
      ['too much', `${heading}\n${'ä'.repeat(524_288)}`, 'tooLarge', null],
    ])('%s', async (_, text, problem, column) => {
      const seen = await preview(text)
      expect(seen.problems).toMatchObject([{ problem, column }])
      expect(seen.rows).toEqual([])
      const given = { ...file(text), withoutRejected: false, previewed: seen.counts, note: '' }
      expect(await nameOf(office.page.keys.applyReport(given))).toBe('fileProblems')
    })
  })

  it('is read as the example of the documentation is', async () => {
    const seen = await preview(await readFile('docs/example-key-report/2026-11.csv'))
    expect(seen.problems).toEqual([])
    const problems = seen.rows.map(({ problem }) => problem)
    // Its days have not come yet; otherwise it is read whole.
    expect(problems).toEqual(Array(5).fill('reportedInFuture'))
  })

  it('is read whatever wrote it: commas, quotes, Windows-1252, no end to the last line, columns of its own', async () => {
    const line = `Note,DAY,Result,Key_number,Key_kind,Reference,Käsittelijä\n"väri, ""sininen""",2026-11-24,MISSING,0013,apartment,AAAABBBBCCCC,Åsa`
    const seen = await preview(Buffer.from(line, 'latin1'))
    expect(seen).toMatchObject({ delimiter: ',', encoding: 'windows-1252', problems: [] })
    expect(seen.rows[0]).toMatchObject({
      note: 'väri, "sininen"',
      result: 'MISSING',
      becomes: 'kept',
      problem: 'unknownReference',
    })
  })
})
