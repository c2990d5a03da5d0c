import type { Page } from '@playwright/test'
import { addKaisa, kaisa, test } from './clerks'
import { announced, backToDesk, calledNumber, calledTo, figure, queue, visitOf, whoCame } from './counter'
import { expect, signIn } from './fixtures'
import { pressKey, pressKeys } from './office'
import {
  bookResident,
  goTo,
  goToAddress,
  laura,
  meija,
  nameOf,
  openResident,
  section,
  typeOpenings,
} from './pages'

/** A Tuesday with numbers from nine to three, as the service point's own timetable has it. */
const tuesday = (time: string) => new Date(`2026-11-24T${time}+02:00`)

/** What one desk does comes to the others' screens by itself, long before they look again. How fast: the bench of several desks. */
const soon = { timeout: 5_000 }

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
/** Finds who came; they are shown by what was typed. */
async function look(page: Page, words: string) {
  await whoCame(page).fill(words)
  await expect(page.getByRole('listbox', { name: 'Löytyneet' })).toHaveAttribute('aria-busy', 'false')
}

/** Gives who came a number for keys. */
async function giveNumber(page: Page, words: string, expected: string) {
  await look(page, words)
  await whoCame(page).press('Enter')
  await expect(page.getByRole('dialog', { name: 'Anna vuoronumero' })).toBeVisible()
  await page.keyboard.press('6')
  await page.keyboard.press('Control+Enter')
  await expect(announced(page, `Vuoronumero on ${expected}`)).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Seuraava asiakas' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(whoCame(page)).toBeFocused()
}

test('reception, a clerk and the board go through a Tuesday', async ({
  openDesks,
  examples,
  copied,
  host,
  engine,
}) => {
  test.skip(host === 'electron', 'three programs of one office, each with its web host')
  test.skip(engine === 'sqlite', 'three programs on one PostgreSQL')
  test.setTimeout(120_000)
  const office = await copied(examples)

  /** Three programs are opened at this time of the day: Kaisa's at reception, Aino's at a desk, and the waiting room's. */
  async function openAt(time: string) {
    const desks = await openDesks(office, ['Vastaanotto', 'Asiakastiski', 'Aula'], tuesday(time))
    const [reception, clerk, board] = desks.pages as [Page, Page, Page]
    await signIn(clerk)
    await board.goto(new URL('/board', board.url()).href)
    return { reception, clerk, board, close: desks.close }
  }

  await test.step('before nine nobody gets a number, and everybody reads when they will', async () => {
    const { reception, clerk, board, close } = await openAt('08:50')
    await addKaisa(clerk, reception)
    await goTo(reception, 'Vastaanotto')
    await look(reception, 'korhonen juho')
    await expect(reception.getByText(/Nyt ei anneta vuoronumeroita.*9\.00–15\.00/)).toBeVisible()
    await expect(board.locator('main [lang=fi]')).toHaveText('Odota vuoroasi')
    await close()
  })

  await test.step('at nine the first ones come, and the clerk’s and the board’s screens follow', async () => {
    const { reception, clerk, board, close } = await openAt('09:01')
    await signIn(reception, kaisa)
    await goTo(clerk, 'Tiski', 'Oma tiski')
    await clerk.keyboard.press('1')
    await expect(title(clerk, 'Tiski 1')).toBeVisible()
    await goTo(reception, 'Vastaanotto')

    await giveNumber(reception, 'korhonen juho', 'B1')
    await expect(queue(clerk, 'Jonossa')).toContainText(['B1'], soon)
    await expect(board.getByRole('contentinfo')).toContainText(/Odottaa.*1/s, soon)
    await giveNumber(reception, meija.words, 'B2')
    await giveNumber(reception, 'sanna lehtonen', 'B3')
    await expect(queue(clerk, 'Jonossa')).toContainText(['B1', 'B2', 'B3'], soon)

    await pressKey(clerk, 'k')
    await expect(calledNumber(board)).toHaveText('B1', soon)
    await expect(calledTo(board)).toHaveText('1')
    await expect(visitOf(reception, 'Juho')).toContainText('Kutsuttu', soon)
    await expect(figure(reception, 'Odottaa')).toHaveText('2')
    await expect(title(clerk, 'Juho Matias Korhonen')).toBeVisible()

    await backToDesk(clerk)
    await pressKeys(clerk, ['f', 'Enter'])
    await expect(figure(reception, 'Palveltu')).toHaveText('1', soon)
    await close()
  })

  await test.step('before noon: called again, put aside, written to while at the desk, and not there', async () => {
    const { reception, clerk, board, close } = await openAt('11:20')
    await signIn(reception, kaisa)
    await goTo(clerk, 'Tiski', 'Tiski 1')
    await pressKey(clerk, 'k')
    await expect(title(clerk, nameOf(meija))).toBeVisible()
    await expect(calledNumber(board)).toHaveText('B2', soon)

    await openResident(reception, meija)
    await expect(reception.getByText('Tiski 1 (Aino Lehtinen) on tämän asukkaan kohdalla')).toBeVisible()
    await expect(clerk.getByText('Kaisa Nurmi (Vastaanotto) on tämän asukkaan kohdalla')).toBeVisible()
    await reception.keyboard.press('n')
    await reception.getByRole('dialog').getByRole('textbox').fill('Jätti avaimen tiskille.')
    await reception.keyboard.press('Control+Enter')
    await expect(section(clerk, 'Tapahtumat')).toContainText('Jätti avaimen tiskille.', soon)

    await backToDesk(clerk)
    const before = await calledNumber(board).elementHandle()
    await pressKey(clerk, 'r')
    await expect.poll(() => before?.evaluate((element) => element.isConnected), soon).toBe(false)
    await goTo(reception, 'Vastaanotto')
    await pressKey(clerk, 'p')
    await expect(visitOf(reception, 'Virtanen')).toContainText('Siirretty sivuun', soon)
    await pressKey(clerk, 'k')
    await expect(calledNumber(board)).toHaveText('B3', soon)
    await backToDesk(clerk)
    await pressKey(clerk, 'n')
    await expect(figure(reception, 'Ei saapunut')).toHaveText('1', soon)
    await clerk.getByRole('button', { name: 'Kutsu nyt B2' }).click()
    await expect(calledNumber(board)).toHaveText('B2', soon)
    await backToDesk(clerk)
    await pressKey(clerk, 'f')
    await expect(clerk.getByRole('dialog', { name: 'Lopeta käynti B2' })).toBeVisible()
    await clerk.keyboard.press('Enter')
    await expect(figure(reception, 'Palveltu')).toHaveText('2', soon)
    await close()
  })

  await test.step('in the afternoon the lead closes early, and tomorrow fills', async () => {
    const { reception, clerk, close } = await openAt('13:30')
    await signIn(reception, kaisa)
    await goTo(reception, 'Vastaanotto')
    await look(reception, laura.words)
    const give = reception.getByRole('button', { name: 'Anna vuoronumero' }).nth(1)
    await expect(give).toBeVisible()
    await goToAddress(clerk, '/timetable', 'Aukioloajat ja ajanvarauksen säännöt')
    await clerk.getByRole('button', { name: 'Lisää poikkeuspäivä' }).click()
    const form = clerk.getByRole('form', { name: 'Poikkeuspäivä' })
    await form.getByLabel('Päivä', { exact: true }).fill('24.11.2026')
    await form.getByLabel('Omat aukioloajat').check()
    await typeOpenings(clerk, 'poikkeuspäivä', [{ from: '9', to: '13.15', desks: 3, access: 'walkIn' }])
    await form.getByLabel('Miksi').fill('koulutus')
    await clerk.keyboard.press('Control+Enter')
    await expect(form).toBeHidden()
    await expect(reception.getByText('Nyt ei anneta vuoronumeroita.')).toBeVisible(soon)
    await expect(give).toHaveCount(0)

    await goTo(reception, 'Kalenteri')
    await reception.getByLabel('Siirry päivään').fill('25.11.2026')
    await reception.keyboard.press('Enter')
    await expect(reception.getByRole('heading', { level: 2, name: 'keskiviikko 25.11.2026' })).toBeVisible()
    await openResident(clerk, laura)
    await bookResident(clerk, 'Avaimet')
    await expect(title(clerk, 'Käynti ke 25.11.2026 klo 9.00')).toBeVisible()
    await expect(
      reception
        .getByRole('grid')
        .getByRole('button')
        .filter({ hasText: nameOf(laura) }),
    ).toBeVisible(soon)
    await close()
  })

  await test.step('at the end of the day all of it is told', async () => {
    const { reception, clerk, board, close } = await openAt('15:02')
    await signIn(reception, kaisa)
    await goTo(reception, 'Vastaanotto')
    await expect(figure(reception, 'Odottaa')).toHaveText('0')
    await expect(figure(reception, 'Palveltu')).toHaveText('2')
    await expect(figure(reception, 'Ei saapunut')).toHaveText('1')
    await goTo(clerk, 'Tiski', 'Tiski 1')
    await pressKey(clerk, 'k')
    await expect(announced(clerk, 'Kukaan ei odota vuoroaan.')).toHaveCount(1)
    await expect(board.getByRole('contentinfo')).toContainText(/Odottaa.*0/s)
    await close()
  })
})
