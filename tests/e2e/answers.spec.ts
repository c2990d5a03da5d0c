import { expect, expectAccessible, signIn, test } from './fixtures'
import { goTo, section, switchUser } from './pages'
import { phoneAgent } from './seed'

test('an answer is found by two words, read in another language, edited and put back', async ({
  desk: page,
}) => {
  await signIn(page)
  await goTo(page, 'Vastaukset')
  const find = page.getByLabel('Etsi vastaus')
  const found = page.getByRole('navigation', { name: 'Löytyneet vastaukset' }).getByRole('button')
  await expect(find).toBeFocused()
  await page.keyboard.type('auki puh', { delay: 60 })
  await expect(found.first()).toHaveText('Puhelinpalvelun aukioloajat')
  const answer = section(page, 'Puhelinpalvelun aukioloajat')
  await expect(answer).toContainText('9–12')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Svenska' }).click()
  await expect(section(page, 'Telefontjänstens öppettider')).toBeVisible()
  await page.getByRole('button', { name: 'Suomi' }).click()
  await find.fill('xyzzy')
  await expect(page.getByText(/^Vastausta ei löytynyt\./)).toBeVisible()
  await find.fill('auki puh')

  await test.step('the lead edits it; what is missing is said', async () => {
    await answer.getByRole('button', { name: 'Muokkaa vastausta' }).click()
    const form = page.getByRole('form', { name: 'Muokkaa vastausta' })
    const finnish = form.getByRole('group', { name: 'Suomi' })
    await finnish.getByLabel('Otsikko').fill('')
    await page.keyboard.press('Control+Enter')
    await expect(form.getByRole('alert')).toContainText('Korjaa 1 kohta')
    await expectAccessible(page)
    await finnish.getByLabel('Otsikko').fill('Milloin puhelimeen vastataan')
    await page.keyboard.press('Control+Enter')
    await expect(find).toBeVisible()
    await find.fill('milloin puhelimeen')
    await expect(section(page, 'Milloin puhelimeen vastataan')).toContainText('muutettu')
  })

  await test.step('and puts back what ships', async () => {
    await page.getByRole('button', { name: 'Näytä kaikki' }).click()
    await expectAccessible(page)
    await page
      .getByRole('link', { name: 'Milloin puhelimeen vastataan' })
      .or(page.getByRole('button', { name: 'Milloin puhelimeen vastataan' }))
      .click()
    await page.getByRole('button', { name: 'Palauta alkuperäinen' }).click()
    await expect(page.getByRole('table', { name: 'Vastaukset' })).toContainText('Puhelinpalvelun aukioloajat')
  })

  await test.step('a phone agent reads, and edits nothing', async () => {
    await switchUser(page, phoneAgent)
    await goTo(page, 'Vastaukset')
    await expect(found.first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Muokkaa vastausta' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Lisää vastaus' })).toHaveCount(0)
  })
})
