import type { Page } from '@playwright/test'
import { test } from './clerks'
import { announced, backToDesk, deskBar, figure, queue } from './counter'
import { expect, expectAccessible } from './fixtures'
import { bookAt, deskOf, laterToday, openTodayAndTomorrow, pressKey, residentIdOf } from './office'
import { goTo, meija, section, timeline } from './pages'

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** Gives a resident, or nobody in particular, a number. */
async function walkIn(page: Page, words: string | null) {
  const { visit } = await deskOf(page).visits.giveNumber({
    residentId: words === null ? null : await residentIdOf(page, { words }),
    person: null,
    reason: 'keys',
    language: 'fi',
    additionalInformation: '',
  })
  return visit
}

test('two clerks call, hand over and finish', async ({ clerks: { aino, kaisa }, host }) => {
  test.skip(host === 'electron', 'the desktop program has one window')
  const later = laterToday()
  test.skip(later === null, 'nothing of today can be booked any more')
  if (later === null) return
  await openTodayAndTomorrow(aino, later)
  const { id, version } = await bookAt(aino, later, meija)
  await walkIn(aino, 'korhonen juho')
  await walkIn(aino, 'sanna lehtonen')
  await walkIn(aino, null)
  await deskOf(aino).visits.checkIn({ id, version })
  for (const page of [aino, kaisa]) await goTo(page, 'Tiski', 'Oma tiski')

  await test.step('each takes a desk, and none by mistake that is somebody’s', async () => {
    await expectAccessible(aino)
    await aino.keyboard.press('1')
    await expect(title(aino, 'Tiski 1')).toBeVisible()
    await expect(kaisa.getByRole('button', { name: /Tiski 1.*Aino Lehtinen, klo/ })).toBeVisible()
    await kaisa.keyboard.press('1')
    const question = kaisa.getByRole('alertdialog', { name: 'Otetaanko tiski 1 itselle?' })
    await expect(question).toContainText('Tiskillä on Aino Lehtinen.')
    await expectAccessible(kaisa)
    await kaisa.keyboard.press('Escape')
    await expect(question).toBeHidden()
    await kaisa.keyboard.press('2')
    await expect(title(kaisa, 'Tiski 2')).toBeVisible()
    await expect(queue(kaisa, 'Jonossa')).toContainText(['B1', 'B2', 'B3', 'A1'])
    await expect(kaisa.getByText('Seuraavana B1, Juho Matias Korhonen.')).toBeVisible()
    await expectAccessible(kaisa)
  })

  let [one, two] = [aino, kaisa]
  await test.step('K at the same moment calls two visitors, whose pages open', async () => {
    await Promise.all([pressKey(aino, 'k'), pressKey(kaisa, 'k')])
    for (const page of [aino, kaisa]) await expect(deskBar(page).getByRole('link')).toContainText(/ · B[12]$/)
    if ((await deskBar(aino).innerText()).includes('B2')) [one, two] = [kaisa, aino]
    await expect(deskBar(one)).toContainText('B1')
    await expect(deskBar(two)).toContainText('B2')
    await expect(title(one, 'Juho Matias Korhonen')).toBeVisible()
    await expect(title(two, 'Sanna Maria Helena Lehtonen-Korhonen')).toBeVisible()
    await expect(announced(one, 'Kutsuttu B1. Kutsuttiin jonosta: on odottanut pisimpään.')).toHaveCount(1)
    await expectAccessible(one)
  })

  await test.step('the bar leads back; K says what is to be done first', async () => {
    await backToDesk(one)
    await expect(section(one, 'Tiskillä nyt')).toContainText('Kutsuttiin jonosta: on odottanut pisimpään.')
    await pressKey(one, 'k')
    await expect(
      one.getByRole('alert').filter({ hasText: 'Tiskillä on vielä B1. Lopeta käynti (F)' }),
    ).toBeVisible()
    await expectAccessible(one)
  })

  await test.step('call again, put aside, and take up again', async () => {
    await pressKey(one, 'r')
    await expect(announced(one, 'Kutsuttu uudelleen')).toHaveCount(1)
    await expect(section(one, 'Tiskillä nyt')).toContainText('(2 kertaa)')
    await pressKey(one, 'p')
    await expect(section(one, 'Tiski on vapaa')).toBeVisible()
    await backToDesk(two)
    await expect(queue(two, 'Sivussa')).toContainText(['B1'])
    await one.getByRole('button', { name: 'Kutsu nyt B1' }).click()
    await expect(title(one, 'Juho Matias Korhonen')).toBeVisible()
    await expect(queue(two, 'Sivussa')).toHaveCount(0)
    await backToDesk(one)
  })

  await test.step('handed over to the other desk, who gets them first, and reads why', async () => {
    await pressKey(one, 't')
    const dialog = one.getByRole('dialog', { name: 'Siirrä B1 toiselle' })
    await one.keyboard.press('Control+Enter')
    await expect(dialog).toContainText('Valitse, mille tiskille tai mihin aiheeseen käynti siirretään.')
    await expectAccessible(one)
    await dialog.getByLabel('Tiski', { exact: true }).selectOption({ index: 1 })
    await dialog.getByLabel('Viesti vastaanottajalle').fill('Avain on kadonnut, lukko sarjoitetaan.')
    await one.keyboard.press('Control+Enter')
    await expect(announced(one, 'B1 on siirretty')).toHaveCount(1)
    await expect(queue(one, 'Odottavat muita tiskejä')).toContainText(['B1'])
    await expect(queue(two, 'Jonossa')).toContainText(['B1', 'B3', 'A1'])

    await pressKey(two, 'f')
    const ending = two.getByRole('dialog', { name: 'Lopeta käynti B2' })
    await expect(ending.getByRole('radio', { name: 'Asia hoidettu' })).toBeFocused()
    await expectAccessible(two)
    await two.keyboard.press('Enter')
    await expect(two.getByText('Seuraavana B1, Juho Matias Korhonen.')).toBeVisible()
    await expect(two.getByRole('button', { name: /Kutsu seuraava/ })).toBeFocused()
    await two.keyboard.press('Enter')
    await expect(title(two, 'Juho Matias Korhonen')).toBeVisible()
    await expect(announced(two, 'Kutsuttiin ensin, koska siirrettiin toiselta tiskiltä')).toHaveCount(1)
    await backToDesk(two)
    await expect(section(two, 'Tiskillä nyt')).toContainText('Avain on kadonnut, lukko sarjoitetaan.')
    await expectAccessible(two)
  })

  await test.step('who does not answer is written down, and the other’s figures follow', async () => {
    await goTo(two, 'Vastaanotto')
    await expect(figure(two, 'Odottaa')).toHaveText('2')
    await pressKey(one, 'k')
    await expect(section(one, 'Tiskillä nyt')).toContainText(/B3.*Ei nimeä/s)
    await expect(figure(two, 'Odottaa')).toHaveText('1')
    await pressKey(one, 'n')
    await expect(announced(one, 'Merkitty: ei saapunut')).toHaveCount(1)
    await expect(figure(two, 'Ei saapunut')).toHaveText('1')
    await expect(figure(two, 'Palveltu')).toHaveText('1')
  })

  await test.step('who came early is called when nobody else waits', async () => {
    await pressKey(one, 'k')
    await expect(title(one, 'Meija Katariina Virtanen')).toBeVisible()
    await expect(
      announced(one, 'Kutsuttiin ennen varattua aikaa, koska kukaan muu ei odottanut.'),
    ).toHaveCount(1)
  })

  await test.step('finished from wherever they were served, with an outcome and a note', async () => {
    await two.keyboard.press('Escape')
    await deskBar(two)
      .getByRole('button', { name: /Lopeta käynti/ })
      .click()
    const ending = two.getByRole('dialog', { name: 'Lopeta käynti B1' })
    await two.keyboard.press('2')
    await expect(ending.getByRole('radio', { name: 'Asia jatkuu' })).toBeChecked()
    await ending.getByLabel('Muistiinpano').fill('Uudet avaimet noudetaan perjantaina.')
    await two.keyboard.press('Control+Enter')
    await expect(announced(two, 'Käynti B1 on lopetettu')).toHaveCount(1)
    await expect(title(two, 'Tiski 2').or(title(two, 'Tiski 1'))).toBeVisible()
    await pressKey(two, 'k')
    await expect(announced(two, 'Kukaan ei odota vuoroaan.')).toHaveCount(1)
  })

  await test.step('the resident’s timeline and the visit’s history tell it', async () => {
    await goTo(two, 'Asukkaat')
    await two.evaluate(
      (hash) => {
        location.hash = hash
      },
      `/residents/${await residentIdOf(two, { words: 'korhonen juho' })}`,
    )
    await expect(timeline(two)).toContainText([/Käynti päättynyt: .*ilman ajanvarausta/, /Tullut käynnille/])
    await timeline(two).first().getByRole('link').click()
    await expect(section(two, 'Vaiheet').getByRole('listitem')).toContainText([
      /Päättynyt: .*asia jatkuu/,
      'Kutsuttu',
      /Siirretty toiselle: .*Avain on kadonnut/,
      'Kutsuttu',
      'Siirretty sivuun',
      'Kutsuttu uudelleen',
      'Kutsuttu',
      'Ilmoittautunut',
    ])
    await expect(section(two, 'Käynti')).toContainText('Uudet avaimet noudetaan perjantaina.')
    await expectAccessible(two)
  })
})
