import type { Page } from '@playwright/test'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { expectHits, goTo, meija, nameOf, openResident, section, timeline } from './pages'
import { heading } from './powers'

const caller = (page: Page) => page.getByRole('combobox', { name: 'Kuka soittaa?' })
const done = (page: Page) => page.getByRole('alert').filter({ hasText: 'Puhelu on kirjattu.' })

/** A call is started with its key, from whatever page. */
async function ring(page: Page) {
  await page.keyboard.press('F2')
  await heading(page, 'Puhelu käynnissä')
  await expect(caller(page)).toBeFocused()
}

/** The caller is found by what they say, and is there. */
async function findCaller(page: Page, words: string, name: string) {
  for (const character of words) await page.keyboard.press(character)
  await expectHits(page)
  await page.keyboard.press('Enter')
  await expect(section(page, 'Soittaja').getByRole('link', { name })).toBeVisible()
}

test('from the ring to a logged call with a routed defect: at most twelve keys, one screen', async ({
  desk: page,
}) => {
  await signIn(page)
  let pressed = 0
  const press = page.keyboard.press.bind(page.keyboard)
  page.keyboard.press = async (key, options) => {
    pressed += 1
    await press(key, options)
  }
  await ring(page)
  await findCaller(page, 'meij', nameOf(meija))
  await expectAccessible(page)
  await page.keyboard.press('d')
  await expect(page.getByLabel('Mikä on vialla?')).toBeFocused()
  for (const character of 'vesi') await page.keyboard.press(character)
  // Which of the two depends on the hour.
  await expect(page.getByText(/^Kiireellinen\. Kerro soittajalle: soita heti 09 5767 3[01]00$/)).toBeVisible()
  await expect(page.getByLabel(/^Vian laji/)).toHaveValue('waterLeak')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(done(page)).toBeVisible()
  expect(pressed).toBeLessThanOrEqual(12)
  page.keyboard.press = press
  // What to say last is on the same screen.
  await expect(section(page, 'Kerro asukkaalle')).toContainText('+358 9 5767')
  await expectAccessible(page)
  await expect(page).not.toHaveTitle(/Virtanen/)
  await done(page).getByRole('link', { name: 'Avaa vikailmoitus' }).click()
  await heading(page, 'Vesivuoto')
  await expect(section(page, 'Kuka korjaa ja milloin')).toContainText('Hoidetaan puhelimitse')
  await expectAccessible(page)
  await openResident(page, meija)
  await expect(section(page, 'Viat ja ovenavaukset')).toContainText('Vesivuoto')
  await expect(timeline(page).filter({ hasText: 'Vikailmoitus' })).toHaveCount(1)
  await expect(timeline(page).filter({ hasText: 'Puhelu' })).toHaveCount(1)
})

test('a caller is recognised by two answers, and what may be told follows', async ({ desk: page }) => {
  await signIn(page)
  await ring(page)
  await findCaller(page, '040 555 0142', nameOf(meija))
  await expect(section(page, 'Soittaja')).toContainText('suomalainen numero')
  const recognised = section(page, 'Tunnistaminen')
  const told = section(page, 'Mitä saa kertoa ja tehdä')
  await expect(recognised).toContainText('Ei vielä tunnistettu')
  await expect(told).toContainText('Ei saa, tunnista ensin: Omat ajanvaraukset')
  await page.keyboard.press('1')
  await expect(recognised.getByRole('button', { name: 'Oikein', pressed: true })).toHaveCount(1)
  await page.keyboard.press('2')
  await expect(recognised).toContainText('Tunnistettu')
  await expect(told).not.toContainText('tunnista ensin')
  await expect(told).toContainText('Ei saa, ei koskaan puhelimessa: Henkilötunnus')
  await expectAccessible(page)

  await test.step('what is missing in the log is said; a task is left', async () => {
    await page.keyboard.press('Control+Enter')
    const form = page.getByRole('form', { name: 'Puhelun kirjaus' })
    await expect(form.getByRole('alert')).toContainText('Valitse, mitä puhelu koski.')
    await expectAccessible(page)
    await form.getByLabel('Aihe').selectOption({ label: 'Avaimet' })
    await form.getByLabel('Mistä puhuttiin').fill('Kysyi varmuusavaimesta.')
    await form.getByRole('checkbox', { name: 'Puhelusta jää tehtävä' }).check()
    await form.getByLabel('Otsikko').fill('Soita varmuusavaimesta')
    await expect(form.getByText(/^viimeistään /)).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('put on hold, it is gone back to with what was typed', async () => {
    await section(page, 'Soittaja')
      .getByRole('button', { name: /^Vaihda soittaja/ })
      .focus()
    await page.keyboard.press('p')
    await heading(page, 'Puhelin')
    await expectAccessible(page)
    await section(page, 'Pidossa')
      .getByRole('button', { name: /^Jatka puhelua/ })
      .click()
    await heading(page, 'Puhelu käynnissä')
    await expect(page.getByLabel('Mistä puhuttiin')).toHaveValue('Kysyi varmuusavaimesta.')
    await expect(recognised).toContainText('Tunnistettu')
  })

  await test.step('logged, it is in the list, and its answers are nowhere', async () => {
    await page.keyboard.press('Control+Enter')
    await expect(done(page)).toBeVisible()
    await page.getByRole('table', { name: 'Puhelut' }).getByRole('link').first().click()
    await heading(page, 'Puhelu')
    await expect(section(page, 'Soittaja')).toContainText('Oikein')
    await expect(section(page, 'Soittaja')).toContainText('Kysyi varmuusavaimesta.')
    await expectAccessible(page)
    await section(page, 'Soittaja').getByRole('link', { name: 'Avaa tehtävä' }).click()
    await heading(page, 'Soita varmuusavaimesta')
  })
})

test('nothing that is pressed is lost while the desk still answers, and the focus is always somewhere', async ({
  desk: page,
}) => {
  await signIn(page)
  await ring(page)
  await test.step('a withheld number is typed as a word; Esc leaves the field to the keys of the call', async () => {
    for (const character of 'salattu') await page.keyboard.press(character)
    await expect(page.getByText(/^Numero on salattu\./)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Salattu numero', pressed: true })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await page.keyboard.press('e')
    await page.keyboard.press('F2')
    await expect(caller(page)).toBeFocused()
  })
  await test.step('logged right after the caller was marked, from the answers too', async () => {
    await findCaller(page, 'meij', nameOf(meija))
    await page.getByLabel('Aihe').selectOption({ label: 'Avaimet' })
    await section(page, 'Soittaja')
      .getByRole('button', { name: /^Vaihda soittaja/ })
      .focus()
    await page.keyboard.press('v')
    await expect(section(page, 'Vastaukset')).toBeVisible()
    await section(page, 'Soittaja')
      .getByRole('button', { name: /^Vaihda soittaja/ })
      .focus()
    await page.keyboard.press('1')
    await page.keyboard.press('2')
    await page.keyboard.press('Control+Enter')
    await expect(done(page)).toBeFocused()
  })
  await test.step('what is put aside is not said to be logged', async () => {
    await ring(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('p')
    await heading(page, 'Puhelin')
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await expect(done(page)).toHaveCount(0)
  })
  await test.step('the calls of a day, by the arrow keys and as typed', async () => {
    const days = page.getByRole('group', { name: 'Minkä päivän puhelut' })
    const calls = page.getByRole('table', { name: 'Puhelut' })
    await expect(days).toContainText('Kaikki päivät')
    await page.keyboard.press('ArrowLeft')
    await expect(calls.getByRole('link')).toHaveCount(2)
    await expect(days.getByRole('button', { name: 'Seuraava päivä' })).toBeDisabled()
    await page.keyboard.press('ArrowLeft')
    await expect(page.getByText('Tältä päivältä ei ole puheluita.')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('ArrowRight')
    await expect(calls.getByRole('link')).toHaveCount(2)
    await days.getByLabel('Siirry päivään').fill('1.1.2026')
    await page.keyboard.press('Enter')
    await expect(days).toContainText('to 1.1.2026')
    await days.getByRole('button', { name: 'Kaikki päivät' }).click()
    await expect(calls.getByRole('link')).toHaveCount(2)
  })
})

test('unknown, withheld and foreign numbers are ordinary calls', async ({ desk: page }) => {
  await signIn(page)
  await ring(page)
  await page.keyboard.type('+44 20 7946 0958', { delay: 60 })
  await expect(page.getByText(/^Numerolla .* ei löydy asukasta/)).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(section(page, 'Soittaja')).toContainText('ulkomainen numero')
  await page.getByRole('button', { name: 'Salattu numero' }).click()
  await expect(page.getByRole('button', { name: 'Salattu numero', pressed: true })).toBeVisible()
  await expect(section(page, 'Soittaja')).not.toContainText('ulkomainen numero')
  await page.getByRole('radio', { name: 'Ei asukas' }).check()
  await page.getByLabel('Soittajan nimi').fill('Oona Hakija')
  await page.getByRole('button', { name: 'Jatka näin' }).click()
  await expect(section(page, 'Soittaja')).toContainText('Oona Hakija')
  // Another page can be looked at meanwhile, and the call is one click away.
  await goTo(page, 'Tehtävät')
  await page.getByRole('link', { name: 'Palaa puheluun' }).click()
  await heading(page, 'Puhelu käynnissä')
  await page.getByLabel('Aihe').selectOption({ label: 'Asunnon haku' })
  await page.keyboard.press('Control+Enter')
  await expect(done(page)).toBeVisible()
  await expect(page.getByRole('table', { name: 'Puhelut' })).toContainText('Oona Hakija')
})

test('a resident of an As Oy home is handed over warm', async ({ desk: page }) => {
  await signIn(page)
  await ring(page)
  await findCaller(page, 'nguyen', 'Minh Nguyen')
  await expect(page.getByText(/^As Oy -asunto: siirrä puhelu numeroon 09 5767 4000\./)).toBeVisible()
  const handOver = page.getByRole('button', { name: /^Siirrä As Oy -tiimille/ })
  await page.keyboard.press('s')
  // What the team has to know can be typed at once.
  await expect(page.getByLabel('Mistä puhuttiin')).toBeFocused()
  await expect(page.getByRole('form', { name: 'Puhelun kirjaus' })).toContainText('Kirjoita')
  await expectAccessible(page)
  await page.getByLabel('Mistä puhuttiin').fill('Kysyi, milloin avaimet saa.')
  await handOver.click()
  await expect(page.getByText('Siirrä puhelu numeroon 09 5767 4000.').first()).toBeVisible()
  await goTo(page, 'Tehtävät')
  await page.getByRole('button', { name: 'Kaikki avoimet' }).click()
  await page.getByRole('table', { name: 'Tehtävät' }).getByRole('link').first().click()
  await heading(page, 'Kysyi, milloin avaimet saa.')
  await expect(section(page, 'Mitä tehdään')).toContainText('09 5767 4000')
  await expectAccessible(page)
})
