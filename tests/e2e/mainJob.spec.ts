import { administrator, expect, expectAccessible, test } from './fixtures'
import { goTo, meija, meijasPassport, openResident, scan } from './pages'

test('from an empty folder to a resident registered for the Portal', async ({ firstRun: page }) => {
  test.slow()
  await expectAccessible(page)
  await page.getByLabel('Nimesi').fill(administrator.name)
  await page.getByLabel('Käyttäjätunnus').fill(administrator.username)
  await page.getByLabel('Salasana', { exact: true }).fill(administrator.password)
  await page.getByRole('button', { name: 'Luo tunnus ja aloita' }).click()
  await expect(page.getByRole('search')).toBeVisible()

  await test.step('load the practice register', async () => {
    await goTo(page, 'Rekisteri')
    await page.getByLabel(/^Pieni/).check()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Tee harjoitusrekisteri' }).click()
    await expect(page.getByRole('heading', { name: 'Mitä tuonti tekisi' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Lataa harjoitusrekisteri…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Tuo nyt' }).click()
    await expect(page.getByRole('heading', { name: 'Tuonti on valmis' })).toBeVisible()
    await expect(page.getByText('Harjoitusrekisteri', { exact: true }).first()).toBeVisible()
  })

  await test.step('find the resident while they say their name', async () => {
    await openResident(page, 'virt mei 04', meija.name)
    await expectAccessible(page)
  })

  await test.step('check the passport', async () => {
    await page.keyboard.press('i')
    await expect(page.getByRole('heading', { level: 1, name: 'Henkilöllisyyden tarkistus' })).toBeVisible()
    await scan(page, meijasPassport())
    await expect(page.getByRole('row', { name: /Sukunimi.*Sama/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /Syntymäaika.*Sama/ })).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Tunnistettu Asukassivuja varten, voimassa tänään.')).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('register for the Portal, each step as it is seen', async () => {
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Asukassivut-rekisteröinti' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Aloita rekisteröinti' }).click()
    await expect(page.getByLabel(/^Sähköpostiosoite/)).toHaveValue('meija.virtanen@example.com')
    await page.getByRole('button', { name: /käyttäjätunnus luotu/ }).click()
    await page.getByRole('button', { name: /linkki lähetetty/ }).click()
    await expect(page.getByText(/Vanhenee|vanhenee/)).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: /vahvistettu/ }).click()
    await page.getByRole('button', { name: /rekisteröity/i }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'Rekisteröity' }).getByText(/Tehty/)).toBeVisible()
  })

  await test.step('every step is in the timeline and in the audit log, whose chain is whole', async () => {
    await openResident(page, 'meija virtanen', meija.name)
    const timeline = page.getByRole('region', { name: 'Tapahtumat' })
    await expect(timeline.getByRole('listitem')).toHaveCount(6)
    await goTo(page, 'Loki')
    await expect(page.getByRole('cell', { name: new RegExp(meija.lastName) }).first()).toBeVisible()
    await page.getByRole('button', { name: /Tarkista/ }).click()
    await expect(page.getByText(/ehjä/i)).toBeVisible()
    await expectAccessible(page)
  })
})
