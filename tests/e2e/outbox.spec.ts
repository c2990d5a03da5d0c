import { openMailServer, reply } from '../outbox/mailServer'
import { expect, expectAccessible, signIn, test } from './fixtures'
import {
  bookResident,
  dayAhead,
  goTo,
  meija,
  messages,
  nameOf,
  openOnly,
  openResident,
  section,
  setMailServer,
} from './pages'

const toOutbox = async (page: Parameters<typeof goTo>[0]) => goTo(page, 'Viestit', 'Lähtevät viestit')

test('messages wait for a server, need somebody when an address is refused, and go when it is mended', async ({
  desk: page,
}) => {
  const email = 'meija.virtanen@example.com'
  let full = true
  const server = await openMailServer({
    onRecipient: (address) => {
      if (full && address === email) throw reply(552)
    },
  })
  const { arrived } = server.value
  const confirmation = messages(page).filter({ hasText: 'Ajan vahvistus' })
  const dialog = page.getByRole('dialog', { name: 'Ajan vahvistus' })
  try {
    await signIn(page)
    await test.step('nothing has been written yet', async () => {
      await toOutbox(page)
      await expect(page.getByText('Viestejä ei ole vielä.')).toBeVisible()
      await expectAccessible(page)
    })
    // More than a day ahead, so that there is a reminder.
    await openOnly(page, [{ day: dayAhead(3), openings: [{ from: '9', to: '12', desks: 1 }] }])
    await openResident(page, meija)
    await bookResident(page, 'Avaimet')

    await test.step('without a server messages wait, and the page says so', async () => {
      await expect(page.getByText('Vahvistus odottaa, koska sähköpostia ei ole')).toBeVisible()
      await toOutbox(page)
      await expect(
        page.getByRole('alert').filter({ hasText: 'Sähköpostipalvelinta ei ole asetettu' }),
      ).toBeVisible()
      await expect(messages(page)).toHaveCount(2)
      await expect(confirmation).toContainText('Odottaa lähtöä')
      await expect(confirmation).toContainText('Palvelinta ei ole asetettu.')
      await expect(messages(page).filter({ hasText: 'Muistutus' })).toContainText(/Lähtee \d/)
      await expect(page.getByRole('button', { name: 'Odottaa (2)' })).toBeVisible()
      await expectAccessible(page)
    })

    await test.step('a message is read as it will be sent', async () => {
      await messages(page).first().getByRole('button').focus()
      await page.keyboard.press('End')
      await expect(confirmation.getByRole('button')).toBeFocused()
      await page.keyboard.press('Enter')
      const sent = dialog.getByRole('region', { name: 'Viesti sellaisena kuin asiakas sen saa' })
      await expect(sent).toContainText(`Hei ${nameOf(meija)},`)
      await expect(sent).toContainText('Liitteenä kalenterimerkintä')
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
      await expect(confirmation.getByRole('button')).toBeFocused()
    })

    await test.step('a server is tried before it is set', async () => {
      await page.getByRole('link', { name: 'Aseta palvelin' }).click()
      const settings = section(page, 'Sähköpostipalvelin')
      await settings.getByLabel('Palvelin (SMTP)').fill('smtp.example.com')
      await settings.getByLabel('Lähettäjän nimi').fill('Hekan asiakaspalvelu')
      await settings.getByLabel('Lähettäjän sähköpostiosoite').fill('ajanvaraus@example.com')
      await settings.getByLabel(/^Ei salausta/).check()
      await settings.getByRole('button', { name: 'Kokeile yhteyttä' }).click()
      await expect(settings).toContainText('Salaamatta saa lähettää vain tällä koneella olevaan palvelimeen.')
      await expectAccessible(page)
      await settings.getByLabel('Palvelin (SMTP)').fill('127.0.0.1')
      // Nothing listens on the first port.
      await settings.getByLabel('Portti', { exact: true }).fill('1')
      await settings.getByRole('button', { name: 'Kokeile yhteyttä' }).click()
      await expect(settings).toContainText('Palvelimeen ei saatu yhteyttä.')
      await expectAccessible(page)
      await settings.getByLabel('Portti', { exact: true }).fill(String(server.value.port))
      await settings.getByRole('button', { name: 'Kokeile yhteyttä' }).click()
      await expect(settings).toContainText('Yhteys toimii')
      expect(arrived).toHaveLength(0)
      await setMailServer(page, server.value.port)
    })

    await test.step('an address that the server refuses needs somebody', async () => {
      await toOutbox(page)
      await expect(page.getByRole('button', { name: 'Vaatii huomiota (1)' })).toBeVisible()
      await page.getByRole('button', { name: 'Vaatii huomiota' }).click()
      await expect(messages(page)).toHaveCount(1)
      await expect(confirmation).toContainText('Ei lähtenyt')
      await expect(confirmation).toContainText('Palvelin ei hyväksynyt vastaanottajan osoitetta.')
      await expectAccessible(page)
      await confirmation.getByRole('button').click()
      await expect(dialog).toContainText('Kysy asiakkaalta oikea osoite ja korjaa se varaukseen')
      await expectAccessible(page)
    })

    await test.step('it is sent again once the customer has made room', async () => {
      full = false
      await dialog.getByRole('button', { name: 'Lähetä uudelleen' }).click()
      await expect(dialog).toContainText(/TilaLähetetty/)
      await expectAccessible(page)
      await dialog.getByRole('button', { name: 'Sulje' }).click()
      await expect(page.getByText('Mikään viesti ei vaadi huomiota.')).toBeVisible()
      expect(arrived.map(({ to }) => to)).toEqual([[email]])
      await page.getByRole('button', { name: 'Lähetetty (1)' }).click()
      await expect(confirmation).toContainText(email)
      await expect(page.getByText('Sähköpostipalvelinta ei ole asetettu')).toHaveCount(0)
      await expectAccessible(page)
    })

    await test.step('another address in the booking gets a confirmation of its own', async () => {
      await confirmation.getByRole('button').click()
      await dialog.getByRole('link', { name: 'Avaa käynti' }).click()
      await expect(section(page, 'Viestit')).toContainText('Vahvistus: lähetetty')
      await page.keyboard.press('e')
      const change = page.getByRole('dialog', { name: 'Muuta varauksen tietoja' })
      await change.getByLabel('Sähköposti').fill('meija@')
      await page.keyboard.press('Control+Enter')
      await expect(change.getByLabel('Sähköposti')).toHaveAccessibleDescription(/Sähköpostiosoite ei kelpaa/)
      await expectAccessible(page)
      await change.getByLabel('Sähköposti').fill('meija@example.org')
      await page.keyboard.press('Control+Enter')
      await expect(change).toBeHidden()
      await expect.poll(() => arrived.map(({ to }) => to)).toEqual([[email], ['meija@example.org']])
      await expect(section(page, 'Vaiheet')).toContainText('Tietoja muutettu: sähköposti')
    })
  } finally {
    await server.cleanUp()
  }
})
