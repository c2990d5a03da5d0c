import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../residents/office'
import { atOnce } from '../support/atOnce'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { csv, reporting, said } from './reporting'

onBothEngines('a report by hand', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const kept = reporting(() => office)
  const { keys, make, read, enter, apply, preview, holderOf, settings, refusalOf } = kept

  it('says that the keys are there, uncounted, then which came; a missing one is a case', async () => {
    const [one, two] = await keys('asa', 2)
    const { id, reference } = await make('asa', [one!, two!])
    expect(await enter(id, { withBlc: true })).toMatchObject({
      state: 'withBlc',
      countedOn: null,
      arrived: 0,
    })
    expect(await holderOf(one!.id)).toMatchObject({ kind: 'resident' })
    const counted = await enter(id, {
      keys: [
        { keyId: one!.id, result: 'arrived' },
        { keyId: two!.id, result: 'missing' },
      ],
      note: 'laskettu tiskillä',
      at: 'heka',
    })
    expect(counted).toMatchObject({ state: 'missing', countedOn: kept.today, arrived: 1, openCases: 1 })
    expect(await holderOf(one!.id)).toMatchObject({ kind: 'heka' })
    expect(counted.reported.map(({ source, result, note }) => [source, result, note])).toEqual([
      ['hand', 'withBlc', ''],
      ['hand', 'arrived', 'laskettu tiskillä'],
      ['hand', 'missing', 'laskettu tiskillä'],
    ])
    // BLC Turva's own file says the same, and that the missing key came after all: that, a person must look at.
    const line = (result: string) => `${reference};apartment;${two!.number};${result};${kept.today};`
    expect(said(await preview(csv(line('missing'), line('arrived'))))).toEqual([
      '2 repeated saidBefore',
      '3 kept notAsExpected',
    ])
    const { rows } = await apply(csv(line('missing'), line('arrived')))
    const row = rows[1]!
    const { handoff } = await office.page.keys.matchRow({
      id: row.id,
      version: row.version,
      handoffId: id,
      keyId: two!.id,
      note: 'löytyi kuoresta',
    })
    expect(handoff.state).toBe('settled')
    expect(handoff.cases[0]!.closed).toMatchObject({ outcome: 'found' })
    expect(await holderOf(two!.id)).toMatchObject({ kind: 'blc' })
  })

  it('of keys that were not asked for opens a case of each, and waits for it', async () => {
    const [one, spare, elsewhere] = await keys('jukka', 3)
    const other = await make('jukka', [elsewhere!])
    const { id } = await make('jukka', [one!])
    const counted = await enter(id, {
      keys: [{ keyId: one!.id, result: 'arrived' }],
      extra: [
        { kind: 'apartment', number: spare!.number },
        { kind: 'apartment', number: elsewhere!.number },
        { kind: 'mailbox', number: '1234' },
        { kind: 'apartment', number: spare!.number.replace(/^0+/, '') },
      ],
    })
    expect(counted.state).toBe('tooMany')
    expect(counted.cases.map(({ kind, keyId, keyKind }) => [kind, keyId, keyKind])).toEqual([
      ['tooMany', spare!.id, 'apartment'],
      ['tooMany', elsewhere!.id, 'apartment'],
      ['tooMany', null, 'mailbox'],
      ['tooMany', null, 'apartment'],
    ])
    expect(counted.reported.map(({ problem }) => problem)).toEqual([
      null,
      'notAsked',
      'notAsked',
      'unknownKey',
      'zerosMissing',
    ])
    expect(await holderOf(spare!.id)).toMatchObject({ kind: 'blc' })
    // What another hand-off has in hand is told there.
    expect(await holderOf(elsewhere!.id)).toMatchObject({ kind: 'resident' })
    expect((await read(other.id)).state).toBe('instructed')
  })

  it('of a pick-up gives the keys to whoever collects; one that was not handed over can be collected later', async () => {
    const [one, two] = await keys('fatima', 2, { holder: { kind: 'blc' } })
    const { id } = await make('fatima', [one!, two!], { direction: 'pickup' })
    const came = await enter(id, {
      keys: [
        { keyId: one!.id, result: 'arrived' },
        { keyId: two!.id, result: 'missing' },
      ],
    })
    expect(came.state).toBe('missing')
    const { ids } = office
    expect(await holderOf(one!.id)).toMatchObject({ kind: 'resident', residentId: ids.fatima })
    const { id: caseId, version } = came.cases[0]!
    const found = {
      id: caseId,
      version,
      outcome: 'found',
      at: 'blc',
      happenedOn: kept.today,
      note: '',
    } as const
    const { handoff } = await office.page.keys.closeCase(found)
    expect(handoff).toMatchObject({ state: 'withBlc', openCases: 0 })
    expect(handoff.items.map(({ state }) => state)).toEqual(['arrived', 'expected'])
    const done = await enter(id, { keys: [{ keyId: two!.id, result: 'arrived' }] })
    expect(done.state).toBe('settled')
    expect(await holderOf(two!.id)).toMatchObject({ kind: 'resident', residentId: ids.fatima })
  })

  it('is settled by a person when the settings say so', async () => {
    await settings({ settleWhenCounted: false })
    const [one] = await keys('asa', 1)
    const { id } = await make('asa', [one!])
    const counted = await enter(id, { keys: [{ keyId: one!.id, result: 'arrived' }] })
    expect(counted).toMatchObject({ state: 'counted', ended: null })
    await settings({ settleWhenCounted: true })
    const { handoff } = await office.page.keys.settleHandoff({ id, version: counted.version, note: '' })
    expect(handoff.state).toBe('settled')
    expect(await nameOf(enter(id, { withBlc: true }))).toBe('handoffOver')
  })

  it('is refused by name, and nothing of it is kept', async () => {
    const [one, two] = await keys('asa', 2)
    const { id } = await make('asa', [one!])
    const came = { keyId: one!.id, result: 'arrived' } as const
    const extra = (number: string) => ({ kind: 'apartment' as const, number })
    const before = await read(id)
    for (const [more, refusal] of [
      [{}, 'nothingEntered'],
      [{ keys: [came], happenedOn: '2026-11-25' }, 'reportedInFuture'],
      [{ keys: [came], happenedOn: '2026-11-23' }, 'beforeHandoff'],
      [{ keys: [came, came] }, 'sameRowTwice'],
      [{ keys: [{ ...came, keyId: two!.id }] }, 'notInHandoff'],
      [{ extra: [extra('')] }, 'numberRequired'],
      [{ extra: [extra('8'), extra('8')] }, 'sameRowTwice'],
      [{ extra: [extra(one!.number)] }, 'sameRowTwice'],
      [{ keys: [came], version: before.version + 1 }, 'CHANGED_MEANWHILE'],
    ] as const)
      expect(await nameOf(enter(id, more as Parameters<typeof enter>[1])), refusal).toBe(refusal)
    expect(await refusalOf(enter(id, { extra: [extra('1'), extra('')] }))).toEqual({
      refusal: 'numberRequired',
      field: 'extra.1.number',
    })
    expect(await read(id)).toEqual(before)
  })

  it('and a file of the same hand-off at once: each key moves once, and the second is told', async () => {
    const [one, two] = await keys('jukka', 2)
    const handoff = await make('jukka', [one!, two!])
    const row = (number: string) => `${handoff.reference};apartment;${number};arrived;${kept.today};`
    const text = csv(row(one!.number), row(two!.number))
    const counted = await preview(text)
    const results = await atOnce<unknown>(office.desk.postgresUrl, [
      () => apply(text),
      () => kept.report(handoff),
      () => apply(text, { name: 'toinen.csv' }),
    ])
    expect(counted.counts.matched).toBe(2)
    const names = namesOf(results)
    expect(names.filter((name) => name === 'done').length).toBeGreaterThan(0)
    for (const name of names)
      expect(['done', 'CHANGED_MEANWHILE', 'handoffOver', 'reportChangedMeanwhile', 'sameReport']).toContain(
        name,
      )
    for (const { id } of [one!, two!]) {
      const { events, key } = await office.page.keys.history({ keyId: id })
      expect(events.map(({ what }) => what)).toEqual(['registered', 'returned'])
      expect(key.holder.kind).toBe('blc')
    }
    expect(await read(handoff.id)).toMatchObject({ state: 'settled', arrived: 2 })
    const differences = (await office.page.keys.check()).differences
    expect(differences).toEqual([])
  })
})
