import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { administrator, expect, expectAccessible, signIn, test } from './fixtures'
import { startHost } from './host'
import { alertThat, chooseFromUserMenu, fillSignIn, goTo, switchUser } from './pages'
import { phoneAgent } from './seed'

const places = (page: Page) => page.getByRole('navigation', { name: 'Päävalikko' }).getByRole('link')
const member = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })
const wrongPassword = 'Käyttäjätunnus tai salasana on väärä.'

/** The password that is shown this once. */
async function passwordShown(page: Page) {
  const dialog = page.getByRole('dialog')
  const password = dialog.getByRole('definition').nth(1)
  await expect(password).toHaveText(/^(\w{4}-){4}\d{4}$/)
  const text = await password.innerText()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Valmis' }).click()
  return text
}

test('a phone agent is added, and sees what a phone agent uses', async ({ desk: page }) => {
  const kaisa = { name: 'Kaisa Nurmi', username: 'kaisa.nurmi', password: 'seitsemän kilon kissa' }
  await signIn(page)
  await goTo(page, 'Henkilöstö')
  const form = page.getByRole('dialog', { name: 'Lisää henkilö' })
  let first = ''

  await test.step('the administrator adds them', async () => {
    await page.getByRole('button', { name: 'Lisää henkilö' }).click()
    await form.getByLabel('Nimi', { exact: true }).fill(kaisa.name)
    await form.getByLabel('Käyttäjätunnus').fill(phoneAgent.username)
    await page.keyboard.press('Control+Enter')
    await expect(form.getByRole('alert')).toContainText('Tehtävät: Valitse ainakin yksi tehtävä.')
    await expectAccessible(page)
    await form.getByRole('checkbox', { name: 'Puhelinpalvelu' }).check()
    await page.keyboard.press('Control+Enter')
    await expect(form.getByLabel('Käyttäjätunnus')).toHaveAccessibleDescription(/on jo käytössä/)
    await form.getByLabel('Käyttäjätunnus').fill('Kaisa.Nurmi')
    await page.keyboard.press('Control+Enter')
    first = await passwordShown(page)
    await expect(member(page, kaisa.name)).toContainText(/kaisa\.nurmi.*Puhelinpalvelu.*Salasana vaihtamatta/)
    await expectAccessible(page)
  })

  await test.step('who signs in with it chooses an own password first', async () => {
    await switchUser(page, { username: kaisa.username, password: first })
    await expect(page.getByRole('heading', { level: 1, name: 'Vaihda salasana omaksesi' })).toBeVisible()
    await expect(page.getByRole('navigation')).toHaveCount(0)
    await expectAccessible(page)
    const next = page.getByLabel('Uusi salasana')
    await page.getByLabel('Nykyinen salasana').fill(first)
    await next.fill('liian lyhyt')
    await page.keyboard.press('Enter')
    await expect(next).toHaveAccessibleDescription(/Salasanassa on oltava vähintään 12 merkkiä/)
    await next.fill(first)
    await page.keyboard.press('Enter')
    await expect(next).toHaveAccessibleDescription(/sama kuin nykyinen/)
    await next.fill(kaisa.password)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: /^Tänään/ })).toBeVisible()
  })

  await test.step('the rail has only what they use, and no other page opens', async () => {
    await expect(places(page)).toHaveText([
      'Tänään',
      'Asukkaat',
      'Puhelin',
      'Tehtävät',
      'Vastaanotto',
      'Kalenteri',
      'Avaimet',
      'Valtakirjat',
      'Pyynnöt',
      'Viat',
      'Vastaukset',
      'Neuvonta',
      'Viestit',
      'Asetukset',
    ])
    for (const address of ['/staff', '/audit', '/register', '/desks']) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, address)
      await expect(page.getByRole('heading', { level: 1, name: 'Sivua ei löydy' })).toBeVisible()
      await expect(page.getByText('tai se ei kuulu tehtäviisi')).toBeVisible()
      await expect(page.getByRole('table')).toHaveCount(0)
    }
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Siirry päivän näkymään' }).click()
    // The desk says no as well, whatever the page shows.
    const answer = await page.evaluate(async () => {
      const response = await fetch('/rpc/staff/list', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{}',
      })
      return response.status
    })
    expect(answer).toBe(403)
  })

  await test.step('the administrator who leaves is out at once, and does not come back', async () => {
    await switchUser(page, administrator)
    await goTo(page, 'Henkilöstö')
    const disable = (name: string) =>
      member(page, name)
        .getByRole('button', { name: `Poista käytöstä: ${name}` })
        .click()
    const question = page.getByRole('alertdialog')
    await disable(administrator.name)
    await question.getByRole('button', { name: 'Poista käytöstä' }).click()
    await expect(question.getByRole('alert')).toContainText('Tämä on ainoa pääkäyttäjä')
    await question.getByRole('button', { name: 'Peruuta' }).click()

    await member(page, kaisa.name)
      .getByRole('button', { name: `Muokkaa: ${kaisa.name}` })
      .click()
    await page.getByRole('checkbox', { name: 'Pääkäyttäjä' }).check()
    await page.getByRole('button', { name: 'Tallenna' }).click()
    await expect(member(page, kaisa.name)).toContainText('Puhelinpalvelu, Pääkäyttäjä')
    await disable(administrator.name)
    await expectAccessible(page)
    await question.getByRole('button', { name: 'Poista käytöstä' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Kirjaudu sisään' })).toBeVisible()
    await expect(page.getByRole('button', { name: administrator.name })).toHaveCount(0)
    await fillSignIn(page, administrator)
    await page.keyboard.press('Enter')
    await expect(alertThat(page, 'Tunnus on poistettu käytöstä.')).toBeVisible()
    await signIn(page, kaisa)
    await expect(places(page)).toHaveText([
      'Tänään',
      'Asukkaat',
      'Puhelin',
      'Tehtävät',
      'Vastaanotto',
      'Kalenteri',
      'Avaimet',
      'Valtakirjat',
      'Pyynnöt',
      'Viat',
      'Vastaukset',
      'Neuvonta',
      'Viestit',
      'Rekisteri',
      'Henkilöstö',
      'Työpisteet',
      'Asetukset',
    ])
  })
})

test('wrong passwords lock a person out until they get a new one', async ({ desk: page }) => {
  const tryPassword = async (who: { username: string; password: string }, answer: string) => {
    await fillSignIn(page, who)
    await page.keyboard.press('Enter')
    await expect(alertThat(page, answer)).toBeVisible()
    await expect(page.getByLabel('Salasana', { exact: true })).toHaveValue('')
  }
  await test.step('it is not told whether the username is wrong or the password', async () => {
    await tryPassword({ username: 'eikukaan', password: 'mitä tahansa' }, wrongPassword)
    await expectAccessible(page)
  })
  await test.step('after five wrong ones the right one is not taken either', async () => {
    for (let tries = 1; tries <= 5; tries++) {
      await tryPassword({ ...phoneAgent, password: `väärä ${tries}` }, wrongPassword)
    }
    await tryPassword(
      phoneAgent,
      'Väärä salasana on annettu liian monta kertaa, joten tunnus on nyt lukossa.',
    )
  })
  await test.step('the administrator sees it and gives a new password', async () => {
    await signIn(page)
    await goTo(page, 'Henkilöstö')
    await expect(member(page, phoneAgent.name)).toContainText('Lukossa')
    await page.getByRole('button', { name: `Uusi salasana: ${phoneAgent.name}` }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Uusi salasana' }).click()
    const password = await passwordShown(page)
    await expect(member(page, phoneAgent.name)).toContainText('Salasana vaihtamatta')
    await chooseFromUserMenu(page, 'Kirjaudu ulos')
    await tryPassword(phoneAgent, wrongPassword)
    await fillSignIn(page, { ...phoneAgent, password })
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Vaihda salasana omaksesi' })).toBeVisible()
  })
})

test('a second start on the same folder is refused, and the address opens once', async ({
  host,
  browser,
  copied,
}) => {
  test.skip(host === 'electron', 'this one is of the web host')
  const { dataDir } = await copied(null)
  const first = await startHost(dataDir)
  try {
    await test.step('a second start', async () => {
      const program = join(import.meta.dirname, '..', '..', 'out', 'main', 'web.js')
      const second = spawn(process.execPath, [program, '--data', dataDir, '--no-open'], {
        env: { ...process.env, LC_ALL: 'fi_FI.UTF-8' },
      })
      let said = ''
      second.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
      const [code] = await once(second, 'close')
      expect(code).toBe(3)
      expect(said.trim()).toBe(
        `Heka Desk on jo auki tietokansiossa ${dataDir}. Käytä sitä ikkunaa tai sulje se ensin.`,
      )
    })
    await test.step('a second browser', async () => {
      const mine = await browser.newPage()
      await mine.goto(first.address)
      await expect(mine.getByRole('heading', { name: 'Tervetuloa' })).toBeVisible()
      expect(mine.url()).not.toContain('token')
      const other = await browser.newPage()
      expect((await other.goto(first.address))?.status()).toBe(403)
      await expect(other.getByText('se toimii vain kerran')).toBeVisible()
      await other.goto(new URL('/', first.address).href)
      await expect(other.getByRole('heading', { name: 'Avaa Heka Desk ohjelmasta' })).toBeVisible()
      await expectAccessible(other)
      await mine.context().close()
      await other.context().close()
    })
  } finally {
    await first.stop()
  }
})
