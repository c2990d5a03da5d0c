// The pictures of appointments, reception and desks, of a Wednesday on which customer service receives by appointment.
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'

const minute = 60_000
const reasons = ['portalIdentification', 'keys', 'rentPayment', 'residentChanges', 'lease', 'termination']

/** The page's own sign-in, for what a picture needs and does not show being typed. */
async function clientOf(page) {
  const { origin } = new URL(page.url())
  const [cookie] = await page.context().cookies()
  return createORPCClient(
    new RPCLink({ url: `${origin}/rpc`, headers: { origin, cookie: `${cookie.name}=${cookie.value}` } }),
  )
}

/** Residents of the practice register by what they are found with, the first hit of each. */
async function residentsOf(client, words) {
  const found = []
  for (const text of words) found.push((await client.residents.search({ text })).hits[0])
  return found.filter(Boolean)
}

/** Books the mornings of the Wednesday, as it was done in the days before. */
export async function bookMorning(page) {
  const client = await clientOf(page)
  const people = await residentsOf(client, [
    'virt mei 04',
    'korhonen',
    'nieminen',
    'mäkinen',
    'mäkelä',
    'hämäläinen',
    'laine',
    'heikkinen',
    'koskinen',
    'järvinen',
    'lehtonen',
    'lehtinen',
    'saarinen',
    'salminen',
    'heinonen',
    'niemi',
    'heikkilä',
    'salonen',
  ])
  let startsAt = new Date('2026-11-25T07:00:00Z').getTime()
  for (const [index, person] of people.entries()) {
    const reason = reasons[index % reasons.length]
    const input = {
      residentId: person.id,
      person: null,
      team: 'service',
      reason,
      startsAt: new Date(startsAt),
      lane: null,
      phone: '040 555 0142',
      email: index % 3 === 2 ? null : `asukas${index}@example.org`,
      language: index % 5 === 4 ? 'sv' : 'fi',
      additionalInformation: index === 3 ? 'Tytär tulee mukaan, tarvitaan apua lomakkeen kanssa.' : '',
    }
    await client.appointments.book(input).catch(() => undefined)
    if (index % 2 === 1) startsAt += 15 * minute
  }
}

/** What the Wednesday looks like at twenty to ten, picture by picture. */
export async function visitPictures(page, { take, open }) {
  const client = await clientOf(page)
  const bookedFor = (text) => client.visits.find({ text }).then(({ found }) => found[0]?.visit)
  const today = await client.visits.day({ day: null })
  for (const { id, version } of today.visits.slice(0, 8)) await client.visits.checkIn({ id, version })
  await client.visits.takeDesk({ deskNo: 2, takeOver: false })
  for (let served = 0; served < 4; served += 1) {
    const { visit } = await client.visits.callNext()
    await client.visits.finish({ id: visit.id, version: visit.version, outcome: 'done', note: '' })
  }
  const { visit: aside } = await client.visits.callNext()
  await client.visits.park({ id: aside.id, version: aside.version })

  await open('/reception')
  await page.keyboard.type('virt')
  await page.waitForTimeout(1_000)
  await take('reception')
  await open('/serve')
  await page.keyboard.press('k')
  await page.getByText(/A\d/).first().waitFor()
  await open('/serve')
  await take('desk')
  await open('/calendar')
  await take('calendar')
  await page.keyboard.press('w')
  await take('week')
  const meija = await bookedFor('virtanen meija')
  if (meija) {
    await open(`/appointments/${meija.id}`)
    await take('appointment')
    await open(`/residents/${meija.residentId}/book`)
    await page.getByRole('radio').first().check()
    await take('booking')
  }
  await open('/timetable')
  await take('timetable')
  await open('/outbox')
  await take('messages')
  const board = await page.context().newPage()
  await board.setViewportSize({ width: 1366, height: 768 })
  await board.goto(new URL('/board', page.url()).href)
  await board.getByText(/A\d/).first().waitFor()
  await take('board', board)
}
