import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice, rowCounts } from '../residents/office'
import { atOnce } from '../support/atOnce'
import { openTestDesk, password, type TestDesk } from '../support/desk'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { keeping, today } from './keeping'

onBothEngines('the ledger of keys', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const { id, resident, homeOf, keys, asSeen, move, history, now, told, refusalOf, seen, handoff, which } =
    keeping(() => office)

  it('keeps what is stamped on a key, letter by letter, and each once in a home', async () => {
    const { apartmentId } = await homeOf('jukka')
    const given = {
      apartmentId,
      holder: { kind: 'heka' },
      happenedOn: '2025-05-05',
      word: 'maintenance',
      wordText: 'huolto listasi',
    } as const
    const key = (number: string, more = {}) => ({
      kind: 'apartment' as const,
      number,
      setName: 'nippu 1',
      note: '',
      ...more,
    })
    const ledger = await office.page.keys.register({ ...given, keys: [key('007'), key('7'), key('ÅÄ-1')] })
    expect(ledger.keys.map(({ number }) => number)).toEqual(['007', '7', 'ÅÄ-1'])
    expect(ledger).toMatchObject({ address: 'Sörnäisten rantatie 33 C 13', counts: { heka: 3, blc: 0 } })
    expect(ledger.keys[0]).toMatchObject({
      number: '007',
      seq: 1,
      setName: 'nippu 1',
      holder: { kind: 'heka', residentId: null, name: null, hidden: false },
      since: '2025-05-05',
      active: true,
      handoff: null,
    })
    const before = await rowCounts(office)
    const again = office.page.keys.register({ ...given, keys: [key('8'), key('007')] })
    expect(await refusalOf(again)).toMatchObject({ refusal: 'alreadyKnown', field: 'keys.1.number' })
    const twice = office.page.keys.register({ ...given, keys: [key('8'), key('8')] })
    expect(await refusalOf(twice)).toMatchObject({ refusal: 'alreadyKnown', field: 'keys.1.number' })
    const empty = office.page.keys.register({ ...given, keys: [key('  ')] })
    expect(await nameOf(empty)).toBe('numberRequired')
    const future = office.page.keys.register({ ...given, keys: [key('8')], happenedOn: '2026-11-25' })
    expect(await nameOf(future)).toBe('keyInFuture')
    const stranger = office.page.keys.register({ ...given, keys: [key('8')], holder: resident('fatima') })
    expect(await nameOf(stranger)).toBe('notTheirHome')
    const nowhere = office.page.keys.register({ ...given, apartmentId: id('asa'), keys: [key('8')] })
    expect(await nameOf(nowhere)).toBe('NOT_FOUND')
    // Nothing half-applied.
    const { audit: _was, ...rest } = before
    const { audit: _is, ...after } = await rowCounts(office)
    expect(after).toEqual(rest)
    // The same number is another key where it opens something else.
    await office.page.keys.register({ ...given, keys: [key('007', { kind: 'storage' })] })
  })

  it('says who has had a key, when it happened and when it was typed, on whose word', async () => {
    const [key] = await keys('asa', 1, { holder: { kind: 'heka' } })
    await move([key!], resident('asa'), { happenedOn: '2026-03-01' })
    const word = { word: 'blc', wordText: 'BLC soitti' } as const
    await move([await now(key!)], { kind: 'blc' }, { happenedOn: '2026-11-20', ...word })
    const { events, key: last } = await history(key!)
    expect(events).toMatchObject([
      { seq: 1, what: 'registered', holder: { kind: 'heka' }, happenedOn: '2026-01-01', word: 'register' },
      { seq: 2, what: 'issued', holder: { kind: 'resident', name: 'Åsa Märta Östling' }, word: 'heka' },
      { seq: 3, what: 'returned', holder: { kind: 'blc' }, happenedOn: '2026-11-20', ...word },
    ])
    expect(events.at(-1)).toMatchObject({ typedAt: office.desk.now(), by: 'Aino Pääkäyttäjä' })
    expect(last).toMatchObject({ seq: 3, holder: { kind: 'blc' }, since: '2026-11-20' })
    expect((await told('asa'))[0]).toMatchObject({ what: 'returned', keys: 1, to: 'blc' })
  })

  it('refuses by name what cannot have happened, all or nothing', async () => {
    const [one, other] = await keys('asa', 2, { happenedOn: '2026-02-01', holder: { kind: 'heka' } })
    const both = [one!, other!]
    await move([one!], resident('asa'), { happenedOn: '2026-06-01' })
    const out = await now(one!)
    for (const [refusal, to, happenedOn] of [
      ['returnBeforeIssue', { kind: 'heka' }, '2026-05-31'],
      ['keyInFuture', { kind: 'heka' }, '2026-11-25'],
      ['beforeLastMove', { kind: 'lost' }, '2026-05-31'],
      ['sameHolder', resident('asa'), today],
      ['notTheirHome', resident('jukka'), today],
    ] as const)
      expect(await nameOf(move([out], to, { happenedOn })), refusal).toBe(refusal)
    expect(await nameOf(move([other!], resident('asa'), { happenedOn: '2026-01-31' }))).toBe(
      'beforeRegistered',
    )
    // The second of the two is with Heka already: neither moves.
    expect(await refusalOf(move([out, other!], { kind: 'heka' }))).toMatchObject({
      refusal: 'sameHolder',
      keyId: other!.id,
    })
    expect(await now(one!)).toEqual(out)
    const [elsewhere] = await keys('jukka')
    expect(await nameOf(move([both[1]!, elsewhere!], { kind: 'blc' }))).toBe('otherApartmentsKey')
    expect(await nameOf(move([{ ...both[1]!, id: id('asa') }], { kind: 'blc' }))).toBe('NOT_FOUND')
    // Who moved out was at home here once.
    await move([other!], resident('movedOut'))
    expect((await now(other!)).holder.name).toBe('Muutto Matkanen')
  })

  it('corrects by an event, and says which', async () => {
    const [key] = await keys('asa', 1, { holder: { kind: 'heka' } })
    await move([key!], resident('asa'), { happenedOn: '2026-03-01' })
    await move([await now(key!)], { kind: 'blc' }, { happenedOn: '2026-10-01' })
    const given = { corrects: 2, to: resident('eino'), happenedOn: '2026-03-05', word: 'resident' } as const
    const correct = async (more: object = {}) =>
      office.page.keys.correct({
        key: asSeen([await now(key!)])[0]!,
        ...given,
        wordText: 'avaimen sai puoliso',
        ...more,
      })
    expect(await nameOf(correct({ wordText: '' }))).toBe('noteRequired')
    expect(await nameOf(correct({ happenedOn: '2026-10-02' }))).toBe('correctionDoesNotFit')
    expect(await nameOf(correct({ corrects: 9 }))).toBe('noSuchEvent')
    expect(await nameOf(correct({ to: resident('fatima') }))).toBe('notTheirHome')
    await correct()
    const { events, key: last } = await history(key!)
    expect(events.map(({ seq, corrects, correctedBy }) => [seq, corrects, correctedBy])).toEqual([
      [1, null, null],
      [2, null, 4],
      [3, null, null],
      [4, 2, null],
    ])
    expect(events[1]).toMatchObject({ what: 'issued', holder: { name: 'Åsa Märta Östling' } })
    expect(events[3]).toMatchObject({ what: 'corrected', holder: { name: 'Eino Olavi Östling' } })
    // BLC has it still, since the same day.
    expect(last).toMatchObject({ seq: 4, holder: { kind: 'blc' }, since: '2026-10-01' })
    // And a correction of the last move says who has it.
    await correct({ corrects: 3, to: { kind: 'heka' }, happenedOn: '2026-10-02' })
    expect(await now(key!)).toMatchObject({ holder: { kind: 'heka' }, since: '2026-10-02' })
  })

  it('takes a key out of use and into it again, and never away', async () => {
    const [key] = await keys('asa')
    const set = async (active: boolean) =>
      office.page.keys.setActive({
        key: asSeen([await now(key!)])[0]!,
        active,
        ...seen,
        wordText: 'sarjoitus',
      })
    expect(await nameOf(set(true))).toBe('keyAlreadyActive')
    const ledger = await set(false)
    expect(ledger.keys.at(-1)).toMatchObject({ id: key!.id, active: false })
    expect(await nameOf(move([await now(key!)], { kind: 'blc' }))).toBe('keyInactive')
    await set(true)
    await move([await now(key!)], { kind: 'blc' })
    const { version } = await now(key!)
    const edit = { id: key!.id, version, setName: 'nippu 2', note: 'hakanen taipunut' }
    expect((await office.page.keys.edit(edit)).key).toMatchObject({ setName: 'nippu 2', seq: 4 })
    expect(await nameOf(office.page.keys.edit(edit))).toBe('CHANGED_MEANWHILE')
  })

  it('cannot be changed past the program', async () => {
    for (const statement of ['UPDATE key_event SET seq = seq + 1', 'DELETE FROM key_event'])
      await expect(office.sql(statement), statement).rejects.toThrow('append-only')
    const [key] = await keys('asa')
    await expect(
      office.sql(
        `INSERT INTO key_event SELECT 'x', key_id, seq, what, 'blc', null, null, happened_on, typed_at, staff_id, word, word_text, handoff_id, corrects, label FROM key_event WHERE key_id = '${key!.id}'`,
      ),
    ).rejects.toThrow(/unique/i)
  })

  it('is compared with what lists show', async () => {
    const whole = await office.page.keys.check()
    expect(whole.differences).toEqual([])
    expect(whole.events).toBeGreaterThan(whole.keys)
    const [key, other] = await keys('asa', 2)
    await office.sql(`UPDATE key SET holder_kind = 'lost' WHERE id = '${key!.id}'`)
    await office.sql(`UPDATE key SET held_since = '2026-02-02' WHERE id = '${other!.id}'`)
    expect((await office.page.keys.check()).differences.map(({ keyId, what }) => [keyId, what])).toEqual([
      [key!.id, 'holder'],
      [other!.id, 'since'],
    ])
    await office.sql(`UPDATE key SET holder_kind = 'resident' WHERE id = '${key!.id}'`)
    await office.sql(`UPDATE key SET held_since = '2026-01-01' WHERE id = '${other!.id}'`)
    const clerk = await office.as('counter')
    expect(await nameOf(clerk.keys.check())).toBe('FORBIDDEN')
  })

  it('hands the keys of a lease over to whom it is transferred, with events and without BLC', async () => {
    const all = await keys('asa', 2)
    const given = {
      residentId: id('asa'),
      leaseNo: 'L900001',
      toResidentId: id('eino'),
      keys: asSeen(all),
      ...seen,
    }
    expect(await nameOf(office.page.keys.transfer({ ...given, toResidentId: id('asa') }))).toBe('sameTenant')
    expect(await nameOf(office.page.keys.transfer({ ...given, toResidentId: id('jukka') }))).toBe(
      'notTheirHome',
    )
    expect(await nameOf(office.page.keys.transfer({ ...given, leaseNo: 'L900002' }))).toBe('notGrantorsLease')
    const open = await handoff('asa', [all[0]!])
    expect(await refusalOf(office.page.keys.transfer(given))).toMatchObject({
      refusal: 'inOpenHandoff',
      handoffId: open.id,
    })
    const cancelled = { ...which(open), because: 'leaseTransferred', note: '' } as const
    await office.page.keys.cancelHandoff(cancelled)
    await office.page.keys.transfer(given)
    for (const key of all) {
      const { events, key: last } = await history(key)
      expect(events.at(-1)).toMatchObject({ what: 'transferred', handoffId: null })
      expect(last.holder).toMatchObject({ kind: 'resident', residentId: id('eino') })
    }
    expect((await told('eino'))[0]).toMatchObject({ what: 'transferred', keys: 2, leaseNo: 'L900001' })
    expect((await told('asa'))[0]).toMatchObject({ what: 'transferred', keys: 2 })
  })

  it('names nobody protected beside an address, and shows no address where they live', async () => {
    await keys('salla', 1)
    const home = await homeOf('salla')
    expect(home).toMatchObject({ address: null, propertyId: null })
    const ledger = await office.page.keys.ofApartment({ apartmentId: home.apartmentId })
    expect(ledger).toMatchObject({ address: null, propertyId: null, apartmentNo: null })
    const [row] = await office.sql(`SELECT id FROM property WHERE address = 'Salatie 7'`)
    const property = await office.page.keys.ofProperty({ propertyId: String(row!.id) })
    expect(property).toMatchObject({ apartments: [], hidden: { apartments: 1 }, counts: { resident: 1 } })
    expect(JSON.stringify(property)).not.toContain(home.apartmentId)
    for (const text of ['salatie 7 a 1', 'T9-A1'])
      for (const { kind } of (await office.page.keys.places({ text })).places) expect(kind).toBe('property')
    // The spouse lived elsewhere, where nobody is protected: there they may be named, and she not.
    const [earlier] = await office.sql(`SELECT id FROM apartment WHERE apartment_no = 'T3-A4'`)
    await office.page.keys.register({
      apartmentId: String(earlier!.id),
      keys: [{ kind: 'mailbox', number: '1', setName: '', note: '' }],
      holder: resident('samu'),
      ...seen,
    })
    const there = await office.page.keys.ofApartment({ apartmentId: String(earlier!.id) })
    expect(there).toMatchObject({
      address: 'Porvoonkatu 21 b A 4',
      keys: [{ holder: { name: 'Samu Salo' } }],
    })
    await office.sql(
      `UPDATE resident SET non_disclosure = ${engine === 'sqlite' ? '1' : 'true'} WHERE id = '${id('samu')}'`,
    )
    const hidden = await office.page.keys.ofApartment({ apartmentId: String(earlier!.id) })
    // On its old lease too he is protected now: the home is.
    expect(hidden.address).toBeNull()
    await office.sql(
      `UPDATE resident SET non_disclosure = ${engine === 'sqlite' ? '0' : 'false'} WHERE id = '${id('samu')}'`,
    )
  })

  it('finds properties and apartments by address and number', async () => {
    const found = async (text: string) =>
      (await office.page.keys.places({ text })).places.map(({ kind, label }) => `${kind} ${label}`)
    expect(await found('sörnäisten')).toEqual(['property Sörnäisten rantatie 33'])
    expect(await found('Sörnäisten rantatie 33 c')).toEqual([
      'property Sörnäisten rantatie 33',
      'apartment Sörnäisten rantatie 33 C 12',
      'apartment Sörnäisten rantatie 33 C 13',
    ])
    expect(await found('t1-c13')).toEqual(['apartment Sörnäisten rantatie 33 C 13'])
    expect(await found('s')).toEqual([])
    expect(await found('ei tällaista')).toEqual([])
  })

  it('counts the keys of a property where they are', async () => {
    const [row] = await office.sql(`SELECT id FROM property WHERE property_no = 'T1'`)
    const given = { propertyId: String(row!.id) }
    const before = await office.page.keys.ofProperty(given)
    const [key] = await keys('notice', 2)
    await move([key!], { kind: 'lost' })
    const after = await office.page.keys.ofProperty(given)
    expect(after.counts.lost).toBe(before.counts.lost + 1)
    expect(after.counts.resident).toBe(before.counts.resident + 1)
    const apartment = after.apartments.find(({ apartmentNo }) => apartmentNo === 'T1-D20')!
    expect(apartment.counts).toMatchObject({ lost: 1, resident: 1 })
    const sum = after.apartments.reduce((all, { counts }) => all + counts.resident, 0)
    expect(sum).toBe(after.counts.resident)
  })

  it('is moved by one of two who move a key at once, and the other is told where it is', async () => {
    for (let round = 0; round < 3; round += 1) {
      const [key] = await keys('asa')
      const ends = await atOnce(office.desk.postgresUrl, [
        () => move([key!], { kind: 'blc' }),
        () => move([key!], { kind: 'heka' }),
      ])
      expect(namesOf(ends)).toEqual(['done', 'movedMeanwhile'])
      const { events, key: last } = await history(key!)
      expect(events).toHaveLength(2)
      const loser = ends.find((end) => end.status === 'rejected')
      expect((loser as PromiseRejectedResult).reason.data).toMatchObject({
        keyId: key!.id,
        now: { seq: 2, holder: { kind: last.holder.kind } },
      })
    }
    expect((await office.page.keys.check()).differences).toEqual([])
  })

  it('is moved once by two desks of one database, and shown at both', async () => {
    if (engine === 'sqlite') return
    const beside: Opened<TestDesk> = await openTestDesk(engine, {
      postgresUrl: office.desk.postgresUrl!,
      deskName: 'Tiski 2',
      now: office.desk.now(),
    })
    const page = beside.value.page()
    await page.staff.signIn({ username: 'aino', password })
    const there = keeping(
      () => office,
      () => page,
    )
    const all = await keys('asa', 3)
    const ends = await atOnce(
      office.desk.postgresUrl,
      all.flatMap((key) => [() => move([key], { kind: 'blc' }), () => there.move([key], { kind: 'heka' })]),
    )
    expect(namesOf(ends)).toEqual([...Array(3).fill('done'), ...Array(3).fill('movedMeanwhile')])
    for (const key of all) expect((await there.history(key)).events).toHaveLength(2)
    expect((await page.keys.check()).differences).toEqual([])
    await beside.cleanUp()
  })

  it('has a key registered once by two at once', async () => {
    const { apartmentId } = await homeOf('jukka')
    const given = {
      apartmentId,
      keys: [{ kind: 'parking' as const, number: 'P1', setName: '', note: '' }],
      holder: { kind: 'heka' as const },
      ...seen,
    }
    const ends = await atOnce(
      office.desk.postgresUrl,
      [1, 2, 3].map(() => () => office.page.keys.register(given)),
    )
    expect(namesOf(ends)).toEqual(['alreadyKnown', 'alreadyKnown', 'done'])
  })
})
