import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import type { TaskPage } from '#shared/contract/tasks'
import { openMailServer } from '../outbox/mailServer'
import { eventually, smtpTo } from '../outbox/outboxOffice'
import { type Office, openOffice } from '../residents/office'
import { people, testRegister } from '../residents/testRegister'
import { atOnce } from '../support/atOnce'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { importRegister, withFile } from '../support/register'
import { setServer } from '../support/settings'

type Making = Parameters<DeskClient['tasks']['make']>[0]
type Show = Parameters<DeskClient['tasks']['list']>[0]['show']

onBothEngines('a task', (engine) => {
  let opened: Opened<Office>
  let office: Office
  let phone: DeskClient
  let phoneId: string
  let leadId: string
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
    phone = await office.as('phone')
    phoneId = (await phone.staff.session())!.staffId
    leadId = (await office.page.staff.session())!.staffId
  })
  afterAll(() => opened.cleanUp())

  const tasks = () => office.page.tasks
  const which = ({ id, version }: { id: string; version: number }) => ({ id, version })
  const make = async (more: Partial<Making> = {}, page = office.page) =>
    (
      await page.tasks.make({
        kind: 'message',
        subject: 'Selvitä lasku',
        body: 'epäselvä rivi',
        owner: null,
        residentId: office.ids.asa,
        leaseNo: 'L900001',
        callId: null,
        ...more,
      })
    ).task
  const list = async (show: Show, page = office.page, team: 'phone' | null = null) =>
    (await page.tasks.list({ show, team, page: 0 })).tasks.map(({ id }) => id)
  const team = { kind: 'team', team: 'phone' } as const
  /** Sets the clock, and nobody's desk locks itself meanwhile. */
  const turnTo = async (at: string) => {
    for (;;) {
      const left = new Date(at).getTime() - office.desk.now().getTime()
      if (left <= 0) return
      office.desk.wait(Math.min(left, 90 * 60_000))
      await Promise.all([office.page.staff.stillHere(), phone.staff.stillHere()])
    }
  }
  const settle = (task: TaskPage) => tasks().done({ ...which(task), note: '' })

  it('is due by the rule of its kind, and says why', async () => {
    // Tuesday 24 November 2026, 10.30.
    const task = await make()
    expect(task).toMatchObject({
      state: 'open',
      owner: { kind: 'person', staffId: leadId },
      ownerName: 'Aino Pääkäyttäjä',
      residentName: 'Åsa Märta Östling',
      leaseNo: 'L900001',
      dueAt: new Date('2026-11-25T10:00:00Z'),
      because: [{ why: 'countedDays', amount: 1, day: null, name: null }],
      late: false,
      message: null,
    })
    const callBack = await make({ kind: 'callBack', residentId: null, leaseNo: null })
    expect(callBack).toMatchObject({ dueAt: new Date('2026-11-25T08:30:00Z'), residentName: '' })
    expect(await tasks().due({ kind: 'minorDefect' })).toMatchObject({
      startsOn: '2026-11-24',
      dueAt: new Date('2026-11-27T10:00:00Z'),
    })
    await settle(task)
    await settle(callBack)
  })

  it('has exactly one owner, whatever is done with it', async () => {
    let task = await make()
    const owners = fc.constantFrom(
      team,
      { kind: 'team', team: 'asoy' } as const,
      { kind: 'person', staffId: leadId } as const,
      { kind: 'person', staffId: phoneId } as const,
    )
    const given = fc.sample(owners, { numRuns: 12, seed: 7 })
    for (const owner of given) {
      const name = await nameOf(
        tasks()
          .give({ ...which(task), owner, note: '' })
          .then((answer) => {
            task = answer.task
          }),
      )
      expect(['done', 'sameOwner']).toContain(name)
      expect(task.owner).toEqual(owner)
    }
    const both = await office.sql('SELECT id FROM task WHERE (owner_staff_id IS NULL) = (owner_team IS NULL)')
    expect(both).toEqual([])
    await settle(task)
  })

  it('is not given to nobody, nor to somebody who serves nobody or is not there any more', async () => {
    const task = await make()
    const give = (owner: TaskPage['owner']) => nameOf(tasks().give({ ...which(task), owner, note: '' }))
    expect(await give({ kind: 'person', staffId: '0193bbbb-bbbb-7bbb-8bbb-bbbbbbbbbbbb' })).toBe(
      'ownerUnknown',
    )
    const { id, version, name } = (await office.page.staff.list()).find((one) => one.id === phoneId)!
    await office.page.staff.change({ id, version, name, roles: ['administrator'] })
    expect(await give({ kind: 'person', staffId: phoneId })).toBe('ownerUnknown')
    expect((await tasks().owners()).map(({ staffId }) => staffId)).toEqual([leadId])
    await office.as('phone')
    expect(await nameOf(make({ subject: '' }))).toBe('subjectRequired')
    expect(await nameOf(make({ leaseNo: 'L900002' }))).toBe('notTheirLease')
    expect(await nameOf(make({ callId: '0193bbbb-bbbb-7bbb-8bbb-bbbbbbbbbbbb' }))).toBe('NOT_FOUND')
    await settle(task)
  })

  it('is in the lists of its owner and its team, the first due first, and late when its time is past', async () => {
    const mine = await make({ owner: { kind: 'person', staffId: phoneId } })
    const ours = await make({ owner: team, kind: 'callBack' })
    const others = await make({ owner: { kind: 'team', team: 'asoy' } })
    expect(await list('mine', phone)).toEqual([mine.id])
    expect(await list('team', phone)).toEqual([ours.id])
    expect(await list('all', phone)).toEqual(expect.arrayContaining([mine.id, ours.id, others.id]))
    expect(await list('late', phone)).toEqual([])
    const { task: waits } = await phone.tasks.wait({ ...which(mine), waitsFor: 'customer', note: 'kuvat' })
    expect(waits).toMatchObject({ state: 'waiting', waitsFor: 'customer', dueAt: mine.dueAt })
    expect(await list('waiting', phone)).toEqual([mine.id])
    const { task: goesOn } = await phone.tasks.wait({ ...which(waits), waitsFor: null, note: '' })
    expect(goesOn.state).toBe('open')
    // After its time, in the evening: late, and it alerts nobody before the morning.
    await turnTo('2026-11-25T18:00:00Z')
    const evening = await phone.tasks.list({ show: 'late', team: null, page: 0 })
    expect(evening.tasks.map(({ id }) => id)).toEqual([ours.id, mine.id])
    expect(evening).toMatchObject({ alerts: 0, workingTime: false, counts: { late: 2 } })
    // The lead sees what is late everywhere.
    expect(await list('late')).toEqual(expect.arrayContaining([mine.id, ours.id, others.id]))
    await turnTo('2026-11-26T07:30:00Z')
    expect(await phone.tasks.list({ show: 'late', team: null, page: 0 })).toMatchObject({
      alerts: 2,
      workingTime: true,
    })
    const { task: done } = await phone.tasks.done({ ...which(goesOn), note: 'soitettu' })
    expect(done).toMatchObject({ state: 'done', late: false, ended: { note: 'soitettu' } })
    expect(await nameOf(phone.tasks.note({ ...which(done), note: 'vielä' }))).toBe('taskOver')
    expect(await list('over', phone)).toContain(mine.id)
    const { task: again } = await phone.tasks.reopen({ ...which(done), note: 'soitti taas' })
    expect(again).toMatchObject({ state: 'open', ended: null, dueAt: new Date('2026-11-27T10:00:00Z') })
    expect(again.events.map(({ what }) => what)).toEqual(['made', 'waits', 'goesOn', 'done', 'reopened'])
    for (const each of [again, ours, others]) await settle(each)
  })

  it('that two take at once is one’s', async () => {
    const task = await make({ owner: team })
    const take = (page: DeskClient, staffId: string) => () =>
      page.tasks.give({ ...which(task), owner: { kind: 'person', staffId }, note: '' })
    const ends = await atOnce(office.desk.postgresUrl, [take(office.page, leadId), take(phone, phoneId)])
    expect(namesOf(ends)).toEqual(['CHANGED_MEANWHILE', 'done'])
    await settle((await tasks().read({ id: task.id })).task)
  })

  it('for the building manager goes out with its context, and says so when it is not needed any more', async () => {
    const toManager = async (who: 'asa' | 'salla', leaseNo: string) =>
      (
        await tasks().toManager({
          residentId: office.ids[who],
          leaseNo,
          subject: 'Isännöitsijäntodistus',
          body: 'Tarvitsee todistuksen\npankkia varten',
          callId: null,
          owner: null,
        })
      ).task
    const task = await toManager('asa', 'L900001')
    expect(task).toMatchObject({
      kind: 'buildingManager',
      state: 'waiting',
      waitsFor: 'buildingManager',
      message: { state: 'waiting' },
      dueAt: new Date('2026-12-01T10:00:00Z'),
    })
    const sent = await office.page.outbox.read({ id: task.message!.id! })
    expect(sent.message).toMatchObject({
      kind: 'task',
      taskId: task.id,
      residentId: office.ids.asa,
      to: 'riku.laitinen@hekaoy.example',
    })
    expect(sent.subject).toBe('Asukkaan asia: Isännöitsijäntodistus')
    for (const said of [
      'Åsa Märta Östling',
      'Sörnäisten rantatie 33 C 12',
      'L900001',
      'pankkia varten',
      '1.12.2026',
    ])
      expect(sent.text).toContain(said)
    for (const untold of [people.asa.email!, '0177']) expect(sent.text).not.toContain(untold)
    const mail = await openMailServer()
    await setServer(office.page, smtpTo(mail.value.port))
    const sends = async (state: string) =>
      expect((await tasks().read({ id: task.id })).task.message?.state).toBe(state)
    await eventually(() => sends('sent'))
    expect(await nameOf(tasks().cancel({ ...which(task), note: '' }))).toBe('noteRequired')
    const { task: cancelled } = await tasks().cancel({ ...which(task), note: 'löytyi' })
    const taken = await office.page.outbox.read({ id: cancelled.message!.id! })
    expect(taken).toMatchObject({
      message: { kind: 'taskCancelled' },
      subject: 'Peruttu: Isännöitsijäntodistus',
    })
    // That it is not needed any more is said although the task is over.
    await eventually(() => sends('sent'))
    await setServer(office.page, null)
    await mail.cleanUp()
    const { task: again } = await tasks().reopen({ ...which(cancelled), note: 'tarvitaan sittenkin' })
    expect(again).toMatchObject({ state: 'waiting', waitsFor: 'buildingManager', ended: null })
    expect(again.message).toMatchObject({ state: 'waiting' })
    expect((await office.page.outbox.read({ id: again.message!.id! })).message.kind).toBe('task')
    await settle(again)
    // Of somebody under non-disclosure nothing but that there is something to ask for.
    const secret = await toManager('salla', 'L900011')
    const { subject, text } = await office.page.outbox.read({ id: secret.message!.id! })
    for (const untold of ['Salla', 'Suojattu', 'Salatie', 'L900011', 'Isännöitsijäntodistus', 'pankkia'])
      expect(`${subject} ${text}`).not.toContain(untold)
    expect(await nameOf(toManager('asa', 'L900002'))).toBe('notTheirLease')
    const { task: over } = await settle(secret)
    expect(over.message?.state).toBe('dropped')
  })

  it('waits openly when the register has no address of the manager, and goes when it has one', async () => {
    const { toManager, handOff, read, done, reopen } = tasks()
    const address = (email: string) =>
      office.sql(`UPDATE property SET manager_email = '${email}' WHERE property_no = 'T2'`)
    const ask = async () =>
      (
        await toManager({
          residentId: office.ids.fatima,
          leaseNo: 'A-90003',
          subject: 'Häiriö',
          body: '',
          callId: null,
          owner: null,
        })
      ).task
    await address('')
    const task = await ask()
    const noAddress = { id: null, state: 'noAddress', sendable: false, mailConfigured: false }
    expect(task).toMatchObject({ state: 'waiting', message: noAddress })
    expect(await nameOf(handOff(which(task)))).toBe('noManagersAddress')
    await address('uusi@example.org')
    const { task: known } = await read({ id: task.id })
    expect(known.message).toMatchObject({ state: 'noAddress', sendable: true })
    const { task: sent } = await handOff(which(known))
    expect(sent).toMatchObject({
      version: 2,
      dueAt: task.dueAt,
      message: { state: 'waiting', sendable: false },
    })
    expect(sent.events.map(({ what }) => what)).toEqual(['made', 'sent'])
    expect((await office.page.outbox.read({ id: sent.message!.id! })).message.to).toBe('uusi@example.org')
    expect(await nameOf(handOff(which(sent)))).toBe('alreadyHandedOff')
    // Whoever called its sending off can send it after all.
    await office.page.outbox.settle({ id: sent.message!.id!, as: 'dropped' })
    const again = (await handOff(which(sent))).task
    expect(again.message).toMatchObject({ state: 'waiting' })
    const { task: over } = await done({ ...which(again), note: '' })
    expect(await nameOf(handOff(which(over)))).toBe('taskOver')
    // What went before says nothing of a task that was opened again.
    await address('')
    office.desk.wait(1000)
    const { task: reopened } = await reopen({ ...which(over), note: '' })
    expect(reopened.message).toMatchObject(noAddress)
    await settle(reopened)
    const own = await make()
    expect(await nameOf(handOff(which(own)))).toBe('notForManager')
    await settle(own)
    await address('uusi@example.org')
  })

  it('goes by itself when the register brings the address, once, and not after a person called it off', async () => {
    const { toManager, read } = tasks()
    const ask = async (subject: string) =>
      (
        await toManager({
          ...{ residentId: office.ids.asa, leaseNo: 'L900001', subject },
          ...{ body: '', callId: null, owner: null },
        })
      ).task
    const called = await ask('Peruttu')
    await office.page.outbox.settle({ id: called.message!.id!, as: 'dropped' })
    const files = testRegister()
    const without = withFile(files, 'properties', (text) =>
      text.replaceAll('riku.laitinen@hekaoy.example', ''),
    )
    await importRegister(office.page, without)
    const task = await ask('Odottaa')
    expect(task.message).toMatchObject({ state: 'noAddress' })
    await importRegister(office.page, files)
    const { task: sent } = await read({ id: task.id })
    expect(sent).toMatchObject({ version: 2, message: { state: 'waiting' } })
    expect(sent.events.map(({ what }) => what)).toEqual(['made', 'sent'])
    expect((await read({ id: called.id })).task.message).toMatchObject({
      state: 'dropped',
      problem: 'droppedByHand',
      sendable: true,
    })
    // Another import sends nothing again.
    await importRegister(office.page, without)
    await importRegister(office.page, files)
    expect((await read({ id: task.id })).task).toMatchObject({
      version: 2,
      message: { id: sent.message!.id },
    })
  })

  it('is counted in the hours that the lead sets, which must be hours', async () => {
    const settings = await tasks().readSettings()
    expect(settings).toMatchObject({
      version: 0,
      week: { monday: [{ from: '09:00', to: '12:00' }], sunday: [] },
    })
    const save = (week: object) => tasks().saveSettings({ ...settings, week: { ...settings.week, ...week } })
    expect(await nameOf(save({ monday: [{ from: '12:00', to: '09:00' }] }))).toBe('periodEndsFirst')
    const twice = [
      { from: '09:00', to: '12:00' },
      { from: '11:45', to: '15:00' },
    ]
    expect(await nameOf(save({ monday: twice }))).toBe('periodsOverlap')
    const none = Object.fromEntries(Object.keys(settings.week).map((day) => [day, []]))
    expect(await nameOf(save(none))).toBe('noWorkingTime')
    const longer = { from: '09:00', to: '16:00' }
    const saved = await save({ thursday: [longer], friday: [longer] })
    expect(saved.version).toBe(1)
    expect(await nameOf(save({ thursday: [longer] }))).toBe('CHANGED_MEANWHILE')
    // Thursday 26 November 2026, 9.30.
    expect((await make()).dueAt).toEqual(new Date('2026-11-27T14:00:00Z'))
  })
})
