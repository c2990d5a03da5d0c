import type { Page } from '@playwright/test'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { goTo, laura, meija, nameOf, openResident, problemAt, section, switchUser, timeline } from './pages'
import { phoneAgent } from './seed'

const searchField = (page: Page) => page.getByRole('combobox', { name: 'Hae asukasta' })
const options = (page: Page) => page.getByRole('option')

test('contacts are corrected, and a note is written', async ({ desk: page }) => {
  await signIn(page)
  await openResident(page, meija)
  const form = page.getByRole('form', { name: 'Muokkaa yhteystietoja' })
  const summary = form.getByRole('alert')

  await test.step('what is wrong is said at its field and in a summary', async () => {
    await page.keyboard.press('e')
    await expect(form.getByLabel('Puhelin')).toBeFocused()
    await expect(form.getByLabel('Puhelin')).toHaveValue('040 555 0142')
    await form.getByLabel('Puhelin').fill('040 12')
    await expect(form.getByText('Puhelinnumero ei kelpaa.')).toHaveCount(0)
    await page.keyboard.press('Tab')
    await problemAt(page, /^Puhelin/, 'Puhelinnumero ei kelpaa')
    await form.getByLabel('Sähköposti').fill('meija.virtanen')
    await form.getByLabel('Tilinumero (IBAN)').fill('FI21 1234 5600 0007 86')
    await page.keyboard.press('Control+Enter')
    await expect(summary).toBeFocused()
    await expect(summary).toContainText('Korjaa 3 kohtaa')
    await problemAt(page, /^Sähköposti/, 'Sähköpostiosoite ei kelpaa')
    await problemAt(page, /^Tilinumero/, 'Tilinumero ei kelpaa')
    await expectAccessible(page)
    await summary.getByRole('link', { name: /^Tilinumero/ }).click()
    await expect(form.getByLabel('Tilinumero (IBAN)')).toBeFocused()
  })

  await test.step('Esc asks before typed work is thrown away', async () => {
    await form.getByLabel('Puhelin').fill('050 123 4567')
    await form.getByLabel('Sähköposti').fill('meija@example.org')
    await form.getByLabel('Tilinumero (IBAN)').fill('FI21 1234 5600 0007 85')
    await expect(summary).toHaveCount(0)
    await page.keyboard.press('Escape')
    const question = page.getByRole('alertdialog', { name: 'Hylätäänkö kirjoittamasi?' })
    await expectAccessible(page)
    await question.getByRole('button', { name: 'Jatka kirjoittamista' }).press('Enter')
    await expect(question).toBeHidden()
    await expect(form.getByLabel('Puhelin')).toHaveValue('050 123 4567')
  })

  await test.step('Ctrl+Enter saves', async () => {
    await form.getByLabel('Asiointikieli').selectOption('sv')
    await page.keyboard.press('Control+Enter')
    await expect(form).toBeHidden()
    await expect(page.getByRole('button', { name: 'Yhteystiedot' })).toBeFocused()
    const contacts = section(page, 'Yhteystiedot')
    for (const text of ['050 123 4567', 'meija@example.org', 'ruotsi', 'päättyy 0785']) {
      await expect(contacts).toContainText(text)
    }
    await expect(timeline(page).first()).toContainText(
      /puhelin 040 555 0142 → 050 123 4567; .*meija\.virtanen@example\.com → meija@example\.org/,
    )
    await expect(timeline(page).first()).toContainText('kieli suomi → ruotsi')
    // Of an account number only its end is kept in sight.
    await expect(page.getByText('FI21')).toHaveCount(0)
  })

  await test.step('Esc leaves an untouched form at once, and throws away when told to', async () => {
    await page.keyboard.press('e')
    await expect(form).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(form).toBeHidden()
    await page.keyboard.press('e')
    await form.getByLabel('Puhelin').fill('050 000 0000')
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Hylkää' }).click()
    await expect(form).toBeHidden()
    await expect(section(page, 'Yhteystiedot')).toContainText('050 123 4567')
  })

  await test.step('N writes a note', async () => {
    const dialog = page.getByRole('dialog', { name: 'Muistiinpano' })
    await page.keyboard.press('n')
    await expect(dialog.getByRole('textbox')).toBeFocused()
    await page.keyboard.press('Control+Enter')
    await problemAt(page, 'Mitä tapahtui tai sovittiin', 'Muistiinpano on tyhjä')
    await page.keyboard.type('Kysyi autopaikasta.')
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Jatka kirjoittamista' }).click()
    await expectAccessible(page)
    await dialog.getByRole('textbox').press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(timeline(page).first()).toContainText('Kysyi autopaikasta.')
    await expect(timeline(page)).toHaveCount(2)
  })

  await test.step('what was saved is there after the page is read again', async () => {
    await page.reload()
    await expect(section(page, 'Yhteystiedot')).toContainText('050 123 4567')
    await expect(timeline(page)).toHaveCount(2)
  })
})

test('a personal identity code is shown with a reason, for a minute', async ({ desk: page }) => {
  await page.clock.install()
  await page.reload()
  await signIn(page)
  await openResident(page, meija)
  const reveal = page.getByRole('button', { name: 'Näytä henkilötunnus kokonaan' })
  const dialog = page.getByRole('dialog', { name: 'Näytetäänkö henkilötunnus?' })
  const masked = page.getByText('040483-••••')
  const whole = page.getByText('040483-904C')
  await expect(masked).toBeVisible()
  await expect(page.locator('body')).not.toContainText('904C')

  await reveal.click()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Näytä henkilötunnus' }).click()
  await problemAt(page, 'Syy', 'Kirjoita syy')
  await dialog.getByLabel('Syy').fill('Vertasin vuokrasopimukseen.')
  await page.keyboard.press('Enter')
  await expect(whole).toBeVisible()
  await expect(timeline(page)).toContainText(['Henkilötunnus näytetty. Syy: Vertasin vuokrasopimukseen.'])
  await page.clock.fastForward(61_000)
  await expect(masked).toBeVisible()
  await expect(page.locator('body')).not.toContainText('904C')

  await reveal.click()
  await dialog.getByLabel('Syy').fill('Toinen kerta.')
  await page.keyboard.press('Enter')
  await expect(whole).toBeVisible()
  await page.getByRole('button', { name: 'Piilota' }).click()
  await expect(masked).toBeVisible()
  await expect(timeline(page)).toHaveCount(2)

  await goTo(page, 'Loki')
  const looks = page.getByRole('row').filter({ hasText: 'Katsoi henkilötunnuksen' })
  await expect(looks).toContainText(['Toinen kerta.', 'Vertasin vuokrasopimukseen.'])
  await expect(page.locator('body')).not.toContainText('904C')
})

test('a resident under non-disclosure is not given away', async ({ desk: page }) => {
  const secrets = ['Mäkelänkatu 52', '2934332', 'laura.hamalainen@']
  const expectNoSecrets = async () => {
    for (const secret of secrets) await expect(page.locator('body')).not.toContainText(secret)
  }
  await signIn(page)

  await test.step('not in the search', async () => {
    await page.keyboard.press('/')
    for (const typed of ['mäkelänkatu 52 b 11', '046 293 4332', 'laura.hamalainen@example.com']) {
      await searchField(page).fill(typed)
      await expect(page.getByText(`Haulla ”${typed}” ei löytynyt ketään.`)).toBeVisible()
    }
    await searchField(page).fill('laura')
    await expect(options(page)).toContainText(/Hämäläinen Laura.*Turvakielto/s)
    await expectNoSecrets()
  })

  await test.step('not on the page, until it is shown with a reason', async () => {
    await openResident(page, laura)
    const contacts = section(page, 'Yhteystiedot')
    await expect(contacts).toContainText('Turvakielto: osoite, puhelin ja sähköposti eivät näy.')
    await expect(timeline(page)).toHaveCount(0)
    await expectNoSecrets()
    await expectAccessible(page)
    await contacts.getByRole('button', { name: 'Näytä perustellusti' }).click()
    const dialog = page.getByRole('dialog', { name: 'Näytetäänkö piilotetut tiedot?' })
    await dialog.getByLabel('Syy').fill('Kirjeen osoitetta varten.')
    await dialog.getByRole('button', { name: 'Näytä tiedot' }).click()
    await expect(contacts).toContainText('046 293 4332')
    await expect(contacts).toContainText('laura.hamalainen@example.com')
    await expect(section(page, 'Koti ja vuokrasopimus')).toContainText('Mäkelänkatu 52 B 11')
    await expect(timeline(page)).toContainText(['Syy: Kirjeen osoitetta varten.'])
    await contacts.getByRole('button', { name: 'Piilota' }).click()
    await expectNoSecrets()
  })

  await test.step('nor again after a look elsewhere', async () => {
    await section(page, 'Yhteystiedot').getByRole('button', { name: 'Näytä perustellusti' }).click()
    await page.getByRole('dialog').getByLabel('Syy').fill('Uudestaan.')
    await page.keyboard.press('Enter')
    await expect(section(page, 'Yhteystiedot')).toContainText('046 293 4332')
    await goTo(page, 'Asukkaat')
    await page.getByRole('link', { name: 'Hämäläinen Laura Emilia' }).click()
    await expect(page.getByRole('heading', { level: 1, name: nameOf(laura) })).toBeVisible()
    await expect(timeline(page)).toHaveCount(2)
    await expectNoSecrets()
  })

  await test.step('a phone agent is told who may see it, and has no way to', async () => {
    await switchUser(page, phoneAgent)
    await openResident(page, laura)
    const contacts = section(page, 'Yhteystiedot')
    await expect(contacts).toContainText(
      'Palvelupisteen henkilöstö ja esihenkilö voivat nähdä ne perustellusta syystä.',
    )
    await expect(contacts.getByRole('button')).toHaveCount(0)
    await expectNoSecrets()
    await expectAccessible(page)
  })

  await test.step('nor does a phone agent check documents', async () => {
    await expect(page.getByRole('button', { name: 'Asukassivut' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Tunnista' })).toHaveCount(0)
    await page.keyboard.press('i')
    await expect(page.getByRole('heading', { level: 1, name: nameOf(laura) })).toBeVisible()
    await page.evaluate(() => {
      location.hash += '/identify'
    })
    await expect(page.getByText('Ohjaa asukas palvelupisteeseen.')).toBeVisible()
    await expect(page.getByLabel('Koneluettavat rivit')).toHaveCount(0)
    await expectAccessible(page)
  })
})
