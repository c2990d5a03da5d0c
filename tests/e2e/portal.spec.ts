import type { Page } from '@playwright/test'
import { administrator, expect, expectAccessible, signIn, test } from './fixtures'
import { meija, nameOf, openResident, type Person, passportOf, scan, timeline } from './pages'

type Named = Pick<Person, 'words' | 'firstNames' | 'lastName'>
const ulla: Named = {
  words: 'falkenstrand',
  firstNames: 'Ulla-Britt Margareta',
  lastName: 'von Falkenstrand',
}

async function openPortal(page: Page, person: Named) {
  await openResident(page, person)
  await page.keyboard.press('r')
  await expect(page.getByRole('heading', { level: 1, name: 'Asukassivut-rekisteröinti' })).toBeVisible()
}

/** Checks Meija's passport and goes on from there to the Portal with a registration begun. */
async function beginRegistration(page: Page) {
  await openResident(page, meija)
  await scan(page, passportOf(meija))
  await page.getByRole('button', { name: 'Kyllä, kuva täsmää' }).click()
  await page.getByRole('button', { name: 'Jatka Asukassivut-rekisteröintiin' }).click()
  await page.getByRole('button', { name: 'Aloita rekisteröinti' }).click()
  await expect(page.getByLabel('Sähköpostiosoite (käyttäjätunnus)')).toBeFocused()
}

const step = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Rekisteröinnin vaiheet' }).getByRole('listitem').filter({ hasText: name })

test('who may not register is told why', async ({ desk: page }) => {
  await signIn(page)
  const born = `30.12.${new Date().getFullYear() - 13 + 18}`
  const cases: readonly (readonly [Named, string])[] = [
    [
      { words: 'warsame ayaan', firstNames: 'Ayaan Amina', lastName: 'Warsame' },
      `Asukas on alaikäinen. Asukassivuille voi rekisteröityä 18 vuotta täyttänyt. Rekisteröinti onnistuu ${born} alkaen.`,
    ],
    [ulla, 'Vuokrasopimus on päättynyt, joten Asukassivuille ei voi enää rekisteröityä.'],
    [
      { words: 'åkerblom åsa', firstNames: 'Åsa Linnéa', lastName: 'Åkerblom' },
      'Vuokrasopimusta ei ole vielä allekirjoitettu. Rekisteröityä voi allekirjoituksesta alkaen.',
    ],
    [
      { words: "o'brien", firstNames: 'Patrick', lastName: "O'Brien" },
      'Henkilö ei ole asukasluettelossa. Asukassivut eivät ole hakijoille.',
    ],
    [
      { words: 'mäki-kuutti', firstNames: 'Erkki Olavi', lastName: 'Mäki-Kuutti' },
      'Asukas on merkitty kuolleeksi, joten häntä ei voi rekisteröidä Asukassivuille.',
    ],
  ]
  for (const [person, why] of cases) {
    await test.step(nameOf(person), async () => {
      await openPortal(page, person)
      const alert = page.getByRole('main').getByRole('alert')
      await expect(alert).toContainText('Asukassivuille ei voi nyt rekisteröityä')
      await expect(alert).toContainText(why)
      await expect(page.getByRole('button', { name: /Tarkista henkilöllisyys|Aloita|Merkitse/ })).toHaveCount(
        0,
      )
    })
  }
  await expectAccessible(page)

  await test.step('from signing on one may, though what it shows opens later', async () => {
    await openPortal(page, { words: 'nguyen minh', firstNames: 'Minh', lastName: 'Nguyen' })
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      `Asukas voi rekisteröityä jo nyt, mutta toiminnot avautuvat 15.12.${new Date().getFullYear() + 1}.`,
    )
    await expect(page.getByRole('button', { name: 'Tarkista henkilöllisyys' })).toBeFocused()
  })
})

test('the link counts down, and a new e-mail address begins the registration again', async ({
  desk: page,
}) => {
  await page.clock.install()
  await page.reload()
  await signIn(page)
  await beginRegistration(page)
  const email = page.getByLabel('Sähköpostiosoite (käyttäjätunnus)')

  await test.step('an address that is none is not taken', async () => {
    await email.fill('meija.virtanen')
    await page.keyboard.press('Enter')
    await expect(email).toBeFocused()
    await expect(email).toHaveAccessibleDescription(/Sähköpostiosoite ei kelpaa/)
    await expectAccessible(page)
  })

  await test.step('the 24 hours are counted down', async () => {
    await email.fill('meija.virtanen@example.com')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Merkitse: linkki lähetetty' }).click()
    const sent = step(page, 'Vahvistuslinkki lähetetty')
    await expect(sent).toContainText(/(24 h 0|23 h 59) min jäljellä/)
    // The desk may tell its own time once more, when it tells of the change.
    await expect
      .poll(async () => {
        await page.clock.fastForward('02:00')
        return sent.innerText()
      })
      .toMatch(/23 h 5[0-8] min jäljellä/)
  })

  await test.step('a mistake begins from the check, which is of today', async () => {
    await page.getByRole('button', { name: 'Merkitsin väärin…' }).click()
    const question = page.getByRole('alertdialog', { name: 'Aloitetaanko merkinnät alusta?' })
    await expectAccessible(page)
    await question.getByRole('button', { name: 'Peruuta' }).click()
    await expect(step(page, 'Vahvistuslinkki lähetetty')).toContainText('min jäljellä')
  })

  await test.step('the address changes after all is done', async () => {
    await page.getByRole('button', { name: 'Merkitse: sähköposti vahvistettu' }).click()
    await page.getByRole('button', { name: 'Merkitse: rekisteröity' }).click()
    await expect(step(page, 'Rekisteröity')).toContainText('Tehty')
    await page.getByRole('button', { name: 'Sähköpostiosoite vaihtuu…' }).click()
    const question = page.getByRole('alertdialog', { name: 'Rekisteröidäänkö uudella osoitteella?' })
    await expect(question).toContainText('Käyttäjätunnusta ei voi vaihtaa.')
    await question.getByRole('button', { name: 'Aloita alusta' }).click()
    for (const name of ['Käyttäjätunnus luotu', 'Sähköposti vahvistettu', 'Rekisteröity']) {
      await expect(step(page, name)).not.toContainText('Tehty')
    }
    await email.fill('uusi.meija@example.org')
    await page.keyboard.press('Enter')
    await expect(step(page, 'Käyttäjätunnus luotu')).toContainText('uusi.meija@example.org')
    await page.getByRole('link', { name: nameOf(meija) }).click()
    await expect(timeline(page).first()).toContainText('käyttäjätunnus luotu (uusi.meija@example.org)')
    await expect(timeline(page)).toContainText([
      'Asukassivut-rekisteröinti aloitettu alusta: sähköpostiosoite vaihtui',
      'Asukassivut: rekisteröity',
    ])
  })
})

test('a link that died is explained, and the desk decides whether it did', async ({ desk: page, host }) => {
  test.skip(host === 'electron', 'the answer of a port cannot be replaced')
  await signIn(page)
  await beginRegistration(page)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Merkitse: linkki lähetetty' }).click()
  await expect(step(page, 'Vahvistuslinkki lähetetty')).toContainText('min jäljellä')
  // A day later, as the page is told; the desk's own clock says otherwise.
  await page.route('**/rpc/portal/read', async (route) => {
    const answer = await route.fetch()
    const text = (await answer.text())
      .replace('"state":"linkSent"', '"state":"expired"')
      .replace('"nextStep":"confirmed"', '"nextStep":null')
    await route.fulfill({ response: answer, body: text })
  })
  await page.reload()
  await expect(page.getByRole('alert')).toContainText(['Asukas voi', 'Vahvistuslinkki ehti vanhentua.'])
  await expectAccessible(page)
  await page.unroute('**/rpc/portal/read')
  await page.getByRole('button', { name: 'Aloita käyttäjätunnus alusta' }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: 'Vahvistuslinkki on vielä voimassa.' }),
  ).toBeVisible()
  await expect(timeline(page).filter({ hasText: administrator.name })).toHaveCount(0)
})

test('the leaflet comes in the language of the resident', async ({ desk: page }) => {
  await signIn(page)
  await openPortal(page, ulla)
  await page.keyboard.press('l')
  const dialog = page.getByRole('dialog', { name: 'Ohje Asukassivuille rekisteröitymiseen' })
  const sheet = dialog.getByRole('region', { name: 'Esikatselu' })
  await expect(dialog.getByLabel('Ohjeen kieli')).toHaveValue('sv')
  await expect(sheet).toContainText('Boendesidorna')
  await expect(sheet.locator('[lang]').first()).toHaveAttribute('lang', /^sv/)
  await expect(sheet.locator('canvas').first()).toBeVisible()
  // Nothing on it says whose it is.
  await expect(sheet).not.toContainText('Falkenstrand')
  await expect(dialog.getByRole('button', { name: 'Tulosta' })).toBeFocused()
  await expectAccessible(page)

  await dialog.getByLabel('Ohjeen kieli').selectOption('Suomi')
  await expect(sheet).toContainText('Asukassivut')
  await expect(sheet).toContainText('24 tuntia')
})
