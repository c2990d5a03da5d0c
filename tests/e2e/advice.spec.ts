import type { Page } from '@playwright/test'
import { readPdf, withoutSpace } from '../../electron/core/documents/testing'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { goTo, problemAt, section } from './pages'

const notDecision = 'Helsingin kaupunki valitsee asukkaat. Tämä ei ole päätös.'
const title = 'Neuvontaa asunnon hakijalle'
const results = (page: Page) => section(page, 'Kerrotun mukaan')
const summary = (page: Page) => page.getByRole('dialog', { name: 'Yhteenveto neuvonnasta' })

async function open(page: Page) {
  await signIn(page)
  await goTo(page, 'Neuvonta', title)
}

/** The words stand where they are seen, whatever part of the page is. */
const expectInView = (page: Page) => expect(results(page).getByText(notDecision)).toBeInViewport({ ratio: 1 })

test('an applicant is advised by the keyboard alone, and nothing of it is kept', async ({ desk: page }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname
    if (path.startsWith('/rpc/') && /drafts\/save|advice/.test(path)) asked.push(path)
  })
  await open(page)
  await expectInView(page)
  await expect(results(page)).toContainText('Valitse peruste, niin luokka näkyy tässä.')
  await expectAccessible(page)

  await test.step('the household and the day', async () => {
    await page.keyboard.press('Tab')
    await expect(page.getByLabel('Henkilöitä taloudessa')).toBeFocused()
    await page.keyboard.type('2')
    await expect(results(page)).toContainText('Tälle päivälle ei ole julkaistu varallisuusrajaa.')
    await expect(results(page)).toContainText('1.1.2024–31.12.2024')
    await page.keyboard.press('Tab')
    await page.keyboard.type('15.6.2024')
    await expect(results(page)).toContainText('Raja 2 henkilölle 133 000 €')
  })
  await test.step('urgency', async () => {
    await page.keyboard.press('Tab')
    await expect(page.getByRole('checkbox', { name: /^Asunnoton/ })).toBeFocused()
    await page.getByRole('checkbox', { name: /^Avioero/ }).focus()
    await page.keyboard.press('Space')
    await expect(results(page)).toContainText('Luokka 2: kiireellinen')
    await expect(results(page)).toContainText('hyvin pieni')
    await page.getByLabel('Huoneita nykyisessä asunnossa').focus()
    await page.keyboard.type('1')
    await expect(results(page)).toContainText('enemmän kuin 1 henkilö huonetta kohti (laskettu)')
    await page.keyboard.press('Tab')
    await page.keyboard.type('1000')
  })
  await test.step('wealth, and the home that is left out', async () => {
    await page.keyboard.press('Tab')
    await page.keyboard.type('150 000')
    await expect(results(page)).toContainText('17 000 € yli rajan')
    await page.keyboard.press('Tab')
    await page.keyboard.type('40000,50')
    await expect(results(page)).toContainText('23 000,50 € alle rajan')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.type('80')
    await expect(results(page)).toContainText('alle rajan')
    await page.keyboard.type('0')
    await expect(page.getByText('Ei lasketa: kaikki poikkeuksen ehdot täyttyvät')).toBeVisible()
    await expect(results(page)).toContainText('Varallisuus velkojen jälkeen 0 €')
    await page.getByLabel('Rahastot', { exact: true }).fill('133000,01')
    await expect(results(page)).toContainText('0,01 € yli rajan')
    await expectInView(page)
  })
  await test.step('income, a month’s and a year’s', async () => {
    await page.getByLabel('Palkka', { exact: true }).focus()
    await page.keyboard.type('1200+300')
    await expect(results(page)).toContainText('1 500 € kuukaudessa')
    // Two thirds of the income go into the home.
    await expect(results(page)).toContainText('Asumismenot ovat 66,67 % bruttotuloista.')
    await page.keyboard.press('Tab')
    await page.getByLabel('Palkka: kuukaudessa vai vuodessa').selectOption('vuodessa')
    await expect(results(page)).toContainText('125 € kuukaudessa (vuositulosta)')
    await page.getByRole('checkbox', { name: 'Lapsilisä' }).check()
    await expect(results(page)).toContainText('1 tulo jätetty laskematta')
    await expect(results(page)).toContainText('125 € kuukaudessa')
    await expectInView(page)
    await expectAccessible(page)
  })
  await test.step('what was typed is there after another page, and the desk has heard nothing', async () => {
    await goTo(page, 'Asetukset')
    await goTo(page, 'Neuvonta', title)
    await expect(page.getByLabel('Rahastot', { exact: true })).toHaveValue('133000,01')
    expect(asked).toEqual([])
  })
  await test.step('the next applicant begins with nothing', async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Hylkää' }).click()
    await expect(page.getByLabel('Henkilöitä taloudessa')).toHaveValue('')
    await expect(page.getByLabel('Rahastot', { exact: true })).toHaveValue('')
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0)
    expect(asked).toEqual([])
  })
})

test('there is no figure for six, and what cannot be read is told', async ({ desk: page }) => {
  await open(page)
  await page.getByLabel('Henkilöitä taloudessa').fill('6')
  await page.getByLabel('Hakemuksen päivä').fill('31.12.2024')
  await page.getByLabel('Rahastot', { exact: true }).fill('500000')
  await expect(results(page)).toContainText('Näin monelle henkilölle ei ole julkaistu varallisuusrajaa.')
  await expect(results(page)).not.toContainText('rajan')
  await page.getByLabel('Henkilöitä taloudessa').fill('5')
  await expect(results(page)).toContainText('274 000 € yli rajan')
  await page.getByLabel('Hakemuksen päivä').fill('1.1.2025')
  await expect(results(page)).toContainText('Tälle päivälle ei ole julkaistu varallisuusrajaa.')

  await page.getByLabel('Rahastot', { exact: true }).fill('93.000')
  await page.keyboard.press('Tab')
  await problemAt(page, /^Rahastot$/, 'Kirjoita eurot muodossa')
  await expect(results(page)).toContainText('Korjaa ensin merkityt kohdat.')
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('form', { name: title }).getByRole('alert')).toContainText('Korjaa 1 kohta')
  await expectAccessible(page)
  await page.getByRole('link', { name: /^Rahastot/ }).click()
  await expect(page.getByLabel('Rahastot', { exact: true })).toBeFocused()
  await page.getByLabel('Rahastot', { exact: true }).fill('93000')
  await page.keyboard.press('Control+p')
  await expect(summary(page)).toBeVisible()
})

test('the summary is printed, copied and in the applicant’s language', async ({ desk: page, host }) => {
  await open(page)
  await page.getByLabel('Henkilöitä taloudessa').fill('1')
  await page.getByRole('checkbox', { name: /^Asunnoton/ }).check()
  await page.getByLabel('Palkka', { exact: true }).fill('2400')
  await page.keyboard.press('Control+p')
  const preview = summary(page).getByRole('region', { name: 'Esikatselu' })
  await expect(preview).toContainText(notDecision)
  await expect(summary(page).getByRole('button', { name: 'Tulosta' })).toBeFocused()
  await expectAccessible(page)
  await summary(page).getByLabel('Kieli').selectOption('Svenska')
  await expect(preview).toContainText('Det här är inget beslut.')
  if (host === 'electron') return
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await summary(page).getByRole('button', { name: 'Kopioi' }).click()
  await expect(summary(page).getByRole('button', { name: 'Kopioitu' })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('Bostadslös eller bor hos släktingar eller vänner (klass 1)')
  expect(copied).toMatch(/Lön: 2\s400\s€/)
  const download = page.waitForEvent('download')
  await summary(page).getByRole('link', { name: 'Tallenna PDF' }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toBe('neuvonta-sv.pdf')
  const chunks: Buffer[] = []
  for await (const chunk of await saved.createReadStream()) chunks.push(chunk as Buffer)
  const pdf = readPdf(Buffer.concat(chunks))
  expect(pdf).toMatchObject({ pages: 1, language: 'sv' })
  expect(pdf.text).toContain(withoutSpace('Ingen förmögenhetsgräns har publicerats för ansökningsdagen.'))
})
