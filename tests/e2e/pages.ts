import type { Page } from '@playwright/test'
import { passportLines } from '../support/mrz'
import { expect } from './fixtures'

/** The resident whom every practice register has. */
export const meija = {
  name: 'Meija Katariina Virtanen',
  lastName: 'Virtanen',
  firstNames: 'Meija Katariina',
  birthDate: `${new Date().getFullYear() - 43}-04-04`,
}

/** Her passport, valid for years, as a scanner types it. */
export const meijasPassport = (changes: Partial<Parameters<typeof passportLines>[0]> = {}) =>
  passportLines({ issuingCountry: 'FIN', ...meija, expiresOn: '2039-01-01', optional: '', ...changes })

/** Types what a scanner sends, into whatever has focus. */
export async function scan(page: Page, lines: readonly string[]) {
  for (const line of lines) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
  }
}

/** Finds a resident by the keyboard alone and opens the first hit. */
export async function openResident(page: Page, words: string, name: string) {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(words)
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Goes to a page of the rail. */
export async function goTo(page: Page, name: string) {
  await page.getByRole('navigation').getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}
