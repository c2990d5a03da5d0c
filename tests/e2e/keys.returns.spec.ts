import type { Page } from '@playwright/test'
import { pdf } from '../mandates/papers'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { beginHandoff, homeOf, lane, list, makeForm, makeReturn, ofHandoff, registerKeys } from './keyRing'
import { deskOf } from './office'
import {
  asTyped,
  dayAhead,
  goTo,
  meija,
  openResident,
  passportOf,
  problemAt,
  scan,
  section,
  timeline,
} from './pages'
import { antti, confirm, fillAntti, heading, openForm } from './powers'

test.beforeEach(({ host }) => {
  test.skip(host === 'electron', 'the calls of a port are not a test’s to make')
})

const toCorrect = (page: Page) => makeForm(page).getByRole('alert')

/** The son’s power that covers keys, confirmed. */
async function giveAnttiKeys(page: Page) {
  await openResident(page, meija)
  await openForm(page)
  await fillAntti(page)
  await page.getByRole('checkbox', { name: 'avainten palautus ja nouto' }).check()
  await page.keyboard.press('Control+Enter')
  await heading(page, /^Valtakirja: /)
  await confirm(page, pdf({ text: 'Valtuutan poikani' }), 3)
}

test('the son brings the mother’s keys, with instructions in her language', async ({ desk: page }) => {
  await signIn(page)
  const home = await homeOf(page, meija)
  await registerKeys(page, home)
  const { residents } = deskOf(page)
  const { version } = await residents.read({ id: home.residentId })
  await residents.correctContacts({ id: home.residentId, version, language: 'sv' })
  await giveAnttiKeys(page)

  await test.step('her page says who has the keys', async () => {
    await openResident(page, meija)
    const keys = section(page, 'Avaimet')
    await expect(keys).toContainText(
      'Meija Katariina Virtanen: Asunnon avain 0071, 0072; Varaston avain 0014',
    )
    await expect(keys).toContainText('Heka: Asunnon avain 0079')
    await expectAccessible(page)
  })

  await test.step('what is missing is said', async () => {
    await beginHandoff(page)
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await expect(toCorrect(page)).toContainText('Valitse, kuka avaimet tuo.')
    await expect(toCorrect(page)).toContainText('Kirjoita päivä muodossa 25.11.2026.')
    await page.getByLabel('Viimeistään').fill(asTyped(dayAhead(-1)))
    await page.getByLabel('Viimeistään').blur()
    await problemAt(page, 'Viimeistään', '.')
    await expectAccessible(page)
  })

  await test.step('who brings them is asked, and the page answers', async () => {
    await page.getByRole('heading', { level: 1 }).focus()
    await page.keyboard.press('2')
    const answer = section(page, 'Vastaus')
    await expect(answer).toContainText('Henkilöllisyyttä ei ole tarkistettu tänään.')
    await scan(page, passportOf({ words: '', ...antti }))
    await expect(page.getByRole('button', { name: 'Kyllä, kuva täsmää' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(answer).toContainText('Kyllä, saa')
    await expect(answer).toContainText('avainten palautus ja nouto')
    await expectAccessible(page)
  })

  await test.step('and the instructions are printed in Swedish', async () => {
    await expect(page.getByLabel('Ohjeen kieli')).toHaveValue('sv')
    await expect(page.getByRole('radio', { name: 'paperilla' })).toBeChecked()
    await page.getByLabel('Viimeistään').fill(asTyped(dayAhead(14)))
    await page.keyboard.press('Control+Enter')
    const paper = page.getByRole('dialog', { name: 'Ohje' })
    await expect(paper.locator('canvas')).toBeVisible()
    await expect(paper.getByLabel('Kieli')).toHaveValue('sv')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(section(page, 'Tiedot')).toContainText(`${antti.firstNames} ${antti.lastName}, valtuutettu`)
    await expect(section(page, 'Tiedot').getByRole('link', { name: 'valtakirja' })).toBeVisible()
    await expect(page).not.toHaveTitle(/Virtanen|0071/)
    await expectAccessible(page)
  })

  await test.step('it waits in the list until BLC has counted them', async () => {
    await goTo(page, 'Avaimet', list)
    const row = page.getByRole('table', { name: list }).getByRole('row').nth(1)
    await expect(row).toContainText(asTyped(dayAhead(14)))
    await expect(row).toContainText('Odotetaan')
    await expectAccessible(page)
    await row.getByRole('link').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('b')
    const dialog = page.getByRole('dialog', { name: 'Mitä BLC Turva kertoi?' })
    await expect(dialog.getByRole('button', { name: 'Kaikki tulivat' })).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.press('k')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(ofHandoff(page).filter({ hasText: 'BLC Turva' })).toHaveCount(3)
    await expect(page.getByText('Selvitetty').first()).toBeVisible()
    await openResident(page, meija)
    await expect(section(page, 'Avaimet')).toContainText('BLC Turva: Asunnon avain 0071, 0072')
    await expect(timeline(page).filter({ hasText: 'Avainten palautus' }).first()).toBeVisible()
  })
})

test('a termination offers the return, which ends with it', async ({ desk: page }) => {
  await signIn(page)
  const home = await homeOf(page, meija)
  await registerKeys(page, home)
  const lastDay = await test.step('she gives notice at the counter', async () => {
    await openResident(page, meija)
    await page.keyboard.press('t')
    await heading(page, 'Tee palvelupyyntö')
    await page.keyboard.press('l')
    await expect(page.getByRole('button', { name: 'Vaihda asiaa' })).toBeFocused()
    await page.keyboard.press('1')
    await scan(page, passportOf(meija))
    await expect(page.getByRole('button', { name: 'Kyllä, kuva täsmää' })).toBeFocused()
    // What is sent does not wait until the checks have been read again.
    await page.route('**/rpc/identity/list', async (route) => {
      await new Promise((passed) => setTimeout(passed, 3_000))
      await route.continue()
    })
    await page.keyboard.press('Enter')
    await page.getByLabel('Milloin irtisanottiin').fill(asTyped(dayAhead(0)))
    await page.getByRole('radio', { name: 'palvelupisteessä' }).check()
    const told = await page.getByText(/^Vuokrasuhteen viimeinen päivä on/).textContent()
    await page.keyboard.press('Control+Enter')
    await heading(page, 'Vuokrasopimuksen irtisanominen')
    return /[\d.]+\d/.exec(told ?? '')?.[0] ?? ''
  })
  const termination = page.url()

  await test.step('the keys are to come back by the last day', async () => {
    await page.keyboard.press('p')
    await heading(page, 'Avainten palautus')
    await expect(page.getByLabel('Viimeistään')).toHaveValue(lastDay)
    await page.keyboard.press('1')
    await page.keyboard.press('Control+Enter')
    await expect(section(page, 'Tiedot').getByRole('link', { name: 'Avaa irtisanominen' })).toBeVisible()
    await expect(section(page, 'Kenelle on kerrottu')).toContainText('odottaa lähtöä')
    await expectAccessible(page)
  })
  const handoff = page.url()

  await test.step('withdrawn, nothing is awaited any more', async () => {
    await page.goto(termination)
    await page.keyboard.press('h')
    const dialog = page.getByRole('dialog', { name: 'Perutaanko pyyntö?' })
    await dialog.getByRole('radio').first().check()
    await dialog.getByLabel('Miksi').fill('Jää sittenkin asumaan.')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await page.goto(handoff)
    await expect(section(page, 'Tiedot')).toContainText('irtisanominen peruttiin')
  })
})

test('a return is cancelled with why, and the settings are set', async ({ desk: page }) => {
  await signIn(page)
  const home = await homeOf(page, meija)
  await registerKeys(page, home)
  await makeReturn(page)

  await test.step('the reminder is printed as a letter', async () => {
    await page.keyboard.press('l')
    const letter = page.getByRole('dialog', { name: 'Muistutuskirje' })
    await expect(letter.locator('canvas')).toBeVisible()
    await expect(letter.getByLabel('Kieli')).toHaveValue('fi')
    await expectAccessible(page)
    await letter.getByLabel('Kieli').selectOption('sv')
    await expect(letter.locator('canvas')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(letter).toBeHidden()
  })

  await test.step('BLC Turva is told once it has an address', async () => {
    const told = section(page, 'Kenelle on kerrottu')
    await expect(told).toContainText('Tieto lähtee BLC:lle, kun osoite asetetaan.')
    const { keys } = deskOf(page)
    const settings = await keys.readSettings()
    await keys.saveSettings({ ...settings, blcEmail: 'avaimet@blc.example' })
    await expect(told).toContainText('odottaa lähtöä')
    await expect(section(page, 'Vaiheet')).toContainText('Kerrottu: Avaimet BLC Turvalle')
    await expectAccessible(page)
  })

  await test.step('cancelled, with why', async () => {
    await page.keyboard.press('h')
    const dialog = page.getByRole('dialog', { name: 'Perutaanko tämä?' })
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toContainText('Valitse syy.')
    await page.keyboard.press('4')
    await page.keyboard.press('Control+Enter')
    await expect(dialog.getByLabel('Lisätieto')).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.type('Asukas jää asumaan.')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(section(page, 'Tiedot')).toContainText('Asukas jää asumaan.')
  })

  await test.step('the keys are free for another', async () => {
    await openResident(page, meija)
    await page.keyboard.press('k')
    await heading(page, 'Avaimet')
    await expect(lane(page, 'Asukkaalla: 3')).not.toContainText('palautus')
    await expectAccessible(page)
  })

  await test.step('settings', async () => {
    await goTo(page, 'Asetukset')
    const settings = section(page, 'Avaimet')
    await settings.getByLabel('BLC Turvan sähköposti').fill('blc@')
    await settings.getByRole('button', { name: 'Tallenna' }).click()
    await expect(settings.getByRole('alert')).toContainText('Sähköpostiosoite ei kelpaa.')
    await settings.getByLabel('BLC Turvan sähköposti').fill('avaimet@example.com')
    await settings.getByLabel(/^Muistutukset/).fill('1, 1')
    await settings.getByRole('button', { name: 'Tallenna' }).click()
    await expect(settings.getByRole('alert')).toContainText('eri lukua')
    await expectAccessible(page)
    await settings.getByLabel(/^Muistutukset/).fill('2, 7')
    await page.keyboard.press('Control+Enter')
    await expect(settings.getByRole('button', { name: 'Tallenna' })).toBeDisabled()
  })
})
