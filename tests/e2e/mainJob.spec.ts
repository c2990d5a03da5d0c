import { administrator, createFirstAdministrator, expect, expectAccessible, test } from './fixtures'
import {
  goTo,
  meijaInPractice as meija,
  nameOf,
  openResident,
  passportOf,
  scan,
  section,
  timeline,
} from './pages'

test('from an empty folder to a resident registered for the Portal', async ({ firstRun: page }) => {
  await test.step('create the first administrator', async () => {
    await expectAccessible(page)
    await createFirstAdministrator(page)
    // The first day says what to do.
    await expect(section(page, 'Aloita tästä')).toContainText('Tuo asukasluettelo viidestä CSV-tiedostosta')
    await expectAccessible(page)
  })

  await test.step('load the practice register', async () => {
    await section(page, 'Aloita tästä').getByRole('link', { name: 'Lataa harjoitusrekisteri' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Asukasluettelo' })).toBeVisible()
    await page.getByLabel(/^Pieni/).check()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Tee harjoitusrekisteri' }).click()
    await expect(page.getByRole('heading', { name: 'Mitä tuonti tekisi' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Lataa harjoitusrekisteri…' }).click()
    const question = page.getByRole('alertdialog', { name: 'Ladataanko harjoitusrekisteri?' })
    await expect(question).toContainText(
      'Tähän tietokantaan ei voi sen jälkeen tuoda oikeaa asukasluetteloa.',
    )
    await expectAccessible(page)
    await question.getByRole('button', { name: 'Tuo nyt' }).click()
    await expect(page.getByRole('heading', { name: 'Tuonti on valmis' })).toBeVisible()
    await expectAccessible(page)
    await expect(page.getByRole('banner').getByText('Harjoitusrekisteri')).toBeVisible()
  })

  await test.step('find the resident while they say their name', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('mei')
    await expect(page.getByRole('option').first()).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await openResident(page, meija)
    await expect(timeline(page)).toHaveCount(0)
    await expectAccessible(page)
  })

  await test.step('check the passport', async () => {
    await page.keyboard.press('i')
    await expect(page.getByRole('heading', { level: 1, name: 'Henkilöllisyyden tarkistus' })).toBeVisible()
    await expectAccessible(page)
    await scan(page, passportOf(meija))
    await expect(page.getByRole('row', { name: /Sukunimi.*Sama/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /Etunimet.*Sama/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /Syntymäaika.*Sama/ })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Kyllä, kuva täsmää' })).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await expect(section(page, 'Tarkistus kirjattu').getByRole('alert')).toHaveText(
      'Tunnistettu Asukassivuja varten, voimassa tänään.',
    )
    await expectAccessible(page)
  })

  await test.step('register for the Portal, each step as it is seen', async () => {
    const steps = page.getByRole('list', { name: 'Rekisteröinnin vaiheet' }).getByRole('listitem')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Asukassivut-rekisteröinti' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Aloita rekisteröinti' })).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    const email = page.getByLabel('Sähköpostiosoite (käyttäjätunnus)')
    await expect(email).toHaveValue('meija.virtanen@example.com')
    await expect(email).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(steps.filter({ hasText: 'Käyttäjätunnus luotu' })).toContainText(
      /Tehty.*meija\.virtanen@example\.com/,
    )
    await expect(page.getByRole('button', { name: 'Merkitse: linkki lähetetty' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(steps.filter({ hasText: 'Vahvistuslinkki lähetetty' })).toContainText(
      /Linkki vanhenee .*, (24 h 0|23 h 59) min jäljellä/,
    )
    await expect(page.getByRole('button', { name: 'Merkitse: sähköposti vahvistettu' })).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Merkitse: rekisteröity' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(steps.filter({ hasText: 'Rekisteröity' })).toContainText('Tehty')
    await expect(page.getByText('Asukas on rekisteröity Asukassivuille.')).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('every step is in the timeline', async () => {
    await page.getByRole('button', { name: 'Takaisin asukkaan sivulle' }).click()
    await expect(timeline(page)).toContainText([
      'Asukassivut: rekisteröity',
      'Asukassivut: sähköposti vahvistettu',
      'Asukassivut: vahvistuslinkki lähetetty',
      'Asukassivut: käyttäjätunnus luotu (meija.virtanen@example.com)',
      'Asukassivut-rekisteröinti aloitettu',
      'Tunnistettu: passi. Asukassivuja varten.',
    ])
    await expect(timeline(page)).toHaveCount(6)
    for (const row of await timeline(page).all()) await expect(row).toContainText(administrator.name)
    await expectAccessible(page)
  })

  await test.step('who looked and did is in the audit log, whose chain is whole', async () => {
    await goTo(page, 'Loki')
    const rows = page.getByRole('table', { name: 'Loki' }).getByRole('row')
    const about = (what: string) => rows.filter({ hasText: what }).filter({ hasText: meija.lastName })
    await expect(about('Merkitsi Asukassivujen vaiheen')).toHaveCount(4)
    await expect(about('Kirjasi henkilöllisyyden tarkistuksen')).toHaveCount(1)
    await expect(about('Avasi asukkaan sivun')).not.toHaveCount(0)
    await expect(rows.filter({ hasText: 'Toi asukasluettelon' })).toContainText(administrator.name)
    await page.getByRole('button', { name: 'Tarkista ketju' }).click()
    await expect(page.getByText(/^Loki on eheä: kaikki \d+ merkintää/)).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Toi asukasluettelon' }).click()
    await expect(page.getByRole('dialog')).toContainText(nameOf({ firstNames: 'Aino', lastName: 'Lehtinen' }))
    await expectAccessible(page)
  })
})
