import type { Page } from '@playwright/test'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { openOfficeServer } from './officeServer'
import { alertThat, meijaInPractice, nameOf, openResident, timeline } from './pages'
import { filledFolder, loadPractice } from './seed'

const noteDialog = (page: Page) => page.getByRole('dialog', { name: /muistiinpano/i })
const note = 'Toi avaimen palvelupisteeseen.'

async function typeNote(page: Page) {
  await page.keyboard.press('n')
  await noteDialog(page).getByRole('textbox').fill(note)
}

/** The note stands once on the resident's page. */
const expectOneNote = async (page: Page) => {
  await expect(noteDialog(page)).toBeHidden()
  await expect(timeline(page).filter({ hasText: note })).toHaveCount(1)
}

test('what was read and typed stays while the office’s database is away, and all goes on when it is back', async ({
  openOn,
  host,
  engine,
}) => {
  test.skip(host === 'electron', 'the data folder is made with the web host’s key')
  test.skip(engine === 'postgres', 'brings a server of its own')
  const server = await openOfficeServer()
  try {
    const page = await openOn(await filledFolder(server, (desk) => loadPractice(desk, 40)))
    await signIn(page)
    await openResident(page, meijaInPractice)
    const bar = alertThat(page, 'Tietokanta ei ole vastannut')
    const before = page.getByRole('status').filter({ hasText: /^Luettu ennen katkosta, klo \d+\.\d\d$/ })
    await typeNote(page)

    await server.kill()
    await expect(bar).toContainText(/klo \d+\.\d\d jälkeen. Kirjoittamasi on tallessa/)
    await expect(before).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(noteDialog(page).getByRole('alert')).toContainText('Tietokantaan ei saada yhteyttä')
    await expect(noteDialog(page).getByRole('textbox')).toHaveValue(note)
    // Everything that was read can still be read.
    await expect(page.locator('h1', { hasText: nameOf(meijaInPractice) })).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText('Tietokantaan ei saada yhteyttä')
    await expectAccessible(page)

    await server.start()
    await expect(bar).toHaveCount(0)
    await expect(before).toHaveCount(0)
    await expect(noteDialog(page).getByRole('textbox')).toHaveValue(note)
    await noteDialog(page).getByRole('textbox').press('Control+Enter')
    await expectOneNote(page)
  } finally {
    await server.stop()
  }
})

test('a command whose answer is lost is not done twice', async ({ practice: page, host }) => {
  test.skip(host === 'electron', 'an answer of the desk cannot be cut from here')
  await signIn(page)
  await openResident(page, meijaInPractice)
  let sent = 0
  await page.route('**/rpc/residents/addNote', async (route) => {
    sent += 1
    if (sent > 2) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await typeNote(page)
  await page.keyboard.press('Control+Enter')
  await expectOneNote(page)
  expect(sent).toBe(3)
  await page.reload()
  await expect(timeline(page).filter({ hasText: note })).toHaveCount(1)
})
