import type { Page } from '@playwright/test'
import { expect } from './fixtures'
import { asTyped, dayAhead, section } from './pages'

/** The best-known resident's son, who is no resident. */
export const antti = { firstNames: 'Antti Olavi', lastName: 'Virtanen', birthDate: '1990-05-17' }

const recordForm = (page: Page) => page.getByRole('form', { name: 'Kirjaa valtakirja' })
/** The papers of the power whose page is open. */
export const papers = (page: Page) => section(page, 'Allekirjoitetut paperit')
/** The page with this heading is open. */
export const heading = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

/** Opens the form of a new power of the resident whose page is open. */
export async function openForm(page: Page) {
  await page.keyboard.press('v')
  await heading(page, 'Valtakirjat')
  await page.keyboard.press('k')
  await heading(page, 'Kirjaa valtakirja')
  await expect(page.getByLabel('Hae asukasluettelosta')).toBeFocused()
}

/** Fills in who is authorised, when it was signed and how it came. */
export async function fillAntti(page: Page) {
  const form = recordForm(page)
  await form.getByLabel('Etunimet').fill(antti.firstNames)
  await form.getByLabel('Sukunimi').fill(antti.lastName)
  await form.getByLabel('Syntymäaika tai henkilötunnus').fill('17.5.1990')
  await form.getByLabel('Allekirjoitettu').fill(asTyped(dayAhead(-3)))
  await form.getByLabel('Miten saatiin').selectOption({ label: 'Annettiin palvelupisteessä' })
}

/** Chooses a file as a paper of the power whose page is open. */
export const choosePaper = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })

/** Attaches a paper to the power whose page is open, ticks everything and confirms it, by keys. */
export async function confirm(page: Page, paper: Buffer, checks: number) {
  await choosePaper(page, 'valtakirja.pdf', paper)
  await expect(papers(page).getByRole('button', { name: 'valtakirja.pdf', exact: true })).toBeVisible()
  for (let digit = 1; digit <= checks; digit++) await page.keyboard.press(String(digit))
  await expect(section(page, 'Vahvistaminen').getByRole('checkbox', { checked: true })).toHaveCount(checks)
  await page.keyboard.press('Control+Enter')
  await expect(section(page, 'Vahvistaminen')).toHaveCount(0)
}
