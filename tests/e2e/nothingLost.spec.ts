import type { Page } from '@playwright/test'
import { administrator, expect, expectAccessible, signIn, test } from './fixtures'
import { deskOf, residentIdOf } from './office'
import {
  changedField,
  goTo,
  heldBack,
  meanwhileIn,
  meija,
  nameOf,
  openResident,
  section,
  timeline,
} from './pages'

test('what one page does is seen on another, and nothing typed is lost', async ({ desk: page, host }) => {
  test.skip(host === 'electron', 'the desktop program has one window')
  // This page hears of no change, as when two save in the same second.
  await page.route('**/rpc/system/changes', () => undefined)
  await signIn(page)
  await openResident(page, meija)
  const other = await page.context().newPage()
  await other.goto(page.url())
  await expect(other.getByRole('heading', { level: 1, name: nameOf(meija) })).toBeVisible()
  const form = (each: Page) => each.getByRole('form', { name: 'Muokkaa yhteystietoja' })
  const save = (each: Page) => form(each).getByRole('button', { name: 'Tallenna', exact: true })
  const notice = (each: Page) => meanwhileIn(form(each))
  const changed = (each: Page, field: string) => changedField(form(each), field)

  await test.step('the second to save is told what the first one saved', async () => {
    await page.keyboard.press('e')
    await form(page).getByLabel('Puhelin').fill('050 111 2222')
    await other.keyboard.press('e')
    await form(other).getByLabel('Puhelin').fill('050 333 4444')
    await form(other).getByLabel('Sähköposti').fill('uusi@example.org')
    await save(other).click()
    await expect(section(other, 'Yhteystiedot')).toContainText('050 333 4444')

    await save(page).click()
    await expect(notice(page)).toBeFocused()
    await expect(changed(page, 'Puhelin')).toHaveText([/./, '050 111 2222', '050 333 4444'])
    await expect(changed(page, 'Sähköposti').nth(1)).toHaveText('et muuttanut')
    await expect(changed(page, 'Sähköposti').nth(2)).toHaveText('uusi@example.org')
    await expect(form(page).getByRole('textbox', { name: 'Puhelin' })).toHaveValue('050 111 2222')
    await expectAccessible(page)
    // Nothing was written over what the first one saved.
    await expect(section(other, 'Yhteystiedot')).toContainText('050 333 4444')
    await expect(timeline(other)).toHaveCount(1)
  })

  await test.step('and then saves knowingly, which the other page shows by itself', async () => {
    await notice(page).getByRole('radio', { name: 'Puhelin Kirjoitit 050 111 2222' }).check()
    await save(page).click()
    await expect(form(page)).toBeHidden()
    for (const each of [page, other]) {
      await expect(section(each, 'Yhteystiedot')).toContainText('050 111 2222')
      await expect(section(each, 'Yhteystiedot')).toContainText('uusi@example.org')
    }
    await expect(timeline(other).first()).toContainText('puhelin 050 333 4444 → 050 111 2222')
  })

  await test.step('a half-typed form learns of a change as it happens', async () => {
    await other.keyboard.press('e')
    await form(other).getByLabel('Puhelin').fill('050 999')
    await page.keyboard.press('e')
    await form(page).getByLabel('Sähköposti').fill('kolmas@example.org')
    await save(page).click()
    await expect(changed(other, 'Sähköposti').nth(2)).toHaveText('kolmas@example.org')
    await expect(form(other).getByRole('textbox', { name: 'Puhelin' })).toHaveValue('050 999')
  })
})

test('what changes before a page is heard is shown as soon as it is', async ({ desk: page, host }) => {
  test.skip(host === 'electron', 'the calls of a window pass no network')
  const listening = await heldBack(page, '**/rpc/system/changes')
  await signIn(page)
  await listening.begun
  await openResident(page, meija)
  const id = await residentIdOf(page, meija)
  await deskOf(page).residents.addNote({ id, text: 'Soitti avaimesta.' })
  await listening.letGo()
  await expect(timeline(page)).toContainText(['Soitti avaimesta.'])
})

test('nothing typed is lost while the program does not answer', async ({ desk: page, host }) => {
  test.skip(host === 'electron', 'a port to the desk cannot be cut from here')
  // A page hears only after a moment that its calls are to be cut: so it is told before it has anything to say.
  let away = false
  await page.route('**/rpc/**', (route) => (away ? route.abort() : route.continue()))
  await signIn(page)
  await openResident(page, meija)
  const form = page.getByRole('form', { name: 'Muokkaa yhteystietoja' })
  const bar = page
    .getByRole('alert')
    .filter({ hasText: /^Ohjelmaan ei ole saatu yhteyttä klo \d+\.\d\d jälkeen/ })
  await page.keyboard.press('e')
  await form.getByLabel('Puhelin').fill('050 765 4321')
  away = true
  await page.keyboard.press('Control+Enter')
  await expect(form.getByRole('alert')).toContainText('Ohjelmaan ei saada yhteyttä.')
  await expect(bar).toContainText('Kirjoittamasi on tallessa tässä ikkunassa.')
  await expect(form.getByRole('textbox', { name: 'Puhelin' })).toHaveValue('050 765 4321')
  await expectAccessible(page)
  away = false
  // The page tries again by itself.
  await expect(bar).toHaveCount(0)
  await expect(form.getByRole('textbox', { name: 'Puhelin' })).toHaveValue('050 765 4321')
  await page.keyboard.press('Control+Enter')
  await expect(section(page, 'Yhteystiedot')).toContainText('050 765 4321')
})

test('keys pressed while pages are on their way do what they are for', async ({ desk: page, host }) => {
  test.skip(host === 'electron', 'what the desk answers is held back in the network')
  await signIn(page)
  await openResident(page, meija)
  const resident = page.url()
  await goTo(page, 'Asukkaat')
  await page.route('**/rpc/{residents/read,mandates/ofResident}', async (route) => {
    await new Promise((passed) => setTimeout(passed, 700))
    await route.continue()
  })

  await test.step('one after the other, page after page', async () => {
    await page.goto(resident)
    await page.reload()
    await expect(page.locator('main [data-coming]').first()).toBeAttached()
    await page.keyboard.press('t')
    await page.keyboard.press('m')
    await expect(page.getByRole('heading', { level: 1, name: 'Tee palvelupyyntö' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Vaihda asiaa' })).toBeFocused()
  })

  await test.step('but not when the mouse was taken', async () => {
    await page.goto(resident)
    await page.reload()
    await expect(page.locator('main [data-coming]').first()).toBeAttached()
    await page.keyboard.press('t')
    await page.mouse.click(700, 700)
    await expect(section(page, 'Yhteystiedot')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1, name: nameOf(meija) })).toBeVisible()
  })

  await test.step('one that is for nothing is not in the way of the next', async () => {
    await page.reload()
    await expect(page.locator('main [data-coming]').first()).toBeAttached()
    await page.keyboard.press('x')
    await expect(section(page, 'Yhteystiedot')).toBeVisible()
    await page.keyboard.press('n')
    await expect(page.getByRole('dialog')).toBeVisible()
  })
})

test('pages are there before they are opened', async ({ desk: page, host }) => {
  test.skip(host === 'electron', 'what is loaded is held back in the network')
  await signIn(page)
  const hasCome = (script: string) =>
    page.evaluate(
      (name) => performance.getEntriesByType('resource').some((each) => each.name.includes(name)),
      script,
    )
  await expect.poll(() => hasCome('/Shell-')).toBe(true)
  await page.route('**/assets/*.js', (route) => route.abort())
  for (const name of ['Asukkaat', 'Puhelin', 'Avaimet', 'Loki', 'Asetukset']) {
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('navigation').getByRole('link', { name, exact: true })).toHaveAttribute(
      'aria-current',
      'page',
    )
    await expect(page.getByText('Tätä sivua ei voitu näyttää', { exact: false })).toHaveCount(0)
  }
})

test('pages that could not be loaded are told of, and tried again', async ({ desk: page, host }) => {
  test.skip(host === 'electron', 'what is loaded is held back in the network')
  await page.route('**/assets/Shell-*.js', (route) => route.abort())
  await page.reload()
  await page.getByLabel('Käyttäjätunnus').fill(administrator.username)
  await page.getByLabel('Salasana', { exact: true }).fill(administrator.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Ohjelman sivuja ei voitu ladata.')
  await page.unroute('**/assets/Shell-*.js')
  await page.getByRole('button', { name: 'Yritä uudelleen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Tänään/ })).toBeVisible()
})
