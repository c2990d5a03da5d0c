import { expect, signIn, test } from './fixtures'
import { startHost } from './host'
import { meija, nameOf, openResident } from './pages'

test('a half-typed note is there again after the program was closed', async ({
  host,
  browser,
  examples,
  copied,
}) => {
  test.skip(host === 'electron', 'this one starts the web host itself')
  const { dataDir } = await copied(examples)
  const first = await startHost(dataDir)
  const before = await (await browser.newContext({ locale: 'fi-FI' })).newPage()
  await before.goto(first.address)
  await signIn(before)
  await openResident(before, meija)
  await before.keyboard.press('n')
  const kept = before.waitForResponse(/drafts\/save/)
  await before.getByRole('dialog').getByRole('textbox').fill('Asukas soittaa huomenna avai')
  await kept
  await before.close()
  await first.stop()

  const second = await startHost(dataDir)
  const after = await (await browser.newContext({ locale: 'fi-FI' })).newPage()
  await after.goto(second.address)
  await signIn(after)
  const unfinished = after.getByRole('region', { name: 'Jäi kesken' })
  await expect(unfinished).toContainText('Muistiinpano, jota ei ole tallennettu.')
  await unfinished.getByRole('link').click()
  await expect(after.getByRole('heading', { level: 1, name: nameOf(meija) })).toBeVisible()
  await after.keyboard.press('n')
  await expect(after.getByRole('dialog').getByRole('textbox')).toHaveValue('Asukas soittaa huomenna avai')
  await after.keyboard.press('Control+Enter')
  await expect(after.getByRole('region', { name: 'Tapahtumat' })).toContainText(
    'Asukas soittaa huomenna avai',
  )
  await after.getByRole('navigation').getByRole('link', { name: 'Tänään' }).click()
  await expect(unfinished).toBeHidden()
  await second.stop()
})
