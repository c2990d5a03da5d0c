import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { lastDayAfterNotice, statutoryNotice } from '#shared/rules/leaseTermination'
import { pdf } from '../mandates/papers'
import { expect, expectAccessible, signIn, test } from './fixtures'
import {
  asTyped,
  dayAhead,
  goTo,
  goToAddress,
  meija,
  openResident,
  type Person,
  passportOf,
  problemAt,
  scan,
  section,
  timeline,
} from './pages'
import { antti, confirm, fillAntti, heading, openForm } from './powers'
import type { Filled } from './seed'

/** A main tenant with three others in the same home. */
const faisal: Pick<Person, 'words' | 'firstNames' | 'lastName'> = {
  words: 'warsame faisal',
  firstNames: 'Faisal Omar',
  lastName: 'Warsame',
}

const toCorrect = (page: Page) => page.getByRole('form', { name: 'Tee palvelupyyntö' }).getByRole('alert')
const kindButton = (page: Page, kind: string) => page.getByRole('button', { name: kind, exact: true })

/** From the resident's page: the kind on a key, and its short form. */
async function begin(page: Page, key: string, kind: string) {
  await page.keyboard.press('t')
  await heading(page, 'Tee palvelupyyntö')
  await expect(kindButton(page, 'Häiriöilmoitus')).toBeFocused()
  await page.keyboard.press(key)
  await expect(section(page, kind)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Vaihda asiaa' })).toBeFocused()
}

/** The resident is here, and shows a passport. */
async function showPassport(page: Page, person: Person) {
  await page.keyboard.press('1')
  await expect(page.getByText('Asukkaan henkilöllisyyttä ei ole tarkistettu tänään.')).toBeVisible()
  await scan(page, passportOf(person))
  await expect(page.getByRole('button', { name: 'Kyllä, kuva täsmää' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Henkilöllisyys on tarkistettu tänään.')).toBeVisible()
}

/** Fills in the caller's answers. */
async function answerTwo(page: Page) {
  await page.keyboard.press('q')
  await page.getByRole('checkbox', { name: 'muuttopäivä' }).check()
  await page.getByRole('checkbox', { name: 'vuokran määrä' }).check()
}

/** Whoever asked, they asked it long ago, and nobody has answered. */
async function makeLate({ dataDir, office, database }: Filled) {
  const late = "UPDATE service_request SET due_on = '2020-01-02'"
  if (office) return office.asOwner(database, late)
  const file = new Database(join(dataDir, 'desk.db'))
  try {
    file.pragma(`cipher='sqlcipher'`)
    file.pragma(`key="x'${readFileSync(join(dataDir, 'desk.key'), 'latin1').trim()}'"`)
    file.exec(late)
  } finally {
    file.close()
  }
}

test('the resident at the counter gives notice of a disturbance, and it is late until it is done', async ({
  copied,
  examples,
  openOn,
}) => {
  const filled = await copied(examples)
  const page = await openOn(filled)
  await signIn(page)
  await openResident(page, meija)
  await expect(section(page, 'Palvelupyynnöt')).toContainText('Ei palvelupyyntöjä.')

  await test.step('what is missing is said, and the draft is kept', async () => {
    await page.keyboard.press('t')
    await heading(page, 'Tee palvelupyyntö')
    await expectAccessible(page)
    await page.keyboard.press('h')
    await expect(page.getByRole('button', { name: 'Vaihda asiaa' })).toBeFocused()
    await expectAccessible(page)
    await expect(page.getByLabel('Milloin tapahtui')).toBeVisible()
    await page.keyboard.press('Control+Enter')
    for (const missing of ['Valitse, kuka pyytää.', 'Milloin tapahtui:', 'Mikä häiritsee:', 'Mistä on kyse:'])
      await expect(toCorrect(page)).toContainText(missing)
    await expectAccessible(page)
    await page.getByLabel('Milloin tapahtui').fill(asTyped(dayAhead(2)))
    await page.getByLabel('Milloin tapahtui').blur()
    await problemAt(page, 'Milloin tapahtui', '.')
    await page.getByLabel('Mistä on kyse').fill('Naapurissa soi musiikki yöllä.')
    await goToAddress(page, '/', /^Tänään/)
    await section(page, 'Jäi kesken').getByRole('link', { name: 'Jatka' }).click()
    await expect(page.getByLabel('Mistä on kyse')).toHaveValue('Naapurissa soi musiikki yöllä.')
  })

  await test.step('with a passport seen it is made and goes to the building manager', async () => {
    await showPassport(page, meija)
    await page.getByLabel('Milloin tapahtui').fill(asTyped(dayAhead(-1)))
    await page.getByRole('radio', { name: 'toistuvasti' }).check()
    await page.getByRole('radio', { name: 'melu' }).check()
    await page.keyboard.press('Control+Enter')
    await heading(page, 'Häiriöilmoitus')
    await expect(section(page, 'Mitä pyydettiin')).toContainText('Naapurissa soi musiikki yöllä.')
    await expect(section(page, 'Mitä pyydettiin')).toContainText('asukas itse')
    await expect(section(page, 'Minne pyyntö menee')).toContainText('isännöitsijä')
    await expect(section(page, 'Minne pyyntö menee')).toContainText('Odottaa lähtöä')
    await expect(page).not.toHaveTitle(/Virtanen/)
    await expectAccessible(page)
  })

  await test.step('its receipt is looked at in another language', async () => {
    await page.keyboard.press('t')
    const dialog = page.getByRole('dialog', { name: 'Kuitti pyynnöstä' })
    await expect(dialog.locator('canvas')).toBeVisible()
    await expectAccessible(page)
    await dialog.getByLabel('Kieli').selectOption({ label: 'Svenska' })
    await expect(dialog.locator('canvas')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })

  await test.step('the resident’s page and the list of open ones have it', async () => {
    await openResident(page, meija)
    await expect(section(page, 'Palvelupyynnöt')).toContainText('Häiriöilmoitus')
    await expect(timeline(page).first()).toContainText('Palvelupyyntö: Häiriöilmoitus, isännöitsijä')
    await expectAccessible(page)
    await goTo(page, 'Pyynnöt', 'Palvelupyynnöt')
    await expect(page.getByRole('button', { name: 'Myöhässä (0)' })).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('late, it is in the list of those, and done it is in none', async () => {
    await makeLate(filled)
    await page.reload()
    await page.getByRole('button', { name: 'Myöhässä (1)' }).click()
    const row = page.getByRole('table', { name: 'Palvelupyynnöt' }).getByRole('row').nth(1)
    await expect(row).toContainText('2.1.2020')
    await expect(row).toContainText('Myöhässä')
    await expectAccessible(page)
    await row.getByRole('link').focus()
    await page.keyboard.press('Enter')
    await heading(page, 'Häiriöilmoitus')
    await page.keyboard.press('v')
    const dialog = page.getByRole('dialog', { name: 'Onko pyyntö hoidettu?' })
    await expect(dialog.getByLabel('Mitä vastattiin')).toBeFocused()
    await page.keyboard.type('Isännöitsijä on puhunut naapurin kanssa.')
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(section(page, 'Hoidettu')).toContainText('Isännöitsijä on puhunut naapurin kanssa.')
    await goTo(page, 'Pyynnöt', 'Palvelupyynnöt')
    await expect(page.getByText('Avoimia palvelupyyntöjä ei ole.')).toBeVisible()
  })
})

test('a lease is terminated once, with its last day', async ({ desk: page }) => {
  await signIn(page)
  await openResident(page, meija)
  const today = dayAhead(0).toISODate() ?? ''
  const last = lastDayAfterNotice(today, statutoryNotice)
  const lastTyped = last.split('-').reverse().map(Number).join('.')
  const fill = async () => {
    await page.getByLabel('Milloin irtisanottiin').fill(asTyped(dayAhead(0)))
    await page.getByRole('radio', { name: 'palvelupisteessä' }).check()
  }
  await begin(page, 'l', 'Vuokrasopimuksen irtisanominen')
  await expect(page.getByText('Tätä ei voi pyytää puhelimessa.')).toBeVisible()
  await showPassport(page, meija)
  await fill()
  await expect(page.getByText(`Vuokrasuhteen viimeinen päivä on ${lastTyped}.`)).toBeVisible()
  await page.getByLabel('Toivottu viimeinen päivä').fill(asTyped(dayAhead(1)))
  await page.keyboard.press('Control+Enter')
  await expect(toCorrect(page)).toContainText(`Aikaisintaan ${lastTyped}.`)
  await expectAccessible(page)
  await page.getByLabel('Toivottu viimeinen päivä').fill('')
  await page.keyboard.press('Control+Enter')
  await heading(page, 'Vuokrasopimuksen irtisanominen')
  await expect(section(page, 'Mitä pyydettiin')).toContainText(lastTyped)

  await test.step('a second one leads to the first', async () => {
    await openResident(page, meija)
    await begin(page, 'l', 'Vuokrasopimuksen irtisanominen')
    await page.keyboard.press('1')
    await expect(page.getByText('Henkilöllisyys on tarkistettu tänään.')).toBeVisible()
    await fill()
    await page.keyboard.press('Control+Enter')
    await toCorrect(page).getByRole('link', { name: 'Avaa se pyyntö' }).click()
    await heading(page, 'Vuokrasopimuksen irtisanominen')
  })

  await test.step('cancelled on the customer’s word', async () => {
    await page.keyboard.press('h')
    const dialog = page.getByRole('dialog', { name: 'Perutaanko pyyntö?' })
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toContainText('Valitse, kenen sanasta pyyntö perutaan.')
    await expectAccessible(page)
    await page.keyboard.press('1')
    await dialog.getByLabel('Miksi').fill('Jää sittenkin asumaan.')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(section(page, 'Peruttu')).toContainText('Asiakas pyysi')
  })
})

test('a change of residents lists everyone, asked for by phone', async ({ desk: page }) => {
  await signIn(page)
  await openResident(page, faisal)
  await begin(page, 'u', 'Asukasmuutokset')
  const people = page.getByRole('group', { name: 'Ketkä asunnossa asuvat' })
  await expect(people.getByRole('checkbox')).toHaveCount(4)
  await answerTwo(page)
  await page.keyboard.press('Control+Enter')
  await expect(toCorrect(page)).toContainText('Ketkä asunnossa asuvat:')
  await people.getByRole('checkbox').nth(2).check()
  await people.getByLabel(/^Viimeinen päivä/).fill(asTyped(dayAhead(20)))
  await people.getByRole('button', { name: 'Lisää sisään muuttava' }).click()
  await expect(people.getByLabel('Sisään muuttavan nimi')).toBeFocused()
  await page.keyboard.type('Amina Warsame')
  await people.getByLabel('Muuttopäivä').fill(asTyped(dayAhead(30)))
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await heading(page, 'Asukasmuutokset')
  const what = section(page, 'Mitä pyydettiin')
  await expect(what.getByText(/: asuu edelleen$/)).toHaveCount(3)
  await expect(what).toContainText(`muuttaa pois ${asTyped(dayAhead(20))}`)
  await expect(what).toContainText(`Amina Warsame: muuttaa sisään ${asTyped(dayAhead(30))}`)
  await expect(what).toContainText('muuttopäivä, vuokran määrä')
})

test('payments are not told to somebody whose power covers keys', async ({ desk: page }) => {
  await signIn(page)
  await openResident(page, meija)
  await openForm(page)
  await fillAntti(page)
  await page.getByRole('checkbox', { name: 'avainten palautus ja nouto' }).check()
  await page.keyboard.press('Control+Enter')
  await heading(page, /^Valtakirja: /)
  await confirm(page, pdf({ text: 'Valtuutan poikani' }), 3)
  await openResident(page, meija)
  await begin(page, 'm', 'Tiedot maksuista')
  await page.keyboard.press('2')
  const answer = section(page, 'Vastaus')
  await expect(answer).toContainText('Ei saa')
  await expect(answer).toContainText('Valtakirja ei koske tätä asiaa.')
  await page.getByRole('radio', { name: 'maksutilanne' }).check()
  await page.keyboard.press('Control+Enter')
  await expect(toCorrect(page)).toContainText('Hän ei saa pyytää tätä.')
  await expectAccessible(page)
  await expect(page.getByText(antti.firstNames).first()).toBeVisible()
})

test('where requests go is set by the lead, and what waited goes', async ({ desk: page }) => {
  await signIn(page)
  await openResident(page, meija)
  await begin(page, 'k', 'Viesti vuokravalvontaan')
  await expect(page.getByText('Vastaajan sähköpostiosoite puuttuu.')).toBeVisible()
  await answerTwo(page)
  await page.getByLabel('Mistä on kyse').fill('Maksan vuokran perjantaina.')
  await page.keyboard.press('Control+Enter')
  await heading(page, 'Viesti vuokravalvontaan')
  await expect(section(page, 'Minne pyyntö menee')).toContainText('Ei lähetetty: osoite puuttuu')
  await expectAccessible(page)
  await goTo(page, 'Asetukset')
  const settings = section(page, 'Palvelupyynnöt')
  await settings.getByLabel('Vuokravalvonnan sähköposti').fill('vuokravalvonta@')
  await settings.getByRole('button', { name: 'Tallenna' }).click()
  await expect(settings.getByRole('alert')).toContainText('Sähköpostiosoite ei kelpaa.')
  await settings.getByLabel('Vuokravalvonnan sähköposti').fill('vuokravalvonta@example.com')
  await settings.getByRole('button', { name: /^Minne pyynnöt menevät/ }).click()
  await settings.getByLabel('Häiriöilmoitus – Työpäiviä vastaukseen').fill('90')
  await settings.getByRole('button', { name: 'Tallenna' }).click()
  await expect(settings.getByRole('alert')).toContainText('Anna kokonaisluku väliltä 0–60.')
  await expectAccessible(page)
  await settings.getByLabel('Häiriöilmoitus – Työpäiviä vastaukseen').fill('2')
  await page.keyboard.press('Control+Enter')
  await expect(settings.getByRole('button', { name: 'Tallenna' })).toBeDisabled()
  await goTo(page, 'Pyynnöt', 'Palvelupyynnöt')
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('Odottaa lähtöä')
  await expect(page.getByRole('button', { name: 'Ei lähetetty (0)' })).toBeVisible()
})
