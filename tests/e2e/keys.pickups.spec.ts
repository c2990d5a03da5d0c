import type { Page } from '@playwright/test'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { beginHandoff, homeOf, lane, list, makeForm, ofHandoff, registerKeys, token } from './keyRing'
import { deskOf } from './office'
import {
  asTyped,
  dayAhead,
  expectHits,
  goTo,
  nameOf,
  openResident,
  passportOf,
  scan,
  section,
  timeline,
} from './pages'
import { heading } from './powers'

/** A main tenant, who lives with his wife and two children. */
const faisal = {
  words: 'warsame faisal',
  firstNames: 'Faisal Omar',
  lastName: 'Warsame',
  birthDate: '1979-11-16',
}
const hodan = { words: 'jama hodan', firstNames: 'Hodan', lastName: 'Jama' }

test.beforeEach(({ host }) => {
  test.skip(host === 'electron', 'the calls of a port are not a test’s to make')
})

const openKeys = async (page: Page, person: typeof hodan) => {
  await openResident(page, person)
  await page.keyboard.press('k')
  await heading(page, 'Avaimet')
}

test('new tenants collect their keys: the wife shows who she is, not the child', async ({ desk: page }) => {
  await signIn(page)
  const home = await homeOf(page, faisal)
  await deskOf(page).keys.register({
    apartmentId: home.apartmentId,
    keys: ['00071', '00072'].map((number) => ({ kind: 'apartment' as const, number, setName: '', note: '' })),
    holder: { kind: 'blc' },
    happenedOn: '2021-03-01',
    word: 'blc',
    wordText: '',
  })

  await test.step('a child cannot collect them', async () => {
    await openResident(page, faisal)
    await beginHandoff(page, 'n')
    await expect(page.getByText('BLC Turva tarkistaa noutajan kuvallisen')).toBeVisible()
    await expect(page.getByRole('checkbox', { name: /^Asunnon avain/, checked: true })).toHaveCount(2)
    await page.getByRole('button', { name: /^Ayaan Amina Warsame/ }).click()
    await page.keyboard.press('Control+Enter')
    await expect(makeForm(page).getByRole('alert')).toContainText('Alaikäinen ei voi')
    await expectAccessible(page)
  })

  await test.step('the wife is told what to take with her', async () => {
    await page.getByRole('button', { name: /^Hodan Jama/ }).click()
    await page.getByLabel('Noudettavissa alkaen').fill(asTyped(dayAhead(1)))
    await page.getByRole('radio', { name: 'paperilla' }).check()
    await page.keyboard.press('Control+Enter')
    const paper = page.getByRole('dialog', { name: 'Ohje' })
    await expect(paper.locator('canvas')).toBeVisible()
    await page.keyboard.press('Escape')
    await heading(page, 'Avainten nouto')
    await expect(section(page, 'Tiedot')).toContainText('Hodan Jama, toinen vuokralainen')
    await expect(ofHandoff(page).filter({ hasText: 'noutamatta' })).toHaveCount(2)
    await expectAccessible(page)
  })

  await test.step('the keys wait at BLC, and are collected', async () => {
    const report = page.getByRole('dialog', { name: 'Mitä BLC Turva kertoi?' })
    await page.keyboard.press('b')
    await expect(report.getByRole('button', { name: 'Kaikki noudettiin' })).toBeFocused()
    await report.getByRole('checkbox', { name: 'Avaimet odottavat BLC:llä noutajaa' }).check()
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await expect(report).toBeHidden()
    await expect(page.getByText('BLC:llä', { exact: true }).first()).toBeVisible()
    await page.keyboard.press('b')
    await expect(report.getByRole('button', { name: 'Kaikki noudettiin' })).toBeFocused()
    await page.keyboard.press('k')
    await page.keyboard.press('Control+Enter')
    await expect(report).toBeHidden()
    await expect(ofHandoff(page).filter({ hasText: 'noudettu' })).toHaveCount(2)
    await expect(page.getByText('Selvitetty').first()).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('she has them, and her page says so', async () => {
    await openKeys(page, hodan)
    await expect(lane(page, 'Asukkaalla: 2')).toContainText('Hodan Jama')
    await goTo(page, 'Avaimet', list)
    await page.getByRole('button', { name: /^Päättyneet/ }).click()
    await expect(page.getByRole('table', { name: list }).getByRole('row').nth(1)).toContainText('Hodan Jama')
  })
})

test('a transferred lease takes its keys along, from the keys and from the request', async ({
  desk: page,
}) => {
  await signIn(page)
  await registerKeys(page, await homeOf(page, faisal))
  const dialog = page.getByRole('dialog', { name: 'Avaimet uudelle vuokralaiselle' })
  const field = dialog.getByLabel('Kenelle vuokraoikeus siirtyi')

  await test.step('one key from the page of the keys, to whom is found', async () => {
    await openKeys(page, faisal)
    await page.keyboard.press('s')
    await expect(field).toBeFocused()
    await page.keyboard.press('Control+Enter')
    await expect(field).toHaveAccessibleDescription(/Valitse asukas/)
    await page.keyboard.type(hodan.words)
    await expectHits(page)
    await page.keyboard.press('Enter')
    await expect(field).toHaveValue('Jama Hodan')
    for (const key of ['Asunnon avain 0071', 'Asunnon avain 0072'])
      await dialog.getByRole('checkbox', { name: new RegExp(key) }).uncheck()
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(lane(page, 'Asukkaalla: 3')).toContainText('Hodan Jama')
    await token(page, 'Varasto 0014').click()
    await expect(section(page, 'Varaston avain 0014')).toContainText('siirtynyt toiselle')
  })

  await test.step('he asks that the lease be transferred to her', async () => {
    await openResident(page, faisal)
    await page.keyboard.press('t')
    await heading(page, 'Tee palvelupyyntö')
    await page.getByRole('button', { name: 'Vuokraoikeuden siirto', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Vaihda asiaa' })).toBeFocused()
    await page.keyboard.press('1')
    await expect(page.getByText('Asukkaan henkilöllisyyttä ei ole tarkistettu tänään.')).toBeVisible()
    await scan(page, passportOf(faisal))
    await expect(page.getByRole('button', { name: 'Kyllä, kuva täsmää' })).toBeFocused()
    await page.keyboard.press('Enter')
    await page.getByRole('radio', { name: nameOf(hodan) }).check()
    await page.getByRole('radio', { name: 'puoliso' }).check()
    await page.getByLabel('Mistä päivästä').fill(asTyped(dayAhead(10)))
    await page.keyboard.press('Control+Enter')
    await heading(page, 'Vuokraoikeuden siirto')
    await expect(page.getByRole('button', { name: /^Avainten siirto/ })).toHaveCount(0)
  })

  await test.step('once that is done, the rest of the keys follow by one key', async () => {
    await page.keyboard.press('v')
    const done = page.getByRole('dialog', { name: 'Onko pyyntö hoidettu?' })
    await expect(done).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(done).toBeHidden()
    const transfer = page.getByRole('button', { name: /^Avainten siirto uudelle vuokralaiselle/ })
    await expect(transfer).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('s')
    await heading(page, 'Avaimet')
    await expect(field).toHaveValue(nameOf(hodan))
    await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(2)
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await token(page, 'Asunto 0071').click()
    await expect(section(page, 'Asunnon avain 0071')).toContainText('siirtynyt toiselle')
    await expect(lane(page, 'Asukkaalla: 3')).not.toContainText('Faisal')
    await openResident(page, hodan)
    await expect(timeline(page).filter({ hasText: 'siirtynyt toiselle' }).first()).toBeVisible()
  })
})
