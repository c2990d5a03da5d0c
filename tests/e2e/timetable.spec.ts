import type { Page } from '@playwright/test'
import { expect, expectAccessible, signIn, test } from './fixtures'
import {
  addExceptionalDay,
  asTyped,
  bookResident,
  dayAhead,
  goToAddress,
  meija,
  nameOf,
  nextTimes,
  openOnly,
  openResident,
  problemAt,
  section,
  switchUser,
  typeOpenings,
} from './pages'
import { phoneAgent } from './seed'

const toTimetable = (page: Page) => goToAddress(page, '/timetable', 'Aukioloajat ja ajanvarauksen säännöt')
const exceptions = (page: Page) => section(page, 'Poikkeuspäivät ja sulkemiset')
const morning = { from: '9', to: '12', desks: 1 }

test('a day that is closed leaves its bookings in a list until they are moved', async ({ desk: page }) => {
  const [day, next] = [dayAhead(2), dayAhead(3)]
  await signIn(page)
  await openOnly(page, [
    { day, openings: [morning] },
    { day: next, openings: [morning] },
  ])
  await openResident(page, meija)
  await bookResident(page, 'Avaimet')
  const form = page.getByRole('form', { name: 'Poikkeuspäivä' })
  const question = page.getByRole('alertdialog', {
    name: '1 ajanvaraus jää ilman aikaa. Tallennetaanko silti?',
  })
  const left = page.getByRole('alert').filter({ hasText: '1 ajanvaraus ei sovi aukioloaikoihin.' })
  const line = `${day.toFormat("ccc d.M.yyyy 'klo 9.00'")} ${nameOf(meija)}, Avaimet`

  await test.step('what closing would leave is listed first', async () => {
    await toTimetable(page)
    await page.getByRole('button', { name: `Muuta poikkeuspäivää ${asTyped(day)}` }).click()
    await form.getByLabel('Suljettu koko päivän').check()
    await form.getByLabel('Miksi').fill('vesivahinko')
    await page.keyboard.press('Control+Enter')
    await expect(question).toContainText(line)
    await expect(question).toContainText('Asiakkaille ei lähde viestiä ennen sitä.')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(question).toBeHidden()
    await expect(form.getByLabel('Miksi')).toHaveValue('vesivahinko')
    await expect(left).toHaveCount(0)
    await page.keyboard.press('Control+Enter')
    await question.getByRole('button', { name: 'Tallenna silti' }).click()
    await expect(form).toBeHidden()
  })

  await test.step('it stays in the list, on the calendar as well, until it is moved', async () => {
    await expect(left).toContainText(line)
    await expect(left).toContainText('Palvelupiste on poikkeuksellisesti suljettu sinä päivänä.')
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Kalenteri' }).last().click()
    await left.getByRole('button', { name: 'Näytä' }).click()
    await left.getByRole('link', { name: line }).click()
    await expect(page.getByRole('heading', { level: 1, name: /^Käynti/ })).toBeVisible()
    await page.keyboard.press('s')
    await expect(nextTimes(page).first()).toBeVisible()
    await page.keyboard.press('1')
    await page.keyboard.press('Control+Enter')
    await expect(
      page.getByRole('heading', { level: 1, name: `Käynti ${next.toFormat("ccc d.M.yyyy 'klo 9.00'")}` }),
    ).toBeVisible()
    await toTimetable(page)
    await expect(exceptions(page).getByRole('listitem').filter({ hasText: 'vesivahinko' })).toContainText(
      'suljettu',
    )
    await expect(left).toHaveCount(0)
  })
})

test('hours of a week from a day on, and what is wrong with them, each at its field', async ({
  desk: page,
}) => {
  const from = dayAhead(30)
  await signIn(page)
  await toTimetable(page)
  await page.getByRole('button', { name: 'Muuta aukioloaikoja' }).click()
  const form = page.getByRole('form', { name: 'Uudet aukioloajat' })
  const field = (name: string, at: number) => form.getByLabel(`maanantai: ${name}`).nth(at)
  const wrong = form.getByRole('alert')
  const problem = (name: string, at: number, says: string) =>
    expect(field(name, at)).toHaveAccessibleDescription(new RegExp(says))

  await test.step('what is wrong is said at the field', async () => {
    await form.getByLabel('Voimassa alkaen').fill(asTyped(dayAhead(-1)))
    await typeOpenings(page, 'maanantai', [
      { from: '9', to: '11.10', desks: 2, access: 'walkIn' },
      { from: '10', to: '15', desks: 5 },
    ])
    await page.keyboard.press('Control+Enter')
    await expect(wrong).toContainText('Korjaa 4 kohtaa')
    await problemAt(page, 'Voimassa alkaen', 'Päivä on jo mennyt')
    await problem('päättyy', 0, 'vartin tarkkuudella')
    await problem('tiskejä', 1, 'Tiskejä on merkitty enemmän kuin palvelupisteessä on')
    await expectAccessible(page)
    await wrong.getByRole('link', { name: /vartin tarkkuudella/ }).click()
    await expect(field('päättyy', 0)).toBeFocused()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('11')
    await field('tiskejä', 1).fill('3')
    await form.getByLabel('Voimassa alkaen').fill(asTyped(from))
    await page.keyboard.press('Control+Enter')
    await problem('alkaa', 1, 'menevät päällekkäin')
    await field('päättyy', 1).fill('9.30')
    await field('päättyy', 1).press('Tab')
    await problem('päättyy', 1, 'päättyy ennen kuin se alkaa')
    await expectAccessible(page)
  })

  await test.step('Esc asks before it throws the hours away', async () => {
    await field('alkaa', 1).press('Escape')
    const question = page.getByRole('alertdialog', { name: 'Hylätäänkö kirjoittamasi?' })
    await expect(question).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(question).toBeHidden()
  })

  await test.step('a day in two parts is saved and shown', async () => {
    await field('alkaa', 1).fill('12')
    await field('päättyy', 1).fill('15')
    await form.getByRole('button', { name: 'Poista aika 9.00–12.00: keskiviikko' }).click()
    await page.keyboard.press('Control+Enter')
    await expect(form).toBeHidden()
    await expect(page.getByRole('button', { name: 'Muuta aukioloaikoja' })).toBeFocused()
    const week = page.getByRole('table', { name: `${asTyped(from)} alkaen` })
    await expect(week.getByRole('row', { name: /maanantai/ })).toContainText(
      /9\.00–11\.00 ilman ajanvarausta, 2 tiskiä.*12\.00–15\.00 ajanvarauksella, 3 tiskiä/,
    )
    await expect(week.getByRole('row', { name: /keskiviikko/ })).toContainText('suljettu')
    await expect(page.getByRole('table', { name: 'Voimassa nyt' })).toContainText(
      '9.00–12.00 ajanvarauksella',
    )
    await expectAccessible(page)
  })

  await test.step('a day that is gone and a day without a reason are not taken', async () => {
    await addExceptionalDay(page, dayAhead(-1), [], '')
    const day = page.getByRole('form', { name: 'Poikkeuspäivä' })
    await expect(day.getByLabel('Miksi')).toHaveAccessibleDescription(/Kirjoita, miksi päivä poikkeaa/)
    await expect(day.getByLabel('Päivä', { exact: true })).toHaveAccessibleDescription(/Päivä on jo mennyt/)
    await expectAccessible(page)
    await day.getByLabel('Miksi').press('Escape')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Hylkää' }).click()
    await expect(page.getByRole('button', { name: 'Lisää poikkeuspäivä' })).toBeFocused()
  })
})

test('others see the hours and may ask why a time is not offered', async ({ desk: page }) => {
  const [day, walkIns] = [dayAhead(2), dayAhead(3)]
  await signIn(page)
  await openOnly(page, [
    { day, openings: [morning] },
    { day: walkIns, openings: [{ ...morning, access: 'walkIn' }] },
  ])
  await toTimetable(page)
  await addExceptionalDay(page, dayAhead(4), [], 'koulutuspäivä')
  await expect(exceptions(page).getByRole('listitem')).toHaveCount(3)
  await openResident(page, meija)
  await bookResident(page, 'Avaimet')
  await switchUser(page, phoneAgent)
  await toTimetable(page)

  await test.step('they change nothing', async () => {
    await expect(page.getByText('Näitä muuttaa esihenkilö tai pääkäyttäjä.')).toBeVisible()
    await expect(exceptions(page)).toContainText('koulutuspäivä')
    await expect(page.getByRole('button', { name: /^(Muuta|Lisää|Poista)/ })).toHaveCount(0)
    await expectAccessible(page)
  })

  await test.step('every answer says why', async () => {
    const form = page.getByRole('form', { name: 'Miksi aikaa ei tarjota?' })
    const answer = section(page, 'Miksi aikaa ei tarjota?').getByRole('status')
    await form.getByRole('button', { name: 'Selvitä' }).click()
    await expect(form.getByLabel('Päivä')).toBeFocused()
    await expect(form.getByLabel('Päivä')).toHaveAccessibleDescription(/Kirjoita päivä muodossa/)
    await form.getByLabel('Asian aihe').selectOption('Irtisanominen')
    const cases = [
      [day, '9', 'Aika on jo varattu.'],
      [day, '9.20', 'Ajat alkavat vartin välein'],
      [day, '11.45', 'Asia vie enemmän aikaa kuin aukiolosta on jäljellä.'],
      [day, '13', 'Aikoja ei anneta siihen kellonaikaan'],
      [walkIns, '10', 'Silloin palvellaan vain ilman ajanvarausta.'],
      [dayAhead(4), '10', 'Poikkeuspäivä: koulutuspäivä'],
      [dayAhead(5), '10', 'Palvelupiste on suljettu'],
      [dayAhead(-1), '10', 'Aika on jo mennyt.'],
      [dayAhead(300), '10', 'Aika on niin kaukana, ettei aikoja vielä anneta.'],
      [day, '9.15', 'Aika on vapaana ja sen voi varata.'],
    ] as const
    for (const [asked, time, says] of cases) {
      await form.getByLabel('Päivä').fill(asTyped(asked))
      await form.getByLabel('Kellonaika').fill(time)
      await page.keyboard.press('Enter')
      await expect(answer).toContainText(`${asTyped(asked)} klo ${time.includes('.') ? time : `${time}.00`}`)
      await expect(answer).toContainText(says)
    }
    await expectAccessible(page)
    await form.getByLabel('Asian aihe').selectOption('Kiinteistönhoito')
    await form.getByRole('button', { name: 'Selvitä' }).click()
    await expect(answer).toContainText('Kiinteistönhoitoon ei varata aikaa.')
    await form.getByLabel('Asian aihe').selectOption('Avaimet')
    await form.getByRole('button', { name: 'Selvitä' }).click()
    await answer.getByRole('link', { name: /klo 9\.30$/ }).click()
    await expect(page.getByText(/^Valittu aika: .* klo 9\.30$/)).toBeVisible()
  })
})
