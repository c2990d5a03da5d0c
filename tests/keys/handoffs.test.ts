import { afterAll, beforeAll, expect, it } from 'vitest'
import { granting } from '../mandates/granting'
import { requesting } from '../requests/requesting'
import { type Office, openOffice, rowCounts } from '../residents/office'
import { atOnce } from '../support/atOnce'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { keeping, today } from './keeping'

onBothEngines('a hand-off of keys', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const { id, keys, move, now, handoff, which, read, report, settings, told, refusalOf } = keeping(
    () => office,
  )
  const { grant, ask, granteeOf, identify } = granting(() => office)
  const form = (
    who: Parameters<typeof keys>[0],
    leaseNo: string,
    direction: 'return' | 'pickup' = 'return',
  ) => office.page.keys.handoffForm({ residentId: id(who), leaseNo, direction })
  const text = async (messageId: string | null) => office.page.outbox.read({ id: messageId ?? '' })

  it('begins with the lease’s last day and every key that is out', async () => {
    const all = await keys('notice', 2)
    const [atHeka] = await keys('notice', 1, { holder: { kind: 'heka' } })
    const asked = await form('notice', 'L900006')
    expect(asked).toMatchObject({ dueOn: '2026-12-31', staying: [], died: false, terminationId: null })
    expect(asked.keys.filter(({ chosen }) => chosen).map((key) => key.id)).toEqual(all.map((key) => key.id))
    expect(asked.keys.find((key) => key.id === atHeka!.id)?.chosen).toBe(false)
    expect(asked.bringers).toMatchObject([
      { kind: 'resident', whyNot: null, hasEmail: false, language: 'fi' },
    ])
    expect(await nameOf(form('notice', 'L900001'))).toBe('notGrantorsLease')
  })

  it('does not ask back the keys of those who stay', async () => {
    const [own] = await keys('asa')
    const [theirs] = await keys('eino', 1, { holder: { kind: 'resident', residentId: id('eino') } })
    const asked = await form('asa', 'L900001')
    const chosen = asked.keys.filter((key) => key.chosen).map((key) => key.id)
    expect(chosen).toContain(own!.id)
    expect(chosen).not.toContain(theirs!.id)
    expect(asked.dueOn).toBeNull()
    expect(asked.staying.map(({ name }) => name)).toContain('Eino Olavi Östling')
    expect(asked.bringers[0]).toMatchObject({
      kind: 'resident',
      residentId: id('asa'),
      hasEmail: true,
      language: 'sv',
    })
    // A minor is nobody who brings keys; one who comes of age today is.
    expect(asked.bringers.find(({ residentId }) => residentId === id('onni'))?.whyNot).toBe('grantorIsMinor')
    expect(asked.bringers.find(({ residentId }) => residentId === id('aada'))?.whyNot).toBeNull()
  })

  it('tells whoever brings and BLC, in the transaction in which it is made, without the home’s address', async () => {
    await settings({ blcEmail: 'avaimet@blc.example' })
    const all = await keys('asa', 2)
    const made = await handoff('asa', all, { send: 'email', language: 'sv', note: 'soittaa ensin' })
    expect(made).toMatchObject({
      state: 'instructed',
      direction: 'return',
      dueOn: '2026-12-31',
      overdue: false,
      keys: 2,
      arrived: 0,
      openCases: 0,
      bringer: { kind: 'resident', residentId: id('asa'), name: 'Åsa Märta Östling' },
      told: { state: 'waiting', problem: null },
      toldBlc: { state: 'waiting' },
      protected: false,
      mailConfigured: false,
      ended: null,
    })
    expect(made.reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
    expect(made.items.map(({ state }) => state)).toEqual(['expected', 'expected'])
    expect(made.items[0]!.key.handoff).toMatchObject({
      id: made.id,
      direction: 'return',
      state: 'instructed',
    })
    const letter = await text(made.told.messageId)
    const reference = made.reference.match(/.{4}/g)!.join('-')
    expect(letter.message).toMatchObject({
      kind: 'keys',
      keyHandoffId: made.id,
      visitId: null,
      requestId: null,
      to: 'Asa.Ostling@example.com',
      language: 'sv',
    })
    expect(letter.residentId).toBe(id('asa'))
    expect(letter.subject).toBe(`Nyckelåterlämning, kod ${reference}`)
    const numbers = all.map(({ number }) => number)
    for (const said of [reference, ...numbers, 'Mäkelänkatu 2', 'BLC Turva Oy', '31.12.2026', 'kuvert'])
      expect(letter.text).toContain(said)
    const list = await text(made.toldBlc.messageId)
    expect(list.message).toMatchObject({ kind: 'keysToBlc', to: 'avaimet@blc.example', language: 'fi' })
    for (const said of [reference, ...numbers, '31.12.2026']) expect(list.text).toContain(said)
    for (const { text: body, subject } of [letter, list])
      for (const secret of ['rantatie', 'L900001', 'C 12', '0177']) {
        expect(body).not.toContain(secret)
        expect(subject).not.toContain(secret)
      }
    // Of a return BLC is told nobody's name.
    expect(list.text).not.toMatch(/Östling|Åsa/)
    expect((await told('asa'))[0]).toMatchObject({
      what: 'handedOff',
      handoffId: made.id,
      direction: 'return',
      keys: 2,
      bringer: 'resident',
    })
    expect(made.history).toMatchObject([{ what: 'made', by: 'Aino Pääkäyttäjä' }])
    expect(await office.page.keys.findHandoff({ reference: reference.toLowerCase() })).toEqual({
      residentId: id('asa'),
      id: made.id,
    })
    expect(await nameOf(office.page.keys.findHandoff({ reference: 'avain' }))).toBe('noReference')
    expect(await nameOf(office.page.keys.findHandoff({ reference: '0'.repeat(12) }))).toBe('NOT_FOUND')
    await settings({ blcEmail: null })
  })

  it('is refused by name, and then nothing is written', async () => {
    const [key] = await keys('jukka')
    const [inside] = await keys('jukka', 1, { holder: { kind: 'heka' } })
    const [elsewhere] = await keys('notice')
    const before = await rowCounts(office)
    for (const [refusal, all, more] of [
      ['dueDayPast', [key!], { dueOn: '2026-11-23' }],
      ['dueDayTooFar', [key!], { dueOn: '2029-01-01' }],
      ['notOut', [inside!], {}],
      ['notIn', [key!], { direction: 'pickup' }],
      ['otherApartmentsKey', [elsewhere!], {}],
      ['noEmail', [key!], { send: 'email' }],
      ['notOnLease', [key!], { who: { kind: 'coTenant', residentId: id('asa') } }],
      ['noSuchRequest', [key!], { requestId: id('asa') }],
      ['notGrantorsLease', [key!], { leaseNo: 'L900001' }],
      ['movedMeanwhile', [{ ...key!, seq: 7 }], {}],
    ] as const)
      expect(await nameOf(handoff('jukka', all, more)), refusal).toBe(refusal)
    const { audit: _was, ...rest } = before
    const { audit: _is, ...after } = await rowCounts(office)
    expect(after).toEqual(rest)
  })

  it('is of a key one at a time; while it is open, what happens with the key is told there', async () => {
    const [key] = await keys('jukka')
    const open = await handoff('jukka', [key!])
    const there = { refusal: 'inOpenHandoff', keyId: key!.id, handoffId: open.id }
    const current = await now(key!)
    expect(await refusalOf(handoff('jukka', [current]))).toMatchObject(there)
    expect(await refusalOf(move([current], { kind: 'heka' }))).toMatchObject(there)
    expect((await form('jukka', 'L900002')).keys.find((each) => each.id === key!.id)?.chosen).toBe(false)
    await office.page.keys.cancelHandoff({ ...which(open), because: 'mistake', note: '' })
    await move([await now(key!)], { kind: 'heka' })
  })

  it('is made once by two desks that press at once', async () => {
    const [key] = await keys('jukka')
    const ends = await atOnce(
      office.desk.postgresUrl,
      [1, 2, 3].map(() => () => handoff('jukka', [key!])),
    )
    expect(namesOf(ends)).toEqual(['done', 'inOpenHandoff', 'inOpenHandoff'])
    const holding = await office.sql(`SELECT id FROM key_handoff_key WHERE key_id = '${key!.id}'`)
    expect(holding).toHaveLength(1)
  })

  it('is brought by a co-tenant, or by whom a power covers, asked today', async () => {
    const all = await keys('asa', 3)
    const byEino = await handoff('asa', [all[0]!], { who: { kind: 'coTenant', residentId: id('eino') } })
    expect(byEino.bringer).toEqual({ kind: 'coTenant', residentId: id('eino'), name: 'Eino Olavi Östling' })
    const minor = handoff('asa', [all[1]!], { who: { kind: 'coTenant', residentId: id('onni') } })
    expect(await refusalOf(minor)).toMatchObject({ refusal: 'notAllowed', reason: 'grantorIsMinor' })

    const mandate = await grant('asa', { scopes: ['keys'] })
    const son = granteeOf(mandate)
    const no = await ask('asa', 'returnKeys', { who: son })
    const byAnswer = (askId: string) => ({ who: { kind: 'asked' as const, askId } })
    expect(await refusalOf(handoff('asa', [all[1]!], byAnswer(no.askId)))).toMatchObject({
      refusal: 'notAllowed',
      reason: 'identityNotVerifiedToday',
    })
    await identify(mandate)
    const yes = await ask('asa', 'returnKeys', { who: son })
    const made = await handoff('asa', [all[1]!], byAnswer(yes.askId))
    expect(made).toMatchObject({
      bringer: { kind: 'grantee', residentId: null, name: 'Pekka Juhani Poika' },
      askId: yes.askId,
      mandateId: mandate.id,
    })
    expect((await told('asa'))[0]).toMatchObject({ what: 'handedOff', name: 'Pekka Juhani Poika' })
    // Asked of collecting, it says nothing of returning; and of another lease nothing either.
    const other = await ask('asa', 'collectKeys', { who: son })
    expect(await nameOf(handoff('asa', [all[2]!], byAnswer(other.askId)))).toBe('otherMatter')
    // A power that was taken back since covers nothing.
    const revoked = { by: 'grantor', how: 'byPhone', on: today, note: '' } as const
    const { version } = (await office.page.mandates.read({ id: mandate.id })).mandate
    await office.page.mandates.revoke({ id: mandate.id, version, ...revoked })
    expect(await nameOf(handoff('asa', [all[2]!], byAnswer(yes.askId)))).toBe('notAllowed')
  })

  it('of one who has died is brought by whoever represents the estate', async () => {
    const [key] = await keys('dead')
    const asked = await form('dead', 'L900008')
    expect(asked).toMatchObject({ died: true, staying: [], bringers: [{ whyNot: 'grantorDied' }] })
    expect(asked.keys[0]).toMatchObject({ chosen: true })
    expect(await refusalOf(handoff('dead', [key!]))).toMatchObject({ reason: 'grantorDied' })
    const mandate = await grant('dead', {
      scopes: ['estate'],
      parties: ['Leena Vainikka'],
      signedOn: '2026-11-10',
    })
    await identify(mandate)
    const { askId } = await ask('dead', 'returnKeys', { who: granteeOf(mandate) })
    const made = await handoff('dead', [key!], { who: { kind: 'asked', askId } })
    expect(made.bringer).toMatchObject({ kind: 'grantee' })
    const counted = await report(made)
    expect(counted.state).toBe('settled')
    expect((await now(key!)).holder.kind).toBe('blc')
  })

  it('for a new tenant waits with BLC, and is collected by whom it names', async () => {
    await settings({ blcEmail: 'avaimet@blc.example' })
    const [key] = await keys('future', 1, { holder: { kind: 'blc' } })
    const asked = await form('future', 'L900004', 'pickup')
    expect(asked.dueOn).toBe('2026-12-01')
    expect(asked.keys.filter(({ chosen }) => chosen).map((each) => each.id)).toContain(key!.id)
    const made = await handoff('future', [key!], { direction: 'pickup', dueOn: '2026-12-01' })
    const list = await text(made.toldBlc.messageId)
    expect(list.text).toContain('Tuleva Tilkanen')
    expect(list.text).toContain('henkilöllisyystodistus')
    const collected = await report(made)
    expect(collected).toMatchObject({ state: 'settled', arrived: 1 })
    expect((await now(key!)).holder).toMatchObject({ kind: 'resident', residentId: id('future') })
    await settings({ blcEmail: null })
  })

  it('of a protected person tells BLC nothing about them', async () => {
    await settings({ blcEmail: 'avaimet@blc.example' })
    for (const who of ['salla', 'samu'] as const) {
      const [key] = await keys(who, 1, { holder: { kind: 'blc' } })
      const made = await handoff(who, [key!], { direction: 'pickup', send: 'email', dueOn: '2026-12-01' })
      expect(made).toMatchObject({ protected: true, address: null })
      const list = await text(made.toldBlc.messageId)
      expect(list.message.to).toBe('avaimet@blc.example')
      for (const secret of ['Salatie', 'Suojala', 'Suojattu', 'Salo', 'Samu', 'Salla'])
        expect(`${list.subject} ${list.text} ${list.message.name}`).not.toContain(secret)
      expect(list.text).toContain('Hekan asiakaspalvelusta')
      // Their own address is theirs, and not shown.
      const letter = await text(made.told.messageId)
      expect(letter.message.to === null).toBe(who === 'salla')
      expect(letter.text).not.toContain('Salatie')
      await office.page.keys.cancelHandoff({ ...which(made), because: 'mistake', note: '' })
    }
    await settings({ blcEmail: null })
  })

  it('goes with BLC, counted, settled; settled by a person when the office wants it so', async () => {
    await settings({ settleWhenCounted: false })
    const made = await handoff('asa', await keys('asa', 2))
    const settle = (of: { id: string; version: number }) =>
      office.page.keys.settleHandoff({ ...which(of), note: 'nähty' })
    expect(await nameOf(settle(made))).toBe('notCounted')
    const there = await report(made, { withBlc: true, keys: [] })
    expect(there).toMatchObject({ state: 'withBlc', arrived: 0 })
    // Uncounted, nobody knows which of them are there.
    expect((await now(made.items[0]!.key)).holder.kind).toBe('resident')
    const counted = await report(there)
    expect(counted).toMatchObject({ state: 'counted', arrived: 2, countedOn: today, ended: null })
    expect(await nameOf(settle(made))).toBe('CHANGED_MEANWHILE')
    const settled = (await settle(counted)).handoff
    expect(settled).toMatchObject({ state: 'settled', ended: { by: 'Aino Pääkäyttäjä', note: 'nähty' } })
    expect(await nameOf(settle(settled))).toBe('handoffOver')
    // Its keys are free again.
    expect((await now(made.items[0]!.key)).handoff).toBeNull()
    await settings({ settleWhenCounted: true })
    const other = await handoff('asa', await keys('asa'))
    const done = await report(other)
    expect(done).toMatchObject({ state: 'settled', ended: { by: null } })
    expect((await told('asa')).map(({ what }) => what)).toContain('settled')
  })

  it('is settled once by two at once', async () => {
    await settings({ settleWhenCounted: false })
    const counted = await report(await handoff('asa', await keys('asa')))
    const ends = await atOnce(
      office.desk.postgresUrl,
      [1, 2].map(() => () => office.page.keys.settleHandoff({ ...which(counted), note: '' })),
    )
    expect(namesOf(ends)).toEqual(['CHANGED_MEANWHILE', 'done'])
    await settings({ settleWhenCounted: true })
  })

  it('is listed with those that are open, the first due first, and with those that are over', async () => {
    const late = await handoff('asa', await keys('asa'), { dueOn: today })
    const list = await office.page.keys.handoffs({ show: 'open', direction: 'return', page: 0 })
    expect(list.handoffs[0]).toMatchObject({ id: late.id, name: 'Åsa Märta Östling', overdue: false })
    const days = list.handoffs.map(({ dueOn }) => dueOn)
    expect(days).toEqual([...days].sort())
    expect(list.total).toBe(list.handoffs.length)
    const over = await office.page.keys.handoffs({ show: 'over', direction: null, page: 0 })
    for (const { state } of over.handoffs) expect(['settled', 'cancelled']).toContain(state)
    const page = await office.page.keys.ofResident({ residentId: id('asa') })
    expect(page.homes[0]!.handoffs.map((each) => each.id)).toContain(late.id)
    expect(page.homes[0]!.keys.find((key) => key.handoff?.id === late.id)).toBeDefined()
    expect((await read(late)).id).toBe(late.id)
  })

  it('is told at once at every page, and to whom it is about', async () => {
    const seen: string[] = []
    const stop = new AbortController()
    const changes = await office.page.system.changes(undefined, { signal: stop.signal })
    const reading = (async () => {
      for await (const { topic, id: about } of changes) seen.push(`${topic} ${about}`)
    })().catch(() => undefined)
    const [key] = await keys('asa')
    const made = await handoff('asa', [key!])
    await new Promise((done) => setTimeout(done, 300))
    stop.abort()
    await reading
    expect(seen).toEqual(
      expect.arrayContaining([`handoff ${made.id}`, `key ${made.apartmentId}`, `resident ${id('asa')}`]),
    )
  })
})

onBothEngines('a hand-off that is cancelled', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const { keys, move, now, handoff, which, read, report, settings, told } = keeping(() => office)
  const { page: request, pass } = requesting(() => office)
  const sentKinds = async (of: { id: string }) =>
    (await read(of)).messages.map(({ kind, state }) => `${kind} ${state}`)

  it('because the termination was withdrawn is over with it', async () => {
    await pass('asa')
    const termination = await request('asa', 'terminateLease')
    const all = await keys('asa', 2)
    const form = await office.page.keys.handoffForm({
      residentId: termination.residentId,
      leaseNo: 'L900001',
      direction: 'return',
    })
    // The lease ends, so nobody stays; until its last day.
    expect(form).toMatchObject({ terminationId: termination.id, dueOn: termination.lastDay, staying: [] })
    const made = await handoff('asa', all, { requestId: termination.id, dueOn: form.dueOn! })
    expect(made.requestId).toBe(termination.id)
    await office.page.requests.cancel({
      id: termination.id,
      version: termination.version,
      by: 'customer',
      note: 'jääkin asumaan',
    })
    expect(await read(made)).toMatchObject({
      state: 'cancelled',
      ended: { because: 'terminationWithdrawn', note: 'jääkin asumaan' },
    })
    expect(await told('asa')).toContainEqual(
      expect.objectContaining({ what: 'cancelled', because: 'terminationWithdrawn' }),
    )
    // The keys are where they were, and free.
    await move([await now(all[0]!)], { kind: 'heka' })
  })

  it('leaves what came already where it is', async () => {
    const all = await keys('asa', 2)
    const made = await handoff('asa', all)
    const partly = await report(made, { keys: [{ keyId: all[0]!.id, result: 'arrived' }] })
    expect(partly.state).toBe('withBlc')
    const cancelled = (
      await office.page.keys.cancelHandoff({ ...which(partly), because: 'terminationWithdrawn', note: '' })
    ).handoff
    expect(cancelled).toMatchObject({ state: 'cancelled', arrived: 1 })
    expect((await now(all[0]!)).holder.kind).toBe('blc')
    expect((await now(all[1]!)).holder.kind).toBe('resident')
  })

  it('tells those who know of it, and drops what has not gone out', async () => {
    await settings({ blcEmail: 'avaimet@blc.example' })
    const unsent = await handoff('asa', await keys('asa'), { send: 'email' })
    const cancel = (of: { id: string; version: number }) =>
      office.page.keys.cancelHandoff({ ...which(of), because: 'other', note: 'virhe' })
    await cancel(unsent)
    expect(await sentKinds(unsent)).toEqual(['keys dropped', 'keysToBlc dropped'])
    const sent = await handoff('asa', await keys('asa'), { send: 'email' })
    await office.sql(
      `UPDATE outbox_message SET state = 'sent' WHERE key_handoff_id = '${sent.id}' AND kind = 'keys'`,
    )
    await cancel(sent)
    expect(await sentKinds(sent)).toEqual(
      expect.arrayContaining(['keys sent', 'keysToBlc dropped', 'keysCancelled waiting']),
    )
    const { messages } = await read(sent)
    const cancelled = messages.find(({ kind }) => kind === 'keysCancelled')!
    const letter = await office.page.outbox.read({ id: cancelled.id })
    expect(letter.subject).toMatch(/^Avainten palautus on peruttu, tunnus /)
    expect(letter.text).not.toContain('rantatie')
    expect(await nameOf(cancel({ ...sent, version: sent.version + 1 }))).toBe('handoffOver')
    await settings({ blcEmail: null })
  })

  it('asks why when the reason is another', async () => {
    const made = await handoff('asa', await keys('asa'))
    const cancel = (note: string) =>
      office.page.keys.cancelHandoff({ ...which(made), because: 'other', note })
    expect(await nameOf(cancel(' '))).toBe('noteRequired')
    await cancel('kirjattu väärälle')
  })
})
