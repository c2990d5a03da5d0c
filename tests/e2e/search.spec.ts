import type { Page } from '@playwright/test'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { expectHits, goTo, laura, meija, openResident } from './pages'

const searchField = (page: Page) => page.getByRole('combobox', { name: 'Hae asukasta' })
const found = (page: Page) => page.getByRole('listbox', { name: 'Löytyneet asukkaat' })
const options = (page: Page) => found(page).getByRole('option')

test('a resident is found from any page by the keyboard alone', async ({ desk: page }) => {
  await signIn(page)

  await test.step('one character is too little, and nonsense finds nobody', async () => {
    await page.keyboard.press('/')
    await expect(searchField(page)).toBeFocused()
    await page.keyboard.type('x')
    await expect(page.getByText('Kirjoita vähintään kaksi merkkiä')).toBeVisible()
    await page.keyboard.type('yzzy')
    await expect(page.getByText('Haulla ”xyzzy” ei löytynyt ketään.')).toBeVisible()
    await expect(options(page)).toHaveCount(0)
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(page.getByText('Haulla ”xyzzy” ei löytynyt ketään.')).toBeHidden()
    await expect(searchField(page)).toHaveValue('xyzzy')
    await page.keyboard.press('Escape')
    await expect(searchField(page)).toHaveValue('')
  })

  await test.step('a hit says what of it matched, but never shows a code', async () => {
    await goTo(page, 'Asetukset')
    await page.keyboard.press('Control+k')
    for (const [typed, matched] of [
      ['0405550142', 'puhelin 040 555 0142'],
      ['virtanen@example', 'sähköposti meija.virtanen@example.com'],
      ['4.4.1983', 's. 4.4.1983'],
      ['040483-904C', 'henkilötunnus täsmää'],
      ['L000001', 'sopimus L000001'],
      ['mäkelänk 52 a 1', 'Mäkelänkatu 52 A 1'],
    ] as const) {
      await searchField(page).fill(typed)
      await expect(options(page)).toHaveCount(1)
      await expect(options(page)).toContainText('Virtanen Meija Katariina')
      await expect(options(page)).toContainText(matched)
      await expect(options(page)).not.toContainText('904C')
    }
  })

  await test.step('arrows, Home and End choose, Enter opens', async () => {
    await searchField(page).fill('warsame')
    await expectHits(page)
    await expect(options(page)).toHaveCount(3)
    const chosen = found(page).getByRole('option', { selected: true })
    const texts = await options(page).allInnerTexts()
    const expectChosen = async (at: number) => {
      await expect(chosen).toHaveCount(1)
      await expect(chosen).toHaveText(texts[at] ?? '', { useInnerText: true })
    }
    await expectChosen(0)
    for (const [key, at] of [
      ['ArrowDown', 1],
      ['ArrowDown', 2],
      ['ArrowDown', 2],
      ['ArrowUp', 1],
      ['Home', 0],
      ['End', 2],
    ] as const) {
      await page.keyboard.press(key)
      await expectChosen(at)
    }
    const faisal = texts.findIndex((text) => text.includes('Faisal'))
    await page.keyboard.press('Home')
    for (let at = 0; at < faisal; at++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Faisal Omar Warsame' })).toBeFocused()
  })

  await test.step('from the page of another resident, and from a page in the middle of work', async () => {
    await openResident(page, meija)
    for (const place of ['Rekisteri', 'Henkilöstö', 'Loki']) {
      await goTo(page, place, place === 'Rekisteri' ? 'Asukasluettelo' : place)
      await page.keyboard.press('/')
      await expect(searchField(page)).toBeFocused()
      await expect(searchField(page)).toHaveValue('')
      await page.keyboard.press('Escape')
    }
    // Where one writes, a slash is a slash; Ctrl+K works all the same.
    await page.getByLabel('Päivästä').fill('1')
    await page.keyboard.press('/')
    await expect(page.getByLabel('Päivästä')).toHaveValue('1/')
    await openResident(page, laura)
  })

  await test.step('single keys can be turned off', async () => {
    await goTo(page, 'Asetukset')
    await page.getByRole('switch', { name: 'Yhden näppäimen komennot käytössä' }).uncheck()
    await page.keyboard.press('/')
    await expect(searchField(page)).not.toBeFocused()
    await openResident(page, meija)
    await page.keyboard.press('n')
    await page.keyboard.press('e')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('form')).toHaveCount(0)
    await page.getByRole('button', { name: 'Muistiinpano' }).click()
    await expect(page.getByRole('dialog', { name: 'Muistiinpano' })).toBeVisible()
  })
})
