import type { Page } from '@playwright/test'
import { administrator, expect, expectAccessible, signIn, test } from './fixtures'
import {
  expectHits,
  fillSignIn,
  laura,
  meija,
  meijaInPractice,
  openResident,
  passportOf,
  scan,
  section,
  timeline,
} from './pages'
import {
  expectKeyboardReaches,
  expectNothingWider,
  expectReady,
  expectTranslated,
  type Language,
  textsOf,
} from './screens'

const names: Readonly<Record<Language, string>> = { fi: 'Suomi', sv: 'Svenska', en: 'English' }

/** Every screen after signing in, by its address; `resident` stands for that of the best-known resident. */
const screens = [
  '/',
  '/residents',
  'resident',
  'resident/identify',
  'resident/portal',
  '/register',
  '/staff',
  '/audit',
  '/settings',
]

async function residentAddress(page: Page) {
  await openResident(page, meijaInPractice)
  return new URL(page.url()).hash.slice(1)
}

async function show(page: Page, screen: string, resident: string) {
  await page.evaluate(
    (hash) => {
      location.hash = hash
    },
    screen.replace('resident', screen.startsWith('/') ? 'resident' : resident),
  )
  await expectReady(page)
}

for (const language of ['fi', 'sv', 'en'] as const) {
  test(`every screen in ${names[language]}, light and dark`, async ({ practice: page }) => {
    const { signIn: words } = textsOf(language).system as { signIn: Record<string, string> }
    await signIn(page)
    const resident = await residentAddress(page)
    await page.getByRole('button', { name: 'Lukitse' }).click()
    await page.getByRole('button', { name: names[language] }).click()
    const look = async () => {
      await expectTranslated(page, language)
      await expectAccessible(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await expect(page.locator('html[data-dark]')).toHaveCount(1)
      await expectAccessible(page, ['color-contrast'])
      await page.emulateMedia({ colorScheme: 'light' })
    }
    await expectReady(page)
    await look()
    await page.getByLabel(words.password ?? '', { exact: true }).fill(administrator.password)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('navigation').first()).toBeVisible()
    for (const screen of screens) {
      await test.step(screen, async () => {
        await show(page, screen, resident)
        await look()
      })
    }
    // The choice is remembered at this computer, also before anybody signs in.
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
  })
}

test('nothing scrolls sideways, and a resident fits on the screen', async ({ practice: page }) => {
  await signIn(page)
  const resident = await residentAddress(page)
  for (const screen of screens) {
    await test.step(screen, async () => {
      await show(page, screen, resident)
      await expectNothingWider(page)
    })
  }

  await test.step('the whole header, the actions and ten rows of the timeline at 1366×768', async () => {
    await show(page, 'resident', resident)
    expect(page.viewportSize()).toEqual({ width: 1366, height: 768 })
    await expect(timeline(page)).toHaveCount(10)
    const header = page.getByRole('heading', { level: 1 }).locator('xpath=following-sibling::*').last()
    for (const part of ['Syntynyt', 'Henkilötunnus', 'Koti', 'Kieli', 'Asukasnumero']) {
      await expect(header.getByText(part, { exact: true })).toBeInViewport({ ratio: 1 })
    }
    for (const action of ['Tunnista', 'Asukassivut', 'Muokkaa yhteystietoja', 'Kirjoita muistiinpano']) {
      await expect(page.getByRole('button', { name: action })).toBeInViewport({ ratio: 1 })
    }
    for (const row of await timeline(page).all()) await expect(row).toBeInViewport({ ratio: 1 })
    await expect(section(page, 'Yhteystiedot')).toBeInViewport({ ratio: 1 })
    await page.getByRole('button', { name: 'Vanhemmat' }).click()
    await expect(timeline(page)).toHaveCount(2)
  })

  await test.step('as large as one wants it: 400 % of a screen 1280 wide', async () => {
    await page.setViewportSize({ width: 320, height: 256 })
    // Tables need their two dimensions (WCAG 1.4.10).
    for (const screen of [
      '/',
      '/residents',
      'resident',
      'resident/identify',
      'resident/portal',
      '/settings',
    ]) {
      await show(page, screen, resident)
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth), screen)
        .toBeLessThanOrEqual(320)
    }
  })
})

test('the keyboard comes to everything, and shows where it is', async ({ practice: page }) => {
  await test.step('sign-in', async () => {
    await expectReady(page)
    await expectKeyboardReaches(page)
  })
  await signIn(page)
  const resident = await residentAddress(page)
  for (const screen of screens) {
    await test.step(screen, async () => {
      await show(page, screen, resident)
      await expectKeyboardReaches(page)
    })
  }
  await test.step('the first Tab offers to skip what is on every page', async () => {
    await page.reload()
    await expectReady(page)
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Siirry sisältöön' })).toBeFocused()
    await expect(page.getByRole('link', { name: 'Siirry sisältöön' })).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
  })
})

test('what is refused, asked and chosen can be read in the dark', async ({ desk: page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html[data-dark]')).toHaveCount(1)
  const look = () => expectAccessible(page, ['color-contrast'])
  const dialog = page.getByRole('dialog')
  await fillSignIn(page, { username: 'aino', password: 'väärä salasana' })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'on väärä' })).toBeVisible()
  await look()
  await signIn(page)

  await test.step('the search', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('wars')
    await expectHits(page)
    await look()
  })
  await test.step('marks, warnings and questions of a resident', async () => {
    await openResident(page, laura)
    await look()
    await page.getByRole('button', { name: 'Näytä perustellusti' }).click()
    await dialog.getByRole('button', { name: 'Näytä tiedot' }).click()
    await expect(dialog.getByText('Kirjoita syy.')).toBeVisible()
    await look()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })
  await test.step('a form with something wrong, and what it asks', async () => {
    await openResident(page, meija)
    await page.keyboard.press('e')
    await page.getByRole('form').getByLabel('Puhelin').fill('12')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('form').getByRole('alert')).toBeVisible()
    await look()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await look()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Hylkää' }).click()
  })
  await test.step('a document that is refused, and one that is not', async () => {
    await scan(page, passportOf(meija, { expiresOn: '2021-01-01' }))
    await expect(page.getByRole('button', { name: 'Kirjaa hylkäys' })).toBeVisible()
    await look()
    await scan(page, passportOf(meija))
    await expect(page.getByRole('button', { name: 'Kyllä, kuva täsmää' })).toBeVisible()
    await look()
    await page.keyboard.press('Enter')
    await expect(section(page, 'Tarkistus kirjattu')).toBeVisible()
    await look()
  })
})
