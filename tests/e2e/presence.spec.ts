import type { Page } from '@playwright/test'
import { test } from './clerks'
import { expect, expectAccessible } from './fixtures'
import { deskOf, residentIdOf } from './office'
import { goTo, heldBack, meija, openResident, passed } from './pages'

const withHer = (page: Page, who: string) => page.getByText(`${who} on tämän asukkaan kohdalla`)
const lineOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

test('two who open the same resident see each other, and the lead sees who is here', async ({
  clerks: { aino, kaisa },
  host,
}) => {
  test.skip(host === 'electron', 'the desktop program has one window')

  await test.step('the other is named on the resident’s page as soon as they open it', async () => {
    await openResident(aino, meija)
    await expect(aino.getByText('on tämän asukkaan kohdalla')).toHaveCount(0)
    await deskOf(kaisa).visits.takeDesk({ deskNo: 2, takeOver: false })
    await openResident(kaisa, meija)
    await expect(withHer(aino, 'Tiski 2 (Kaisa Nurmi)')).toBeVisible()
    await expect(withHer(kaisa, 'Aino Lehtinen (Kaksi ovea)')).toBeVisible()
    await expectAccessible(aino)
  })

  await test.step('the lead sees every desk, and not whom anybody is with', async () => {
    // Another page of the same resident.
    await kaisa.keyboard.press('r')
    await expect(kaisa.getByRole('heading', { level: 1, name: 'Asukassivut-rekisteröinti' })).toBeVisible()
    await goTo(aino, 'Työpisteet')
    await expect(lineOf(aino, 'Kaisa Nurmi')).toHaveText(/Kaksi ovea.*Kaisa Nurmi.*2.*Auki.*Kyllä.*Nyt/)
    await expect(lineOf(aino, 'Aino Lehtinen (sinä)')).toContainText('Ei')
    await expect(aino.getByRole('main')).toContainText('Jos työpisteestä ei kuulu mitään 2 minuuttiin')
    await expect(aino.getByRole('main')).not.toContainText('Virtanen')
    await expectAccessible(aino)
    await kaisa.getByRole('button', { name: 'Lukitse' }).click()
    await expect(lineOf(aino, 'Kaisa Nurmi')).toContainText('Lukittu')
  })

  await test.step('one who has locked the desk or left is not with her', async () => {
    await openResident(aino, meija)
    await expect(aino.getByText('on tämän asukkaan kohdalla')).toHaveCount(0)
    const late = await heldBack(kaisa, '**/rpc/presence/at')
    await kaisa.getByLabel('Salasana', { exact: true }).fill('seitsemän kilon kissa')
    await kaisa.keyboard.press('Enter')
    await expect(withHer(aino, 'Tiski 2 (Kaisa Nurmi)')).toBeVisible()
    // Where she is reaches the desk late, and she has left by then.
    await late.begun
    await goTo(kaisa, 'Vastaanotto')
    await passed(kaisa, 500)
    await late.letGo()
    const residentId = await residentIdOf(aino, meija)
    await expect.poll(() => deskOf(aino).presence.withResident({ residentId })).toEqual([])
    await expect(aino.getByText('on tämän asukkaan kohdalla')).toHaveCount(0)
  })

  await test.step('one whose desk is gone is told so, wherever they are, and not when they gave it back', async () => {
    await deskOf(aino).visits.takeDesk({ deskNo: 2, takeOver: true })
    const told = kaisa.getByRole('alert').filter({ hasText: 'Tiski 2 ei ole enää sinulla' })
    await expect(told).toContainText('siellä on nyt Aino Lehtinen')
    await expectAccessible(kaisa)
    await told.getByRole('link', { name: 'Valitse tiski' }).click()
    await kaisa.getByRole('button', { name: /Tiski 1/ }).click()
    await expect(told).toHaveCount(0)
    await kaisa.getByRole('button', { name: 'Lähde tiskiltä' }).click()
    await expect(kaisa.getByRole('heading', { level: 1, name: 'Oma tiski' })).toBeVisible()
    await expect(kaisa.getByRole('alert').filter({ hasText: 'ei ole enää sinulla' })).toHaveCount(0)
  })
})
