import type { Page } from '@playwright/test'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { homeOf, lane, list, makeReturn, ofHandoff, registerKeys } from './keyRing'
import { deskOf } from './office'
import { dayAhead, goTo, goToAddress, meija, section } from './pages'
import { heading } from './powers'

test.beforeEach(({ host }) => {
  test.skip(host === 'electron', 'the calls of a port are not a test’s to make')
})

const differences = (page: Page) => section(page, 'Poikkeamat')

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
