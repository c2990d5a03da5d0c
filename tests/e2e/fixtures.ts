import { readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import {
  type Browser,
  test as base,
  chromium,
  _electron as electron,
  expect,
  type Page,
} from '@playwright/test'
import { chromiumArgs, chromiumPath, electronPath } from './browser'
import { startHost } from './host'
import { type OfficeServer, openOfficeServer } from './officeServer'
import { administrator, copyFilled, exampleFolder, type Filled, practiceFolder } from './seed'

export { administrator, expect }

const root = join(import.meta.dirname, '..', '..')

interface Fixtures {
  readonly host: 'web' | 'electron'
  readonly skippedWithoutElectron: undefined
  /** A copy of a data folder, or an empty one, with a database of its own; gone when the test ends. */
  readonly copied: (of: Filled | null) => Promise<Filled>
  /** Opens the program on a data folder, which it has for itself. It is closed when the test ends. */
  readonly openOn: (filled: Filled) => Promise<Page>
  /** Opens the program on a copy of a data folder, or on an empty one. */
  readonly open: (copyOf: Filled | null) => Promise<Page>
  /** The program's page on an empty data folder: the first run. */
  readonly firstRun: Page
  /** The program's page on a folder with the example register and staff; nobody signed in. */
  readonly desk: Page
  /** The same with a practice register, whose best-known resident has a dozen notes. */
  readonly practice: Page
}

interface WorkerFixtures {
  readonly browser: Browser
  readonly engine: 'sqlite' | 'postgres'
  /** The office's server on PostgreSQL. */
  readonly office: OfficeServer | null
  /** Data folders that every test of a worker starts from a copy of. */
  readonly examples: Filled
  readonly practices: Filled
}

/** Texts that a page may not write into its console: an error of a script, of React, or of the security policy. */
const faults = new WeakMap<Page, string[]>()

/** Notes what goes wrong in a page without being seen. An answer of the desk that refuses is no fault. */
function watch(page: Page) {
  const noted: string[] = []
  faults.set(page, noted)
  page.on('pageerror', (error) => noted.push(String(error)))
  page.on('console', (message) => {
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return
    noted.push(message.text())
  })
}

/** Milliseconds between keys, longer than a scanner's: a person's. */
const pause = 80

/**
 * Presses characters at a person's pace: the program takes those that come faster for a scanned document's. Keys that are
 * no character end a scan, so that they need no pause.
 */
export function pressLikeAPerson({ keyboard }: Page) {
  const press = keyboard.press.bind(keyboard)
  keyboard.press = async (key, options) => {
    if (key.length === 1) await new Promise((done) => setTimeout(done, pause))
    await press(key, options)
  }
}

async function openWeb(browser: Browser, dataDir: string) {
  const host = await startHost(dataDir)
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    // Nothing is half faded in when it is looked at.
    reducedMotion: 'reduce',
  })
  context.on('page', watch)
  context.on('page', pressLikeAPerson)
  const page = await context.newPage()
  await page.goto(host.address)
  return {
    page,
    async close() {
      const found = context.pages().flatMap((each) => faults.get(each) ?? [])
      await context.close()
      await host.stop()
      expect(found, 'written into the console').toEqual([])
    },
  }
}

async function openElectron(dataDir: string) {
  const found = electronPath()
  if ('missing' in found) throw new Error(found.missing)
  const program = await electron.launch({ executablePath: found.path, args: [root, '--data', dataDir] })
  const page = await program.firstWindow()
  watch(page)
  pressLikeAPerson(page)
  return {
    page,
    async close() {
      await program.close()
      expect(faults.get(page), 'written into the console').toEqual([])
    },
  }
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  host: ['web', { option: true }],
  // A fixture and not a hook: a hook in this file would belong to the one spec that loads it first.
  skippedWithoutElectron: [
    async ({ host }, use, testInfo) => {
      const found = electronPath()
      if (host === 'electron' && 'missing' in found) testInfo.skip(true, found.missing)
      await use(undefined)
    },
    { auto: true },
  ],
  // Playwright's own would look for a browser that it downloaded itself.
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumArgs })
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  engine: ['sqlite', { option: true, scope: 'worker' }],
  office: [
    async ({ engine }, use) => {
      const office = engine === 'postgres' ? await openOfficeServer() : null
      await use(office)
      await office?.stop()
    },
    { scope: 'worker' },
  ],
  examples: [
    async ({ office }, use) => {
      const filled = await exampleFolder(office)
      await use(filled)
      rmSync(filled.dataDir, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  practices: [
    async ({ office }, use) => {
      const filled = await practiceFolder(office)
      await use(filled)
      rmSync(filled.dataDir, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  copied: async ({ office }, use) => {
    const folders: string[] = []
    await use(async (of) => {
      const filled = await copyFilled(of, office)
      folders.push(filled.dataDir)
      return filled
    })
    for (const dataDir of folders) rmSync(dataDir, { recursive: true, force: true })
  },
  openOn: async ({ host, browser }, use) => {
    const opened: { close(): Promise<void> }[] = []
    await use(async ({ dataDir }) => {
      const program = await (host === 'web' ? openWeb(browser, dataDir) : openElectron(dataDir))
      opened.push(program)
      return program.page
    })
    for (const program of opened) await program.close()
  },
  open: async ({ openOn, copied }, use) => use(async (copyOf) => openOn(await copied(copyOf))),
  firstRun: async ({ open }, use) => use(await open(null)),
  desk: async ({ open, examples }, use) => use(await open(examples)),
  practice: async ({ open, practices }, use) => use(await open(practices)),
})

/** The first run: makes the first administrator, who is then signed in. */
export async function createFirstAdministrator(page: Page) {
  await page.getByLabel('Nimesi').fill(administrator.name)
  await page.getByLabel('Käyttäjätunnus').fill(administrator.username)
  await page.getByLabel('Salasana', { exact: true }).fill(administrator.password)
  await page.getByRole('button', { name: 'Luo tunnus ja aloita' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Tänään/ })).toBeVisible()
}

/** Signs in at the sign-in page. */
export async function signIn(page: Page, who: { username: string; password: string } = administrator) {
  await page.getByLabel('Käyttäjätunnus').fill(who.username)
  await page.getByLabel('Salasana', { exact: true }).fill(who.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Tänään/ })).toBeVisible()
}

// The one that the builder would put into every frame, twice, each time that it looks: reading it takes longer than looking.
const require = createRequire(import.meta.url)
const axeSource = readFileSync(
  createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** Waits until nothing moves that comes to an end: a colour on its way from light to dark is neither of them. */
const expectStill = (page: Page) =>
  page.evaluate(async () => {
    const moving = () =>
      document
        .getAnimations()
        .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
        .map(({ finished }) => finished)
    // What inherits a colour sets out when that has arrived.
    for (let ending = moving(); ending.length > 0; ending = moving()) await Promise.allSettled(ending)
  })

/** Axe finds nothing on the page as it is now, by WCAG 2.2 AA and before; `rules` to look at these alone. */
export async function expectAccessible(page: Page, rules?: readonly string[]) {
  // The pages are the same on either engine.
  if ((test.info().project.use as Partial<WorkerFixtures>).engine === 'postgres') return
  // Axe looks at the page as it is, so the page has to be there.
  await expect(page.locator('h1').filter({ visible: true })).toHaveCount(1)
  // A list that is being read anew is pale for a moment.
  await expect(page.locator('table[aria-busy=true]')).toHaveCount(0)
  await expectStill(page)
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axeSource)
  }
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  // Electron has no second page for axe to finish its work in. What is in order needs no list.
  const axe = new AxeBuilder({ page, axeSource: ';' })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
  const { violations } = await (rules ? axe.withRules([...rules]) : axe.withTags(tags)).analyze()
  expect(
    violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(' ')) })),
  ).toEqual([])
}
