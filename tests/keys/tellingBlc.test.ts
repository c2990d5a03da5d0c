import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../residents/office'
import { atOnce } from '../support/atOnce'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { keeping } from './keeping'

onBothEngines('BLC Turva, whose address is set later', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const { keys, handoff, which, read, report, settings } = keeping(() => office)
  const blcEmail = 'avaimet@blc.example'
  const toBlc = async (of: { readonly id: string }) =>
    (await read(of)).messages.filter(({ kind }) => kind.startsWith('keysToBlc'))
  const states = async (of: { readonly id: string }) =>
    (await toBlc(of)).map(({ kind, state }) => `${kind} ${state}`)

  it('is told once of each hand-off that waited and still has keys to expect', async () => {
    await settings({ settleWhenCounted: false })
    const waits = await handoff('asa', await keys('asa', 2))
    const collected = await handoff('jukka', await keys('jukka', 1, { holder: { kind: 'blc' } }), {
      direction: 'pickup',
    })
    const uncounted = await report(await handoff('asa', await keys('asa')), { withBlc: true, keys: [] })
    const [came, awaited] = await keys('asa', 2)
    const partly = await report(await handoff('asa', [came!, awaited!]), {
      keys: [{ keyId: came!.id, result: 'arrived' }],
    })
    const counted = await report(await handoff('asa', await keys('asa')))
    const settled = await report(await handoff('asa', await keys('asa')))
    await office.page.keys.settleHandoff({ ...which(settled), note: '' })
    const cancelled = await handoff('asa', await keys('asa'))
    await office.page.keys.cancelHandoff({ ...which(cancelled), because: 'mistake', note: '' })
    const all = [waits, collected, uncounted, partly, counted, settled, cancelled]
    for (const of of all) expect(await states(of)).toEqual([])
    expect((await read(waits)).toldBlc).toMatchObject({ state: 'noAddress', messageId: null })

    await settings({ blcEmail })
    for (const of of [waits, collected, uncounted, partly])
      expect(await states(of)).toEqual(['keysToBlc waiting'])
    for (const of of [counted, settled, cancelled]) expect(await states(of)).toEqual([])
    const told = await read(waits)
    expect(told).toMatchObject({ state: 'instructed', version: waits.version })
    expect(told.history[0]).toMatchObject({ what: 'told', by: null })
    const { message, text } = await office.page.outbox.read({ id: told.toldBlc.messageId! })
    expect(message).toMatchObject({ kind: 'keysToBlc', to: blcEmail, language: 'fi' })
    for (const { key } of waits.items) expect(text).toContain(key.number)
    expect(text).not.toMatch(/rantatie|L900001|Östling/)

    // Whatever else is set, and another address: what was written once is not written again.
    await settings({ graceDays: 1 })
    await settings({ blcEmail: 'toinen@blc.example' })
    await settings({ blcEmail: null })
    await settings({ blcEmail, graceDays: 0 })
    for (const of of [waits, collected]) expect(await states(of)).toEqual(['keysToBlc waiting'])
    await settings({ blcEmail: null, settleWhenCounted: true })
  })

  it('is told again of what went nowhere because there was no address, and not of what a person dropped', async () => {
    await settings({ blcEmail })
    const lost = await handoff('asa', await keys('asa'))
    const dropped = await handoff('asa', await keys('asa'))
    const messageId = (await read(dropped)).toldBlc.messageId!
    await office.page.outbox.settle({ id: messageId, as: 'dropped' })
    await settings({ blcEmail: null })
    // As the program leaves it that finds no address when it is time to send.
    await office.sql(
      `UPDATE outbox_message SET state = 'dropped', problem = 'superseded', next_try_at = NULL WHERE key_handoff_id = '${lost.id}'`,
    )
    await settings({ blcEmail })
    expect(await states(lost)).toEqual(['keysToBlc dropped', 'keysToBlc waiting'])
    expect(await states(dropped)).toEqual(['keysToBlc dropped'])
    await settings({ blcEmail: null })
  })

  it('is told of a protected person’s hand-off nothing about them', async () => {
    const made = await handoff('salla', await keys('salla', 1, { holder: { kind: 'blc' } }), {
      direction: 'pickup',
    })
    await settings({ blcEmail })
    const { subject, text } = await office.page.outbox.read({ id: (await read(made)).toldBlc.messageId! })
    expect(`${subject} ${text}`).not.toMatch(/Salatie|Suojala|Suojattu|Salla|Salo/)
    await settings({ blcEmail: null })
  })

  it('is told once when the hand-off is made while the address is being set', async () => {
    const [one] = await keys('asa')
    const before = await office.page.keys.readSettings()
    const made: string[] = []
    const ends = await atOnce(office.desk.postgresUrl, [
      async () => void (await office.page.keys.saveSettings({ ...before, blcEmail })),
      async () => void made.push((await handoff('asa', [one!])).id),
    ])
    expect(namesOf(ends)).toEqual(['done', 'done'])
    expect(await states({ id: made[0]! })).toEqual(['keysToBlc waiting'])
    // Who set them by an older version set nothing.
    expect(await nameOf(office.page.keys.saveSettings({ ...before, blcEmail }))).toBe('CHANGED_MEANWHILE')
  })
})
