import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openServer, type TestServer } from '../support/server'
import { administrator, expect, expectAccessible, signIn, test } from './fixtures'
import { connect, startHost } from './host'
import { alertThat, meijaInPractice, nameOf, openResident, timeline } from './pages'
import { loadPractice, newFolder } from './seed'

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

/** Has the desk of a data folder work with the database of a server, with a practice register in it. */
async function fill(dataDir: string, server: TestServer) {
  const { hostname, port } = new URL(server.url)
  const password = 'tiskien oma salasana'
  const command = join(import.meta.dirname, '..', '..', 'out', 'main', 'database.js')
  execFileSync(process.execPath, [command, 'create', '--host', hostname, '--port', port], {
    env: { ...process.env, PGPASSWORD: 'postgres', HEKA_DESK_PASSWORD: password },
  })
  const host = await startHost(dataDir)
  try {
    const desk = await connect(host.address)
    const address = {
      host: hostname,
      port: Number(port),
      database: 'heka_desk',
      user: 'heka_desk',
      authority: '',
    }
    await desk.database.choose({ choice: { kind: 'postgres', address }, password })
    await desk.staff.createFirstAdministrator({ ...administrator, servesResidents: true })
    await loadPractice(desk, 40)
  } finally {
    await host.stop()
  }
}

test('what was read and typed stays while the office’s database is away, and all goes on when it is back', async ({
  open,
  host,
}) => {
  test.skip(host === 'electron', 'the data folder is made with the web host’s key')
  const server = await openServer(['-c', 'fsync=off'])
  const dataDir = newFolder()
  try {
    await fill(dataDir, server)
    const page = await open(dataDir)
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
    rmSync(dataDir, { recursive: true, force: true })
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
