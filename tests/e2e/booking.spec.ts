import ICAL from 'ical.js'
import { type Arrived, openMailServer } from '../outbox/mailServer'
import { administrator, expect, expectAccessible, signIn, test } from './fixtures'
import {
  appointment,
  asTyped,
  at,
  beginBooking,
  bookResident,
  dayAhead,
  goTo,
  meija,
  morning,
  nameOf,
  nextTimes,
  openOnly,
  openResident,
  type Person,
  section,
  setMailServer,
  switchUser,
  toCorrect,
  written,
} from './pages'

/** She is going to live in an As Oy apartment, and has no other home. */
const minh: Pick<Person, 'words' | 'firstNames' | 'lastName'> = {
  words: 'nguyen minh',
  firstNames: 'Minh',
  lastName: 'Nguyen',
}

/** What the mail of this test says in a calendar. */
function entryOf({ mail }: Arrived) {
  const file = mail.attachments.find(({ contentType }) => contentType === 'application/ics')
  const calendar = new ICAL.Component(ICAL.parse(String(file?.content)))
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!)
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    startsAt: event.startDate.toJSDate(),
    endsAt: event.endDate.toJSDate(),
  }
}

test('a booking, its move and its cancelling are told to the customer', async ({ desk: page }) => {
  const server = await openMailServer()
  const { arrived } = server.value
  const arriving = (count: number) => expect.poll(() => arrived.length).toBe(count)
  const email = 'meija.uusi@example.org'
  const [first, second] = [dayAhead(2), dayAhead(3)]
  try {
    await signIn(page)
    await openOnly(page, [morning(first, 1), morning(second, 1)])
    await setMailServer(page, server.value.port)

    await test.step('B, the reason, 1 for the next free time, an address, Ctrl+Enter', async () => {
      await openResident(page, meija)
      await page.keyboard.press('b')
      await expect(page.getByRole('radio', { name: 'Tunnistautuminen Asukassivuille' })).toBeFocused()
      await expectAccessible(page)
      await page.keyboard.press('Control+Enter')
      await expect(toCorrect(page)).toContainText('Asian aihe: Valitse, mitä asia koskee.')
      await expect(toCorrect(page)).toContainText('Aika: Valitse aika.')
      await page.getByRole('link', { name: /^Asian aihe/ }).click()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
      await expect(nextTimes(page)).toHaveCount(6)
      await expectAccessible(page)
      await page.keyboard.press('1')
      await expect(page.getByText(`Valittu aika: ${written(at(first, 9))}`)).toBeVisible()
      const field = page.getByLabel('Sähköposti')
      await expect(field).toHaveValue('meija.virtanen@example.com')
      await field.fill('meija.uusi')
      await page.keyboard.press('Control+Enter')
      await expect(toCorrect(page)).toContainText('Sähköpostiosoite ei kelpaa.')
      await expect(field).toHaveAccessibleDescription(/Sähköpostiosoite ei kelpaa/)
      await field.fill(email)
      await page.getByLabel('Lisätiedot').fill('Tulee tulkin kanssa')
      await page.keyboard.press('Control+Enter')
      await appointment(page, at(first, 9))
      await expect(page.getByText('Aika on varattu. Vahvistus lähtee sähköpostiin.')).toBeVisible()
      await expectAccessible(page)
    })

    const reference = await section(page, 'Käynti')
      .getByText(/^\w{4}-\w{4}-\w{4}$/)
      .innerText()
    await test.step('the confirmation arrives', async () => {
      await arriving(1)
      const { to, mail } = arrived[0]!
      expect(to).toEqual([email])
      for (const said of [
        `Hei ${nameOf(meija)},`,
        first.toFormat("cccc d.M.yyyy 'klo 9.00'"),
        'Viipurinkatu 2',
        'voimassa oleva passi tai henkilökortti',
        reference,
      ])
        expect(mail.text).toContain(said)
      // What was said of the matter is the office's own.
      expect(mail.text).not.toContain('tulkin')
      expect(entryOf(arrived[0]!)).toMatchObject({
        method: 'REQUEST',
        startsAt: at(first, 9).toJSDate(),
        endsAt: at(first, 9, 15).toJSDate(),
      })
      await expect(section(page, 'Viestit')).toContainText('Vahvistus: lähetetty')
    })

    await test.step('S moves it, and the entry in the customer’s calendar with it', async () => {
      await page.keyboard.press('s')
      const dialog = page.getByRole('dialog', { name: 'Siirrä aika' })
      await expect(dialog).toContainText('Asiakas saa muutoksesta viestin')
      await dialog.getByRole('button', { name: new RegExp(`^${second.toFormat('ccc d.M.')}`) }).click()
      await dialog.getByRole('button', { name: '11.45', exact: true }).click()
      await expectAccessible(page)
      await page.keyboard.press('Control+Enter')
      await appointment(page, at(second, 11, 45))
      await arriving(2)
      const [before, now] = [entryOf(arrived[0]!), entryOf(arrived[1]!)]
      expect(now).toMatchObject({
        method: 'REQUEST',
        uid: before.uid,
        startsAt: at(second, 11, 45).toJSDate(),
      })
      expect(now.sequence).toBeGreaterThan(before.sequence)
      expect(arrived[1]!.to).toEqual([email])
      expect(arrived[1]!.mail.text).not.toContain(asTyped(first))
    })

    await test.step('P cancels it, on the customer’s word', async () => {
      await page.keyboard.press('p')
      const dialog = page.getByRole('dialog', { name: 'Perutaanko aika?' })
      await page.keyboard.press('Control+Enter')
      await expect(dialog).toContainText('Valitse, kuka peruu.')
      await expectAccessible(page)
      await page.keyboard.press('1')
      await page.keyboard.press('Control+Enter')
      await expect(dialog).toBeHidden()
      await arriving(3)
      const [, before, now] = arrived.map(entryOf)
      expect(now).toMatchObject({ method: 'CANCEL', uid: before!.uid })
      expect(now!.sequence).toBeGreaterThan(before!.sequence)
    })

    await test.step('the page tells all of it', async () => {
      const history = section(page, 'Vaiheet').getByRole('listitem')
      await expect(history).toContainText([
        'Peruttu: asiakas perui',
        `Siirretty: ${written(at(first, 9))} → ${written(at(second, 11, 45))}`,
        'Varattu',
      ])
      for (const row of await history.all()) await expect(row).toContainText(administrator.name)
      await expect(section(page, 'Viestit')).toContainText('Ilmoitus perumisesta: lähetetty')
      await expect(section(page, 'Viestit')).toContainText('Ilmoitus siirrosta: lähetetty')
      await expect(section(page, 'Käynti')).toContainText('Peruttu')
      await expect(page.getByRole('button', { name: /^(Siirrä|Peru|Tulosta lappu)/ })).toHaveCount(0)
      await expectAccessible(page)
      await section(page, 'Käynti')
        .getByRole('link', { name: nameOf(meija) })
        .click()
      await expect(section(page, 'Käynnit').getByRole('link')).toHaveText(written(at(second, 11, 45)))
    })
  } finally {
    await server.cleanUp()
  }
})

test('who has no e-mail address gets a slip, and who is not in the register is booked by name', async ({
  desk: page,
}) => {
  const day = dayAhead(2)
  await signIn(page)
  await openOnly(page, [morning(day, 3)])

  await test.step('somebody who is not in the register', async () => {
    await page.evaluate(() => {
      location.hash = '/book'
    })
    await expect(page.getByRole('combobox', { name: 'Asukas', exact: true })).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await expect(page.getByRole('radio', { name: 'Asunnonhakija' })).toBeChecked()
    await page.getByRole('radio', { name: 'Vuokrasopimus' }).check()
    await nextTimes(page).first().click()
    await page.keyboard.press('Control+Enter')
    await expect(toCorrect(page)).toContainText('Nimi: Kirjoita, kuka on tulossa.')
    await toCorrect(page).getByRole('link').click()
    await page.keyboard.type('Uuno Uusitalo')
    await page.keyboard.press('Control+Enter')
    await appointment(page, at(day, 9))
    await expect(section(page, 'Käynti')).toContainText('Uuno Uusitalo, Asunnonhakija')
  })

  await test.step('the slip is under the finger', async () => {
    await expect(page.getByText('Tulosta asiakkaalle lappu: sähköpostiosoitetta ei ole.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Tulosta lappu' })).toBeFocused()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Ajanvarauslappu' })
    const sheet = dialog.getByRole('region', { name: 'Esikatselu' })
    await expect(sheet.locator('canvas').first()).toBeVisible()
    await expect(sheet).toContainText(`${asTyped(day)} klo 9.00`)
    await expect(sheet).toContainText('Viipurinkatu 2')
    await expect(dialog.getByRole('button', { name: 'Tulosta' })).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(section(page, 'Viestit')).toContainText('Viestejä ei ole.')
  })

  await test.step('building maintenance and housing support are not booked here', async () => {
    await openResident(page, meija)
    await beginBooking(page, 'Kiinteistönhoito')
    const maintenance = section(page, 'Kiinteistönhoidon käyntiä ei varata täältä')
    await expect(maintenance).toContainText(/Kiireellinen vika tai ovenavaus nyt09 \d{4} \d{4}/)
    await expect(maintenance).toContainText('Muu vika puhelimitse09 5767 3000')
    await expectAccessible(page)
    await page.getByRole('radio', { name: 'Asumisen tuki' }).check()
    await expect(section(page, 'Asumisen tuen käyntiä ei varata täältä')).toContainText('09 5767 3000')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Varaa aika' })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Varaa aika/ })).toHaveCount(0)
    await expect(nextTimes(page)).toHaveCount(0)
    // Nothing was typed, so nothing is asked.
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { level: 1, name: nameOf(meija) })).toBeVisible()
    await expect(section(page, 'Käynnit')).toContainText('Varattuja tai aiempia käyntejä ei ole.')
  })
})

test('a resident of As Oy is booked by the As Oy team alone', async ({ desk: page }) => {
  const colleague = { name: 'Oskari Osakas', username: 'oskari', password: 'viisi kettua ja kanto' }
  await signIn(page)
  await test.step('others are told whom to contact', async () => {
    await openResident(page, minh)
    await page.keyboard.press('b')
    const told = section(page, 'Tämän asukkaan ajat varaa As Oy -tiimi')
    await expect(told).toContainText('asiakaspalvelu.asoyasunnot@hekaoy.fi')
    await expect(told).toContainText('Puhelin09 5767 4000')
    await expect(page.getByRole('radio')).toHaveCount(0)
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { level: 1, name: nameOf(minh) })).toBeVisible()
  })

  await test.step('a colleague joins the team', async () => {
    await goTo(page, 'Henkilöstö')
    await page.getByRole('button', { name: 'Lisää henkilö' }).click()
    const form = page.getByRole('dialog', { name: 'Lisää henkilö' })
    await form.getByLabel('Nimi', { exact: true }).fill(colleague.name)
    await form.getByLabel('Käyttäjätunnus').fill(colleague.username)
    await form.getByRole('checkbox', { name: 'As Oy -tiimi' }).check()
    await page.keyboard.press('Control+Enter')
    const shown = page.getByRole('dialog').getByRole('definition').nth(1)
    await expect(shown).toHaveText(/^(\w{4}-){4}\d{4}$/)
    const first = await shown.innerText()
    await page.getByRole('button', { name: 'Valmis' }).click()
    await switchUser(page, { username: colleague.username, password: first })
    await page.getByLabel('Nykyinen salasana').fill(first)
    await page.getByLabel('Uusi salasana').fill(colleague.password)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: /^Tänään/ })).toBeVisible()
  })

  await test.step('and books her', async () => {
    await openResident(page, minh)
    // Not the first: it could begin while this is being done.
    await bookResident(page, 'Avaimet', '6')
    await expect(section(page, 'Käynti')).toContainText('As Oy -tiimi, Viipurinkatu 2')
    await expect(section(page, 'Käynti')).toContainText(colleague.name)
    await expectAccessible(page)
  })

  await test.step('whose visit others see and do not move', async () => {
    const address = new URL(page.url()).hash
    await switchUser(page, administrator)
    await page.evaluate((hash) => {
      location.hash = hash
    }, address)
    await expect(section(page, 'Käynti')).toContainText('As Oy -tiimi')
    await expect(page.getByRole('button', { name: 'Tulosta lappu' })).toBeVisible()
    await expect(page.getByRole('button', { name: /^(Siirrä|Peru|Muuta)/ })).toHaveCount(0)
  })
})
