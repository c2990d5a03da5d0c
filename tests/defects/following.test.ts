import { afterAll, beforeAll, expect, it } from 'vitest'
import { type MailServer, openMailServer } from '../outbox/mailServer'
import { eventually, smtpTo } from '../outbox/outboxOffice'
import { type Office, openOffice } from '../residents/office'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { setServer } from '../support/settings'
import { defecting, keskinen, which } from './defecting'

onBothEngines('a defect that is followed', (engine) => {
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

  const { reported, read, list, settings, told, text } = defecting(() => office)
  const defects = () => office.page.defects
  const setArea = (email: string | null) => settings(() => ({ areas: [{ area: 'Keskinen 2', email }] }))

  it('is begun, noted and done, each as it was read', async () => {
    await setArea(keskinen)
    const defect = await reported('asa')
    const started = (await defects().start({ ...which(defect), note: 'huolto soitti' })).defect
    expect(started).toMatchObject({ state: 'inProgress', version: 2 })
    expect(await nameOf(defects().start({ ...which(defect), note: '' }))).toBe('CHANGED_MEANWHILE')
    expect(await nameOf(defects().start({ ...which(started), note: '' }))).toBe('alreadyStarted')
    const noted = (await defects().note({ ...which(started), note: 'osa tilattu' })).defect
    const done = (await defects().done({ ...which(noted), note: 'patteri vaihdettu' })).defect
    expect(done).toMatchObject({
      state: 'done',
      late: false,
      ended: { by: 'Aino Pääkäyttäjä', note: 'patteri vaihdettu' },
      handOff: { state: 'dropped', problem: 'superseded' },
      similar: [],
    })
    expect(done.events.map(({ what }) => what)).toEqual(['reported', 'handedOff', 'started', 'noted', 'done'])
    for (const act of [
      () => defects().start({ ...which(done), note: '' }),
      () => defects().note({ ...which(done), note: 'x' }),
      () => defects().done({ ...which(done), note: '' }),
      () => defects().cancel({ ...which(done), note: 'x' }),
      () => defects().handOff(which(done)),
    ])
      expect(await nameOf(act())).toBe('defectOver')
    expect((await told('asa'))[0]).toMatchObject({
      what: 'done',
      defectId: done.id,
      note: 'patteri vaihdettu',
    })
    expect((await list('over')).defects[0]).toMatchObject({ id: done.id })
    const { messageId } = done.handOff
    expect(await nameOf(office.page.outbox.resend({ id: messageId! }))).toBe('notResendable')
  })

  it('is late when its time is past and nobody has begun, and the first due are first', async () => {
    const forgotten = await reported('asa')
    const begun = await reported('jukka')
    await defects().start({ ...which(begun), note: '' })
    expect(forgotten.dueAt).toEqual(new Date('2026-11-27T10:00:00Z'))
    await office.turnTo('2026-11-27T10:00:00Z')
    expect((await list('late')).total).toBe(0)
    await office.turnTo('2026-11-27T10:00:01Z')
    expect(await list('late')).toMatchObject({
      total: 1,
      defects: [{ id: forgotten.id, late: true }],
      counts: { open: 2, late: 1, urgent: 0 },
    })
    const leak = await reported('asa', { kind: 'waterLeak', toldUrgent: true })
    const open = (await list('open')).defects
    expect(open.map(({ id }) => id)).toEqual([forgotten.id, begun.id, leak.id])
    expect((await list('urgent')).defects.map(({ id }) => id)).toEqual([leak.id])
    expect((await list('open', 'Keskinen 2')).total).toBe(3)
    expect(await list('open', 'Muualla')).toMatchObject({ total: 0, areas: ['Keskinen 2'] })
    for (const one of open) {
      const { id, version } = await read(one.id)
      await defects().cancel({ id, version, note: 'koe' })
    }
  })

  it('arrives at maintenance, who is told when it is cancelled and when it is opened again', async () => {
    await setServer(office.page, smtpTo(mail.value.port))
    const arrived = (count: number) =>
      eventually(() => {
        expect(mail.value.arrived).toHaveLength(count)
        return mail.value.arrived.at(-1)!
      })
    const sent = (id: string) => eventually(async () => expect((await read(id)).handOff.state).toBe('sent'))
    const before = mail.value.arrived.length
    const defect = await reported('jukka')
    expect((await arrived(before + 1)).to).toEqual([keskinen])
    await sent(defect.id)
    expect(await nameOf(defects().handOff(which(await read(defect.id))))).toBe('alreadyHandedOff')
    expect(await nameOf(defects().reopen({ ...which(await read(defect.id)), note: 'x' }))).toBe('defectOpen')
    expect(await nameOf(defects().cancel({ ...which(defect), note: ' ' }))).toBe('noteRequired')
    const cancelled = (await defects().cancel({ ...which(defect), note: 'lämpeni' })).defect
    const withdrawn = await arrived(before + 2)
    expect(withdrawn.mail.subject).toContain('Peruttu vikailmoitus')
    expect(withdrawn.mail.text).not.toContain('Patteri on kylmä')
    await office.turnTo('2026-12-04T10:30:00Z')
    const reopened = (await defects().reopen({ ...which(cancelled), note: 'taas kylmä' })).defect
    expect(reopened).toMatchObject({
      state: 'open',
      timesReopened: 1,
      ended: null,
      // Friday after the phone hours: from Monday, and Independence Day is a Sunday.
      startsOn: '2026-12-07',
      dueAt: new Date('2026-12-10T10:00:00Z'),
    })
    const again = await arrived(before + 3)
    expect(again.mail.subject).toContain('Avattu uudelleen')
    expect(again.mail.text).toContain('taas kylmä')
    expect(again.mail.text).toContain('Patteri on kylmä')
    expect((await told('jukka'))[0]).toMatchObject({ what: 'reopened', note: 'taas kylmä' })
    await sent(defect.id)
  })

  it('that is opened again without an address waits, whatever went out before', async () => {
    const defect = await reported('asa')
    await eventually(async () => expect((await read(defect.id)).handOff.state).toBe('sent'))
    const done = (await defects().done({ ...which(await read(defect.id)), note: '' })).defect
    await setArea(null)
    await office.turnTo('2026-12-04T11:00:00Z')
    const { defect: open } = await defects().reopen({ ...which(done), note: 'taas' })
    expect(open.handOff).toMatchObject({ state: 'noAddress', messageId: null })
    expect((await list('notHandedOff')).defects.map(({ id }) => id)).toEqual([defect.id])
    expect(await nameOf(defects().handOff(which(open)))).toBe('noAddress')
    await setArea(keskinen)
    const now = await read(defect.id)
    expect((await text(now.handOff.messageId)).message.kind).toBe('defectReopened')
    expect((await list('notHandedOff')).total).toBe(0)
  })

  it('is handed off again when its message was dropped', async () => {
    await setServer(office.page, null)
    const defect = await reported('asa')
    await office.page.outbox.settle({ id: defect.handOff.messageId!, as: 'dropped' })
    // An address that is set anew does not send what a person dropped.
    await setArea(keskinen)
    const dropped = await read(defect.id)
    expect(dropped.handOff).toMatchObject({ state: 'dropped', problem: 'droppedByHand' })
    const again = (await defects().handOff(which(dropped))).defect
    expect(again.handOff.state).toBe('waiting')
    expect(await nameOf(defects().handOff(which(dropped)))).toBe('CHANGED_MEANWHILE')
  })

  it('that is urgent and opened again is told anew, with the number of that hour', async () => {
    await office.turnTo('2026-12-07T08:00:00Z')
    const leak = await reported('asa', { kind: 'waterLeak', toldUrgent: true })
    expect(leak.toldNumber).toBe('09 5767 3000')
    expect(await nameOf(defects().handOff(which(leak)))).toBe('alreadyHandedOff')
    const done = (await defects().done({ ...which(leak), note: '' })).defect
    await office.turnTo('2026-12-07T18:00:00Z')
    const open = (await defects().reopen({ ...which(done), note: 'vuotaa taas' })).defect
    expect(open).toMatchObject({ toldNumber: null, toldAt: null, handOff: { state: 'byPhone', at: null } })
    expect((await list('notHandedOff')).defects.map(({ id }) => id)).toContain(leak.id)
    const told = (await defects().handOff(which(open))).defect
    expect(told).toMatchObject({ toldNumber: '09 5767 3100', toldAt: new Date('2026-12-07T18:00:00Z') })
    expect(await nameOf(defects().handOff(which(told)))).toBe('alreadyHandedOff')
  })

  it('is not opened again for a home that they do not live in any more', async () => {
    const defect = await reported('notice')
    const done = (await defects().done({ ...which(defect), note: '' })).defect
    await office.turnTo('2027-01-04T08:00:00Z')
    expect(await nameOf(defects().reopen({ ...which(done), note: 'taas' }))).toBe('notLivingThere')
  })
})
