import type { Page } from '@playwright/test'
import { jpeg, pdf } from '../mandates/papers'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { goTo, meija, openResident, problemAt, section } from './pages'
import { heading } from './powers'

const form = (page: Page) => page.getByRole('form', { name: 'Vikailmoitus' })

/** From the resident's page: what is wrong, on its key. */
async function begin(page: Page, said: string) {
  await page.keyboard.press('d')
  await heading(page, 'Vikailmoitus')
  await expect(page.getByLabel('Mikä on vialla?')).toBeFocused()
  await page.getByLabel('Mikä on vialla?').fill(said)
}

test('a minor fault is routed, waits for an address, gets one, is mended and comes back', async ({
  desk: page,
}) => {
  await signIn(page)
  await openResident(page, meija)

  await test.step('what is missing is said', async () => {
    await begin(page, '')
    await page.keyboard.press('Control+Enter')
    await expect(form(page).getByRole('alert')).toContainText('Korjaa 2 kohtaa')
    await problemAt(page, 'Mikä on vialla?', '.')
    await expectAccessible(page)
  })

  await test.step('its kind is told from the words, and its deadline explained', async () => {
    await page.getByLabel('Mikä on vialla?').fill('Olohuoneen patteri on kylmä.')
    await expect(page.getByLabel(/^Vian laji/)).toHaveValue('heating')
    await expect(page.getByText('Menee kiinteistönhoitoon: Keskinen 2')).toBeVisible()
    await expect(form(page).getByText(/^3 työpäivää aikaa\./)).toBeVisible()
    await expect(form(page).getByText(/^Vastaanottajan sähköposti puuttuu\./)).toBeVisible()
    await page.getByRole('radio', { name: 'Kyllä' }).check()
    await page.getByLabel('Lemmikit').fill('koira')
    await page.keyboard.press('Control+Enter')
    await heading(page, 'Lämmitys')
    await expect(section(page, 'Mitä ilmoitettiin')).toContainText('koira')
    await expect(section(page, 'Kuka korjaa ja milloin')).toContainText('Ei lähetetty: osoite puuttuu')
    await expect(page).not.toHaveTitle(/Virtanen/)
    await expectAccessible(page)
  })

  await test.step('pictures that are none are refused, one that is is kept and removed', async () => {
    const choose = (name: string, buffer: Buffer) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/jpeg', buffer })
    const pictures = section(page, 'Kuvat')
    await choose('patteri.jpg', Buffer.from(pdf({ text: 'Ei kuva' })))
    await expect(pictures.getByRole('alert')).toContainText('patteri.jpg jäi lisäämättä.')
    await expectAccessible(page)
    await choose('patteri.jpg', Buffer.from(jpeg()))
    await expect(pictures.getByRole('alert')).toHaveCount(0)
    await pictures.getByRole('button', { name: 'patteri.jpg', exact: true }).click()
    await expect(page.getByRole('dialog').getByRole('img', { name: 'Kuva viasta' })).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await pictures.getByRole('button', { name: 'Poista kuva patteri.jpg' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Poista' }).click()
    await expect(pictures).toContainText('Ei kuvia.')
  })

  await test.step('the lead sets the address, and it goes', async () => {
    await goTo(page, 'Asetukset')
    const settings = section(page, 'Vikailmoitusten reitit')
    await settings.getByLabel('Keskinen 2').fill('keskinen2@')
    await settings.getByRole('button', { name: 'Tallenna' }).click()
    await expect(settings.getByRole('alert').first()).toContainText('Keskinen 2')
    await settings.getByLabel('Keskinen 2').fill('keskinen2@example.com')
    await page.keyboard.press('Control+Enter')
    await expect(settings.getByRole('button', { name: 'Tallenna' })).toBeDisabled()
    await expectAccessible(page)
    await goTo(page, 'Viat', 'Vikailmoitukset')
    const row = page.getByRole('table', { name: 'Vikailmoitukset' }).getByRole('row').nth(1)
    await expect(row).toContainText('Odottaa lähtöä')
    await expect(page.getByRole('button', { name: 'Ei lähetetty (0)' })).toBeVisible()
    await expectAccessible(page)
    await row.getByRole('link').focus()
    await page.keyboard.press('Enter')
    await heading(page, 'Lämmitys')
  })

  await test.step('mended, and reopened with why', async () => {
    await page.keyboard.press('v')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByLabel('Mitä tehtiin')).toBeFocused()
    await page.keyboard.type('Ilmattu.')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(section(page, 'Korjattu')).toContainText('Ilmattu.')
    await page.keyboard.press('u')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toContainText('Kirjoita perustelu.')
    await expectAccessible(page)
    await dialog.getByLabel('Mikä on yhä vialla').fill('Kylmä taas.')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(section(page, 'Vaiheet')).toContainText('avattu uudelleen')
  })

  await test.step('the same fault in the building is shown to the next', async () => {
    await openResident(page, meija)
    await expect(section(page, 'Viat ja ovenavaukset')).toContainText('Lämmitys')
    await begin(page, 'Patteri ei lämpene.')
    await expect(page.getByLabel('Talossa on jo 1 samanlainen avoin vika')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Hylkää' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Virtanen')
  })
})
