import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { everyAnswerAct } from '../answers/everyAct'
import { everyCallAct, everyTaskAct } from '../calls/everyAct'
import { typedFrom } from '../databaseChoice/servers'
import { everyDefectAct } from '../defects/everyAct'
import { everyDoorAct } from '../doors/everyAct'
import { everyKeyAct } from '../keys/everyAct'
import { everyReportAct } from '../keys/reportActs'
import { everyMandateAct } from '../mandates/everyAct'
import { everyRequestAct } from '../requests/everyAct'
import { openTestDesk, password, type TestDesk } from '../support/desk'
import { type Opened, officePostgres, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { allProcedures, call, examples, nobody, outcomeOf } from '../support/procedures'
import { inDatabase, makePasswordsCheap } from '../support/raw'
import { apply, preview, startPractice } from '../support/register'
import { setLockAfter, setServer } from '../support/settings'

interface AuditRow {
  readonly seq: number
  readonly staff_id: string | null
  readonly staff_name: string | null
  readonly desk: string
  readonly action: string
  readonly subject_kind: string | null
  readonly subject_id: string | null
  readonly outcome: string
  readonly reason: string | null
  readonly kept: string
}

const audited = allProcedures.filter(({ meta }) => meta.audit !== undefined)
const reason = 'osoite kirjettä varten'
const note = 'Soittaa huomenna Liisa Salaiselle'

// What is typed or held about people, and may stand in no record.
const personal = [password, note, '040 555 7788', '+358405557788', 'uusi.osoite@example.org', 'tekija9']

onBothEngines('an audit record', (engine) => {
  let opened: Opened<TestDesk>
  let desk: TestDesk
  let lead: DeskClient
  let leadId: string
  let phone: DeskClient
  let phoneId: string
  let residentId: string
  let code: string

  beforeAll(async () => {
    opened = await openTestDesk(engine)
    desk = opened.value
  })
  afterAll(() => opened.cleanUp())

  const rows = () =>
    inDatabase(desk, (raw) => raw.rows<AuditRow>('SELECT * FROM audit ORDER BY seq')).then((all) =>
      all.map((row) => ({ ...row, seq: Number(row.seq) })),
    )
  /** The records that a piece of work left. */
  async function recordsOf(work: () => Promise<unknown>): Promise<AuditRow[]> {
    const before = (await rows()).length
    await work()
    return (await rows()).slice(before)
  }
  const named = new Set<string>()
  /** A call that works leaves exactly one record, of who did what with whom. */
  async function works<Output>(
    action: string,
    work: () => Promise<Output>,
    expected: Partial<AuditRow> = {},
  ) {
    let output: Output | undefined
    const left = await recordsOf(async () => {
      output = await work()
    })
    const base = {
      action,
      outcome: 'done',
      desk: 'Tiski 1',
      staff_id: leadId,
      staff_name: 'Aino Pääkäyttäjä',
    }
    expect(left, action).toMatchObject([{ ...base, reason: null, ...expected }])
    named.add(action)
    return output as Output
  }
  const ofResident = () => ({ subject_kind: 'resident', subject_id: residentId })

  it('is left by signing in and out, locking and unlocking', async () => {
    const first = await recordsOf(() => desk.administrator())
    lead = await desk.administrator()
    leadId = (await lead.staff.session())!.staffId
    expect(first).toMatchObject([
      { action: 'staff.createFirstAdministrator', outcome: 'done', staff_id: null, subject_kind: 'staff' },
    ])
    expect(first[0]?.subject_id).toBe(leadId)
    named.add('staff.createFirstAdministrator')
    await makePasswordsCheap(desk)
    await works('staff.signOut', () => lead.staff.signOut())
    const self = { subject_kind: 'staff', subject_id: leadId }
    await works('staff.signIn', () => lead.staff.signIn({ username: 'aino', password }), self)
    await works('staff.lock', () => lead.staff.lock())
    await works('staff.unlock', () => lead.staff.unlock({ password }))
    const next = `${password} uusi`
    await works('staff.changeOwnPassword', () => lead.staff.changeOwnPassword({ current: password, next }))
  })

  it('is left by every change of who works here and of the settings', async () => {
    const added = await works(
      'staff.add',
      () => lead.staff.add({ name: 'Uusi Tekijä', username: 'tekija9', roles: ['phone'], password }),
      { subject_kind: 'staff', kept: '{"roles":["phone"]}' },
    )
    phoneId = added.id
    expect((await rows()).at(-1)?.subject_id).toBe(phoneId)
    const whom = { subject_kind: 'staff', subject_id: phoneId }
    const change = { id: phoneId, version: 1, name: 'Uusi Tekijä', roles: ['phone' as const] }
    await works('staff.change', () => lead.staff.change(change), whom)
    const disable = (version: number, disabled: boolean) => () =>
      lead.staff.setDisabled({ id: phoneId, version, disabled })
    await works('staff.setDisabled', disable(2, true), { ...whom, kept: '{"disabled":true}' })
    await works('staff.setDisabled', disable(3, false), { ...whom, kept: '{"disabled":false}' })
    await works(
      'staff.resetPassword',
      () => lead.staff.resetPassword({ id: phoneId, version: 4, password }),
      whom,
    )
    const minutes = { kept: '{"lockAfterMinutes":7}' }
    await works('system.saveSettings', () => setLockAfter(lead, 7), minutes)
    await makePasswordsCheap(desk)
    phone = desk.page()
    await phone.staff.signIn({ username: 'tekija9', password })
    await phone.staff.changeOwnPassword({ current: password, next: `${password} uusi` })
  })

  it('is left by an import of the register, once it ends', async () => {
    const kept = { kept: '{"apartments":40,"seed":1}' }
    const uploadId = await works('register.generatePractice', () => startPractice(lead, 40), kept)
    expect(await recordsOf(() => preview(lead, uploadId))).toEqual([])
    const page = { uploadId, file: 'people', change: 'added', page: 0 } as const
    await works('register.previewRows', () => lead.register.previewRows(page), {
      kept: '{"file":"people","change":"added"}',
    })
    await works('register.apply', () => apply(lead, uploadId))
  })

  it('is left by every look at a resident and everything done with one', async () => {
    residentId = (await lead.residents.search({ text: 'virtanen meija' })).hits[0]!.id
    const id = residentId
    const look = ofResident()
    await works('residents.read', () => lead.residents.read({ id }), look)
    await works('residents.timeline', () => lead.residents.timeline({ id, page: 0 }), look)
    const revealed = await works('residents.revealCode', () => lead.residents.revealCode({ id, reason }), {
      ...look,
      reason,
    })
    code = revealed.code
    await works(
      'residents.correctContacts',
      () =>
        lead.residents.correctContacts({
          id,
          version: 1,
          phone: '040 555 7788',
          email: 'uusi.osoite@example.org',
        }),
      look,
    )
    await works('residents.addNote', () => lead.residents.addNote({ id, text: note }), look)
    const protectedOne = `SELECT id FROM resident WHERE non_disclosure ${engine === 'sqlite' ? '= 1' : ''}`
    const [hidden] = await inDatabase(desk, (raw) => raw.rows<{ id: string }>(protectedOne))
    const hiddenId = hidden!.id
    await works('residents.revealContacts', () => lead.residents.revealContacts({ id: hiddenId, reason }), {
      subject_id: hiddenId,
      reason,
    })
  })

  it('is left by every check of identity and every step of the Portal', async () => {
    const check = { ...examples({ ...nobody, residentId })['identity.record'] } as never
    const judge = { ...examples({ ...nobody, residentId })['identity.judge'] } as never
    const unreadable = { ...examples({ ...nobody, residentId })['identity.recordUnreadable'] } as never
    const look = ofResident()
    await works('identity.judge', () => lead.identity.judge(judge), { ...look, kept: '{"purpose":"portal"}' })
    await works('identity.record', () => lead.identity.record(check), {
      ...look,
      kept: '{"purpose":"portal","outcome":"accepted"}',
    })
    await works('identity.recordUnreadable', () => lead.identity.recordUnreadable(unreadable), look)
    await works('identity.list', () => lead.identity.list({ residentId }), look)
    await works('portal.read', () => lead.portal.read({ residentId }), look)
    const { registration } = await works('portal.start', () => lead.portal.start({ residentId }), look)
    const tick = {
      residentId,
      registrationId: registration!.id,
      version: 1,
      step: 'usernameCreated',
      email: 'uusi.osoite@example.org',
    } as const
    await works('portal.tick', () => lead.portal.tick(tick), { ...look, kept: '{"step":"usernameCreated"}' })
    const anew = { residentId, version: 2, because: 'mistake' } as const
    await works('portal.startAnew', () => lead.portal.startAnew(anew), {
      ...look,
      kept: '{"because":"mistake"}',
    })
  })

  it('is left by everything that is done with a visit', async () => {
    const look = ofResident()
    const inputs = examples({ ...nobody, residentId })
    const hours = (from: string, to: string, access: 'walkIn' | 'appointment') => [
      { from, to, access, desks: 1 },
    ]
    const periods = [...hours('09:00', '12:00', 'walkIn'), ...hours('12:00', '15:00', 'appointment')]
    const today = { kind: 'day', day: '2026-11-24', periods, note } as const
    await works('timetable.save', () => lead.timetable.save({ version: 1, change: today }))
    const asked = {
      ...inputs['appointments.book'],
      email: 'uusi.osoite@example.org',
      additionalInformation: note,
    }
    const startsAt = new Date('2026-11-24T10:00:00Z')
    const booked = await works(
      'appointments.book',
      () => lead.appointments.book({ ...asked, startsAt } as never),
      {
        ...look,
        kept: '{"reason":"lease","team":"service"}',
      },
    )
    const { id } = booked.visit
    let { version } = booked.visit
    const which = () => ({ id, version })
    /** What changes the visit; the next one needs its new version. */
    const changes = async (
      action: string,
      work: () => Promise<{ visit: { version: number } | null }>,
      kept = '{}',
    ) => {
      const { visit } = await works(action, work, { ...look, kept })
      version = visit!.version
    }
    await works('appointments.read', () => lead.appointments.read({ id }), look)
    await works('appointments.slip', () => lead.appointments.slip({ id }), look)
    await changes('appointments.change', () =>
      lead.appointments.change({ ...which(), phone: '040 555 7788' }),
    )
    const later = new Date('2026-11-24T11:00:00Z')
    await changes('appointments.move', () =>
      lead.appointments.move({ ...which(), startsAt: later, lane: null }),
    )
    await changes('visits.checkIn', () => lead.visits.checkIn(which()))
    await changes('visits.undoCheckIn', () => lead.visits.undoCheckIn(which()))
    await changes('visits.checkIn', () => lead.visits.checkIn(which()))
    await works('visits.numberSlip', () => lead.visits.numberSlip({ id }), look)
    const takes = { deskNo: 1, takeOver: false }
    await works('visits.takeDesk', () => lead.visits.takeDesk(takes), { kept: JSON.stringify(takes) })
    await changes('visits.callNext', () => lead.visits.callNext())
    await changes('visits.recall', () => lead.visits.recall(which()))
    await changes('visits.park', () => lead.visits.park(which()))
    await changes('visits.call', () => lead.visits.call(which()))
    await changes('visits.transfer', () =>
      lead.visits.transfer({ ...which(), toDesk: null, reason: 'keys', note }),
    )
    await changes('visits.call', () => lead.visits.call(which()))
    const finish = () => lead.visits.finish({ ...which(), outcome: 'done', note })
    await changes('visits.finish', finish, '{"outcome":"done"}')
    await works('visits.leaveDesk', () => lead.visits.leaveDesk())

    const walkIn = { ...inputs['visits.giveNumber'], additionalInformation: note } as never
    const came = await works('visits.giveNumber', () => lead.visits.giveNumber(walkIn), {
      ...look,
      kept: '{"reason":"keys"}',
    })
    const gone = { id: came.visit.id, version: came.visit.version }
    await works('visits.noShow', () => lead.visits.noShow(gone), look)

    const other = await lead.appointments.book({ ...asked, startsAt: later } as never)
    const cancel = { id: other.visit.id, version: other.visit.version, by: 'customer' } as const
    await works('appointments.cancel', () => lead.appointments.cancel(cancel), {
      ...look,
      kept: '{"by":"customer"}',
    })
    const { messages } = await lead.outbox.list({ show: 'waiting', page: 0 })
    const message = { id: messages.find(({ kind }) => kind === 'cancelled')!.id }
    await works('outbox.read', () => lead.outbox.read(message), look)
    await works('outbox.settle', () => lead.outbox.settle({ ...message, as: 'dropped' }), {
      ...look,
      kept: '{"as":"dropped"}',
    })
    await inDatabase(desk, (raw) =>
      raw.run(`UPDATE outbox_message SET state = 'failed' WHERE kind = 'cancelled'`),
    )
    await works('outbox.resend', () => lead.outbox.resend(message), look)
    await works('outbox.saveSettings', () => setServer(lead, null))
  })

  it('is left by everything that is done with a power of attorney, but for the pieces of its paper', () =>
    everyMandateAct({ lead, residentId, note, look: ofResident(), works }))

  it('is left by everything that is done with a service request', () =>
    everyRequestAct({ lead, residentId, note, look: ofResident(), works }))

  it('is left by everything that is done with keys and their hand-offs', () =>
    everyKeyAct({ lead, residentId, note, look: ofResident(), works }))

  it('is left by everything that is done with reports of keys, their cases and reminders', () =>
    everyReportAct({ lead, residentId, note, look: ofResident(), works }))

  it('is left by everything that is done with a call', () =>
    everyCallAct({ lead, residentId, note, look: ofResident(), works }))

  it('is left by everything that is done with a task', () =>
    everyTaskAct({ lead, residentId, note, look: ofResident(), works }))

  it('is left by everything that is done with a defect, but for the pieces of its pictures', () =>
    everyDefectAct({ lead, residentId, note, look: ofResident(), works }))

  it('is left by everything that is done with a door opening', () =>
    everyDoorAct({ lead, residentId, note, look: ofResident(), works }))

  it('is left by everything that is done with an answer', () => everyAnswerAct({ lead, works }))

  it('is left by advice to an applicant, and says nothing of it', async () => {
    const asked = examples(nobody)['advice.summary'] as never
    await works('advice.summary', () => lead.advice.summary(asked), { subject_id: null, kept: '{}' })
  })

  it('is left by reading the records themselves', async () => {
    const list = { residentId, staffId: null, from: '2026-11-24', to: null, page: 0 }
    const kept = JSON.stringify({ staffId: null, residentId, from: '2026-11-24', to: null })
    const { records, total } = await works('audit.list', () => lead.audit.list(list), { kept })
    expect(records.length).toBe(Math.min(total, 50))
    expect(new Set(records.map(({ subjectName }) => subjectName))).toEqual(
      new Set(['Meija Katariina Virtanen']),
    )
    expect(await works('audit.verify', () => lead.audit.verify())).toMatchObject({ intact: true })
  })

  it('is left by going over to another database, in the one that is left', async () => {
    const other = await officePostgres()
    const choose = (page: DeskClient, url: string) => {
      const { address, password } = typedFrom(url)
      return page.database.choose({ choice: { kind: 'postgres', address }, password })
    }
    await works('database.choose', () => choose(lead, other.value))
    const back = desk.page()
    await (desk.postgresUrl === null
      ? back.database.choose({ choice: { kind: 'embedded' }, password: null })
      : choose(back, desk.postgresUrl))
    expect((await rows()).at(-1)).toMatchObject({
      action: 'database.choose',
      staff_id: null,
      outcome: 'done',
    })
    await makePasswordsCheap(desk)
    for (const [page, username] of [
      [lead, 'aino'],
      [phone, 'tekija9'],
    ] as const)
      await page.staff.signIn({ username, password })
    await other.cleanUp()
  })

  it('was left by every procedure that the contract says leaves one', () => {
    expect([...named].sort()).toEqual(audited.map(({ name }) => name).sort())
  })

  it('is left by no other procedure', async () => {
    const inputs = examples({ ...nobody, residentId })
    for (const { name } of allProcedures.filter(({ meta }) => meta.audit === undefined)) {
      expect(await recordsOf(() => call(lead, name, inputs[name]).catch(() => undefined)), name).toEqual([])
    }
  })

  it('is left by a call that was forbidden: by whom and of whom, and nothing of what was typed', async () => {
    const inputs = examples({ ...nobody, residentId, staffId: leadId })
    for (const { name, meta } of audited) {
      if (typeof meta.roles === 'string' || meta.roles.includes('phone')) continue
      const left = await recordsOf(() => outcomeOf(phone, name, { ...inputs[name], reason }))
      const { subjectKind, subject } = meta.audit!
      const given = inputs[name] ?? {}
      const subjectId = subject && given[subject] ? String(given[subject]) : null
      expect(left, name).toMatchObject([
        {
          action: name,
          outcome: 'FORBIDDEN',
          staff_id: phoneId,
          subject_kind: subjectKind ?? null,
          subject_id: subjectId,
          reason: null,
          kept: '{}',
        },
      ])
    }
  })

  it('says by which name a rule refused', async () => {
    const id = residentId
    const upload = await startPractice(lead, 1)
    const refused: [string, () => Promise<unknown>, object][] = [
      ['phoneInvalid', () => lead.residents.correctContacts({ id, version: 2, phone: '12' }), ofResident()],
      [
        'CHANGED_MEANWHILE',
        () => lead.residents.correctContacts({ id, version: 1, phone: '' }),
        ofResident(),
      ],
      ['NOT_FOUND', () => lead.residents.read({ id: nobody.residentId }), { subject_id: nobody.residentId }],
      ['notHidden', () => lead.residents.revealContacts({ id, reason }), { ...ofResident(), reason: null }],
      ['registrationOpen', () => lead.portal.start({ residentId }), ofResident()],
      ['previewFirst', () => apply(lead, upload), {}],
      [
        'signInFailed',
        () => desk.page().staff.signIn({ username: 'aino', password: 'väärä' }),
        { staff_id: null },
      ],
    ]
    const before = (await rows()).length
    for (const [refusal, work] of refused) expect(await nameOf(work())).toBe(refusal)
    const left = (await rows()).slice(before)
    for (const [outcome, , expected] of refused) {
      const found = left.filter((row) => row.outcome === outcome)
      expect(found, outcome).toMatchObject([{ outcome, kept: '{}', ...expected }])
    }
    expect(left).toHaveLength(refused.length)
  })

  it('is not left by a call that was turned away at the door or made no sense', async () => {
    const inputs = examples({ ...nobody, residentId })
    const left = await recordsOf(async () => {
      const stranger = desk.page()
      for (const { name, meta } of audited) {
        if (meta.roles !== 'public') await outcomeOf(stranger, name, inputs[name])
        if (inputs[name]) await outcomeOf(lead, name, { nonsense: true })
      }
    })
    expect(left).toEqual([])
  })

  it('holds nothing that was typed, and nobody’s name, code, phone or e-mail', async () => {
    const [people, written] = await inDatabase(desk, async (raw) => [
      await raw.rows<Record<string, string | null>>(
        'SELECT first_names, last_name, identity_code, phone, email, iban FROM resident',
      ),
      JSON.stringify(await raw.rows('SELECT * FROM audit')),
    ])
    const held = people.flatMap((row) => Object.values(row)).filter((value) => value !== null)
    expect(held).toContain(code)
    for (const value of [...held, ...personal])
      expect(written.includes(JSON.stringify(value).slice(1, -1)), value).toBe(false)
    expect(desk.reported).toEqual([])
  })
})
