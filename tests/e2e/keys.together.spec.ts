import type { Page } from '@playwright/test'
import { test } from './clerks'
import { expect } from './fixtures'
import { homeOf, registerKeys } from './keyRing'
import { goToAddress, meija } from './pages'

test('two desks move one key at once: one wins, and the other is told where it is', async ({ clerks }) => {
  const home = await homeOf(clerks.aino, meija)
  await registerKeys(clerks.aino, home)
  const pages: readonly Page[] = [clerks.aino, clerks.kaisa]
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Siirrä avain' })
  const told = (page: Page) => dialog(page).getByRole('alert')
  for (const [at, page] of pages.entries()) {
    await goToAddress(page, `/keys/apartments/${home.apartmentId}`, /^Avaimet: /)
    await page.getByRole('button', { name: 'Asunto 0079' }).click()
    await page.keyboard.press('s')
    // To BLC Turva at one desk, to maintenance at the other.
    await page.keyboard.press(at === 0 ? '3' : '5')
    await expect(dialog(page).getByRole('radio', { checked: true })).toHaveCount(1)
  }
  await Promise.all(pages.map((page) => page.keyboard.press('Control+Enter')))
  await expect
    .poll(async () => (await Promise.all(pages.map((page) => told(page).count()))).toSorted())
    .toEqual([0, 1])
  const [loser] = await Promise.all(pages.map((page) => told(page).count())).then((counts) =>
    pages.filter((_, at) => counts[at] === 1),
  )
  if (!loser) throw new Error('nobody was told')
  const won = loser === clerks.aino ? 'Kiinteistönhoito' : 'BLC Turva'
  await expect(told(loser)).toContainText('Asunnon avain 0079')
  await expect(told(loser)).toContainText(`Se on nyt: ${won}`)
  await loser.keyboard.press('Escape')
  await loser.getByRole('alertdialog').getByRole('button', { name: 'Hylkää' }).click()
  for (const page of pages) {
    const lane = page.getByRole('group', { name: won === 'BLC Turva' ? 'BLC Turvalla: 1' : 'Huollossa: 1' })
    await expect(lane).toContainText('Asunto 0079')
  }
})
