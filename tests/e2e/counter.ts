import type { Page } from '@playwright/test'
import { expect } from './fixtures'
import { section } from './pages'

/** The field of the reception's page that everybody who comes is found by. */
export const whoCame = (page: Page) => page.getByRole('combobox', { name: 'Kuka tuli?' })

/** A visit in the reception's list of the day, by words of it. */
export const visitOf = (page: Page, words: string) =>
  page.getByRole('table', { name: 'Päivän käynnit' }).getByRole('row').filter({ hasText: words })

/** One of today's figures on the reception's page. */
export const figure = (page: Page, name: string) =>
  section(page, 'Kuka tuli?').locator('dl > div').filter({ hasText: name }).getByRole('definition')

/** What the page announces to who listens to it. */
export const announced = (page: Page, said: string) => page.getByRole('status').filter({ hasText: said })

/** The bar of the desk that the clerk has taken, on every page. */
export const deskBar = (page: Page) => page.getByRole('group', { name: 'Oma tiski' })

/** Those of the clerk's page who wait, by the list's name. */
export const queue = (page: Page, name: string) =>
  page.getByRole('region', { name: new RegExp(`^${name} \\(`) }).getByRole('listitem')

/** Goes back to the desk by the bar, wherever the call led to. */
export async function backToDesk(page: Page) {
  await deskBar(page).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: /^Tiski \d$/ })).toBeVisible()
}

/** The newest call of the waiting room's board: its number, and the desk. */
export const calledNumber = (board: Page) => board.locator('.newest .number dd')
export const calledTo = (board: Page) => board.locator('.newest .desk dd')
