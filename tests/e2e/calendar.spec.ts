import type { Page } from '@playwright/test'
import type { DateTime } from 'luxon'
import { expect, expectAccessible, signIn, test } from './fixtures'
import {
  asTyped,
  bookResident,
  dayAhead,
  expectHits,
  goTo,
  goToAddress,
  meija,
  nameOf,
  openOnly,
  openResident,
  section,
} from './pages'

// Two days of one week, whatever today is.
const monday = dayAhead(0).startOf('week').plus({ weeks: 1 })
const tuesday = monday.plus({ days: 1 })
const hour = [{ from: '9', to: '10', desks: 2 }]

const grid = (page: Page) => page.getByRole('grid')
/** A free time by its name in the grid. */
const free = (page: Page, day: DateTime, time: string, desk: number, what = 'Vapaa') =>
  grid(page).getByRole('button', {
    name: `${what}: ${day.toFormat('ccc d.M.')} klo ${time}, Tiski ${desk}`,
    exact: true,
  })
const visit = (page: Page, name: string) => grid(page).getByRole('button').filter({ hasText: name })
const title = (page: Page, day: DateTime) =>
  expect(page.getByRole('heading', { level: 2, name: day.toFormat('cccc d.M.yyyy') })).toBeVisible()
const question = (page: Page) => page.getByRole('alertdialog', { name: 'Siirretäänkö ajanvaraus?' })

/** Goes to a day, and with Tab into its grid. */
async function intoDay(page: Page, day: DateTime) {
  await page.getByLabel('Siirry päivään').fill(asTyped(day))
  await page.keyboard.press('Enter')
  await title(page, day)
  await expect(grid(page)).toBeVisible()
  for (let tabs = 0; tabs < 3; tabs++) await page.keyboard.press('Tab')
}

test('a free time is booked from the calendar, and moved there by keyboard and by mouse', async ({
  desk: page,
}) => {
  await signIn(page)
  await openOnly(page, [
    { day: monday, openings: hour },
    { day: tuesday, openings: hour },
  ])
  await goTo(page, 'Kalenteri')
  const name = nameOf(meija)

  await test.step('the arrow keys come to a time, and Enter books it', async () => {
    await title(page, dayAhead(0))
    await page.keyboard.press('ArrowRight')
    await title(page, dayAhead(1))
    await page.getByLabel('Siirry päivään').fill('huomenna')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Siirry päivään')).toHaveAccessibleDescription(/Kirjoita päivä muodossa/)
    await intoDay(page, monday)
    await page.keyboard.press('Home')
    await expect(free(page, monday, '9.00', 1)).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await expect(free(page, monday, '9.15', 2)).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Varaa aika' })).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Asukas', exact: true })).toBeFocused()
    await page.keyboard.type(meija.words)
    await expectHits(page)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main').getByRole('link', { name })).toBeVisible()
    await page.getByRole('radio', { name: 'Avaimet' }).check()
    await expect(
      page.getByText(`Valittu aika: ${monday.toFormat("ccc d.M.yyyy 'klo 9.15, tiski 2'")}`),
    ).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await expect(section(page, 'Käynti')).toContainText('Palvelupiste, tiski 2')
  })

  await test.step('M takes it up, the arrow keys carry it, Esc lets go, Enter asks', async () => {
    await goTo(page, 'Kalenteri')
    await title(page, monday)
    await expect(visit(page, name)).toHaveAccessibleName(/9\.15 Meija Katariina Virtanen · Avaimet · Varattu/)
    await intoDay(page, monday)
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await expect(visit(page, name)).toBeFocused()
    await page.keyboard.press('m')
    await expect(page.getByText(/^Siirretään 9\.15–9\.30 Meija Katariina Virtanen\./)).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(page.getByText(/^Siirretään/)).toHaveCount(0)
    await page.keyboard.press('m')
    await page.keyboard.press('PageDown')
    await title(page, tuesday)
    await page.keyboard.press('ArrowUp')
    await expect(free(page, tuesday, '9.00', 2, 'Siirrä tähän')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(question(page)).toContainText(`Nyt${monday.toFormat('ccc d.M.')} klo 9.15, Tiski 2`)
    await expect(question(page)).toContainText(`Uusi aika${tuesday.toFormat('ccc d.M.')} klo 9.00, Tiski 2`)
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await expect(question(page)).toBeHidden()
    await expect(visit(page, name)).toBeFocused()
    await expect(visit(page, name)).toHaveAccessibleName(/^9\.00 Meija/)
  })

  const drag = async (onto: ReturnType<typeof free>) => {
    const [from, to] = [await visit(page, name).boundingBox(), await onto.boundingBox()]
    if (!from || !to) throw new Error('one of the two is not on the page')
    await page.mouse.move(from.x + from.width / 2, from.y + 6)
    await page.mouse.down()
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 })
    await page.mouse.up()
  }
  await test.step('the week has both days, and the mouse drags it back to the other', async () => {
    await page.keyboard.press('w')
    await expect(page.getByRole('heading', { level: 2, name: /^Viikko \d+: / })).toBeVisible()
    await expect(visit(page, name)).toHaveCount(1)
    await expectAccessible(page)
    await drag(free(page, monday, '9.45', 1))
    await expect(question(page)).toContainText(`Uusi aika${monday.toFormat('ccc d.M.')} klo 9.45, Tiski 1`)
    await page.keyboard.press('Escape')
    await expect(question(page)).toBeHidden()
    await expect(free(page, monday, '9.45', 1)).toBeVisible()
    await drag(free(page, monday, '9.45', 1))
    await question(page).getByRole('button', { name: 'Siirrä' }).click()
    await expect(question(page)).toBeHidden()
    await expect(free(page, monday, '9.45', 1)).toHaveCount(0)
    await expect(free(page, tuesday, '9.00', 2)).toBeVisible()
    await expect(visit(page, name)).toHaveAccessibleName(/^9\.45 Meija/)
  })

  await test.step('without dragging there is a menu, and the day is a press away', async () => {
    await visit(page, name).click({ button: 'right' })
    await expect(page.getByRole('menuitem', { name: 'Siirrä toiseen aikaan' })).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await grid(page)
      .getByRole('button', { name: monday.toFormat('ccc d.M.'), exact: true })
      .click()
    await title(page, monday)
    await visit(page, name).click()
    await expect(section(page, 'Vaiheet').getByRole('listitem')).toHaveCount(3)
  })
})

test('a time that somebody else has meanwhile is not moved to', async ({ desk: page, host }) => {
  test.skip(host === 'electron', 'the desktop program has one window')
  // This page hears of no change, as when two save in the same second.
  await page.route('**/rpc/system/changes', () => undefined)
  await signIn(page)
  await openOnly(page, [{ day: monday, openings: [{ from: '9', to: '10', desks: 1 }] }])
  await openResident(page, meija)
  await bookResident(page, 'Avaimet', '2')
  await goTo(page, 'Kalenteri')
  await intoDay(page, monday)
  await page.keyboard.press('Home')
  await expect(free(page, monday, '9.00', 1)).toBeFocused()

  const other = await page.context().newPage()
  await other.goto(page.url())
  await expect(other.getByRole('heading', { level: 1, name: 'Kalenteri' })).toBeVisible()
  await openResident(other, { words: 'korhonen juho', firstNames: 'Juho Matias', lastName: 'Korhonen' })
  await bookResident(other, 'Avaimet')

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('m')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  const alert = question(page).getByRole('alert')
  await expect(alert).toContainText('Ajan varasi Aino Lehtinen')
  await expect(alert).toContainText(
    `Ajanvaraus on ennallaan: ${monday.toFormat('ccc d.M.')} klo 9.15, Tiski 1.`,
  )
  await expectAccessible(page)
  await question(page)
    .getByRole('button', { name: /klo 9\.30$/ })
    .click()
  await page.keyboard.press('Control+Enter')
  await expect(visit(page, nameOf(meija))).toHaveAccessibleName(/^9\.30/)
  await expect(visit(page, 'Korhonen')).toHaveAccessibleName(/^9\.00/)
})

test('the calendar tells how today goes', async ({ desk: page }) => {
  await signIn(page)
  await openOnly(page, [
    { day: dayAhead(0), openings: [{ from: '0', to: '24', desks: 3, access: 'walkIn' }] },
  ])
  await goTo(page, 'Kalenteri')
  const figure = (name: string) =>
    page
      .getByRole('main')
      .locator('dl')
      .filter({ hasText: 'Odottaa' })
      .locator('div')
      .filter({ hasText: name })
  await expect(figure('Odottaa')).toHaveText(/0$|^0/)
  await expect(page.getByRole('note')).toHaveText(/^Ilman ajanvarausta 0\.00–0\.00\. sovittu näin/)
  await goToAddress(page, '/reception', 'Vastaanotto')
  await page.getByRole('combobox', { name: 'Kuka tuli?' }).press('Enter')
  await page.getByRole('dialog').getByText('Avaimet').click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Vuoronumero on B1').first()).toBeVisible()
  await goTo(page, 'Kalenteri')
  await expect(figure('Odottaa')).toContainText('1')
  await expect(figure('Pisin odotus')).toContainText(/\d min/)
})
