import type { Page } from '@playwright/test'
import { administrator, expect, expectAccessible, signIn, test } from './fixtures'
import {
  appointment,
  asTyped,
  at,
  beginBooking,
  bookResident,
  dayAhead,
  meija,
  morning,
  nameOf,
  nextTimes,
  openOnly,
  openResident,
  section,
  toCorrect,
  written,
} from './pages'

test('who comes second to a time is told so, loses nothing and books the next one', async ({
  desk: page,
  host,
}) => {
  test.skip(host === 'electron', 'the desktop program has one window')
  const day = dayAhead(2)
  // This page hears of no change, as when two save in the same second.
  await page.route('**/rpc/system/changes', () => undefined)
  await signIn(page)
  await openOnly(page, [morning(day, 1)])
  const other = await page.context().newPage()
  await other.goto(page.url())
  await openResident(page, meija)
  await beginBooking(page, 'Vuokranmaksu')
  await expect(nextTimes(page)).toHaveCount(6)
  await page.keyboard.press('1')
  await page.getByLabel('Lisätiedot').fill('Kaksi laskua auki')
  await page.getByLabel('Puhelin').fill('050 123 4567')

  await openResident(other, { words: 'korhonen juho', firstNames: 'Juho Matias', lastName: 'Korhonen' })
  await bookResident(other, 'Avaimet')
  await appointment(other, at(day, 9))

  await test.step('the second is told who took it and what is free next', async () => {
    await page.keyboard.press('Control+Enter')
    const notice = toCorrect(page).filter({ hasText: 'varasi tämän ajan' })
    await expect(notice).toBeFocused()
    await expect(notice).toContainText(`${administrator.name} varasi tämän ajan ${asTyped(dayAhead(0))} klo`)
    await expect(notice.getByRole('button')).toHaveText([/9\.15/, /9\.30/, /9\.45/])
    await expect(page.getByLabel('Lisätiedot')).toHaveValue('Kaksi laskua auki')
    await expect(page.getByLabel('Puhelin')).toHaveValue('050 123 4567')
    await expectAccessible(page)
  })

  await test.step('and takes the next with one key', async () => {
    await page.keyboard.press('1')
    await expect(page.getByText(`Valittu aika: ${written(at(day, 9, 15))}`)).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await appointment(page, at(day, 9, 15))
    await expect(section(page, 'Käynti')).toContainText('Kaksi laskua auki')
    await expect(section(page, 'Käynti')).toContainText('050 123 4567')
  })

  await test.step('two who move to the same time in the same moment do not both get it', async () => {
    for (const each of [page, other]) {
      await each.keyboard.press('s')
      const dialog = each.getByRole('dialog', { name: 'Siirrä aika' })
      await dialog.getByRole('button', { name: '11.00', exact: true }).click()
    }
    await Promise.all([page, other].map((each) => each.keyboard.press('Control+Enter')))
    const told = (each: Page) =>
      each.getByRole('dialog').getByRole('alert').filter({ hasText: 'varasi tämän' })
    const moved = (each: Page) => each.getByRole('heading', { level: 1, name: /klo 11\.00/ })
    await expect.poll(async () => (await moved(page).count()) + (await moved(other).count())).toBe(1)
    await expect.poll(async () => (await told(page).count()) + (await told(other).count())).toBe(1)
  })
})

test('a booking that was begun is there again after a lock, and Esc asks before it goes', async ({
  desk: page,
}) => {
  await signIn(page)
  await openResident(page, meija)
  await beginBooking(page, 'Avaimet')
  await page.getByLabel('Lisätiedot').fill('Avain katkesi lukkoon')
  await page.getByRole('button', { name: 'Lukitse' }).click()
  await page.getByLabel('Salasana', { exact: true }).fill(administrator.password)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Lisätiedot')).toBeVisible()
  await expect(page.getByLabel('Lisätiedot')).toHaveValue('Avain katkesi lukkoon')
  await expect(page.getByRole('radio', { name: 'Avaimet' })).toBeChecked()
  await page.keyboard.press('Escape')
  const question = page.getByRole('alertdialog', { name: 'Hylätäänkö kirjoittamasi?' })
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(page.getByLabel('Lisätiedot')).toHaveValue('Avain katkesi lukkoon')
  await page.keyboard.press('Escape')
  await question.getByRole('button', { name: 'Hylkää' }).click()
  await expect(page.getByRole('heading', { level: 1, name: nameOf(meija) })).toBeVisible()
})
