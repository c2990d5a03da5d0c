import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import type { Role } from '#shared/contract/base'
import type { DeskClient } from '#shared/contract/index'
import type { VisitView } from '#shared/contract/visits'
import { HELSINKI } from '#shared/rules/localDay'
import type { VisitReason } from '#shared/rules/visitReasons'
import { type Office, openOffice } from '../residents/office'
import type { PersonName } from '../residents/testRegister'
import { type Place, password } from '../support/desk'
import type { Engine, Opened } from '../support/engines'
import { makePasswordsCheap } from '../support/raw'

/** A Tuesday for walk-ins; on the Wednesday after it customer service receives by appointment. */
export const tuesday = '2026-11-24'
export const wednesday = '2026-11-25'

/** A moment of a day by the clock on the wall in Helsinki. */
export const at = (day: string, time: string): Date =>
  DateTime.fromISO(`${day}T${time}`, { zone: HELSINKI }).toJSDate()

/** An office with its reception: colleagues, bookings and walk-ins, by short names. */
export interface Counter extends Office {
  /** A page of another colleague with these roles. */
  colleague(...roles: Role[]): Promise<DeskClient>
  /** Colleagues at desks 1, 2 …; the office gets so many desks. */
  clerks(count: number): Promise<DeskClient[]>
  /** Sets the clock; nobody's desk locks meanwhile. */
  setClock(day: string, time: string): Promise<void>
  /** Books a visit of the Wednesday, or of another day, for a resident or for somebody unknown. */
  book(
    time: string,
    who: PersonName | string,
    more?: { day?: string; reason?: VisitReason; lane?: number },
  ): Promise<VisitView>
  /** Gives a walk-in a number. */
  walkIn(who?: PersonName | string, reason?: VisitReason): Promise<VisitView>
  /** Checks a booked visitor in. */
  checkIn(visit: VisitView): Promise<VisitView>
  /** A visit as it is now. */
  visit(of: { readonly id: string }): Promise<VisitView>
  /** What the visit's history says, oldest first. */
  history(of: { readonly id: string }): Promise<readonly { what: string; detail: object }[]>
}

const longestStep = 100 * 60_000

/** Opens an office whose reception is tested. `turnTo` of the office keeps only the lead awake; use `setClock`. */
export async function openCounter(engine: Engine, place: Place = {}): Promise<Opened<Counter>> {
  const { value: office, cleanUp } = await openOffice(engine, undefined, place)
  const { page, desk, ids, sql } = office
  // The colleagues' records are copies of the administrator's: every password costs half a second.
  await makePasswordsCheap(desk)
  const pages: DeskClient[] = [page]

  async function colleague(...roles: Role[]) {
    const username = `kollega${pages.length}`
    const id = uuidv7()
    await sql(
      `INSERT INTO staff SELECT '${id}', '${username}', 'Kollega ${pages.length}', '${JSON.stringify(roles)}',
       password_hash, must_change_password, disabled_at, failed_sign_ins, last_failure_at, locked_out_until,
       last_sign_in_at, created_at, version FROM staff WHERE username = 'aino'`,
    )
    const their = desk.page()
    await their.staff.signIn({ username, password })
    pages.push(their)
    return their
  }

  const setDesks = async (desks: number) => {
    const { timetable } = await page.timetable.read()
    if (timetable.rules.desks >= desks) return
    const rules = { ...timetable.rules, desks }
    await page.timetable.save({ version: timetable.version, change: { kind: 'rules', rules } })
  }

  const known = (who: string): who is PersonName => who in ids
  const person = (who: string) => ({
    residentId: known(who) ? ids[who] : null,
    person: known(who) ? null : { kind: 'applicant' as const, name: who },
    language: 'fi' as const,
    additionalInformation: '',
  })
  const visit = async ({ id }: { readonly id: string }) => (await page.appointments.read({ id })).visit

  const value: Counter = {
    ...office,
    colleague,
    visit,
    async clerks(count) {
      await setDesks(count)
      const clerks: DeskClient[] = []
      for (let deskNo = 1; deskNo <= count; deskNo += 1) {
        const clerk = await colleague('counter')
        await clerk.visits.takeDesk({ deskNo, takeOver: false })
        clerks.push(clerk)
      }
      return clerks
    },
    async setClock(day, time) {
      const left = () => at(day, time).getTime() - desk.now().getTime()
      while (left() > longestStep) {
        desk.wait(longestStep)
        for (const each of pages) await each.staff.stillHere()
      }
      desk.wait(left())
      for (const each of pages) await each.staff.stillHere()
    },
    async book(time, who, { day = wednesday, reason = 'keys', lane } = {}) {
      const booked = await page.appointments.book({
        ...person(who),
        team: 'service',
        reason,
        startsAt: at(day, time),
        lane: lane ?? null,
        phone: '040 555 0100',
        email: null,
      })
      return booked.visit
    },
    walkIn: async (who, reason = 'keys') => {
      const given = who === undefined ? { ...person(''), person: null } : person(who)
      return (await page.visits.giveNumber({ ...given, reason })).visit
    },
    checkIn: async ({ id }) =>
      (await page.visits.checkIn({ id, version: (await visit({ id })).version })).visit,
    history: async ({ id }) =>
      (await page.appointments.read({ id })).history.map(({ what, detail }) => ({ what, detail })),
  }
  return { value, cleanUp }
}
