import { readFileSync } from 'node:fs'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { asTyped, dayAhead, expectHits, goToAddress, meija, openResident, section } from './pages'
import { heading } from './powers'

test('a door is opened by phone: no price at first, then one from the table, and an invoice line', async ({
  desk: page,
}) => {
  await signIn(page)

  await test.step('without a price table the page says so', async () => {
    await openResident(page, meija)
    await page.keyboard.press('o')
    await heading(page, 'Ovenavaus')
    await expect(page.getByText(/^Hinnastoa ei ole julkaistu\./)).toBeVisible()
    await expect(page.getByText(/^Ilmoita avaus numeroon 09 5767 3[01]00$/)).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Virtanen')
  })

  await test.step('a table with a gap is refused by name, a whole one is in force', async () => {
    await goToAddress(page, '/doors/prices', 'Ovenavausten hinnasto')
    await page.getByRole('button', { name: 'Lisää hinnasto' }).click()
    const form = page.getByRole('form', { name: 'Lisää hinnasto' })
    await page.keyboard.press('Control+Enter')
    await expect(form.getByRole('alert')).toContainText('Korjaa 5 kohtaa')
    await expectAccessible(page)
    await form.getByLabel('Voimassa alkaen').fill(asTyped(dayAhead(0)))
    for (const price of await form.getByLabel('Hinta, €').all()) await price.fill('59,50')
    await form.getByLabel('Kello').first().fill('7.00')
    await page.keyboard.press('Control+Enter')
    await expect(form.getByRole('alert')).toContainText('arki: kello 00:00–07:00 on vailla hintaa.')
    await expectAccessible(page)
    await form.getByLabel('Kello').first().fill('0')
    await page.keyboard.press('Control+Enter')
    await expect(section(page, `Voimassa, alkaen ${asTyped(dayAhead(0))}`)).toContainText('59,50')
    await expectAccessible(page)
  })

  await test.step('in a call: ID told, fee accepted, dispatched, the call ended', async () => {
    await page.keyboard.press('F2')
    await expect(page.getByRole('combobox', { name: 'Kuka soittaa?' })).toBeFocused()
    for (const character of 'meij') await page.keyboard.press(character)
    await expectHits(page)
    await page.keyboard.press('Enter')
    await expect(section(page, 'Soittaja').getByRole('link', { name: /Virtanen/ })).toBeVisible()
    await page.keyboard.press('o')
    const form = page.getByRole('form', { name: 'Ovenavaus' })
    await expect(form.getByText(/^Maksu nyt: 59,50/)).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(form.getByRole('alert').filter({ hasText: 'Korjaa 2 kohtaa' })).toBeVisible()
    await expectAccessible(page)
    await form.getByRole('checkbox', { name: /^Kerroin: kuvallinen henkilötodistus/ }).check()
    await form.getByRole('checkbox', { name: 'Asiakas hyväksyi maksun' }).check()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('link', { name: 'Avaa ovenavaus' }).click()
    await heading(page, 'Ovenavaus')
    await expect(section(page, 'Tiedot')).toContainText('59,50')
    await expect(page).not.toHaveTitle(/Virtanen/)
    await expectAccessible(page)
  })

  await test.step('opened, it is to be invoiced, once', async () => {
    await page.keyboard.press('v')
    const dialog = page.getByRole('dialog', { name: 'Avattiinko ovi?' })
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await goToAddress(page, '/doors', 'Ovenavaukset')
    await page.getByRole('button', { name: 'Laskutettavat (1)' }).click()
    await expect(page.getByRole('table', { name: 'Ovenavaukset' })).toContainText('59,50')
    await expectAccessible(page)
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Laskurivit (CSV)' }).click()
    const file = await saving
    expect(file.suggestedFilename()).toBe('ovenavaukset.csv')
    expect(readFileSync(await file.path(), 'utf8')).toContain('59,50')
    await expect(page.getByRole('button', { name: 'Laskutettavat (0)' })).toBeVisible()
    await page.getByRole('button', { name: 'Laskurivit (CSV)' }).click()
    await expect(page.getByRole('alert').filter({ hasText: /lasku/i })).toBeVisible()
  })
})
