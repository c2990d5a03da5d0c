import type { Page } from '@playwright/test'
import { pdf } from '../mandates/papers'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { homeOf, registerKeys } from './keyRing'
import { deskOf } from './office'
import {
  asTyped,
  dayAhead,
  goTo,
  goToAddress,
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

const makeForm = (page: Page) => page.getByRole('form', { name: 'Avainten palautus' })
const toCorrect = (page: Page) => makeForm(page).getByRole('alert')
const token = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name })
const lane = (page: Page, name: string) => page.getByRole('group', { name })
/** The keys of the hand-off whose page is open. */
const ofHandoff = (page: Page) => page.getByRole('region', { name: /^Avaimet \(/ }).getByRole('listitem')
const differences = (page: Page) => section(page, 'Poikkeamat')
const list = 'Avainten palautukset ja noudot'

/** From the resident's page: a return of the keys. */
async function beginReturn(page: Page) {
  await page.keyboard.press('k')
  await heading(page, 'Avaimet')
  await page.keyboard.press('p')
  await heading(page, 'Avainten palautus')
  await expect(makeForm(page).getByRole('group', { name: 'Avaimet' })).toBeVisible()
}

/** The resident brings the keys in a week; the hand-off’s page is open, its paper closed. */
async function makeReturn(page: Page) {
  await openResident(page, meija)
  await beginReturn(page)
  await page.keyboard.press('1')
  await page.getByLabel('Viimeistään').fill(asTyped(dayAhead(7)))
  await page.getByRole('radio', { name: 'paperilla' }).check()
  await page.keyboard.press('Control+Enter')
  const paper = page.getByRole('dialog', { name: 'Ohje' })
  await expect(paper.locator('canvas')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(section(page, 'Tiedot')).toContainText('asukas itse')
}

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
    await beginReturn(page)
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

test('a return is counted by BLC’s report, and settled with a receipt', async ({ desk: page }) => {
  await signIn(page)
  const home = await homeOf(page, meija)
  await registerKeys(page, home)
  await makeReturn(page)
  const { keys } = deskOf(page)
  const [handoff] = (await keys.handoffs({ show: 'open', direction: null, page: 0 })).handoffs
  const reference = handoff?.reference ?? ''
  const today = dayAhead(0).toFormat('yyyy-MM-dd')
  const report = (...rows: readonly (readonly string[])[]) => ({
    name: 'blc.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      [['reference', 'key_kind', 'key_number', 'result', 'day', 'note'], ...rows]
        .map((row) => row.join(';'))
        .join('\r\n'),
    ),
  })
  const row = (kind: string, number: string, day = today, of = reference) => [
    of,
    kind,
    number,
    'arrived',
    day,
    '',
  ]
  const good = [row('apartment', '0071'), row('apartment', '0072'), row('storage', '0014')]
  const rows = page.getByRole('table', { name: 'Raportin rivit' })

  await test.step('a row of another month, one that lost its zeros and one of nobody are told apart', async () => {
    await goTo(page, 'Avaimet', list)
    await page.keyboard.press('r')
    await heading(page, 'BLC Turvan raportit')
    await expectAccessible(page)
    await page
      .locator('input[type=file]')
      .setInputFiles(
        report(
          row('apartment', '71'),
          row('storage', '0014', '2020-02-03'),
          row('other', '9', today, 'AAAA-BBBB-CCCC'),
        ),
      )
    await expect(rows.getByRole('row').nth(1)).toContainText('Alkunollat puuttuvat')
    await expect(rows.getByRole('row').nth(2)).toContainText('toisen kuun')
    await expect(rows.getByRole('row').nth(3)).toContainText('Tunnusta ei tunneta.')
    await expect(page.getByRole('button', { name: 'Tuo raportti' })).toBeDisabled()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(rows).toHaveCount(0)
  })

  const taken = [row('apartment', '71'), ...good.slice(1), row('storage', '0099')]
  await test.step('what can be is taken in, and once', async () => {
    await page.locator('input[type=file]').setInputFiles(report(...taken))
    await expect(rows.getByRole('row').nth(1)).toContainText('Jää katsottavaksi')
    await expect(rows.getByRole('row').nth(2)).toContainText('Kohdistuu')
    await page.keyboard.press('Control+Enter')
    await heading(page, /^Raportti /)
    await expectAccessible(page)
    await goToAddress(page, '/keys/reports', 'BLC Turvan raportit')
    await page.locator('input[type=file]').setInputFiles(report(...taken))
    await expect(page.getByRole('alert').filter({ hasText: /Avaa raportti/ })).toBeVisible()
    await page.keyboard.press('Escape')
  })

  const open = section(page, 'Rivit, jotka odottavat katsojaa')
  await test.step('the row without its zeros is matched by hand', async () => {
    await open.getByRole('button', { name: /^Kohdista: .* 71$/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Mihin rivi kuuluu?' })
    await expect(dialog.getByLabel('Kuoren tunnus')).toBeFocused()
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toContainText('Meija Katariina Virtanen')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toContainText('Valitse avain.')
    await expectAccessible(page)
    await dialog.getByRole('radio', { name: 'Asunnon avain 0071' }).check()
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(open.getByRole('button', { name: /^Kohdista: / })).toHaveCount(1)
  })

  await test.step('one that belongs to nothing is said to', async () => {
    await open.getByRole('button', { name: /^Ei kuulu mihinkään: / }).click()
    const dialog = page.getByRole('dialog', { name: 'Eikö rivi kuulu mihinkään?' })
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toContainText('Kirjoita')
    await dialog.getByLabel('Miksi').fill('Toisen talon avain.')
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(open).toContainText('Mikään rivi ei odota.')
  })

  await test.step('it is settled, and the receipt is signed on the screen', async () => {
    await page.goto(new URL(`#/keys/handoffs/${handoff?.id}`, page.url()).href)
    await expect(ofHandoff(page).filter({ hasText: 'tuli' })).toHaveCount(3)
    await expect(page.getByText('Selvitetty').first()).toBeVisible()
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog', { name: 'Kuitin allekirjoitus' })
    await expect(dialog.getByRole('radio', { name: 'näytöllä' })).toBeFocused()
    await page.keyboard.press('Control+Enter')
    await expect(dialog.getByRole('group', { name: 'Allekirjoituskenttä' })).toContainText('.')
    await expectAccessible(page)
    const field = await dialog.getByRole('img', { name: 'Allekirjoituskenttä' }).boundingBox()
    if (!field) throw new Error('no field')
    await page.mouse.move(field.x + 40, field.y + 60)
    await page.mouse.down()
    await page.mouse.move(field.x + 200, field.y + 120, { steps: 8 })
    await page.mouse.up()
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(section(page, 'Tiedot')).toContainText('näytöllä')
    await page.keyboard.press('r')
    await expect(page.getByRole('dialog', { name: 'Kuitti' }).locator('canvas')).toBeVisible()
    await page.keyboard.press('Escape')
  })
})

test('a key that did not come is chased, charged for and given up', async ({ desk: page }) => {
  await signIn(page)
  const home = await homeOf(page, meija)
  await registerKeys(page, home)
  await makeReturn(page)

  await test.step('BLC did not get one of the three', async () => {
    await page.keyboard.press('b')
    const dialog = page.getByRole('dialog', { name: 'Mitä BLC Turva kertoi?' })
    await page.keyboard.press('Control+Enter')
    await expect(dialog.getByRole('group', { name: 'Avaimet', exact: true })).toContainText('Merkitse')
    await page.keyboard.press('k')
    await dialog
      .getByRole('radiogroup', { name: 'Asunnon avain 0072' })
      .getByRole('radio', { name: 'puuttuu' })
      .check()
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(differences(page)).toContainText('Avain puuttuu')
    await expectAccessible(page)
    await goTo(page, 'Avaimet', list)
    await page.getByRole('button', { name: 'Poikkeama (1)' }).click()
    await page.getByRole('table', { name: list }).getByRole('link').first().click()
  })

  await test.step('it is asked after and charged for; the case stays open', async () => {
    await differences(page).getByRole('button', { name: 'Kysy perään' }).click()
    await page.keyboard.press('Control+Enter')
    await expect(differences(page)).toContainText('Kysytty perään')
    await differences(page).getByRole('button', { name: 'Veloita' }).click()
    const dialog = page.getByRole('dialog', { name: 'Veloita' })
    await dialog.getByLabel('Summa euroina').fill('neljäkymmentä')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toContainText('Kirjoita summa euroina')
    await expectAccessible(page)
    await dialog.getByLabel('Summa euroina').fill('45,50')
    await dialog.getByLabel('Miksi').fill('Avain jäi asukkaalle.')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(differences(page)).toContainText('Veloitetaan 45,50')
    await expect(page.getByText('Avain puuttuu').first()).toBeVisible()
  })

  await test.step('given up, the key is lost, and the return is settled', async () => {
    await differences(page).getByRole('button', { name: 'Päätä' }).click()
    const dialog = page.getByRole('dialog', { name: /^Miten asia päättyi/ })
    await page.keyboard.press('2')
    await dialog.getByLabel('Miksi').fill('Ei löytynyt.')
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Selvitetty').first()).toBeVisible()
    await goToAddress(page, `/keys/apartments/${home.apartmentId}`, /^Avaimet: /)
    await expect(lane(page, 'Kadonneita: 1')).toContainText('Asunto 0072')
  })
})

test('the ledger of a home is one picture, by the keyboard', async ({ desk: page }) => {
  await signIn(page)
  const home = await homeOf(page, meija)
  await goToAddress(page, `/keys/apartments/${home.apartmentId}`, /^Avaimet: /)

  await test.step('keys are registered, leading zeros and all', async () => {
    await page.keyboard.press('u')
    const dialog = page.getByRole('dialog', { name: 'Lisää asunnon avaimia' })
    await expect(dialog.getByLabel('Numero')).toBeFocused()
    await page.keyboard.press('Control+Enter')
    await problemAt(page, 'Numero', '.')
    await page.keyboard.type('0071')
    await dialog.getByRole('button', { name: 'Vielä yksi avain' }).click()
    await page.keyboard.type('0071')
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await expect(dialog.getByRole('alert')).toBeVisible()
    await dialog.getByLabel('Numero').nth(1).fill('0072')
    await dialog.getByLabel('Milloin tapahtui').fill(asTyped(dayAhead(-30)))
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(lane(page, 'Hekalla: 2')).toContainText('Asunto 0071')
    await expectAccessible(page)
  })

  await test.step('one is issued, and the other lost', async () => {
    await token(page, 'Asunto 0071').focus()
    await page.keyboard.press('Enter')
    await expect(section(page, 'Asunnon avain 0071')).toContainText('kirjattu luetteloon')
    await page.keyboard.press('s')
    const dialog = page.getByRole('dialog', { name: 'Siirrä avain' })
    await page.keyboard.press('1')
    await dialog.getByLabel('Asukkaan nimi').fill(meija.words)
    await expect(page.getByRole('option').first()).toBeVisible()
    await page.keyboard.press('Enter')
    await dialog.getByLabel('Milloin tapahtui').fill(asTyped(dayAhead(-10)))
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(lane(page, 'Asukkaalla: 1')).toContainText('Meija Katariina Virtanen')
    await token(page, 'Asunto 0071').focus()
    await page.keyboard.press('ArrowRight')
    await expect(token(page, 'Asunto 0072')).toBeFocused()
    await page.keyboard.press('Space')
    await page.keyboard.press('s')
    await page.keyboard.press('6')
    await dialog.getByLabel('Milloin tapahtui').fill(asTyped(dayAhead(1)))
    await page.keyboard.press('Control+Enter')
    await problemAt(page, 'Milloin tapahtui', 'tulevaisuudessa')
    await dialog.getByLabel('Milloin tapahtui').fill(asTyped(dayAhead(-40)))
    await page.keyboard.press('Control+Enter')
    await expect(dialog.getByRole('alert')).toContainText('Asunnon avain 0072')
    await dialog.getByLabel('Milloin tapahtui').fill(asTyped(dayAhead(0)))
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(lane(page, 'Kadonneita: 1')).toContainText('Asunto 0072')
  })

  await test.step('what was typed wrong is corrected, and stays to be seen', async () => {
    await token(page, 'Asunto 0071').click()
    const key = section(page, 'Asunnon avain 0071')
    await key.getByRole('button', { name: 'Korjaa kirjaus 2' }).click()
    const dialog = page.getByRole('dialog', { name: 'Mikä oli oikein?' })
    await page.keyboard.press('5')
    await page.keyboard.press('Control+Enter')
    await problemAt(page, 'Miksi, ja mistä tiedetään', 'Kirjoita, miksi.')
    await dialog.getByLabel('Miksi, ja mistä tiedetään').fill('Huolto haki avaimen.')
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(lane(page, 'Huollossa: 1')).toContainText('Asunto 0071')
    await expect(key).toContainText('oikaisee kirjauksen 2')
    await expect(key).toContainText('oikaistu kirjauksella 3')
    await expectAccessible(page)
  })

  await test.step('the property shows the same in figures', async () => {
    await page.getByRole('link', { name: 'Koko kohteen avaimet' }).click()
    const table = page.getByRole('table', { name: 'Avaimet asunnoittain' })
    await expect(table.getByRole('row').nth(1)).toContainText('Mäkelänkatu')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Huomiota vaativat (1)' }).click()
    await expect(table.getByRole('row')).toHaveCount(2)
    await goTo(page, 'Avaimet', list)
    await page.getByLabel(/^Kohteen tai asunnon avaimet/).fill('mäkelänkatu')
    await page.keyboard.press('Enter')
    await expect(
      page.getByRole('list', { name: 'Löytyneet kohteet ja asunnot' }).getByRole('link').first(),
    ).toBeVisible()
    await expectAccessible(page)
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
