import type { TimetableChange } from '#shared/contract/timetable'
import type { VisitView } from '#shared/contract/visits'
import { booking } from '../appointments/bookings'
import { typedFor } from '../identity/documents'
import { preparingKeys } from '../keys/commands'
import { preparingReports } from '../keys/reportActs'
import { granting, leaseOf } from '../mandates/granting'
import { uploadPaper } from '../mandates/papers'
import { registering } from '../portal/registering'
import { caller, requesting } from '../requests/requesting'
import { password } from '../support/desk'
import { inDatabase } from '../support/raw'
import { at, type Counter, tuesday } from '../visits/counter'
import { preparingPhone } from './preparedPhone'

type Input = object | undefined

/** On this Tuesday walk-ins come until noon, and appointments are given after it. */
const today: TimetableChange = {
  kind: 'day',
  day: tuesday,
  periods: [
    { from: '09:00', to: '12:00', access: 'walkIn', desks: 3 },
    { from: '12:00', to: '15:00', access: 'appointment', desks: 3 },
  ],
  note: 'toisin',
}

/**
 * For every command, what has to be so that it can be carried out, and with which input it then is. `atDesk` is where the
 * commands are sent from.
 */
export function preparing(
  counter: Counter,
  atDesk: Counter['page'],
): Readonly<Record<string, () => Promise<Input>>> {
  const { page, ids } = counter
  const { identify, start, registration } = registering(() => counter)
  const mandates = granting(() => counter)
  const requests = requesting(() => counter)
  const request = () => requests.page('asa', 'inspection', { who: caller })
  let quarter = 0
  let people = 0
  const residentId = ids.asa
  const unreadable = { kind: 'passport', issuingCountry: 'FIN', reading: 'mrzFormat' }

  const which = ({ id, version }: Pick<VisitView, 'id' | 'version'>) => ({ id, version })
  /** A time of today that nobody has. */
  const nextTime = () => new Date(at(tuesday, '12:00').getTime() + (quarter++ % 12) * 15 * 60_000)
  const booked = async (email: string | null = null) => {
    const { timetable } = await page.timetable.read()
    if (!timetable.exceptions.some(({ day }) => day === tuesday))
      await page.timetable.save({ version: timetable.version, change: today })
    return (await page.appointments.book(booking({ startsAt: nextTime(), email }))).visit
  }
  const member = async () => {
    people += 1
    return page.staff.add({ name: 'Uusi', username: `uusi${people}`, roles: ['counter'], password })
  }
  const own = async (deskNo: number | null) => {
    const { myDesk, visits } = await atDesk.visits.day({ day: null })
    const there = visits.find((each) => each.state === 'called' && each.deskNo === myDesk)
    if (there) await page.visits.noShow(which(there))
    if (myDesk !== null) await atDesk.visits.leaveDesk()
    if (deskNo !== null) await atDesk.visits.takeDesk({ deskNo, takeOver: false })
  }
  const called = async () => {
    await own(1)
    return (await atDesk.visits.call(which(await counter.walkIn()))).visit
  }
  const message = async (state: string) => {
    const { id } = await booked('a@b.fi')
    await inDatabase(counter.desk, (raw) =>
      raw.run(
        `UPDATE outbox_message SET state = '${state}' WHERE visit_id = '${id}' AND kind = 'confirmation'`,
      ),
    )
    const { messages } = await page.appointments.read({ id })
    return { id: messages.find(({ kind }) => kind === 'confirmation')!.id }
  }

  return {
    'system.saveSettings': async () => ({ ...(await page.system.readSettings()), lockAfterMinutes: 99 }),
    'staff.changeOwnPassword': async () => ({ current: password, next: `${password} toinen` }),
    'staff.add': async () => ({ name: 'Uusi', username: 'uusin', roles: ['counter'], password }),
    'staff.change': async () => ({ ...which(await member()), name: 'Toinen', roles: ['phone'] }),
    'staff.setDisabled': async () => ({ ...which(await member()), disabled: true }),
    'staff.resetPassword': async () => ({ ...which(await member()), password: `${password} uusi` }),
    'residents.correctContacts': async () => {
      const { version } = await page.residents.read({ id: residentId })
      return { id: residentId, version, phone: '040 555 0123' }
    },
    'residents.addNote': async () => ({ id: residentId, text: 'avain jäi' }),
    'identity.record': async () => ({
      residentId,
      purpose: 'portal',
      document: typedFor('asa'),
      outcome: 'accepted',
      confirmed: ['photoMatches'],
      clerkRefuses: null,
    }),
    'identity.recordUnreadable': async () => ({ residentId, purpose: 'portal', ...unreadable }),
    'portal.start': async () => {
      await identify('eino')
      return { residentId: ids.eino }
    },
    'portal.tick': async () => {
      await identify('jukka')
      await start('jukka')
      const { id: registrationId, version } = await registration('jukka')
      return { residentId: ids.jukka, registrationId, version, step: 'usernameCreated', email: 'a@b.fi' }
    },
    'portal.startAnew': async () => {
      await identify('fatima')
      await start('fatima')
      const { version } = await registration('fatima')
      return { residentId: ids.fatima, version, because: 'mistake' }
    },
    'timetable.save': async () => {
      const { timetable } = await page.timetable.read()
      return { version: timetable.version, change: { ...today, day: '2026-12-01' } }
    },
    'appointments.book': async () => {
      await booked()
      return booking({ residentId, person: null, startsAt: nextTime(), email: 'a@b.fi' })
    },
    'appointments.change': async () => ({ ...which(await booked('a@b.fi')), email: 'c@d.fi' }),
    'appointments.move': async () => ({ ...which(await booked('a@b.fi')), startsAt: nextTime(), lane: null }),
    'appointments.cancel': async () => ({ ...which(await booked('a@b.fi')), by: 'customer' }),
    'visits.checkIn': async () => which(await booked()),
    'visits.undoCheckIn': async () => which(await counter.checkIn(await booked())),
    'visits.giveNumber': async () => ({
      residentId,
      person: null,
      reason: 'keys',
      language: 'fi',
      additionalInformation: '',
    }),
    'visits.takeDesk': async () => {
      await own(null)
      return { deskNo: 1, takeOver: false }
    },
    'visits.leaveDesk': async () => {
      await own(1)
      return undefined
    },
    'visits.callNext': async () => {
      await own(1)
      await counter.walkIn()
      await counter.walkIn()
      return undefined
    },
    'visits.call': async () => {
      await own(1)
      return which(await counter.walkIn())
    },
    'visits.recall': async () => which(await called()),
    'visits.park': async () => which(await called()),
    'visits.transfer': async () => ({
      ...which(await called()),
      toDesk: 2,
      reason: null,
      note: 'osaa paremmin',
    }),
    'visits.noShow': async () => which(await called()),
    'visits.finish': async () => ({ ...which(await called()), outcome: 'done', note: 'hoidettu' }),
    'mandates.record': async () => mandates.content('asa'),
    'mandates.correct': async () => {
      const { residentId: _of, renews: _from, ...content } = mandates.content('asa', { general: true })
      return { ...which(await mandates.record('asa')), ...content }
    },
    'mandates.attachPaper': async () => ({
      id: (await mandates.record('asa')).id,
      uploadId: await uploadPaper(atDesk, 'valtakirja.pdf', mandates.newPaper()),
    }),
    'mandates.removePaper': async () => {
      const mandate = await mandates.attach(await mandates.record('asa'))
      return { ...which(mandate), paperId: mandate.paperList[0]!.id }
    },
    'mandates.confirm': async () => {
      const mandate = await mandates.attach(await mandates.record('asa'))
      return { ...which(mandate), checked: mandate.checklist }
    },
    'mandates.refuse': async () => ({ ...which(await mandates.record('asa')), why: 'notSigned', note: '' }),
    'mandates.revoke': async () => ({
      ...which(await mandates.record('asa')),
      ...{ by: 'grantor', how: 'byPhone', on: tuesday, note: '' },
    }),
    'mandates.identifyGrantee': async () => {
      const { id, grantees } = await mandates.record('asa')
      const { firstNames, lastName, birthDate } = grantees[0]!
      return {
        ...{ id, granteeId: grantees[0]!.id, outcome: 'accepted', confirmed: ['photoMatches'] },
        document: typedFor('asa', {
          firstNames,
          lastName,
          birthDate: birthDate!,
          personalIdentityCode: null,
        }),
        clerkRefuses: null,
      }
    },
    'mandates.recordUnreadableOfGrantee': async () => {
      const { id, grantees } = await mandates.record('asa')
      return { id, granteeId: grantees[0]!.id, ...unreadable }
    },
    'mandates.ask': async () => ({
      ...{ residentId, who: { kind: 'self' }, action: 'returnKeys' },
      ...{ leaseNo: leaseOf.asa, name: null },
    }),
    'mandates.decide': async () => {
      const mandate = await mandates.grant('asa', { scopes: [], openSection: 'Kaikki' })
      await mandates.identify(mandate)
      const { askId } = await mandates.ask('asa', 'inspection', { who: mandates.granteeOf(mandate) })
      return { askId, allowed: true, note: 'luettu' }
    },
    'requests.make': async () => ({
      ...{ residentId, leaseNo: leaseOf.asa, kind: 'inspection', who: caller },
      fields: { inspectionFor: 'condition' },
    }),
    'requests.markDone': async () => ({ ...which(await request()), note: '' }),
    'requests.cancel': async () => ({ ...which(await request()), by: 'customer', note: 'ei tarvetta' }),
    'requests.handOff': async () => {
      await requests.emails({ maintenance: 'huolto@example.org' })
      const { id, version, handOff } = await request()
      await page.outbox.settle({ id: handOff.messageId!, as: 'dropped' })
      return { id, version }
    },
    'requests.saveSettings': async () => page.requests.readSettings(),
    ...preparingKeys(counter),
    ...preparingReports(counter),
    ...preparingPhone(counter, atDesk),
    'outbox.resend': async () => message('failed'),
    'outbox.settle': async () => ({ ...(await message('failed')), as: 'dropped' }),
    'outbox.saveSettings': async () => ({ version: (await page.outbox.readSettings()).version, smtp: null }),
  }
}
