import { afterAll, beforeAll, expect, it } from 'vitest'
import { languages } from '#shared/contract/base'
import { type DefectKind, defectKinds } from '#shared/rules/defectKinds'
import { type Office, openOffice, rowCounts } from '../residents/office'
import { codeOf } from '../residents/testRegister'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { defecting, keskinen, type Reporter } from './defecting'

onBothEngines('a defect that is reported', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const { home, report, reported, read, list, settings, told, text } = defecting(() => office)
  const defects = () => office.page.defects

  it('waits honestly while nobody has set where it goes', async () => {
    const form = await defects().form(home('asa'))
    expect(form.kinds.map(({ kind }) => kind)).toEqual(defectKinds)
    expect(form.kinds.find(({ kind }) => kind === 'heating')).toMatchObject({
      urgency: 'minor',
      goesTo: 'maintenance',
      goesToName: 'Keskinen 2',
      hasAddress: false,
      asOyOwner: null,
    })
    const { id } = await reported('asa')
    expect(await read(id)).toMatchObject({
      state: 'open',
      version: 1,
      handOff: { state: 'noAddress', messageId: null },
      late: false,
      address: 'Sörnäisten rantatie 33 C 12',
      name: 'Åsa Märta Östling',
      phone: '+358405550177',
      maintenanceCallsFrom: '+358 9 5767',
      startsOn: '2026-11-24',
      timesReopened: 0,
    })
    expect((await list('notHandedOff')).defects.map((one) => one.id)).toEqual([id])
    const settingsNow = await defects().readSettings()
    expect(settingsNow.missing).toEqual({
      areas: ['Keskinen 2'],
      companies: [],
      asOyKinds: defectKinds.length,
    })
    await settings(() => ({ areas: [{ area: 'keskinen 2', email: keskinen }] }))
    const handedOff = await read(id)
    expect(handedOff).toMatchObject({ version: 2, handOff: { state: 'waiting' } })
    expect((await text(handedOff.handOff.messageId)).message).toMatchObject({
      kind: 'defect',
      defectId: id,
      to: keskinen,
      name: 'Keskinen 2',
      residentId: office.ids.asa,
    })
    expect(await list('notHandedOff')).toMatchObject({ total: 0, counts: { open: 1, notHandedOff: 0 } })
    expect((await defects().readSettings()).missing.areas).toEqual([])
  })

  it('tells maintenance what is wrong where and whom to call first, and nothing that they need not know', async () => {
    const defect = await reported('asa', {
      description: 'Makuuhuoneen patteri.\nOn ollut kylmä eilisestä.',
      pets: 'koira',
      atHome: 'iltapäivisin',
      phone: '050 123 4567',
    })
    const { subject, text: body } = await text(defect.handOff.messageId)
    expect(subject).toMatch(/^Vikailmoitus [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}: Lämmitys$/)
    for (const said of [
      'Sörnäisten rantatie 33 C 12',
      'Keskinen 2',
      'Åsa Märta Östling',
      '050 123 4567',
      'On ollut kylmä eilisestä.',
      'koira',
      'iltapäivisin',
      'yleisavaimella: kyllä',
      'Soittakaa asukkaalle ennen kuin menette asuntoon.',
      'Reagoitava viimeistään: 27.11.2026',
    ])
      expect(body).toContain(said)
    for (const secret of [codeOf('asa'), 'L900001', '0177', 'example.com', '1951'])
      expect(`${subject}${body}`).not.toContain(secret)
    expect((await told('asa'))[0]).toEqual({
      what: 'reported',
      defectId: defect.id,
      reference: defect.reference,
      kind: 'heating',
      place: 'apartment',
      urgency: 'minor',
      goesTo: 'maintenance',
    })
    expect(defect.events).toMatchObject([
      { what: 'reported', by: 'Aino Pääkäyttäjä', detail: { via: 'phone' } },
      { what: 'handedOff', detail: { goesTo: 'maintenance', goesToName: 'Keskinen 2' } },
    ])
  })

  it.each(['salla', 'samu'] as const)('of a protected household says only its number: %s', async (who) => {
    const defect = await reported(who, { description: 'Salatie 7, soittakaa 040 555 0199' })
    expect(defect.address).toBeNull()
    if (who === 'salla') expect(defect.phone).toBeNull()
    const { subject, text: body, message } = await text(defect.handOff.messageId)
    expect(message.to).toBe(keskinen)
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
      'Keskinen',
    ]
    for (const secret of secrets) expect(`${subject}${body}`).not.toContain(secret)
    expect(body).toContain('Tiedot saa asiakaspalvelusta')
    const [row] = (await defects().ofResident({ residentId: office.ids[who] })).defects
    expect(row).toMatchObject({ id: defect.id, address: null })
  })

  it.each<[string, Reporter, Reporter]>([
    ['notTheirLease', 'jukka', 'asa'],
    ['notTheirLease', 'asa', 'notice'],
    ['notLivingThere', 'ended', 'ended'],
    ['notLivingThere', 'movedOut', 'movedOut'],
    ['notLivingThere', 'future', 'future'],
    ['notLivingThere', 'dead', 'dead'],
  ])('is refused as %s: %s for the home of %s', async (refusal, who, whose) => {
    const elsewhere = { residentId: office.ids[who], leaseNo: home(whose).leaseNo }
    const before = await rowCounts(office)
    expect(await nameOf(report(who, elsewhere))).toBe(refusal)
    expect(await nameOf(defects().form(elsewhere))).toBe(refusal)
    const after = await rowCounts(office)
    expect({ ...after, audit: 0 }).toEqual({ ...before, audit: 0 })
  })
  it.each<Reporter>(['eino', 'notice', 'special', 'samu'])(
    'is taken from whoever lives there: %s',
    async (who) => {
      expect(await nameOf(report(who))).toBe('done')
    },
  )

  it('is refused without a description, with a number that is none, and as another fault', async () => {
    expect(await nameOf(report('asa', { description: ' \n ' }))).toBe('descriptionRequired')
    expect(await nameOf(report('asa', { phone: '12' }))).toBe('phoneInvalid')
    const heating = await reported('asa')
    const elsewhere = await reported('salla')
    const same = (sameAsId: string, kind: DefectKind = 'heating') => report('jukka', { kind, sameAsId })
    expect(await nameOf(same(heating.id, 'window'))).toBe('notSameFault')
    expect(await nameOf(same(elsewhere.id))).toBe('notSameFault')
    expect(await nameOf(same(office.ids.asa))).toBe('notSameFault')
  })

  it('shows the same fault in the building, and nothing of whose it is', async () => {
    const first = await reported('jukka', { kind: 'lift', place: 'stairwell', description: 'Jukan hissi' })
    const form = await defects().form(home('asa'))
    const seen = form.similar.find(({ id }) => id === first.id)
    expect(seen).toEqual({
      id: first.id,
      reference: first.reference,
      kind: 'lift',
      place: 'stairwell',
      state: 'open',
      reportedAt: first.reportedAt,
      sameHome: false,
    })
    const second = await reported('asa', { kind: 'lift', place: 'stairwell', sameAsId: first.id })
    expect(second).toMatchObject({ sameAsId: first.id, similar: [{ id: first.id }] })
    expect(second.address).toBe('Sörnäisten rantatie 33')
    const { text: body } = await text(second.handOff.messageId)
    expect(body).toContain(first.reference.slice(0, 4))
    expect(body).not.toMatch(/Soittakaa asukkaalle|yleisavaimella|O’Brien/)
    expect((await read(first.id)).similar.map(({ id }) => id)).toEqual([second.id])
    const own = (await defects().form(home('jukka'))).similar.find(({ id }) => id === first.id)
    expect(own).toMatchObject({ sameHome: true })
    const far = (await defects().form(home('salla'))).similar
    expect(far.map(({ id }) => id)).not.toContain(first.id)
  })

  it.each<[string, string, string]>([
    // A Tuesday, 10.30, and the minute at which the line closes; Independence Day is a Sunday.
    ['2026-11-24T08:30:00Z', '09 5767 3000', 'phoneHours'],
    ['2026-11-24T09:59:59Z', '09 5767 3000', 'phoneHours'],
    ['2026-11-24T10:00:00Z', '09 5767 3100', 'onCall'],
    ['2026-11-28T08:30:00Z', '09 5767 3100', 'onCall'],
  ])('that is urgent is told by phone to the number of the hour: %s', async (at, phone, because) => {
    await office.turnTo(at)
    const { urgent } = await defects().form(home('asa'))
    expect(urgent).toMatchObject({ phone, because })
    const leak = { kind: 'waterLeak', description: 'Vettä lattialla' } as const
    expect(await nameOf(report('asa', leak))).toBe('urgentNotTold')
    const defect = await reported('asa', { ...leak, toldUrgent: true })
    expect(defect).toMatchObject({
      urgency: 'urgent',
      toldNumber: phone,
      toldAt: new Date(at),
      because: [],
      handOff: { state: 'byPhone', messageId: null },
      events: [{ what: 'reported' }, { what: 'told', detail: { phone } }],
    })
    const aloud = await defects().tell({ id: defect.id, language: 'fi' })
    expect(aloud.text).toContain(phone)
  })

  it('outside hours starts the next working day, and says why', async () => {
    // Saturday; Monday is the day from which it is counted.
    const defect = await reported('asa')
    expect(defect).toMatchObject({
      startsOn: '2026-11-30',
      dueAt: new Date('2026-12-03T10:00:00Z'),
      because: [{ why: 'countedDays', amount: 3 }, { why: 'weekend' }, { why: 'weekend' }],
    })
    const texts = await Promise.all(
      languages.map(async (language) => (await defects().tell({ id: defect.id, language })).text),
    )
    expect(texts[0]).toContain('viimeistään torstaina 3.12.2026')
    expect(texts[0]).toContain('Viikonloppua ei lasketa mukaan.')
    expect(texts[1]).toContain('senast torsdag 3.12.2026')
    expect(texts[2]).toContain('by Thursday 3 December 2026')
    for (const said of texts) {
      expect(said).toContain('+358 9 5767')
      expect(said).not.toMatch(/[{}]|undefined|null/)
    }
  })

  it('of an As Oy apartment goes by the lead’s table, and to the team while that is empty', async () => {
    const empty = await reported('asoy', { via: 'email' })
    expect(empty).toMatchObject({ asOy: true, goesTo: 'asOyTeam', handOff: { state: 'waiting' } })
    const to = async (id: string | null) => (await text(id)).message.to
    expect(await to(empty.handOff.messageId)).toBe('asiakaspalvelu.asoyasunnot@hekaoy.fi')
    await settings(({ asOy }) => ({
      asOy: { ...asOy, heating: 'housingCompany', window: 'heka', appliance: 'resident' },
    }))
    const company = await reported('asoy')
    expect(company).toMatchObject({
      goesTo: 'housingCompany',
      goesToName: '',
      handOff: { state: 'noAddress' },
    })
    expect(await reported('asoy', { kind: 'window' })).toMatchObject({ goesTo: 'maintenance' })
    const own = await reported('asoy', { kind: 'appliance' })
    expect(own).toMatchObject({ goesTo: 'resident', handOff: { state: 'notOurs' } })
    expect((await defects().tell({ id: own.id, language: 'sv' })).text).toContain('den boende själv')
    await settings(() => ({
      housingCompanies: [{ propertyNo: 'T3', name: 'As Oy Porvoonkatu 21', email: 'isannointi@example.org' }],
    }))
    const known = await read(company.id)
    expect(known).toMatchObject({ goesToName: 'As Oy Porvoonkatu 21', handOff: { state: 'waiting' } })
    expect(await to(known.handOff.messageId)).toBe('isannointi@example.org')
    expect((await list('asOy')).counts.asOy).toBe(4)
  })

  it('goes by settings that make sense, written over what was read', async () => {
    const area = (email: string, area = 'Itäinen') => ({ area, email })
    const save = (change: Parameters<typeof settings>[0]) => nameOf(settings(change))
    expect(await save(() => ({ ownCleaners: 'ei osoite' }))).toBe('emailInvalid')
    expect(await save(() => ({ areas: [area('a@b.fi'), area('c@d.fi', 'ITÄINEN')] }))).toBe('sameTwice')
    const { missing: _missing, ...before } = await defects().readSettings()
    await settings(() => ({ ownCleaners: 'siivous@example.org' }))
    expect(await nameOf(defects().saveSettings(before))).toBe('CHANGED_MEANWHILE')
    const cleaning = await reported('asa', { kind: 'cleaning', place: 'stairwell' })
    expect(cleaning).toMatchObject({
      urgency: 'cleaning',
      goesTo: 'ownCleaners',
      handOff: { state: 'waiting' },
    })
    const phone = await office.as('phone')
    expect(await nameOf(phone.defects.readSettings())).toBe('FORBIDDEN')
    expect(await nameOf(phone.defects.list({ show: 'open', area: null, page: 0 }))).toBe('done')
    const administrator = await office.as('administrator')
    expect(await nameOf(administrator.defects.read({ id: cleaning.id }))).toBe('FORBIDDEN')
  })

  it('ends the call that it came by when that is asked, in one piece of work', async () => {
    const caller = { number: '', withheld: false, callerName: '' } as const
    const { call } = await office.page.calls.start({
      line: 'general',
      ...caller,
      callerKind: 'resident',
      residentId: office.ids.asa,
    })
    const at = { id: call.id, version: call.version }
    expect(await nameOf(report('jukka', { call: { ...at, endsCall: true } }))).toBe('callOfAnother')
    const defect = await reported('asa', {
      description: 'Hana tippuu',
      kind: 'tapOrToilet',
      call: { ...at, endsCall: true },
    })
    expect(defect.callId).toBe(call.id)
    expect((await office.page.calls.read({ id: call.id })).call).toMatchObject({
      state: 'ended',
      topic: 'defect',
      said: 'Hana tippuu',
      outcome: 'reported',
    })
    const again = { id: call.id, version: (await office.page.calls.read({ id: call.id })).call.version }
    expect(await nameOf(report('asa', { call: { ...again, endsCall: true } }))).toBe('callOver')
  })
})
