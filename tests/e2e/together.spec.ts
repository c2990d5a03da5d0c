import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { bookAt, deskOf, openOn } from './office'
import {
  asTyped,
  at,
  changedField,
  dayAhead,
  goTo,
  goToAddress,
  meanwhileIn,
  meija,
  openResident,
  section,
  timeline,
} from './pages'
import { phoneAgent } from './seed'

/** The choice of a side about a field. */
const choice = (form: Locator, field: string, side: 'Kirjoitit' | 'On nyt') =>
  meanwhileIn(form).getByRole('radio', { name: new RegExp(`^${field}.* ${side}`) })

/** Another window of the same desk, at the same place. */
async function anotherAt(page: Page) {
  const other = await page.context().newPage()
  await other.goto(page.url())
  return other
}

test('two who correct the same resident and the same booking choose, by keyboard', async ({
  desk: page,
  host,
}) => {
  test.skip(host === 'electron', 'the desktop program has one window')
  await signIn(page)
  const day = dayAhead(2)
  await openOn(page, day, [{ from: '09:00', to: '12:00', desks: 1 }])
  const visit = await bookAt(page, at(day, 9), meija, 'meija@example.org')
  await openResident(page, meija)
  const other = await anotherAt(page)
  const form = page.getByRole('form', { name: 'Muokkaa yhteystietoja' })
  const theirs = other.getByRole('form', { name: 'Muokkaa yhteystietoja' })

  await test.step('the change of another is told as it happens, and nothing typed is touched', async () => {
    await page.keyboard.press('e')
    await form.getByLabel('Puhelin').fill('050 111')
    await expect(section(other, 'Yhteystiedot')).toBeVisible()
    await other.keyboard.press('e')
    await theirs.getByLabel('Puhelin').fill('050 333 4444')
    await theirs.getByLabel('Sähköposti').fill('uusi@example.org')
    await other.keyboard.press('Control+Enter')
    await expect(theirs).toBeHidden()
    await expect(changedField(form, 'Puhelin').nth(2)).toHaveText('050 333 4444')
    await expect(meanwhileIn(form)).toContainText('Viimeksi muutti Aino Lehtinen')
    await expect(form.getByRole('textbox', { name: 'Puhelin' })).toBeFocused()
    await page.keyboard.type(' 2222')
    await expect(changedField(form, 'Puhelin').nth(1)).toHaveText('050 111 2222')
    await expect(changedField(form, 'Sähköposti').nth(1)).toHaveText('et muuttanut')
    await expect(form.getByRole('textbox', { name: 'Sähköposti' })).toHaveValue('uusi@example.org')
    await expectAccessible(page)
  })

  await test.step('it is saved once it was chosen', async () => {
    await page.keyboard.press('Control+Enter')
    await expect(choice(form, 'Puhelin', 'Kirjoitit')).toBeFocused()
    await expect(meanwhileIn(form)).toContainText('1 kohta on valitsematta')
    await expect(timeline(page)).toHaveCount(2)
    await page.keyboard.press('ArrowRight')
    await expect(form.getByRole('textbox', { name: 'Puhelin' })).toHaveValue('050 333 4444')
    await page.keyboard.press('ArrowLeft')
    await expect(form.getByRole('textbox', { name: 'Puhelin' })).toHaveValue('050 111 2222')
    await page.keyboard.press('Control+Enter')
    await expect(form).toBeHidden()
    for (const each of [page, other]) {
      await expect(section(each, 'Yhteystiedot')).toContainText('050 111 2222')
      await expect(section(each, 'Yhteystiedot')).toContainText('uusi@example.org')
    }
  })

  await test.step('of a booking too', async () => {
    await goToAddress(page, `/appointments/${visit.id}`, /^Käynti/)
    const dialog = page.getByRole('dialog', { name: 'Muuta varauksen tietoja' })
    await page.keyboard.press('e')
    await dialog.getByLabel('Lisätiedot').fill('Tarvitsee tulkin')
    const { version } = (await deskOf(page).appointments.read({ id: visit.id })).visit
    await deskOf(page).appointments.change({
      id: visit.id,
      version,
      additionalInformation: 'Lapsi tulee mukaan',
    })
    await expect(changedField(dialog, 'Lisätiedot').nth(2)).toHaveText('Lapsi tulee mukaan')
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Space')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(section(page, 'Käynti')).toContainText('Tarvitsee tulkin')
  })
})

test('two who set the office choose as well: settings, mail, staff and hours', async ({
  desk: page,
  host,
}) => {
  test.skip(host === 'electron', 'the desktop program has one window')
  await signIn(page)
  const { system, outbox, staff, timetable } = deskOf(page)

  await test.step('how soon the desk locks, and the mail server', async () => {
    await goTo(page, 'Asetukset')
    const lock = section(page, 'Automaattinen lukitus')
    await lock.getByLabel('Lukitse, kun käyttämättä on oltu').fill('15')
    await system.saveSettings({ ...(await system.readSettings()), lockAfterMinutes: 20 })
    await expect(changedField(lock, 'Lukitse, kun käyttämättä on oltu (minuuttia)')).toHaveText([
      '10',
      '15',
      '20',
    ])
    const mail = section(page, 'Sähköpostipalvelin')
    const smtp = {
      host: 'mail.example.com',
      port: 587,
      security: 'starttls' as const,
      username: 'heka',
      password: 'salainen salasana',
      senderName: 'Heka',
      senderAddress: 'heka@example.com',
    }
    const saveMail = async (changed: typeof smtp | null) =>
      outbox.saveSettings({ ...(await outbox.readSettings()), smtp: changed })
    await saveMail(smtp)
    const server = mail.getByRole('textbox', { name: 'Palvelin (SMTP)' })
    await expect(server).toHaveValue('mail.example.com')
    await server.fill('smtp.example.com')
    await mail.getByLabel('Lähettäjän nimi').fill('Hekan asiakaspalvelu')
    await saveMail({ ...smtp, host: 'post.example.com', senderName: 'Heka Oy' })
    await expect(changedField(mail, 'Palvelin (SMTP)')).toHaveText([
      'mail.example.com',
      'smtp.example.com',
      'post.example.com',
    ])
    await expect(page.getByText('salainen salasana')).toHaveCount(0)
    await expectAccessible(page)
    await mail.getByRole('button', { name: 'Kaikki uudet' }).click()
    await expect(server).toHaveValue('post.example.com')
    await choice(lock, 'Lukitse', 'Kirjoitit').check()
    await lock.getByRole('button', { name: 'Tallenna' }).click()
    await expect(meanwhileIn(lock)).toHaveCount(0)
    expect(await system.readSettings()).toMatchObject({ lockAfterMinutes: 15 })
    await saveMail(null)
    await expect(meanwhileIn(mail)).toContainText('Joku muu poisti tämän')
    await expect(server).toHaveValue('smtp.example.com')
  })

  await test.step('what somebody may do', async () => {
    await goTo(page, 'Henkilöstö')
    const member = (await staff.list()).find(({ username }) => username === phoneAgent.username)
    if (member === undefined) throw new Error('nobody to change')
    await page.getByRole('button', { name: `Muokkaa: ${member.name}` }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('Nimi', { exact: true }).fill('Toinen Nimi')
    await form.getByRole('checkbox', { name: 'As Oy -tiimi' }).check()
    await staff.change({
      id: member.id,
      version: member.version,
      name: member.name,
      roles: ['phone', 'counter'],
    })
    await expect(changedField(form, 'Tehtävät').nth(2)).toHaveText('Palvelupiste, Puhelinpalvelu')
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await expect(choice(form, 'Tehtävät', 'Kirjoitit')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+Enter')
    await expect(form).toBeHidden()
    await expect(page.getByRole('row', { name: /Toinen Nimi/ })).toContainText('Palvelupiste, Puhelinpalvelu')
  })

  await test.step('the hours of a week, day by day', async () => {
    await goToAddress(page, '/timetable', 'Aukioloajat ja ajanvarauksen säännöt')
    await page.getByRole('button', { name: 'Muuta aukioloaikoja' }).click()
    const form = page.getByRole('form', { name: 'Uudet aukioloajat' })
    const from = dayAhead(7)
    await form.getByLabel('Voimassa alkaen').fill(asTyped(from))
    await form.getByLabel('tiistai: tiskejä').first().fill('1')
    const { version, weeks } = (await timetable.read()).timetable
    const hours = structuredClone(weeks[0]?.hours)
    if (hours === undefined) throw new Error('no hours')
    await timetable.save({
      version,
      change: {
        kind: 'week',
        fromOn: from.toFormat('yyyy-MM-dd'),
        hours: { ...hours, tuesday: [], wednesday: [] },
      },
    })
    await expect(changedField(form, 'keskiviikko').nth(2)).toHaveText('suljettu')
    await expect(changedField(form, 'tiistai').nth(2)).toHaveText('suljettu')
    await expectAccessible(page)
    await choice(form, 'tiistai', 'Kirjoitit').check()
    await page.keyboard.press('Control+Enter')
    await expect(form).toBeHidden()
    const saved = (await timetable.read()).timetable.weeks.at(-1)?.hours
    expect(saved?.wednesday).toEqual([])
    expect(saved?.tuesday).toMatchObject([{ desks: 1 }])
  })
})
