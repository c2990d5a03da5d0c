// node scripts/screenshots.mjs: makes the pictures of docs/screenshots anew, of a practice register and in Finnish. The program
// is run on a few days of November 2026 one after another, so that the timeline looks like a lived one.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { ensureBuilt, node24, root, run, say } from './prepare.mjs'
import { bookMorning, visitPictures } from './visitPictures.mjs'

const folder = join(root, 'docs', 'screenshots')
const aino = { name: 'Aino Lehtinen', username: 'aino', password: 'kolme kissaa ja koira' }
const pekka = { name: 'Pekka Salo', username: 'pekka', password: 'neljä hiirtä ja juusto' }
// The passport of somebody who does not exist, and the same one expired.
const passport = [
  'P<FINVIRTANEN<<MEIJA<KATARIINA<<<<<<<<<<<<<<',
  'XP12345674FIN8304047<3106305<<<<<<<<<<<<<<02',
]
const expired = [passport[0], 'XP12345674FIN8304047<2106308<<<<<<<<<<<<<<04']

/** A script that a program runs before itself, so that its clock is ahead and its computer has the name of a desk. */
const elsewhen = (ahead) => `
import os from 'node:os'
import { syncBuiltinESMExports } from 'node:module'
os.hostname = () => 'PALVELUPISTE-2'
syncBuiltinESMExports()
const Real = Date
globalThis.Date = class extends Real {
  constructor(...given) { given.length > 0 ? super(...given) : super(Real.now() + ${ahead}) }
  static now() { return Real.now() + ${ahead} }
}`

async function main() {
  const { chromiumArgs, chromiumPath } = await import('../tests/e2e/browser.ts')
  const { startHost } = await import('../tests/e2e/host.ts')
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumArgs })
  const folders = []
  const newFolder = () => {
    folders.push(mkdtempSync(join(tmpdir(), 'heka-desk-pictures-')))
    return folders.at(-1)
  }

  /** Runs the program on a folder as if it were then, and does something at its page. */
  async function at(time, dataDir, work) {
    const ahead = new Date(time).getTime() - Date.now()
    process.env.NODE_OPTIONS = `--import "data:text/javascript,${encodeURIComponent(elsewhen(ahead))}"`
    const host = await startHost(dataDir)
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'fi-FI',
      timezoneId: 'Europe/Helsinki',
      reducedMotion: 'reduce',
      colorScheme: 'light',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.clock.install({ time: new Date(time) })
    await page.goto(host.address)
    await work(page)
    await context.close()
    await host.stop()
  }

  try {
    await pictures(at, newFolder)
  } finally {
    await browser.close()
    for (const dataDir of folders) rmSync(dataDir, { recursive: true, force: true })
  }
}

async function pictures(at, newFolder) {
  mkdirSync(folder, { recursive: true })
  const practice = newFolder()

  await at('2026-10-06T09:05+03:00', practice, async (page) => {
    await createAdministrator(page)
    await goTo(page, 'Rekisteri')
    await page.getByLabel('Oma määrä').check()
    await page.getByLabel('Asuntojen määrä').fill('2000')
    await page.getByRole('button', { name: 'Tee harjoitusrekisteri' }).click()
    await page.getByRole('button', { name: 'Lataa harjoitusrekisteri…' }).click()
    await page.getByRole('button', { name: 'Tuo nyt' }).click()
    await page.getByRole('heading', { name: 'Tuonti on valmis' }).waitFor()
    await addPekka(page)
    await openMeija(page)
    await writeNote(page, 'Kysyi vuokrantarkistuksesta. Ohjattu verkkosivuille.')
  })
  await at('2026-10-19T10:40+03:00', practice, async (page) => {
    await signIn(page, pekka)
    await openMeija(page)
    await page.keyboard.press('e')
    await page.getByLabel('Puhelin').fill('050 123 4567')
    await page.keyboard.press('Control+Enter')
    await saved(page, 'Yhteystietoja korjattu')
  })
  await at('2026-10-29T13:20+02:00', practice, async (page) => {
    await signIn(page, aino)
    await openMeija(page)
    await page.getByRole('button', { name: 'Näytä henkilötunnus kokonaan' }).click()
    await page.getByLabel('Syy').fill('Todistus vuokrasuhteesta')
    await page.keyboard.press('Enter')
    await saved(page, 'Henkilötunnus näytetty')
    await writeNote(page, 'Sai todistuksen vuokrasuhteesta.')
    await goTo(page, 'Loki')
    await page.getByRole('button', { name: 'Tarkista ketju' }).click()
    await page.getByText('Loki on eheä').waitFor()
    await take(page, 'audit')
  })
  await at('2026-11-17T09:15+02:00', practice, async (page) => {
    await signIn(page, aino)
    await openMeija(page)
    await scan(page, expired)
    await page.getByRole('button', { name: 'Kirjaa hylkäys' }).click()
    await page.getByRole('button', { name: 'Takaisin asukkaan sivulle' }).click()
    await writeNote(page, 'Passi oli vanhentunut. Tulee uuden kanssa ensi tiistaina.')
  })
  await at('2026-11-24T09:52+02:00', practice, async (page) => {
    await signIn(page, aino)
    await page.keyboard.press('/')
    await page.keyboard.type('virt m')
    await page.getByRole('option').nth(3).waitFor()
    await page.getByRole('listbox').and(page.locator('[aria-busy=false]')).waitFor()
    await page.keyboard.press('ArrowDown')
    await take(page, 'search')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')

    await openMeija(page)
    await scan(page, passport)
    const yes = page.getByRole('button', { name: 'Kyllä, kuva täsmää' })
    await yes.waitFor()
    await take(page, 'identity')
    await yes.click()
    await page.getByRole('button', { name: 'Jatka Asukassivut-rekisteröintiin' }).press('Enter')
    for (const name of [
      'Aloita rekisteröinti',
      'Merkitse: käyttäjätunnus luotu',
      'Merkitse: linkki lähetetty',
    ]) {
      await page.getByRole('button', { name }).press('Enter')
    }
    await page.getByText(/min jäljellä/).waitFor()
    await page
      .getByRole('button', { name: 'Merkitse: sähköposti vahvistettu' })
      .and(page.locator(':focus'))
      .waitFor()
    await take(page, 'portal')
    await page.getByRole('link', { name: 'Meija Katariina Virtanen' }).click()
    await saved(page, 'vahvistuslinkki lähetetty')
    await page.getByRole('heading', { level: 1 }).focus()
    await take(page, 'resident')
  })
  await at('2026-11-24T12:10+02:00', practice, async (page) => {
    await signIn(page, aino)
    await bookMorning(page)
  })
  await at('2026-11-25T09:40+02:00', practice, async (page) => {
    await signIn(page, aino)
    const open = async (path) => {
      await page.evaluate((hash) => {
        location.hash = hash
      }, path)
      await page.locator('h1').filter({ visible: true }).waitFor()
      await page.waitForTimeout(500)
    }
    await visitPictures(page, { open, take: (name, of = page) => take(of, name) })
    await openMeija(page)
    await page.keyboard.press('k')
    await page.getByRole('heading', { level: 1, name: 'Avaimet' }).waitFor()
    await take(page, 'keys')
    await openMeija(page)
    await page.keyboard.press('a')
    await page.getByRole('heading', { level: 1, name: 'Saako asioida?' }).waitFor()
    await take(page, 'ask')
    await page.keyboard.press('Escape')
    await page.keyboard.press('F2')
    await page.getByRole('heading', { level: 1, name: 'Puhelu käynnissä' }).waitFor()
    await page.keyboard.type('virt mei 04')
    await page.getByRole('option', { name: /Virtanen Meija Katariina/ }).click()
    await page
      .getByRole('region', { name: 'Tunnistaminen' })
      .getByRole('button', { name: 'Oikein' })
      .first()
      .click()
    await page.getByRole('button', { name: 'Oikein', pressed: true }).waitFor()
    await take(page, 'call')
    await goTo(page, 'Tänään')
    await take(page, 'today')
  })
  await at('2026-11-24T10:30+02:00', newFolder(), registerPicture)
}

/** A second import of the example files, with something of everything. */
async function registerPicture(page) {
  await createAdministrator(page)
  await goTo(page, 'Rekisteri')
  const example = new Map(
    ['properties', 'apartments', 'people', 'leases', 'occupancies'].map((name) => [
      `${name}.csv`,
      readFileSync(join(root, 'docs', 'example-register', `${name}.csv`), 'utf8'),
    ]),
  )
  await chooseFiles(page, example)
  await page.getByRole('button', { name: 'Tuo asukasluettelo…' }).click()
  await page.getByRole('button', { name: 'Tuo nyt' }).click()
  await page.getByRole('button', { name: 'Takaisin luetteloon' }).click()
  const people = example
    .get('people.csv')
    .replace('040 555 0142', '050 123 4567')
    .replace('251238-938V', '251238-938X')
    .replace('1999-12-31', '1999-13-31')
    .replace(/^P000008.*\n/m, '')
  await chooseFiles(
    page,
    new Map([
      ...example,
      ['people.csv', `${people}P000016,Noora Ilona,Salonen,,1990-02-03,fi,,,no,\n`],
      ['occupancies.csv', example.get('occupancies.csv').replace(/^L000005,P000008.*\n/m, '')],
    ]),
  )
  await page.getByRole('button', { name: /hylättyä riviä, people\.csv/ }).click()
  await page.getByRole('table', { name: 'Rivit' }).waitFor()
  await page.getByRole('main').evaluate((main) => main.scrollTo(0, 0))
  await take(page, 'register')
}

async function chooseFiles(page, files) {
  const opening = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Valitse tiedostot' }).click()
  await (await opening).setFiles(
    [...files].map(([name, text]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })),
  )
  await page.getByRole('button', { name: 'Lue ja vertaa' }).click()
  await page.getByRole('table', { name: 'Mitä tuonti tekisi' }).waitFor()
}

async function take(page, name) {
  await page.evaluate(() => document.fonts.ready)
  await page.locator('.MuiSkeleton-root').first().waitFor({ state: 'detached' })
  await page.screenshot({ path: join(folder, `${name}.png`), caret: 'initial' })
  say(`docs/screenshots/${name}.png`)
}

async function createAdministrator(page) {
  await page.getByLabel('Nimesi').fill(aino.name)
  await fill(page, aino)
  await page.getByRole('button', { name: 'Luo tunnus ja aloita' }).click()
  await page.getByRole('heading', { level: 1, name: /^Tänään/ }).waitFor()
}

async function fill(page, { username, password }) {
  await page.getByLabel('Käyttäjätunnus').fill(username)
  await page.getByLabel('Salasana', { exact: true }).fill(password)
}

async function signIn(page, who) {
  await fill(page, who)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /^Tänään/ }).waitFor()
}

const goTo = (page, place) => page.getByRole('navigation').getByRole('link', { name: place }).click()

async function addPekka(page) {
  await goTo(page, 'Henkilöstö')
  await page.getByRole('button', { name: 'Lisää henkilö' }).click()
  await page.getByLabel('Nimi', { exact: true }).fill(pekka.name)
  await page.getByLabel('Käyttäjätunnus').fill(pekka.username)
  await page.getByRole('checkbox', { name: 'Puhelinpalvelu' }).check()
  await page.getByRole('button', { name: 'Lisää', exact: true }).click()
  const first = await page.getByText(/^(\w{4}-){4}\d{4}$/).innerText()
  await page.getByRole('button', { name: 'Valmis' }).click()
  await switchTo(page, { ...pekka, password: first })
  await page.getByLabel('Nykyinen salasana').fill(first)
  await page.getByLabel('Uusi salasana').fill(pekka.password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /^Tänään/ }).waitFor()
}

async function switchTo(page, who) {
  await page.getByRole('banner').locator('[aria-haspopup=menu]').click()
  await page.getByRole('menuitem', { name: 'Vaihda käyttäjää' }).click()
  await fill(page, who)
  await page.keyboard.press('Enter')
}

async function openMeija(page) {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('virt mei 04')
  await page.getByRole('listbox').and(page.locator('[aria-busy=false]')).waitFor()
  await page.getByRole('option', { name: /Virtanen Meija Katariina/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Meija Katariina Virtanen' }).waitFor()
}

const saved = (page, text) =>
  page
    .getByRole('region', { name: 'Tapahtumat' })
    .getByRole('listitem')
    .filter({ hasText: text })
    .first()
    .waitFor()

async function writeNote(page, text) {
  await page.keyboard.press('n')
  await page.getByRole('dialog').getByRole('textbox').fill(text)
  await page.keyboard.press('Control+Enter')
  await saved(page, text)
}

async function scan(page, lines) {
  for (const line of lines) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
  }
}

await ensureBuilt()
// Node 24 reads the TypeScript of the tests' helpers as it is.
if (Number.parseInt(process.versions.node, 10) >= 24) await main()
else process.exitCode = await run(node24, [import.meta.filename])
