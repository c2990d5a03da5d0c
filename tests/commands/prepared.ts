import type { TimetableChange } from '#shared/contract/timetable'
import type { VisitView } from '#shared/contract/visits'
import { booking } from '../appointments/bookings'
import { typedFor } from '../identity/documents'
import { registering } from '../portal/registering'
import { password } from '../support/desk'
import { inDatabase } from '../support/raw'
import { at, type Counter, tuesday } from '../visits/counter'

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
  let quarter = 0
  let people = 0
  const residentId = ids.asa

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
    'identity.recordUnreadable': async () => ({
      residentId,
      purpose: 'portal',
      kind: 'passport',
      issuingCountry: 'FIN',
      reading: 'mrzFormat',
    }),
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
    'outbox.resend': async () => message('failed'),
    'outbox.settle': async () => ({ ...(await message('failed')), as: 'dropped' }),
    'outbox.saveSettings': async () => ({ version: (await page.outbox.readSettings()).version, smtp: null }),
  }
}
