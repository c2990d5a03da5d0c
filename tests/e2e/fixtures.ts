import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { test as base, chromium, _electron as electron, expect, type Page } from '@playwright/test'
import { chromiumArgs, chromiumPath, electronPath } from './browser'
import { connect, startHost } from './host'

export { expect }

const root = join(import.meta.dirname, '..', '..')
export const administrator = { name: 'Aino Lehtinen', username: 'aino', password: 'kolme kissaa ja koira' }

const folder = () => mkdtempSync(join(tmpdir(), 'heka-desk-e2e-'))

/** A data folder with an administrator who is also the lead and a small practice register, made once a worker. */
async function seededFolder(): Promise<string> {
  const dataDir = folder()
  const host = await startHost(dataDir)
  const desk = await connect(host.address)
  await desk.staff.createFirstAdministrator({ ...administrator, servesResidents: true })
  let uploadId = ''
  for await (const event of await desk.register.generatePractice({ apartments: 500, seed: 1 })) {
    if (event.type === 'ready') uploadId = event.uploadId
  }
  for await (const _ of await desk.register.preview({ uploadId }));
  for await (const _ of await desk.register.apply({
    uploadId,
    withoutRejected: false,
    endsManyMeant: false,
  }));
  await host.stop()
  return dataDir
}

interface Fixtures {
  readonly host: 'web' | 'electron'
  /** The program's page on an empty data folder: the first run. */
  readonly firstRun: Page
  /** The program's page on a folder with an administrator and the practice register; nobody signed in. */
  readonly desk: Page
}

async function openWeb(dataDir: string, use: (page: Page) => Promise<void>) {
  const host = await startHost(dataDir)
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumArgs })
  try {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'fi-FI',
      timezoneId: 'Europe/Helsinki',
    })
    const page = await context.newPage()
    await page.goto(host.address)
    await use(page)
  } finally {
    await browser.close()
    await host.stop()
  }
}

async function openElectron(dataDir: string, executablePath: string, use: (page: Page) => Promise<void>) {
  const program = await electron.launch({ executablePath, args: [root, '--data', dataDir] })
  try {
    await use(await program.firstWindow())
  } finally {
    await program.close()
  }
}

async function open(host: 'web' | 'electron', dataDir: string, use: (page: Page) => Promise<void>) {
  const found = electronPath()
  if (host === 'web') return openWeb(dataDir, use)
  if ('missing' in found) return base.skip(true, found.missing)
  return openElectron(dataDir, found.path, use)
}

export const test = base.extend<Fixtures, { seeded: string }>({
  host: ['web', { option: true }],
  seeded: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const dataDir = await seededFolder()
      await use(dataDir)
      rmSync(dataDir, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  firstRun: async ({ host }, use) => {
    const dataDir = folder()
    await open(host, dataDir, use)
    rmSync(dataDir, { recursive: true, force: true })
  },
  desk: async ({ host, seeded }, use) => {
    const dataDir = folder()
    cpSync(seeded, dataDir, { recursive: true })
    await open(host, dataDir, use)
    rmSync(dataDir, { recursive: true, force: true })
  },
})

/** Signs in at the sign-in page. */
export async function signIn(page: Page, who: { username: string; password: string } = administrator) {
  await page.getByLabel('Käyttäjätunnus').fill(who.username)
  await page.getByLabel('Salasana', { exact: true }).fill(who.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('search')).toBeVisible()
}

/** Axe finds nothing on the page as it is now, by WCAG 2.2 AA and before. */
export async function expectAccessible(page: Page) {
  // Axe looks at the page as it is, so the page has to be there.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  expect(
    violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(' ')) })),
  ).toEqual([])
}
