import type { Locator, Page } from '@playwright/test'
import { createFirstAdministrator, expect, expectAccessible, test } from './fixtures'
import { deskPassword, openOfficeServer } from './officeServer'
import { goTo, section } from './pages'
import { filledFolder } from './seed'

test.skip(({ engine }) => engine === 'postgres', 'begins on this computer, and brings a server of its own')

const choice = (page: Page, name: string) => page.getByRole('radio', { name })
const checks = (page: Page) => page.getByRole('list', { name: 'Mitä kokeiltiin' }).getByRole('listitem')

async function press(button: Locator) {
  await button.focus()
  await button.press('Enter')
}

test('an office’s database is tried, taken into use and left again', async ({ firstRun: page }) => {
  const server = await openOfficeServer()
  try {
    const { hostname, port } = new URL(server.url)
    const tryIt = page.getByRole('button', { name: 'Kokeile yhteyttä' })
    const take = page.getByRole('button', { name: 'Ota käyttöön' })
    const dialog = page.getByRole('alertdialog')

    await test.step('the first run begins on this computer, and offers the office’s server', async () => {
      await expect(choice(page, 'Vain tällä koneella')).toBeChecked()
      await expect(page.getByLabel('Nimesi')).toBeFocused()
      await choice(page, 'Vain tällä koneella').press('ArrowDown')
      await expect(choice(page, 'Toimistomme PostgreSQL-palvelimella')).toBeChecked()
      await press(tryIt)
      await expect(page.getByRole('alert').getByRole('link')).toHaveText([
        /^Palvelin: /,
        /^Tietokannan salasana: /,
      ])
      await expectAccessible(page)
    })

    await test.step('a wrong password is named', async () => {
      await page.getByLabel('Palvelin', { exact: true }).fill(hostname)
      await page.getByLabel('Portti').fill(port)
      await page.getByLabel('Tietokannan salasana').fill('väärä')
      await press(tryIt)
      await expect(checks(page)).toHaveText([
        'Palvelin vastaa',
        'Kirjautuminen ei onnistu',
        ...Array(5).fill(/ ei kokeiltu$/),
      ])
      await expect(page.getByRole('main')).toContainText('Palvelin ei hyväksynyt käyttäjää tai salasanaa')
      await expectAccessible(page)
      await page.getByLabel('Tietokannan salasana').press('Control+Enter')
      await press(dialog.getByRole('button', { name: 'Ota käyttöön' }))
      await expect(page.getByLabel('Tietokannan salasana')).toHaveAccessibleDescription(/ei hyväksynyt/)
    })

    await test.step('the right one shows that all is well, and the first administrator is made there', async () => {
      await page.getByLabel('Tietokannan salasana').fill(deskPassword)
      await press(tryIt)
      await expect(page.getByRole('main').getByText('Tietokanta on kunnossa')).toBeVisible()
      await expect(page.getByText('enemmän oikeuksia')).toHaveCount(0)
      await press(take)
      await expect(dialog).toContainText('Tällä koneella olevat tiedot jäävät tänne')
      await expectAccessible(page)
      await press(dialog.getByRole('button', { name: 'Ota käyttöön' }))
      await expect(section(page, 'Tietokanta')).toContainText('Käytössä on nyt toimiston tietokanta.')
      await expect(choice(page, 'Toimistomme PostgreSQL-palvelimella')).toBeChecked()
      await expectAccessible(page)
      await createFirstAdministrator(page)
    })

    await test.step('an administrator goes back to this computer, where everything is as it was', async () => {
      await goTo(page, 'Asetukset')
      const settings = section(page, 'Tietokanta')
      await expect(settings).toContainText(`${hostname}:${port}`)
      await press(settings.getByRole('button', { name: 'Vaihda tietokantaa' }))
      await expect(settings.getByLabel('Tietokannan salasana')).toHaveAccessibleDescription(/on tallessa/)
      await choice(page, 'Toimistomme PostgreSQL-palvelimella').press('ArrowUp')
      await press(settings.getByRole('button', { name: 'Ota käyttöön' }))
      await expect(dialog).toContainText('npm run database -- copy-out')
      await expectAccessible(page)
      await press(dialog.getByRole('button', { name: 'Ota käyttöön' }))
      await expect(page.getByRole('heading', { level: 1, name: 'Tervetuloa' })).toBeVisible()
      await expect(section(page, 'Tietokanta')).toContainText('Käytössä on nyt vain tämän koneen tietokanta.')
    })
  } finally {
    await server.stop()
  }
})

test('an office’s database that is away at the start is waited for', async ({ openOn, host }) => {
  test.skip(host === 'electron', 'the data folder is made with the web host’s key')
  const server = await openOfficeServer()
  try {
    const { hostname, port } = new URL(server.url)
    const filled = await filledFolder(server, async () => undefined)
    await server.kill()

    const page = await openOn(filled)
    await expect(page.getByRole('heading', { level: 1, name: 'Tietokantaa ei saada auki' })).toBeVisible()
    await expect(page.getByText(`Palvelin ${hostname}:${port}, tietokanta ${filled.database}.`)).toBeVisible()
    await expectAccessible(page)
    await press(page.getByRole('button', { name: 'Vaihda tietokantaa' }))
    await expect(page.getByLabel('Palvelin', { exact: true })).toHaveValue(hostname)
    await expectAccessible(page)
    await server.start()
    await expect(page.getByRole('heading', { level: 1, name: 'Kirjaudu sisään' })).toBeVisible()
  } finally {
    await server.stop()
  }
})
