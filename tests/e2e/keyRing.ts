import type { Page } from '@playwright/test'
import { expect } from './fixtures'
import { deskOf, residentIdOf } from './office'
import { asTyped, dayAhead, meija, openResident, type Person, section } from './pages'
import { heading } from './powers'

type Registered = Parameters<ReturnType<typeof deskOf>['keys']['register']>[0]

/** A home with keys in the ledger. */
export interface Ring {
  readonly residentId: string
  readonly apartmentId: string
}

/** The home of a resident, found by words that nobody else has. */
export async function homeOf(page: Page, person: Pick<Person, 'words'>): Promise<Ring> {
  const residentId = await residentIdOf(page, person)
  const { homes } = await deskOf(page).keys.ofResident({ residentId })
  const [home] = homes
  if (!home) throw new Error('no home')
  return { residentId, apartmentId: home.apartmentId }
}

/** Two keys of the home and one of its storage with the resident, and a spare one at Heka. */
export async function registerKeys(page: Page, { residentId, apartmentId }: Ring) {
  const { keys } = deskOf(page)
  const happened = { apartmentId, happenedOn: '2021-03-01', word: 'heka' as const, wordText: '' }
  const key = (kind: 'apartment' | 'storage', number: string, setName: string) =>
    ({ kind, number, setName, note: '' }) satisfies Registered['keys'][number]
  await keys.register({
    ...happened,
    keys: [
      key('apartment', '0071', 'nippu 1'),
      key('apartment', '0072', 'nippu 1'),
      key('storage', '0014', ''),
    ],
    holder: { kind: 'resident', residentId },
  })
  await keys.register({ ...happened, keys: [key('apartment', '0079', '')], holder: { kind: 'heka' } })
}

/** The list of hand-offs, by its title and its table's name. */
export const list = 'Avainten palautukset ja noudot'

export const token = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name })
export const lane = (page: Page, name: string) => page.getByRole('group', { name })
/** The keys of the hand-off whose page is open. */
export const ofHandoff = (page: Page) =>
  page.getByRole('region', { name: /^Avaimet \(/ }).getByRole('listitem')
export const makeForm = (page: Page) => page.getByRole('form', { name: /^Avainten (palautus|nouto)$/ })

/** From the resident's page: a hand-off of the keys. */
export async function beginHandoff(page: Page, key: 'p' | 'n' = 'p') {
  await page.keyboard.press('k')
  await heading(page, 'Avaimet')
  await page.keyboard.press(key)
  await heading(page, key === 'p' ? 'Avainten palautus' : 'Avainten nouto')
  await expect(makeForm(page).getByRole('group', { name: 'Avaimet' })).toBeVisible()
}

/** The resident brings the keys in a week; the hand-off’s page is open, its paper closed. */
export async function makeReturn(page: Page) {
  await openResident(page, meija)
  await beginHandoff(page)
  await page.keyboard.press('1')
  await page.getByLabel('Viimeistään').fill(asTyped(dayAhead(7)))
  await page.getByRole('radio', { name: 'paperilla' }).check()
  await page.keyboard.press('Control+Enter')
  const paper = page.getByRole('dialog', { name: 'Ohje' })
  await expect(paper.locator('canvas')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(section(page, 'Tiedot')).toContainText('asukas itse')
}
