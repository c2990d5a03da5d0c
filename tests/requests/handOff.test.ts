import { afterAll, beforeAll, expect, it } from 'vitest'
import { type MailServer, openMailServer } from '../outbox/mailServer'
import { eventually, smtpTo } from '../outbox/outboxOffice'
import { type Office, openOffice, rowCounts } from '../residents/office'
import { codeOf, people } from '../residents/testRegister'
import { atOnce } from '../support/atOnce'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { setServer } from '../support/settings'
import { caller, requesting } from './requesting'

onBothEngines('a request that is handed off', (engine) => {
  let opened: Opened<Office>
  let office: Office
  let mail: Opened<MailServer>
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
    mail = await openMailServer()
  })
  afterAll(async () => {
    await opened.cleanUp()
    await mail.cleanUp()
  })

  const { make, page, pass, settings, emails, told, text } = requesting(() => office)
  const read = async (id: string) => (await office.page.requests.read({ id })).request
  const which = ({ id, version }: { id: string; version: number }) => ({ id, version })
  const manager = 'riku.laitinen@hekaoy.example'

  it('is written into the outbox with it, for the building manager, in words that tell no more than is needed', async () => {
    const request = await page('asa', 'disturbance', { who: caller })
    expect(request).toMatchObject({
      state: 'open',
      goesTo: 'buildingManager',
      dueOn: '2026-11-27',
      overdue: false,
      protected: false,
      mailConfigured: false,
      handOff: { state: 'waiting', problem: null },
    })
    const sent = await text(request.handOff.messageId)
    expect(sent.residentId).toBe(office.ids.asa)
    expect(sent.message).toMatchObject({
      kind: 'request',
      visitId: null,
      requestId: request.id,
      name: 'Riku Laitinen',
      to: manager,
      language: 'fi',
    })
    expect(sent.subject).toBe(`Palvelupyyntö ${request.reference.match(/.{4}/g)!.join('-')}: Häiriöilmoitus`)
    for (const said of ['Sörnäisten rantatie 33 C 12', 'L900001', 'Åsa Märta Östling', 'teksti what', 'melu'])
      expect(sent.text).toContain(said)
    const untold = [
      codeOf('asa'),
      people.asa.phone,
      '0177',
      people.asa.email,
      people.asa.birth_date,
      'ostling@',
    ]
    for (const secret of untold) expect(sent.text.toLowerCase()).not.toContain(secret!.toLowerCase())
    expect((await told('asa'))[0]).toEqual({
      what: 'made',
      requestId: request.id,
      kind: 'disturbance',
      goesTo: 'buildingManager',
      dueOn: '2026-11-27',
      who: 'caller',
      name: null,
      lastDay: null,
    })
  })

  it.each(['salla', 'samu'] as const)(
    'of a protected household says only which request it is: %s',
    async (who) => {
      const fields = { inspectionFor: 'condition', note: 'Salatie 7, soittakaa 040 555 0199' }
      const request = await page(who, 'inspection', { who: caller, fields })
      await emails({ maintenance: 'huolto@example.org' })
      const { handOff, protected: isProtected } = await read(request.id)
      expect(isProtected).toBe(true)
      const { subject, text: body, message } = await text(handOff.messageId)
      expect(message.to).toBe('huolto@example.org')
      expect(subject).toContain('Asuntotarkastus')
      const secrets = [
        'Salatie',
        'Suojala',
        'Suojattu',
        'Salo',
        'Salla',
        'Samu',
        'L900011',
        '0199',
        '0188',
        'example.net',
      ]
      for (const secret of secrets) expect(`${subject}${body}`).not.toContain(secret)
      await emails({ maintenance: null })
    },
  )

  it('waits, and says so, while nobody has set where it goes, and goes when somebody does', async () => {
    const request = await page('asa', 'messageLeaseControl', { who: caller }).catch(() => null)
    expect(request).toMatchObject({
      goesTo: 'leaseControl',
      handOff: { state: 'noAddress', messageId: null },
    })
    const open = { show: 'notHandedOff', goesTo: 'leaseControl', page: 0 } as const
    expect((await office.page.requests.open(open)).requests.map(({ id }) => id)).toEqual([request!.id])
    expect(await nameOf(office.page.requests.handOff(which(request!)))).toBe('noAddress')
    expect(await nameOf(emails({ leaseControl: 'ei osoite' }))).toBe('emailInvalid')
    await emails({ leaseControl: 'vuokravalvonta@Example.org' })
    const after = await read(request!.id)
    expect(after.handOff).toMatchObject({ state: 'waiting' })
    expect((await text(after.handOff.messageId)).message.to).toBe('vuokravalvonta@example.org')
    expect((await office.page.requests.open(open)).notHandedOff).toBe(0)
    expect(await nameOf(office.page.requests.handOff(which(after)))).toBe('alreadyHandedOff')
    // Saved again, it is not sent twice.
    await emails({ leaseControl: 'toinen@example.org' })
    expect((await read(request!.id)).messages).toHaveLength(1)
  })

  it('goes to the As Oy team when the home is in a housing company, whatever it is', async () => {
    await pass('asoy')
    for (const kind of [
      'messageLeaseControl',
      'inspection',
      'terminateLease',
      'paymentInformation',
    ] as const) {
      const request = await page('asoy', kind)
      expect(request.goesTo, kind).toBe('asOy')
      expect((await text(request.handOff.messageId)).message.to).toBe('asiakaspalvelu.asoyasunnot@hekaoy.fi')
    }
  })

  it('goes where, and is due when, the office has set', async () => {
    await settings(({ kinds }) => ({
      kinds: { ...kinds, bookSauna: { goesTo: 'maintenance', workingDays: 8 } },
      emails: { leaseControl: null, maintenance: 'huolto@example.org', asOy: null },
    }))
    // Independence Day is on a Sunday in 2026.
    expect(await page('asa', 'bookSauna', { who: caller })).toMatchObject({
      goesTo: 'maintenance',
      dueOn: '2026-12-04',
    })
    expect((await page('asoy', 'bookSauna', { who: caller })).handOff.state).toBe('noAddress')
    const stale = { ...(await office.page.requests.readSettings()), version: 0 }
    expect(await nameOf(office.page.requests.saveSettings(stale))).toBe('CHANGED_MEANWHILE')
    const { form } = office.page.requests
    const { kinds } = await form({ residentId: office.ids.asoy, leaseNo: 'L900009' })
    expect(new Set(kinds.map(({ goesTo, hasAddress }) => `${goesTo} ${hasAddress}`))).toEqual(
      new Set(['asOy false']),
    )
  })

  it('arrives once, at the address that is set when it goes; what is cancelled afterwards is told', async () => {
    await emails({ leaseControl: 'vanha@example.org' })
    const sent = await page('asa', 'messageLeaseControl', { who: caller })
    const taken = await page('asa', 'inspection', { who: caller })
    const given = which(taken)
    await office.page.requests.cancel({ ...given, by: 'customer', note: 'ei enää' })
    await emails({ leaseControl: 'uusi@example.org' })
    await setServer(office.page, smtpTo(mail.value.port))
    await eventually(async () => expect((await read(sent.id)).handOff.state).toBe('sent'))
    const arrived = () => mail.value.arrived.filter(({ raw }) => raw.includes(dashed(sent.reference)))
    expect(arrived().map(({ to }) => to)).toEqual([['uusi@example.org']])
    expect(arrived()[0]!.mail.attachments).toEqual([])
    expect(mail.value.arrived.some(({ raw }) => raw.includes(dashed(taken.reference)))).toBe(false)
    const { version } = await read(sent.id)
    await office.page.requests.cancel({ id: sent.id, version, by: 'heka', note: 'väärä asia' })
    await eventually(() => expect(arrived()).toHaveLength(2))
    const { mail: last } = arrived()[1]!
    expect(last.subject).toContain('Peruttu palvelupyyntö')
    expect(last.text).not.toContain('väärä asia')
    const after = await read(sent.id)
    expect(after.messages.map(({ kind }) => kind)).toEqual(['request', 'requestCancelled'])
    expect(await nameOf(office.page.outbox.resend({ id: after.handOff.messageId! }))).toBe('outOfDate')
    await setServer(office.page, null)
  })
  const dashed = (reference: string) => reference.match(/.{4}/g)!.join('-')

  it('is handed off again when its message was dropped by hand, but by nothing else', async () => {
    const request = await page('asa', 'bookParking', { who: caller })
    const id = request.handOff.messageId!
    await office.page.outbox.settle({ id, as: 'dropped' })
    await emails({ leaseControl: 'kolmas@example.org' })
    const dropped = await read(request.id)
    expect(dropped.handOff).toMatchObject({ state: 'dropped', problem: 'droppedByHand' })
    const again = (await office.page.requests.handOff(which(dropped))).request
    expect(again.handOff.state).toBe('waiting')
    expect(again.messages).toHaveLength(2)
    expect(await nameOf(office.page.requests.handOff(which(dropped)))).toBe('CHANGED_MEANWHILE')
  })

  it('is one of a lease at a time, however many desks press at once, and leaves nothing when it is refused', async () => {
    await pass('jukka')
    const calls = Array.from({ length: 4 }, () => () => make('jukka', 'terminateLease'))
    const settled = await atOnce(office.desk.postgresUrl, calls)
    expect(namesOf(settled)).toEqual(['alreadyRequested', 'alreadyRequested', 'alreadyRequested', 'done'])
    const { requests } = await office.page.requests.ofResident({ residentId: office.ids.jukka })
    expect(requests).toHaveLength(1)
    const before = await rowCounts(office)
    const refused = await make('jukka', 'terminateLease').catch((error: { data: object }) => error)
    expect(refused).toMatchObject({ data: { refusal: 'alreadyRequested', requestId: requests[0]!.id } })
    const after = await rowCounts(office)
    expect({ ...after, audit: 0 }).toEqual({ ...before, audit: 0 })
    const [{ id, version } = { id: '', version: 0 }] = requests
    await office.page.requests.cancel({ id, version, by: 'customer', note: 'jääkin' })
    expect(await nameOf(make('jukka', 'terminateLease'))).toBe('done')
  })
})
