import type { Page } from '@playwright/test'
import { announced, visitOf, whoCame } from './counter'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { bookAt, deskOf, laterToday, openOn, openTodayAndTomorrow } from './office'
import { dayAhead, goTo, laura, meija, section, switchUser } from './pages'
import { phoneAgent } from './seed'

const found = (page: Page) => page.getByRole('listbox', { name: 'Löytyneet' }).getByRole('option')

/** Who is shown is who was found by what is typed: until then Enter does nothing. */
async function expectFound(page: Page, options: number) {
  await expect(page.getByRole('listbox', { name: 'Löytyneet' })).toHaveAttribute('aria-busy', 'false')
  await expect(found(page)).toHaveCount(options)
}

/** Types into the reception's field, and waits for who was found by it. */
async function look(page: Page, text: string, options: number) {
  await whoCame(page).fill(text)
  await expectFound(page, options)
}

test('who has come is found, checked in and given a number', async ({ desk: page, host }) => {
  test.skip(host === 'electron', 'the calls of a port are not a test’s to make')
  const later = laterToday()
  test.skip(later === null, 'nothing of today can be booked any more')
  if (later === null) return
  await signIn(page)
  await openTodayAndTomorrow(page, later)
  const time = later.toFormat('H.mm')
  const { reference } = await bookAt(page, later, meija)
  await bookAt(page, dayAhead(1).set({ hour: 12 }), laura, 'piilossa@example.com')
  const answers: Promise<string>[] = []
  page.on('response', (answer) => {
    if (answer.url().includes('/rpc/visits/')) answers.push(answer.text().catch(() => ''))
  })
  await goTo(page, 'Vastaanotto')
  await expect(whoCame(page)).toBeFocused()

  await test.step('by what they say of themselves: name, code, time, and the reference as it is read out', async () => {
    const readOut = String(reference)
      .toLowerCase()
      .replaceAll('-', ' ')
      .replaceAll('0', 'o')
      .replaceAll('1', 'i')
    for (const said of ['virtanen mei', '040483-904C', time, `klo ${time}`, readOut]) {
      await look(page, said, 1)
      await expect(found(page)).toContainText('Meija Katariina Virtanen')
    }
    const early = later.diffNow('minutes').minutes > 31
    await expect(found(page)).toContainText(early ? 'Etuajassa' : /Etuajassa|Ajoissa/)
    await expect(page.getByText(`Varaus klo ${time}: `)).toContainText(
      early ? /(3|4|5)\d\smin etuajassa/ : time,
    )
    await expectAccessible(page)
  })

  await test.step('Enter checks in, and the number is large, announced and taken back', async () => {
    await whoCame(page).press('Enter')
    await expect(announced(page, 'Vuoronumero on A1')).toHaveCount(1)
    await expect(page.getByRole('button', { name: 'Seuraava asiakas' })).toBeFocused()
    await expect(visitOf(page, 'Virtanen')).toContainText(/A1.*Odottaa vuoroaan/s)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Peru ilmoittautuminen' }).first().click()
    await expect(visitOf(page, 'Virtanen')).toContainText('Varattu')
    await expect(visitOf(page, 'Virtanen')).not.toContainText('A1')
    await expect(whoCame(page)).toBeFocused()
    await page.keyboard.type('virtanen mei')
    await expectFound(page, 1)
    await page.keyboard.press('Enter')
    await expect(announced(page, 'Vuoronumero on A1')).toHaveCount(1)
  })

  await test.step('T shows the slip, and it is a page of paper', async () => {
    await expect(page.getByRole('button', { name: 'Seuraava asiakas' })).toBeFocused()
    await page.keyboard.press('t')
    const slip = page.getByRole('dialog', { name: 'Vuoronumero A1' })
    await expect(slip.locator('canvas').first()).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(slip).toBeHidden()
    await page.getByRole('button', { name: 'Seuraava asiakas' }).press('Enter')
    await expect(whoCame(page)).toBeFocused()
  })

  await test.step('by the number on the slip: they are here already', async () => {
    await look(page, 'a1', 1)
    await expect(found(page)).toContainText(/Virtanen.*Jo ilmoittautunut/s)
    await expect(page.getByText('On jo ilmoittautunut. Vuoronumero A1: Odottaa vuoroaan.')).toBeVisible()
  })

  await test.step('on the wrong day, and nothing of a protected person’s contacts', async () => {
    await look(page, 'hämäläinen', 1)
    await expect(found(page)).toContainText(/Laura.*Väärä päivä/s)
    await expect(found(page)).toContainText(dayAhead(1).toFormat('d.M.'))
    await expect(page.getByText('Varaus on vasta huomenna klo 12.00, ei tänään.')).toBeVisible()
    await expect(page.getByRole('main')).toContainText('Turvakielto')
    const told = [await page.locator('body').innerText(), ...(await Promise.all(answers))].join()
    expect(told).toContain('Hämäläinen')
    for (const secret of ['piilossa@', 'Mäkelänkatu 52', '2934332']) expect(told).not.toContain(secret)
    await expectAccessible(page)
  })

  await test.step('who has nothing booked gets a number on walk-in hours', async () => {
    await look(page, 'korhonen juho', 1)
    await expect(found(page)).toContainText('Ei varausta')
    await whoCame(page).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Anna vuoronumero' })
    await expect(dialog).toContainText('Korhonen Juho Matias')
    await page.keyboard.press('Control+Enter')
    await expect(dialog.getByText('Valitse, mitä asia koskee.')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('6')
    await expect(dialog.getByRole('radio', { name: 'Avaimet' })).toBeChecked()
    await page.keyboard.press('Control+Enter')
    await expect(announced(page, 'Vuoronumero on B1')).toHaveCount(1)
    await expect(visitOf(page, 'Korhonen')).toContainText(/B1.*Avaimet.*Odottaa vuoroaan/s)
    await expect(section(page, 'Kuka tuli?').getByText('Odottaa').locator('..')).toContainText('2')
  })

  await test.step('anybody gets one without a name, by Enter in the empty field', async () => {
    await page.keyboard.press('Enter')
    await expect(whoCame(page)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(
      page.getByRole('dialog', { name: 'Anna vuoronumero' }).getByRole('radio').first(),
    ).toBeFocused()
    await page.keyboard.press('1')
    await page.keyboard.press('Enter')
    await expect(announced(page, 'Vuoronumero on B2')).toHaveCount(1)
    await expect(visitOf(page, 'Ei nimeä')).toContainText('B2')
  })

  await test.step('outside walk-in hours it is said when they may come, and no number is given', async () => {
    await openOn(page, dayAhead(0), [{ from: '00:00', to: '24:00', desks: 2 }])
    await look(page, 'sanna lehtonen', 1)
    const hours = 'Nyt ei anneta vuoronumeroita. Ilman ajanvarausta voi tulla huomenna klo 10.00–12.00.'
    await expect(page.getByText(hours)).toBeVisible()
    await expect(page.getByRole('button', { name: /Anna vuoronumero/ })).toHaveCount(0)
    await expect(page.getByRole('button', { name: /Varaa aika/ })).toBeVisible()
    await whoCame(page).fill('')
    await whoCame(page).press('Enter')
    await expect(page.getByText(hours)).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expectAccessible(page)
  })

  await test.step('a phone agent sees who is here, and checks nobody in', async () => {
    await bookAt(page, later, { words: 'sanna lehtonen' })
    await switchUser(page, phoneAgent)
    await goTo(page, 'Vastaanotto')
    await expect(visitOf(page, 'Virtanen')).toContainText(/A1.*Odottaa vuoroaan/s)
    await look(page, 'sanna lehtonen', 1)
    await expect(page.getByRole('button', { name: /Avaa varaus/ })).toBeVisible()
    await expect(page.getByRole('button', { name: /Ilmoita|Anna vuoronumero|Peru ilm|Tulosta/ })).toHaveCount(
      0,
    )
    await expectAccessible(page)
    // The desk says no as well, whatever the page shows.
    const { visits } = deskOf(page)
    const { id, version } = (await visits.find({ text: 'sanna lehtonen' })).found[0]?.visit ?? {
      id: '',
      version: 0,
    }
    await expect(visits.checkIn({ id, version })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
