import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { Page } from '@playwright/test'
import { DateTime } from 'luxon'
import type { DeskClient } from '#shared/contract/index'
import { expect } from './fixtures'
import { dayAhead, type Opening, type Person } from './pages'

/** A client of the desk that calls as the page does, whoever is signed in there. Of the web host only. */
export function deskOf(page: Page): DeskClient {
  const { origin } = new URL(page.url())
  const link = new RPCLink({
    url: `${origin}/rpc`,
    fetch: async (request) => {
      const answer = await page.request.fetch(request.url, {
        method: request.method,
        headers: { ...Object.fromEntries(request.headers), origin },
        data: Buffer.from(await request.arrayBuffer()),
      })
      return new Response(new Uint8Array(await answer.body()), {
        status: answer.status(),
        headers: answer.headers(),
      })
    },
  })
  return createORPCClient(link)
}

/**
 * The first time of today, in Helsinki, that is booked for who comes now and is early: on a quarter hour, 40 minutes or more
 * ahead, or the last one of the day. Null in the last minutes of a day, when nothing of it can be booked any more.
 */
export function laterToday(): DateTime | null {
  const now = DateTime.now().setZone('Europe/Helsinki')
  const last = now.startOf('day').plus({ days: 1 }).minus({ minutes: 15 })
  if (now.plus({ minutes: 5 }) > last) return null
  const ahead = now.plus({ minutes: 54 }).startOf('minute')
  const quarter = ahead.minus({ minutes: ahead.minute % 15 })
  return quarter < last ? quarter : last
}

/** Makes these the service point's openings of a day, whatever the weekday's are. */
export async function openOn(page: Page, day: DateTime, openings: readonly Opening[]) {
  const desk = deskOf(page)
  const { version } = (await desk.timetable.read()).timetable
  const periods = openings.map((opening) => ({ access: 'appointment' as const, ...opening }))
  const change = { kind: 'day' as const, day: day.toFormat('yyyy-MM-dd'), periods, note: 'Kokeilu' }
  await desk.timetable.save({ version, change })
}

/**
 * Today walk-ins get numbers until `later` and appointments are from then on; tomorrow there are numbers from 10 to 12 and
 * appointments from 12 to 15.
 */
export async function openTodayAndTomorrow(page: Page, later: DateTime) {
  const from = later.toFormat('HH:mm')
  await openOn(page, dayAhead(0), [
    { from: '00:00', to: from, desks: 2, access: 'walkIn' },
    { from, to: '24:00', desks: 2 },
  ])
  await openOn(page, dayAhead(1), [
    { from: '10:00', to: '12:00', desks: 2, access: 'walkIn' },
    { from: '12:00', to: '15:00', desks: 2 },
  ])
}

/** The id of a resident, found by words that nobody else has. */
export async function residentIdOf(page: Page, { words }: Pick<Person, 'words'>): Promise<string> {
  const [found] = (await deskOf(page).residents.search({ text: words })).hits
  if (!found) throw new Error(`nobody is found by ${words}`)
  return found.id
}

/** Books a visit of fifteen minutes for a resident, found by words that nobody else has; with an e-mail address or without. */
export async function bookAt(page: Page, startsAt: DateTime, person: Pick<Person, 'words'>, email?: string) {
  const { visit } = await deskOf(page).appointments.book({
    residentId: await residentIdOf(page, person),
    person: null,
    team: 'service',
    reason: 'keys',
    startsAt: startsAt.toJSDate(),
    lane: null,
    phone: null,
    email: email ?? null,
    language: 'fi',
    additionalInformation: '',
  })
  return visit
}

/** Presses a key of the desk as a person does: when what was done before is done. */
export async function pressKey(page: Page, key: string) {
  await pressKeys(page, [key])
}

/** Presses keys as somebody does who knows them by heart: the next before the page can show what the last one did. */
export async function pressKeys(page: Page, keys: readonly string[]) {
  await expect(page.getByRole('main').locator('button:disabled')).toHaveCount(0)
  for (const key of keys) await page.keyboard.press(key)
}
