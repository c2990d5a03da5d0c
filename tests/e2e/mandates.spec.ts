import type { Page } from '@playwright/test'
import { checkCharacter } from '#shared/rules/personalIdentityCode'
import { pdf, png } from '../mandates/papers'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { deskOf } from './office'
import {
  asTyped,
  changedField,
  chooseFromUserMenu,
  dayAhead,
  goTo,
  goToAddress,
  meanwhileIn,
  meija,
  nameOf,
  openResident,
  type Person,
  passportOf,
  problemAt,
  scan,
  section,
  switchUser,
  timeline,
} from './pages'
import { antti, choosePaper, confirm, fillAntti, heading, openForm, papers } from './powers'
import { phoneAgent } from './seed'

const anttisCode = `170590-902${checkCharacter('170590902')}`
/** A tenant who has died. */
const erkki: Pick<Person, 'words' | 'firstNames' | 'lastName'> = {
  words: 'kuutti erkki',
  firstNames: 'Erkki Olavi',
  lastName: 'Mäki-Kuutti',
}

const toCorrect = (page: Page) => page.getByRole('form').getByRole('alert')
const answer = (page: Page) => section(page, 'Vastaus')

/** From the resident's page: whoever is second in the list of who is here wants what is on a key. */
async function ask(page: Page, wanted: string, who = '2') {
  await page.keyboard.press('a')
  await expect(section(page, 'Kuka on paikalla?')).toBeVisible()
  await page.keyboard.press(who)
  await page.keyboard.press(wanted)
}

test('a power is recorded, confirmed, asked about, granted anew and revoked', async ({ desk: page }) => {
  await signIn(page)
  await openResident(page, meija)
  await expect(section(page, 'Valtakirjat')).toContainText('Ei valtakirjoja.')

  await test.step('what is missing or wrong is said, and the draft is kept', async () => {
    await openForm(page)
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    for (const problem of [
      'Kirjoita valtuutetun etunimi ja sukunimi.',
      'Kirjoita valtuutetun syntymäaika tai henkilötunnus.',
      'Valitse, mihin valtakirja oikeuttaa',
      'Kirjoita, milloin valtakirja on allekirjoitettu.',
      'Valitse, miten valtakirja saatiin.',
    ])
      await expect(toCorrect(page)).toContainText(problem)
    await expectAccessible(page)
    await page.getByLabel('Allekirjoitettu').fill(asTyped(dayAhead(2)))
    await page.getByLabel('Voimassa asti').fill(asTyped(dayAhead(-1)))
    await problemAt(page, 'Allekirjoitettu', 'päivätty tulevaisuuteen')
    await fillAntti(page)
    await page.getByLabel('Voimassa asti').fill(asTyped(dayAhead(-5)))
    await page.getByLabel('Voimassa asti').blur()
    await problemAt(page, 'Voimassa asti', 'Viimeinen päivä on ennen ensimmäistä')
    await page.getByLabel('Voimassa asti').fill(asTyped(dayAhead(20)))
    await page.keyboard.press('Escape')
    await expect(page.getByRole('alertdialog', { name: 'Hylätäänkö kirjoittamasi?' })).toBeVisible()
    await page.keyboard.press('Escape')
    await goToAddress(page, '/', /^Tänään/)
    await section(page, 'Jäi kesken').getByRole('link', { name: 'Jatka' }).click()
    await expect(page.getByLabel('Etunimet')).toHaveValue(antti.firstNames)
  })

  await test.step('of a personal identity code only the birth date stays', async () => {
    const born = page.getByLabel('Syntymäaika tai henkilötunnus')
    await born.fill('170590-9021')
    await born.blur()
    await problemAt(page, 'Syntymäaika tai henkilötunnus', 'tarkistusmerkki')
    await born.fill(anttisCode)
    await born.blur()
    await expect(born).toHaveValue('17.5.1990')
  })

  await test.step('it is recorded, and not valid yet', async () => {
    await page.getByRole('checkbox', { name: 'avainten palautus ja nouto' }).check()
    await page.getByLabel('Puhelin').fill('040 123 4567')
    await page.keyboard.press('Control+Enter')
    await heading(page, `Valtakirja: ${nameOf(meija)}`)
    await expect(page.getByText('Vahvistamatta')).toBeVisible()
    const says = section(page, 'Mitä valtakirjassa lukee')
    await expect(says).toContainText('Antti Olavi Virtanen')
    await expect(says).toContainText('s. 17.5.1990 · 040 123 4567')
    await expectAccessible(page)
  })

  await test.step('files that are no paper are refused by name', async () => {
    const refused = papers(page).getByRole('alert')
    await choosePaper(page, 'valtakirja.pdf', png())
    await expect(refused).toContainText('Ei liitetty: valtakirja.pdf.')
    await expect(refused).toContainText('Tiedoston sisältö ei ole sitä, mitä sen nimi sanoo.')
    await choosePaper(page, 'kirje.docx', Buffer.from('PK ei paperi'))
    await expect(refused).toContainText('Tiedosto ei ole PDF, JPEG eikä PNG.')
    await choosePaper(page, 'tyhja.pdf', Buffer.alloc(0))
    await expect(refused).toContainText('Tiedosto on tyhjä.')
    await choosePaper(page, 'suuri.png', Buffer.alloc(10 * 1024 * 1024 + 1))
    await expect(refused).toContainText('Tiedosto on yli 10 megatavua.')
    await choosePaper(page, 'rikki.pdf', Buffer.from('%PDF-1.7 poikki'))
    await expect(refused).toContainText('PDF on rikki.')
    await expectAccessible(page)
    await expect(papers(page).getByRole('listitem')).toHaveCount(0)
  })

  await test.step('a picture is looked at, and taken away again', async () => {
    await choosePaper(page, 'kuva.png', png())
    await expect(papers(page).getByRole('alert')).toHaveCount(0)
    await papers(page).getByRole('button', { name: 'kuva.png', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'kuva.png' })
    const picture = dialog.getByRole('img', { name: 'Allekirjoitetun paperin kuva' })
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await papers(page).getByRole('button', { name: 'Poista paperi kuva.png' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Poista' }).click()
    await expect(papers(page)).toContainText('Paperia ei ole vielä liitetty.')
  })

  await test.step('it is valid once its paper is there and everything was checked', async () => {
    const checking = section(page, 'Vahvistaminen')
    await page.keyboard.press('Control+Enter')
    await expect(checking).toContainText('Kaikkea tarkistettavaa ei ole vielä merkitty.')
    await expect(checking.getByRole('alert')).toContainText('Allekirjoitettu paperi puuttuu.')
    await expect(checking.getByRole('checkbox').first()).toBeFocused()
    await confirm(page, pdf({ text: 'Valtuutan poikani' }), 3)
    await expect(page.getByText('Voimassa', { exact: true }).first()).toBeVisible()
    await papers(page).getByRole('button', { name: 'valtakirja.pdf', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'valtakirja.pdf' }).locator('canvas')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(papers(page).getByRole('button', { name: /^Poista paperi/ })).toHaveCount(0)
  })

  await test.step('he has not shown who he is: no, and his document is the next step', async () => {
    await openResident(page, meija)
    await ask(page, 'k')
    await expect(answer(page)).toContainText('Ei saa')
    await expect(answer(page)).toContainText('Henkilöllisyyttä ei ole tarkistettu tänään.')
    await expectAccessible(page)
    await expect(page.getByRole('button', { name: 'Tarkista valtuutetun henkilöllisyys' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Koneluettavat rivit')).toBeFocused()
    await expectAccessible(page)
    const [first, second] = passportOf({ words: '', ...antti })
    await scan(page, [first.slice(0, 40), second])
    await page.getByRole('button', { name: 'Kirjaa, ettei asiakirjaa voi lukea' }).click()
    await page.getByRole('button', { name: 'Kirjaa hylkäys' }).click()
    await expect(
      page.getByRole('alert').filter({ hasText: 'Hylkäys kirjattu: rivejä ei voi lukea.' }),
    ).toBeVisible()
    await scan(page, [first, second])
    await expect(page.getByRole('table', { name: 'Tiedot ja asiakirja rinnakkain' })).toContainText(
      'Valtakirja',
    )
    await expect(page.getByRole('button', { name: 'Kyllä, kuva täsmää' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(answer(page)).toContainText('Kyllä, saa')
    await expect(answer(page)).toContainText('avainten palautus ja nouto')
    await expect(answer(page)).toContainText(`${asTyped(dayAhead(20))} asti`)
    await expectAccessible(page)
  })

  await test.step('three keys from the resident’s page to yes; what it does not cover is no', async () => {
    await page.keyboard.press('Escape')
    await heading(page, nameOf(meija))
    await ask(page, 'n')
    await expect(answer(page)).toContainText('Kyllä, saa')
    await page.keyboard.press('m')
    await expect(answer(page)).toContainText('Valtakirja ei koske tätä asiaa.')
    await page.keyboard.press('0')
    await expect(page.getByLabel('Kuka hän on?')).toBeFocused()
    await page.keyboard.type('Tuntematon Tuula')
    await expect(page.getByText('ei löytynyt ketään')).toBeVisible()
    await page.keyboard.press('Enter')
    await page.keyboard.press('k')
    await expect(answer(page)).toContainText('Hänellä ei ole valtakirjaa tältä asukkaalta.')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(timeline(page).first()).toContainText(
      'Kysytty, saako asioida: Tuntematon Tuula, Avainten palautus, ei, ei valtakirjaa',
    )
  })

  await test.step('it ends soon, so it is in the list', async () => {
    await goTo(page, 'Valtakirjat')
    const row = page.getByRole('table').getByRole('row').nth(1)
    await expect(row).toContainText(asTyped(dayAhead(20)))
    await expectAccessible(page)
    await row.getByRole('link').focus()
    await page.keyboard.press('Enter')
    await heading(page, `Valtakirja: ${nameOf(meija)}`)
  })

  await test.step('a new one is granted from it; the same paper is told to be there already', async () => {
    await page.keyboard.press('u')
    await heading(page, 'Uusi valtakirja edellisen pohjalta')
    await expectAccessible(page)
    await expect(page.getByLabel('Etunimet')).toHaveValue(antti.firstNames)
    await expect(page.getByRole('checkbox', { name: 'avainten palautus ja nouto' })).toBeChecked()
    await page.getByLabel('Allekirjoitettu').fill(asTyped(dayAhead(0)))
    await page.getByLabel('Miten saatiin').selectOption({ label: 'Valtuutettu toi' })
    await page.keyboard.press('Control+Enter')
    await expect(section(page, 'Mitä valtakirjassa lukee')).toContainText('Edellinen valtakirja')
    await choosePaper(page, 'sama.pdf', pdf({ text: 'Valtuutan poikani' }))
    await expect(papers(page).getByRole('alert')).toContainText('Sama paperi on jo tallessa.')
    await papers(page).getByRole('link', { name: 'Avaa se valtakirja' }).click()
    await expect(section(page, 'Mitä valtakirjassa lukee')).toContainText('Uusi valtakirja')
  })

  await test.step('revoked, it answers no', async () => {
    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog', { name: 'Valtakirjan peruutus' })
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toContainText('Valitse, kuka perui.')
    await expectAccessible(page)
    await page.keyboard.press('1')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Peruttu', { exact: true }).first()).toBeVisible()
    await openResident(page, meija)
    await ask(page, 'k')
    await expect(answer(page)).toContainText('Ei saa')
    await expect(answer(page)).toContainText('Muut valtakirjat')
    await expect(answer(page)).toContainText('peruttu')
  })
})

test('an open section is read and decided, and what may be told is told', async ({ desk: page }) => {
  await signIn(page)
  await openResident(page, meija)
  const words = 'Poikani saa kysyä sopimuksestani ja hoitaa siihen liittyvät asiat.'
  await test.step('a power with nothing else', async () => {
    await openForm(page)
    await fillAntti(page)
    await page.getByLabel('Avoin kohta').fill(words)
    await page.keyboard.press('Control+Enter')
    await heading(page, `Valtakirja: ${nameOf(meija)}`)
    await confirm(page, pdf({ text: 'Avoin' }), 3)
  })

  await test.step('never answers by itself', async () => {
    await openResident(page, meija)
    await ask(page, 't')
    await expect(answer(page)).toContainText('Henkilöllisyyttä ei ole tarkistettu tänään.')
    // His document can be read at once, without a key.
    await scan(page, passportOf({ words: '', ...antti }))
    await expect(page.getByRole('button', { name: 'Kyllä, kuva täsmää' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(answer(page)).toContainText('Lue avoin kohta')
    await expect(answer(page)).toContainText(words)
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await expect(answer(page)).toContainText('Valitse kyllä tai ei.')
    await answer(page).getByRole('radio', { name: 'Kyllä' }).check()
    await page.keyboard.press('Control+Enter')
    await expect(answer(page)).toContainText('Kirjoita perustelu.')
    await answer(page).getByLabel('Perustelu').fill('Saa kysyä sopimuksesta.')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('alertdialog')).toBeHidden()
    await answer(page).getByLabel('Perustelu').press('Control+Enter')
    await expect(answer(page)).toContainText('Kyllä, saa')
    await expect(answer(page)).toContainText('Ratkaistu avoimesta kohdasta: Saa kysyä sopimuksesta.')
    await expect(answer(page)).toContainText('Tämän saa kertoa')
    await expect(answer(page)).toContainText('L000001')
    await expectAccessible(page)
  })

  await test.step('on the phone nobody is identified from a document', async () => {
    await switchUser(page, phoneAgent)
    await openResident(page, meija)
    await ask(page, 'm', '1')
    await expect(answer(page)).toContainText('Henkilöllisyyden voi tarkistaa vain palvelupisteessä')
    await expect(page.getByRole('button', { name: /^Tarkista/ })).toHaveCount(0)
    await chooseFromUserMenu(page, 'Kirjaudu ulos')
  })
})

test('of a tenant who has died the parties to the estate give the power', async ({ desk: page }) => {
  await signIn(page)
  await openResident(page, erkki)
  await openForm(page)
  await expect(page.getByText('Asukas on merkitty kuolleeksi: valtakirjan antavat')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'kuolinpesän asiat' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'yleisvaltuutus' })).toBeDisabled()
  await fillAntti(page)
  await page.keyboard.press('Control+Enter')
  await expect(toCorrect(page)).toContainText('Kirjoita kuolinpesän osakkaat')
  await page.getByLabel('Osakkaat, jotka eivät ole asukkaita').fill('Liisa Mäki\nKalle Mäki')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(section(page, 'Mitä valtakirjassa lukee')).toContainText('Liisa Mäki, Kalle Mäki')

  await test.step('corrected and then refused, for a reason', async () => {
    await page.keyboard.press('e')
    await heading(page, 'Korjaa valtakirjaa')
    await page.getByLabel('Osakkaat, jotka eivät ole asukkaita').fill('Liisa Mäki')
    await page.keyboard.press('Control+Enter')
    await expect(section(page, 'Mitä valtakirjassa lukee')).not.toContainText('Kalle Mäki')
    await page.keyboard.press('h')
    const dialog = page.getByRole('dialog', { name: 'Miksi valtakirja hylätään?' })
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toContainText('Valitse syy.')
    await page.keyboard.press('7')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toContainText('Kirjoita perustelu.')
    await expectAccessible(page)
    await dialog.getByLabel('Lisätiedot').fill('Perukirja puuttuu.')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(section(page, 'Mitä valtakirjassa lukee')).toContainText('Perukirja puuttuu.')
    await expect(page.getByText('Hylätty', { exact: true }).first()).toBeVisible()
  })
})

test('two who correct the same power choose, and what is done elsewhere is seen at once', async ({
  desk: page,
  host,
}) => {
  test.skip(host === 'electron', 'the other one calls over HTTP')
  await signIn(page)
  await openResident(page, meija)
  await openForm(page)
  await fillAntti(page)
  await page.getByRole('checkbox', { name: 'avainten palautus ja nouto' }).check()
  await page.keyboard.press('Control+Enter')
  await heading(page, /^Valtakirja: /)
  const id = new URL(page.url()).hash.split('/').at(-1) ?? ''
  const { mandates } = deskOf(page)
  const power = async () => (await mandates.read({ id })).mandate

  await test.step('what both changed is chosen, what one changed is taken over', async () => {
    await page.keyboard.press('e')
    const form = page.getByRole('form', { name: 'Korjaa valtakirjaa' })
    await form.getByLabel('Voimassa asti').fill(asTyped(dayAhead(30)))
    const { version, grantees, signedOn, validFrom, arrived } = await power()
    await mandates.correct({
      id,
      version,
      ...{ otherGrantorIds: [], parties: [], diedOn: null, object: null, openSection: '', general: false },
      grantees: grantees.map((each) => ({ ...each, personalIdentityCode: null })),
      scopes: ['keys', 'diyPermit'],
      ...{ signedOn, validFrom, arrived },
      validUntil: dayAhead(60).toFormat('yyyy-MM-dd'),
    })
    await expect(changedField(form, 'Voimassa asti')).toHaveText([
      'tyhjä',
      asTyped(dayAhead(30)),
      asTyped(dayAhead(60)),
    ])
    await expect(form.getByRole('checkbox', { name: 'lupa omatoimiseen remonttiin' })).toBeChecked()
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await expect(meanwhileIn(form)).toContainText('1 kohta on valitsematta')
    await meanwhileIn(form)
      .getByRole('radio', { name: /Kirjoitit/ })
      .check()
    await page.keyboard.press('Control+Enter')
    await expect(section(page, 'Mitä valtakirjassa lukee')).toContainText(asTyped(dayAhead(30)))
    expect((await power()).scopes).toEqual(['keys', 'diyPermit'])
  })

  await test.step('a paper on its way is cancelled, and attached again', async () => {
    const chunks = '**/rpc/mandates/paperChunk'
    // Of two chunks one arrives, and nothing more.
    let gone = 0
    await page.route(chunks, async (route) => {
      gone += 1
      if (gone === 1) await route.continue()
    })
    const slow = Buffer.concat([pdf({ text: 'Hidas' }), Buffer.alloc(1.8 * 1024 * 1024, ' ')])
    await choosePaper(page, 'hidas.pdf', slow)
    await expect(papers(page).getByRole('progressbar')).toHaveAttribute('aria-valuenow', /^[5-9]\d$/)
    await expectAccessible(page)
    await papers(page).getByRole('button', { name: 'Keskeytä' }).click()
    await expect(papers(page).getByRole('progressbar')).toHaveCount(0)
    await expect(papers(page).getByRole('alert')).toHaveCount(0)
    await expect(papers(page).getByRole('listitem')).toHaveCount(0)
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await choosePaper(page, 'nopea.pdf', pdf({ text: 'Nopea' }))
    await expect(papers(page).getByRole('listitem')).toHaveCount(1)
  })

  await test.step('a power that is taken back elsewhere is so here', async () => {
    const { version, signedOn } = await power()
    await mandates.revoke({ id, version, by: 'grantor', how: 'byPhone', on: signedOn, note: '' })
    await expect(page.getByText('Peruttu', { exact: true }).first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Kirjaa perutuksi' })).toHaveCount(0)
  })
})

test('the blank form, one to be signed and the receipt are shown and printed', async ({ desk: page }) => {
  await signIn(page)
  await openResident(page, meija)
  const sheet = (title: string) => page.getByRole('dialog', { name: title })
  const written = (title: string) => sheet(title).getByRole('region', { name: 'Esikatselu' })

  await test.step('blank, in the language that is chosen', async () => {
    await page.keyboard.press('v')
    await heading(page, 'Valtakirjat')
    await page.keyboard.press('t')
    const title = 'Tyhjä valtakirjalomake'
    await expect(written(title)).toContainText('Kuolinpesän edustaminen')
    await expect(sheet(title).getByRole('button', { name: 'Tulosta' })).toBeFocused()
    await expectAccessible(page)
    await sheet(title).getByLabel('Paperin kieli').selectOption({ label: 'Svenska' })
    await expect(written(title)).toContainText('Återlämning och avhämtning av nycklar')
    await expect(written(title)).not.toContainText(nameOf(meija))
    await page.keyboard.press('Escape')
    await expect(sheet(title)).toHaveCount(0)
  })

  await test.step('with what is typed so far, which stays typed', async () => {
    await page.keyboard.press('k')
    await heading(page, 'Kirjaa valtakirja')
    await page.getByLabel('Etunimet').fill(antti.firstNames)
    await page.getByRole('checkbox', { name: 'avainten palautus ja nouto' }).check()
    await page.keyboard.press('Control+p')
    const title = 'Valtakirja allekirjoitettavaksi'
    for (const said of [nameOf(meija), antti.firstNames, 'X'])
      await expect(written(title)).toContainText(said)
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(sheet(title)).toHaveCount(0)
    await expect(page.getByLabel('Etunimet')).toHaveValue(antti.firstNames)
    await page.getByRole('button', { name: 'Tulosta allekirjoitettavaksi' }).click()
    await expect(sheet(title)).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('the receipt of what was recorded', async () => {
    await fillAntti(page)
    await page.keyboard.press('Control+Enter')
    await heading(page, `Valtakirja: ${nameOf(meija)}`)
    await page.keyboard.press('t')
    const title = 'Kuittaus valtakirjasta'
    await expect(written(title)).toContainText('Valtakirja on vastaanotettu')
    await expect(written(title)).toContainText('Näin perut valtakirjan')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(sheet(title)).toHaveCount(0)
  })
})
