import type { Page } from '@playwright/test'
import { createFirstAdministrator, expect, expectAccessible, signIn, test } from './fixtures'
import { goTo, meija, openResident, section } from './pages'
import { exampleRegister } from './seed'

type Files = ReadonlyMap<string, string>

/** A copy of the example with some files changed. */
const changed = (changes: Readonly<Record<string, (text: string) => string>>): Files =>
  new Map([...exampleRegister()].map(([name, text]) => [name, changes[name]?.(text) ?? text]))

async function choose(page: Page, files: Files) {
  const opening = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Valitse tiedostot' }).click()
  const chooser = await opening
  await chooser.setFiles(
    [...files].map(([name, text]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })),
  )
}

const read = (page: Page) => page.getByRole('button', { name: 'Lue ja vertaa' }).click()
const preview = (page: Page) => section(page, 'Mitä tuonti tekisi')
const figure = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true })
const rows = (page: Page) => page.getByRole('table', { name: 'Rivit' }).getByRole('row')
/** What the page says that the register holds now. */
const held = (page: Page, name: string) =>
  section(page, 'Luettelossa nyt')
    .getByRole('term')
    .filter({ hasText: name })
    .locator('xpath=following-sibling::dd')

test('the register’s files are looked at before anything is written', async ({ firstRun: page }) => {
  await createFirstAdministrator(page)
  await goTo(page, 'Rekisteri', 'Asukasluettelo')
  const list = page.getByRole('table', { name: 'Luettelon tiedostot' })

  await test.step('all five files are needed, and no others', async () => {
    const files = new Map([...exampleRegister(), ['lueminut.csv', 'a;b\n']])
    files.delete('leases.csv')
    await choose(page, files)
    await expect(list.getByRole('row', { name: /leases\.csv/ })).toContainText('Puuttuu vielä')
    await expect(list.getByRole('row', { name: /people\.csv/ })).toContainText('Valittu')
    await expect(list.getByRole('row', { name: /lueminut\.csv/ })).toContainText('Tuntematon')
    await read(page)
    await expect(page.getByText('Tarvitaan kaikki viisi tiedostoa, kukin kerran, eikä muita.')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Poista valinta: lueminut.csv' }).click()
    await choose(page, new Map([...exampleRegister()].filter(([name]) => name === 'leases.csv')))
    await expect(list.getByText('Valittu')).toHaveCount(5)
  })

  await test.step('half a file is refused as a whole', async () => {
    await choose(page, changed({ 'people.csv': (text) => text.slice(0, text.length / 2) }))
    await read(page)
    const problem = section(page, 'Tiedostoja ei voida tuoda').getByRole('row', { name: /people\.csv/ })
    await expect(problem).toContainText('Tiedosto katkeaa kesken.')
    await expect(page.getByRole('button', { name: /^Tuo asukasluettelo/ })).toHaveCount(0)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Valitse korjatut tiedostot' }).click()
  })

  await test.step('the example is imported', async () => {
    await choose(page, exampleRegister())
    await read(page)
    for (const words of [
      '6 uutta riviä, properties.csv: näytä',
      '8 uutta riviä, apartments.csv: näytä',
      '15 uutta riviä, people.csv: näytä',
      '10 uutta riviä, leases.csv: näytä',
      '16 uutta riviä, occupancies.csv: näytä',
    ]) {
      await expect(figure(page, words)).toBeVisible()
    }
    await expect(preview(page)).toContainText(/\d+ ihmisellä on väliaikainen henkilötunnus/)
    await figure(page, '15 uutta riviä, people.csv: näytä').click()
    await expect(rows(page).filter({ hasText: 'P000001' })).toContainText('040483-••••')
    await expect(page.locator('body')).not.toContainText('904C')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Tuo asukasluettelo…' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Tuo nyt' }).click()
    await expect(section(page, 'Tuonti on valmis')).toContainText('55 uutta riviä lisättiin')
    await expect(held(page, 'Asukkaita')).toHaveText('15')
    await expect(held(page, 'Luettelo')).toHaveText('Oikea asukasluettelo')
    await openResident(page, meija)
    await expect(section(page, 'Yhteystiedot')).toContainText('040 555 0142')
  })

  await test.step('a practice register does not come over a real one', async () => {
    await goTo(page, 'Rekisteri', 'Asukasluettelo')
    await expect(section(page, 'Lataa harjoitusrekisteri')).toContainText(
      'Oikea asukasluettelo on jo ladattu, joten harjoitusrekisteriä ei voi ottaa sen päälle.',
    )
    await expect(page.getByRole('button', { name: 'Tee harjoitusrekisteri' })).toHaveCount(0)
  })

  await test.step('the same again changes nothing', async () => {
    await choose(page, exampleRegister())
    await read(page)
    await expect(preview(page)).toContainText('Luettelossa on jo kaikki, mitä tiedostoissa on.')
    await expect(page.getByRole('button', { name: /^Tuo asukasluettelo/ })).toHaveCount(0)
    await page.getByRole('button', { name: 'Takaisin tiedostoihin' }).click()
  })

  const next = changed({
    'people.csv': (text) =>
      `${text
        .replace('040 555 0142', '050 123 4567')
        .replace(/^P000008.*\n/m, '')
        .replace('251238-938V', '251238-938X')
        .replace('1999-12-31', '1999-13-31')}P000016,Uusi,Asukas,,1990-02-03,fi,,,no,\n`,
    'occupancies.csv': (text) => text.replace(/^L000005,P000008.*\n/m, ''),
  })

  await test.step('what changes, ends and is rejected is shown row by row', async () => {
    await choose(page, next)
    await read(page)
    await figure(page, '1 muuttuva rivi, people.csv: näytä').click()
    await expect(rows(page).filter({ hasText: 'P000001' })).toContainText(/puhelin .*5550142 → .*1234567/)
    await figure(page, '1 päättyvä rivi, people.csv: näytä').click()
    await expect(rows(page).nth(1)).toContainText('P000008')
    await figure(page, '2 hylättyä riviä, people.csv: näytä').click()
    await expect(rows(page).filter({ hasText: 'P000013' })).toContainText(
      /^13P000013henkilötunnus identity_codeHenkilötunnuksen tarkistusmerkki ei täsmää\./,
    )
    await expect(rows(page).filter({ hasText: 'P000015' })).toContainText(
      /^15P000015syntymäpäivä birth_datePäivä on väärin\./,
    )
    await expectAccessible(page)
    // What hangs on a rejected row is rejected with it.
    await expect(figure(page, '2 hylättyä riviä, occupancies.csv: näytä')).toBeVisible()
  })

  await test.step('going back leaves everything as it was', async () => {
    await page.getByRole('button', { name: 'Takaisin tiedostoihin' }).click()
    await openResident(page, meija)
    await expect(section(page, 'Yhteystiedot')).toContainText('040 555 0142')
  })

  await test.step('rejected rows are left out only knowingly', async () => {
    await goTo(page, 'Rekisteri', 'Asukasluettelo')
    // The chosen files are still there.
    await expect(list.getByText('Valittu')).toHaveCount(5)
    await read(page)
    const without = page.getByRole('checkbox', { name: 'Tuo ilman hylättyjä rivejä' })
    await page.getByRole('button', { name: 'Tuo asukasluettelo…' }).click()
    await expect(without).toBeFocused()
    await expect(without).toHaveAccessibleDescription(/Merkitse tämä, jos haluat tuoda/)
    await expectAccessible(page)
    await without.check()
    await page.getByRole('button', { name: 'Tuo asukasluettelo…' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Tuo nyt' }).click()
    const done = section(page, 'Tuonti on valmis')
    await expect(done).toContainText('Hylätyt rivit jäivät pois.')
    await openResident(page, meija)
    await expect(section(page, 'Yhteystiedot')).toContainText('050 123 4567')
    // The rejected person is as before.
    const aarne = { words: 'öystilä', firstNames: 'Aarne Kalevi', lastName: 'Öystilä' }
    await openResident(page, aarne)
    await expect(page.getByText('251238-••••')).toBeVisible()
    await openResident(page, { words: 'asukas uusi', firstNames: 'Uusi', lastName: 'Asukas' })
  })
})

test('the program answers during long work, which can be broken off', async ({ practice: page }) => {
  await signIn(page)
  await goTo(page, 'Rekisteri', 'Asukasluettelo')
  await expect(held(page, 'Asuntoja')).toHaveText('300')
  const working = page.getByRole('progressbar', { name: 'Tehdään harjoitusrekisteriä' })
  const search = page.getByRole('combobox', { name: 'Hae asukasta' })
  const make = page.getByRole('button', { name: 'Tee harjoitusrekisteri' })

  await test.step('a real register does not come over a practice one', async () => {
    await expect(section(page, 'Tuo luettelo tiedostoista')).toContainText(
      'Tässä tietokannassa on harjoitusrekisteri. Oikea asukasluettelo tuodaan uuteen, tyhjään tietokantaan.',
    )
    await expect(page.getByRole('button', { name: 'Valitse tiedostot' })).toHaveCount(0)
  })

  await test.step('a search is answered while a register of Heka’s size is made', async () => {
    await page.getByLabel(/^Hekan kokoinen/).check()
    await make.click()
    await expect(working).toBeVisible()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('virt mei')
    await expect(page.getByRole('option').first()).toContainText('Virtanen Meija Katariina')
    await expect(working).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(search).toHaveValue('')
  })

  await test.step('leaving is asked about, and breaking off changes nothing', async () => {
    await page.getByRole('navigation', { name: 'Päävalikko' }).getByRole('link', { name: 'Loki' }).click()
    const question = page.getByRole('alertdialog', { name: 'Keskeytetäänkö lukeminen?' })
    await question.getByRole('button', { name: 'Jää odottamaan' }).click()
    await expect(working).toBeVisible()
    await page.getByRole('button', { name: 'Keskeytä', exact: true }).click()
    await expect(
      page.getByText('Harjoitusrekisterin tekeminen keskeytettiin. Mitään ei muutettu.'),
    ).toBeVisible()
    await expect(held(page, 'Asuntoja')).toHaveText('300')
  })

  await test.step('an import that is broken off leaves the register as it was', async () => {
    await page.getByLabel('Oma määrä').check()
    await page.getByLabel('Asuntojen määrä').fill('60 001')
    await make.click()
    await expect(page.getByLabel('Asuntojen määrä')).toHaveAccessibleDescription(/Anna kokonainen luku/)
    await page.getByLabel('Asuntojen määrä').fill('5 000')
    await make.click()
    await expect(preview(page)).toBeVisible({ timeout: 30_000 })
    await page.getByRole('checkbox', { name: 'Näin on tarkoitus' }).check()
    await page.getByRole('button', { name: 'Lataa harjoitusrekisteri…' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Tuo nyt' }).click()
    await expect(page.getByRole('progressbar', { name: 'Tuodaan asukasluetteloa' })).toBeVisible()
    await page.getByRole('button', { name: 'Keskeytä tuonti' }).click()
    await expect(
      page.getByText('Tuonti keskeytettiin. Luettelo on sellainen kuin se oli ennen tuontia.'),
    ).toBeVisible()
    await expect(held(page, 'Asuntoja')).toHaveText('300')
    // What was read is still there to be imported.
    await expect(preview(page)).toBeVisible()
  })
})
