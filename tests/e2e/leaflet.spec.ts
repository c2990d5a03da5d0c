import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { readPdf } from '../../electron/core/documents/testing'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { meijaInPractice as meija, openResident } from './pages'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Ohje Asukassivuille rekisteröitymiseen' })

async function openLeaflet(page: Page) {
  await signIn(page)
  await openResident(page, meija)
  await page.evaluate(() => {
    location.hash += '/portal'
  })
  await expect(page.getByRole('heading', { level: 1, name: 'Asukassivut-rekisteröinti' })).toBeVisible()
  await page.keyboard.press('l')
  await expect(dialogOf(page).locator('canvas')).toBeVisible()
}

test('the Portal leaflet is shown, read out, printed on one sheet and saved', async ({
  practice: page,
  host,
}) => {
  // The print dialog of the system would wait for somebody.
  await page.evaluate(() => {
    window.print = () => undefined
  })
  await openLeaflet(page)
  const dialog = dialogOf(page)
  const print = dialog.getByRole('button', { name: 'Tulosta' })
  await expect(dialog.getByRole('region', { name: 'Esikatselu' })).toContainText(
    'Näin rekisteröidyt Asukassivuille',
  )
  await expect(print).toBeFocused()
  await expectAccessible(page)

  for (const key of ['Enter', 'Control+p']) {
    await page.keyboard.press(key)
    await expect(page.locator('#paper img')).toHaveCount(1)
    await expect(page.locator('#paper')).toBeHidden()
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('#root')).toBeHidden()
    await expect(page.locator('#paper img')).toBeVisible()
    await page.emulateMedia({ media: 'screen' })
    // Electron prints through its own program; there the end of printing is only played.
    if (host === 'electron') await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    else expect(readPdf(await page.pdf({ preferCSSPageSize: true }))).toMatchObject({ pages: 1, text: '' })
    await expect(page.locator('#paper')).toHaveCount(0)
    await expect(print).toBeFocused()
  }

  if (host === 'electron') return
  const download = page.waitForEvent('download')
  await dialog.getByRole('link', { name: 'Tallenna PDF' }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toBe('asukassivut-ohje-fi.pdf')
  expect(readPdf(readFileSync(await saved.path()))).toMatchObject({ pages: 1, language: 'fi' })
})

test('a leaflet that cannot be read is said to be so, and can be saved', async ({ practice: page, host }) => {
  test.skip(host === 'electron', 'the answer of a port cannot be replaced')
  const pdfBase64 = btoa('not a PDF')
  await page.route('**/rpc/portal/leaflet', (route) =>
    route.fulfill({ json: { json: { pdfBase64 }, meta: [] } }),
  )
  await signIn(page)
  await openResident(page, meija)
  await page.evaluate(() => {
    location.hash += '/portal'
  })
  await expect(page.getByRole('heading', { level: 1, name: 'Asukassivut-rekisteröinti' })).toBeVisible()
  await page.keyboard.press('l')
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('alert')).toContainText('Asiakirjaa ei voitu näyttää tai tulostaa.')
  await expect(dialog.getByRole('button', { name: 'Yritä uudelleen' })).toBeFocused()
  await expect(dialog.getByRole('button', { name: 'Tulosta' })).toBeDisabled()
  await expect(dialog.getByRole('link', { name: 'Tallenna PDF' })).toBeEnabled()
  await expectAccessible(page)
})
