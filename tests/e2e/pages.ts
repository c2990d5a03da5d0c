import type { Page } from '@playwright/test'
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
  const ended = await page.evaluate(() => performance.now())
  await page.waitForFunction((end) => performance.now() - end > 250, ended)
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
