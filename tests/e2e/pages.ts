import type { Locator, Page } from '@playwright/test'
import { DateTime } from 'luxon'
import { passportLines } from '../support/mrz'
import { expect } from './fixtures'

/** A resident as the tests look for them: `words` find nobody else. */
export interface Person {
  readonly words: string
  readonly firstNames: string
  readonly lastName: string
  readonly birthDate: string
}

/** The resident whom every practice register has; she is 43 in it whatever the year. */
export const meijaInPractice: Person = {
  words: 'virt mei 04',
  firstNames: 'Meija Katariina',
  lastName: 'Virtanen',
  birthDate: `${new Date().getFullYear() - 43}-04-04`,
}

/** Residents of the example register. */
export const meija: Person = { ...meijaInPractice, birthDate: '1983-04-04' }
export const laura: Person = {
  words: 'hämäläinen laura',
  firstNames: 'Laura Emilia',
  lastName: 'Hämäläinen',
  birthDate: '1994-09-21',
}

export const nameOf = ({ firstNames, lastName }: Pick<Person, 'firstNames' | 'lastName'>) =>
  `${firstNames} ${lastName}`

/** Somebody's passport, valid for years, as a scanner types it. */
export const passportOf = (person: Person, changes: Partial<Parameters<typeof passportLines>[0]> = {}) =>
  passportLines({ issuingCountry: 'FIN', expiresOn: '2049-01-01', optional: '', ...person, ...changes })

/** Types what a scanner sends, into whatever has focus, and waits until an Enter is taken for a person's again. */
export async function scan(page: Page, lines: readonly string[]) {
  for (const line of lines) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
  }
  await passed(page, 250)
}

/** Waits until so many milliseconds have passed on a page. */
export async function passed(page: Page, ms: number) {
  const from = await page.evaluate(() => performance.now())
  await page.waitForFunction(([at, long]) => performance.now() - at > long, [from, ms] as const)
}

/** Holds the next call of a procedure back until it is let go; those after it go as they come. */
export async function heldBack(page: Page, url: string) {
  const begun = Promise.withResolvers<void>()
  const gone = Promise.withResolvers<void>()
  await page.route(
    url,
    async (route) => {
      begun.resolve()
      await gone.promise
      await route.continue()
    },
    { times: 1 },
  )
  async function letGo() {
    const answered = page.waitForResponse(url)
    gone.resolve()
    await answered
  }
  return { begun: begun.promise, letGo }
}

/** Finds a resident by the keyboard alone and opens the first hit. */
export async function openResident(
  page: Page,
  { words, ...person }: Pick<Person, 'words' | 'firstNames' | 'lastName'>,
) {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(words)
  await expectHits(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: nameOf(person) })).toBeVisible()
}

/** The hits shown are those of what is typed. */
export async function expectHits(page: Page) {
  await expect(page.getByRole('option').first()).toBeVisible()
  await expect(page.getByRole('listbox', { name: 'Löytyneet asukkaat' })).toHaveAttribute(
    'aria-busy',
    'false',
  )
}

/** Goes to a page of the rail. */
export async function goTo(page: Page, place: string, title = place) {
  await page.getByRole('navigation', { name: 'Päävalikko' }).getByRole('link', { name: place }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** A part of a page by its heading. */
export const section = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })

/** What was done with the resident whose page is open, newest first. */
export const timeline = (page: Page) => section(page, 'Tapahtumat').getByRole('listitem')

/** What the page says about a field that is wrong. */
export const problemAt = (page: Page, label: string | RegExp, problem: string) =>
  expect(page.getByLabel(label)).toHaveAccessibleDescription(new RegExp(problem))

/** Chooses from the menu under the name of the person who is signed in. */
export async function chooseFromUserMenu(page: Page, name: string) {
  await page.getByRole('banner').locator('[aria-haspopup=menu]').click()
  await page.getByRole('menuitem', { name }).click()
}

/** Fills in who signs in; Enter is the test's own. */
export async function fillSignIn(
  where: Pick<Page, 'getByLabel'>,
  who: { readonly username: string; readonly password: string },
) {
  await where.getByLabel('Käyttäjätunnus').fill(who.username)
  await where.getByLabel('Salasana', { exact: true }).fill(who.password)
}

/** Another person takes the desk: a choice, a name and a password. */
export async function switchUser(page: Page, who: { readonly username: string; readonly password: string }) {
  await chooseFromUserMenu(page, 'Vaihda käyttäjää')
  const dialog = page.getByRole('dialog', { name: 'Vaihda käyttäjää' })
  await fillSignIn(dialog, who)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
}

/** What the page says at once, by a part of it. */
export const alertThat = (page: Page, says: string) => page.getByRole('alert').filter({ hasText: says })

/** Goes to a page by its address after the hash. */
export async function goToAddress(page: Page, address: string, title: string | RegExp) {
  await page.evaluate((hash) => {
    location.hash = hash
  }, address)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** A day so many days from today in Helsinki. */
export const dayAhead = (days: number) =>
  DateTime.now().setZone('Europe/Helsinki').startOf('day').plus({ days }).setLocale('fi')

/** A day as it is typed and read: 25.11.2026. */
export const asTyped = (day: DateTime) => day.toFormat('d.M.yyyy')

/** An opening of a day as its fields have it; with appointments unless it says otherwise. */
export interface Opening {
  readonly from: string
  readonly to: string
  readonly desks: number
  readonly access?: 'walkIn'
}

/** Types the openings of a day, called by the name of its fields, into a form of the timetable that has none of it yet. */
export async function typeOpenings(page: Page, name: string, openings: readonly Opening[]) {
  for (const [at, { from, to, desks, access = 'appointment' }] of openings.entries()) {
    const field = (label: string) => page.getByLabel(`${name}: ${label}`).nth(at)
    if ((await page.getByLabel(`${name}: alkaa`).count()) === at)
      await page.getByRole('button', { name: `Lisää aika: ${name}` }).click()
    await field('alkaa').fill(from)
    await field('päättyy').fill(to)
    await field('palvelutapa').selectOption(access)
    await field('tiskejä').fill(String(desks))
  }
}

/** Adds an exceptional day on the page of the timetable; none of `openings` is closed. */
export async function addExceptionalDay(
  page: Page,
  day: DateTime,
  openings: readonly Opening[],
  note = 'sovittu näin',
) {
  const form = page.getByRole('form', { name: 'Poikkeuspäivä' })
  await page.getByRole('button', { name: 'Lisää poikkeuspäivä' }).click()
  await form.getByLabel('Päivä', { exact: true }).fill(asTyped(day))
  if (openings.length > 0) {
    await form.getByLabel('Omat aukioloajat').check()
    await typeOpenings(page, 'poikkeuspäivä', openings)
  }
  await form.getByLabel('Miksi').fill(note)
  await page.keyboard.press('Control+Enter')
}

/**
 * From today on the service point is open on the given days and on no other, as the lead types it on the page of the
 * timetable. What is free then does not depend on the weekday, on holidays or on the time of the day.
 */
export async function openOnly(
  page: Page,
  days: readonly { readonly day: DateTime; readonly openings: readonly Opening[] }[],
) {
  await goToAddress(page, '/timetable', 'Aukioloajat ja ajanvarauksen säännöt')
  await page.getByRole('button', { name: 'Muuta aukioloaikoja' }).click()
  const form = page.getByRole('form', { name: 'Uudet aukioloajat' })
  await form.getByLabel('Voimassa alkaen').fill(asTyped(dayAhead(0)))
  const remove = form.getByRole('button', { name: /^Poista aika/ })
  for (let left = await remove.count(); left > 0; left--) await remove.first().click()
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  for (const { day, openings } of days) {
    await addExceptionalDay(page, day, openings)
    await expect(
      section(page, 'Poikkeuspäivät ja sulkemiset')
        .getByRole('listitem')
        .filter({ hasText: asTyped(day) }),
    ).toBeVisible()
  }
}

/** Opens the booking of the resident whose page is open, and chooses what it is about. */
export async function beginBooking(page: Page, reason: string) {
  await page.keyboard.press('b')
  await expect(page.getByRole('heading', { level: 1, name: 'Varaa aika' })).toBeVisible()
  await page.getByRole('radio', { name: reason, exact: true }).check()
}

/** A moment of a day. */
export const at = (day: DateTime, hour: number, minute = 0) => day.set({ hour, minute })

/** A moment as the program writes it: ke 25.11.2026 klo 9.15. */
export const written = (time: DateTime) => time.toFormat("ccc d.M.yyyy 'klo' H.mm")

/** A day that is open from nine to twelve. */
export const morning = (day: DateTime, desks: number) => ({ day, openings: [{ from: '9', to: '12', desks }] })

/** What is wrong with a booking that could not be saved. */
export const toCorrect = (page: Page) => page.getByRole('form', { name: 'Ajanvaraus' }).getByRole('alert')

/** The page of an appointment at a moment is open. */
export const appointment = (page: Page, time: DateTime) =>
  expect(page.getByRole('heading', { level: 1, name: `Käynti ${written(time)}` })).toBeVisible()

/** The next free times of a booking or a move, each on its key. */
export const nextTimes = (page: Page) =>
  page
    .getByRole('group', { name: 'Seuraavat vapaat ajat' })
    .getByRole('button')
    .filter({ hasText: /^[a-z]{2} \d/ })

/** Books the resident whose page is open at one of the next free times. Leaves the page of the appointment open. */
export async function bookResident(page: Page, reason: string, key = '1', additionalInformation = '') {
  await beginBooking(page, reason)
  await expect(nextTimes(page).first()).toBeVisible()
  await page.keyboard.press(key)
  await page.getByLabel('Lisätiedot').fill(additionalInformation)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Käynti/ })).toBeVisible()
}

/** Sets the mail server of this computer at a port, on the page of settings. */
export async function setMailServer(page: Page, port: number) {
  await goTo(page, 'Asetukset')
  const server = section(page, 'Sähköpostipalvelin')
  await server.getByLabel('Palvelin (SMTP)').fill('127.0.0.1')
  await server.getByLabel(/^Ei salausta/).check()
  await server.getByLabel('Portti', { exact: true }).fill(String(port))
  await server.getByLabel('Lähettäjän nimi').fill('Hekan asiakaspalvelu')
  await server.getByLabel('Lähettäjän sähköpostiosoite').fill('ajanvaraus@example.com')
  await server.getByRole('button', { name: 'Tallenna' }).click()
  await expect(server.getByRole('alert').filter({ hasText: 'Palvelin on tallennettu.' })).toBeVisible()
}

/** The messages of the outbox, whose page is open. */
export const messages = (page: Page) =>
  page.getByRole('table', { name: 'Lähtevät viestit' }).locator('tbody').getByRole('row')

/** What a form says of what somebody else changed while it was open. */
export const meanwhileIn = (form: Locator) => form.getByRole('group', { name: /^Joku muu (muutti|poisti)/ })

/** Of one field there, what it was, what was typed and what it is now. */
export const changedField = (form: Locator, field: string) =>
  meanwhileIn(form)
    .getByRole('rowgroup')
    .filter({ has: form.page().getByRole('rowheader', { name: field, exact: true }) })
    .getByRole('cell')
