import type { Page } from '@playwright/test'
import { type DesksWanted, type OpenDesks, openDesks } from './desks'
import { test as base, expect, signIn } from './fixtures'
import { deskOf } from './office'

/** Another who serves at the counter. */
export const kaisa = { name: 'Kaisa Nurmi', username: 'kaisa', password: 'seitsemän kilon kissa' }
const first = 'vain ensimmäiseksi kerraksi'

/** Has the administrator, who is signed in at a page, add Kaisa, who then signs in at another. */
export async function addKaisa(administrators: Page, hers: Page) {
  await deskOf(administrators).staff.add({ ...kaisa, roles: ['counter'], password: first })
  const { staff } = deskOf(hers)
  await staff.signIn({ username: kaisa.username, password: first })
  await staff.changeOwnPassword({ current: first, next: kaisa.password })
  await hers.reload()
  await expect(hers.getByRole('heading', { level: 1, name: /^Tänään/ })).toBeVisible()
}

interface Fixtures {
  /** `openDesks` of this test's browser; what is left open is closed when the test ends. */
  readonly openDesks: (...desks: DesksWanted) => Promise<OpenDesks>
  /** Two clerks, each in a browser of their own: at one program's two doors, or at two programs of one office. */
  readonly clerks: { readonly aino: Page; readonly kaisa: Page }
}

export const test = base.extend<Fixtures>({
  openDesks: async ({ browser }, use) => {
    const opened: OpenDesks[] = []
    await use(async (...wanted) => {
      const desks = await openDesks(browser, ...wanted)
      opened.push(desks)
      return desks
    })
    for (const desks of opened) await desks.close()
  },
  clerks: async ({ openDesks: open, examples, copied }, use) => {
    const { pages } = await open(await copied(examples), ['Kaksi ovea', 'Kaksi ovea'])
    const [aino, hers] = pages as [Page, Page]
    await signIn(aino)
    await addKaisa(aino, hers)
    await use({ aino, kaisa: hers })
  },
})
