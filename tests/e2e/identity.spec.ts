import type { Page } from '@playwright/test'
import { cardLines } from '../support/mrz'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { meija, nameOf, openResident, passportOf, scan, section, timeline } from './pages'

const faisal = { firstNames: 'Faisal Omar', lastName: 'Warsame', birthDate: '1979-11-16' }

async function openCheck(page: Page) {
  await signIn(page)
  await openResident(page, meija)
  await page.keyboard.press('i')
  await expect(page.getByLabel('Koneluettavat rivit')).toBeFocused()
}

const judged = (page: Page) => section(page, 'Vertailu')
const recorded = (page: Page) => section(page, 'Tarkistus kirjattu')
const line = (page: Page, field: string) => judged(page).getByRole('row', { name: new RegExp(`^${field}`) })
const yes = (page: Page) => page.getByRole('button', { name: 'Kyllä, kuva täsmää' })
const backToResident = async (page: Page) => {
  await page.getByRole('button', { name: 'Takaisin asukkaan sivulle' }).click()
  await expect(page.getByRole('heading', { level: 1, name: nameOf(meija) })).toBeVisible()
}

test('documents that are no good are refused by name, and that is recorded', async ({ desk: page }) => {
  await openCheck(page)
  const record = page.getByRole('button', { name: 'Kirjaa hylkäys' })
  const another = page.getByRole('button', { name: 'Tarkista toinen asiakirja' })

  await test.step('an expired passport', async () => {
    await scan(page, passportOf(meija, { expiresOn: '2021-05-31' }))
    await expect(judged(page)).toContainText('Vanhentunut: oli voimassa 31.5.2021 asti.')
    await expect(judged(page).getByRole('alert')).toContainText('Asiakirja on vanhentunut.')
    await expect(yes(page)).toHaveCount(0)
    await expect(record).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await expect(recorded(page).getByRole('alert')).toHaveText('Hylkäys kirjattu: asiakirja vanhentunut.')
    await expect(page.getByRole('button', { name: 'Jatka Asukassivut-rekisteröintiin' })).toHaveCount(0)
    await expectAccessible(page)
    await another.click()
  })

  await test.step('somebody else’s passport', async () => {
    await scan(page, passportOf({ ...meija, ...faisal }))
    await expect(line(page, 'Sukunimi')).toContainText('Eri')
    await expect(line(page, 'Syntymäaika')).toContainText(/4\.4\.1983.*16\.11\.1979.*Eri/)
    const why = judged(page).getByRole('alert')
    await expect(why).toContainText('Syntymäaika ei ole sama kuin rekisterissä.')
    await expect(why).toContainText('Nimi ei ole sama kuin rekisterissä')
    await record.click()
    await expect(recorded(page).getByRole('alert')).toHaveText('Hylkäys kirjattu: eri syntymäaika, eri nimi.')
    await another.click()
  })

  await test.step('lines that were read wrong', async () => {
    const [first, second] = passportOf(meija)
    const wrong = second.replace('XP1234567', 'XP1234568')
    await scan(page, [first, wrong])
    const unreadable = section(page, 'Asiakirjaa ei voitu lukea')
    await expect(unreadable.getByRole('alert')).toContainText('Rivien tarkistusnumero ei täsmää')
    await expectAccessible(page)
    // A second scan goes on from here; so does the third, which is right.
    await scan(page, [first.slice(0, 40), second])
    await expect(unreadable.getByRole('alert')).toContainText('Rivit eivät ole passin tai henkilökortin')
    await unreadable.getByRole('button', { name: 'Kirjaa, ettei asiakirjaa voi lukea' }).click()
    await record.click()
    await expect(recorded(page).getByRole('alert')).toHaveText('Hylkäys kirjattu: rivejä ei voi lukea.')
    await scan(page, [first, second])
  })

  await test.step('a photo of somebody else', async () => {
    await expect(yes(page)).toBeFocused()
    await page.getByRole('button', { name: 'Ei, hylkää asiakirja' }).click()
    await expectAccessible(page)
    await page.getByRole('dialog').getByLabel('Kuvassa on eri henkilö').check()
    await page.getByRole('dialog').getByRole('button', { name: 'Kirjaa hylkäys' }).click()
    await expect(recorded(page).getByRole('alert')).toHaveText('Hylkäys kirjattu: kuva ei täsmää.')
  })

  await test.step('all of it is in the timeline', async () => {
    await expect(section(page, 'Aiemmat tarkistukset').getByText('Hylätty')).toHaveCount(4)
    await backToResident(page)
    await expect(timeline(page)).toContainText([
      'Ei tunnistettu: passi, kuva ei täsmää. Asukassivuja varten.',
      'Ei tunnistettu: passi, rivejä ei voi lukea. Asukassivuja varten.',
      'Ei tunnistettu: passi, eri syntymäaika, eri nimi. Asukassivuja varten.',
      'Ei tunnistettu: passi, asiakirja vanhentunut. Asukassivuja varten.',
    ])
    // None of them lets the registration begin.
    await page.keyboard.press('r')
    await expect(page.getByRole('button', { name: 'Tarkista henkilöllisyys' })).toBeFocused()
    await expect(page.getByRole('button', { name: 'Aloita rekisteröinti' })).toHaveCount(0)
  })
})

test('a document is typed by hand, and its purpose decides whether it serves', async ({ desk: page }) => {
  await openCheck(page)
  const form = page.getByRole('form', { name: 'Asiakirjan tiedot käsin' })
  const country = form.getByRole('combobox', { name: 'Myöntäjämaa' })

  await test.step('what is missing or wrong is said', async () => {
    await page.keyboard.press('m')
    await expect(form.getByLabel('Asiakirja')).toBeFocused()
    await form.getByLabel('Syntymäaika').fill('31.2.1983')
    await page.keyboard.press('Control+Enter')
    await expect(form.getByRole('alert')).toBeFocused()
    await expect(form.getByLabel('Syntymäaika')).toHaveAccessibleDescription(/Kirjoita päivä muodossa/)
    await expect(form.getByLabel('Sukunimi')).toHaveAccessibleDescription('Täytä tämä kohta.')
    await expectAccessible(page)
  })

  await test.step('a driving licence is not enough for the Portal, but is for opening a door', async () => {
    await form.getByLabel('Asiakirja').selectOption('ajokortti')
    await country.fill('suo')
    await page.getByRole('option', { name: 'Suomi' }).click()
    await form.getByLabel('Sukunimi').fill('Virtanen')
    await form.getByLabel('Etunimet').fill('Meija Katariina')
    await form.getByLabel('Syntymäaika').fill('4.4.1983')
    await form.getByLabel('Voimassa asti').fill('1.1.2049')
    await page.keyboard.press('Control+Enter')
    await expect(judged(page).getByRole('alert')).toContainText(
      'Tätä asiakirjaa ei hyväksytä tähän tarkoitukseen.',
    )
    await page.keyboard.press('2')
    await expect(page.getByRole('radio', { name: 'Ovenavaus' })).toBeChecked()
    await expect(judged(page).getByRole('alert')).toHaveCount(0)
    await expect(yes(page)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(recorded(page).getByRole('alert')).toHaveText(
      'Tunnistettu ovenavausta varten, voimassa tänään.',
    )
    // That is no check for the Portal.
    await backToResident(page)
    await page.keyboard.press('r')
    await expect(page.getByRole('button', { name: 'Tarkista henkilöllisyys' })).toBeFocused()
  })

  await test.step('an identity card serves for the Portal', async () => {
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Koneluettavat rivit')).toBeFocused()
    await page.keyboard.press('m')
    // Nothing is left of the document before, and nothing is filled in from the register.
    await expect(form.getByLabel('Sukunimi')).toHaveValue('')
    await form.getByLabel('Asiakirja').selectOption('henkilökortti')
    await country.fill('FIN')
    await page.getByRole('option', { name: 'Suomi' }).click()
    await form.getByLabel('Sukunimi').fill('Virtanen')
    await form.getByLabel('Etunimet').fill('Meija')
    await form.getByLabel('Syntymäaika').fill('4.4.1983')
    await form.getByRole('button', { name: 'Vertaa rekisteriin' }).click()
    await expect(judged(page).getByRole('alert')).toContainText('Asiakirjasta puuttuu voimassaolopäivä.')
    await page.getByRole('button', { name: 'Korjaa tietoja' }).click()
    await expect(form.getByLabel('Sukunimi')).toHaveValue('Virtanen')
    await form.getByLabel('Voimassa asti').fill('1.1.2049')
    await page.keyboard.press('Control+Enter')
    await expect(line(page, 'Etunimet')).toContainText('Osittain sama')
    await expectAccessible(page)
    const partial = page.getByRole('checkbox', { name: /vain osa samoista etunimistä/ })
    await expect(partial).toBeFocused()
    await yes(page).click()
    await expect(judged(page).getByRole('alert')).toContainText('Vastaa ensin kaikkiin kysymyksiin.')
    await partial.check()
    await yes(page).click()
    await expect(recorded(page).getByRole('alert')).toHaveText(
      'Tunnistettu Asukassivuja varten, voimassa tänään.',
    )
  })

  await test.step('a new name with the same code is asked about', async () => {
    await scan(
      page,
      cardLines({
        issuingCountry: 'FIN',
        ...meija,
        lastName: 'Korhonen',
        expiresOn: '2049-01-01',
        optional: '040483<904C',
      }),
    )
    await expect(line(page, 'Sukunimi')).toContainText('Eri')
    await expect(line(page, 'Henkilötunnus')).toContainText('Sama')
    await expect(judged(page)).not.toContainText('904C')
    await expect(page.getByRole('checkbox', { name: /varmistin, että nimi on muuttunut/ })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(yes(page)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(recorded(page)).toContainText('Tunnistettu')
  })
})

test('a scan reaches the check wherever the focus is', async ({ desk: page }) => {
  const search = page.getByRole('combobox', { name: 'Hae asukasta' })
  await signIn(page)

  await test.step('with nobody open it is thrown away, and says so', async () => {
    await scan(page, passportOf(meija))
    await expect(
      page.getByText('Asiakirja luettiin, mutta yhdenkään asukkaan sivu ei ole auki.'),
    ).toBeVisible()
    await expect(search).toHaveValue('')
    await page.keyboard.press('Escape')
  })

  await test.step('on the page of a resident', async () => {
    await openResident(page, meija)
    await scan(page, passportOf(meija))
    await expect(page.getByRole('heading', { level: 1, name: 'Henkilöllisyyden tarkistus' })).toBeVisible()
    // The scanner's own Enter answers no question.
    await expect(yes(page)).toBeFocused()
    await expect(section(page, 'Aiemmat tarkistukset')).toContainText(
      'Henkilöllisyyttä ei ole vielä tarkistettu.',
    )
  })

  await test.step('while the search field has the focus, with something in it', async () => {
    await page.getByRole('link', { name: nameOf(meija) }).click()
    await expect(page.getByRole('heading', { level: 1, name: nameOf(meija) })).toBeVisible()
    await page.keyboard.press('/')
    await page.keyboard.type('kor')
    await expect(page.getByRole('option').first()).toBeVisible()
    await scan(page, passportOf(meija))
    await expect(yes(page)).toBeFocused()
    await expect(page.getByRole('option')).toHaveCount(0)
    await expect(search).not.toHaveValue(/FIN/i)
  })

  await test.step('while a note is being written, of which nothing is lost', async () => {
    await page.getByRole('link', { name: nameOf(meija) }).click()
    await expect(page.getByRole('heading', { level: 1, name: nameOf(meija) })).toBeVisible()
    await page.keyboard.press('n')
    await page.getByRole('dialog').getByRole('textbox').fill('Kesken jäänyt')
    await scan(page, passportOf(meija))
    await expect(yes(page)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(recorded(page)).toContainText('Tunnistettu')
    await backToResident(page)
    await page.getByRole('button', { name: 'Jatka muistiinpanoa' }).click()
    await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue('Kesken jäänyt')
    await expect(page.getByRole('dialog')).not.toContainText('FIN')
  })
})
