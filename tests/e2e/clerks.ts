import type { Page } from '@playwright/test'
import { openDesks } from './desks'
import { test as base, signIn } from './fixtures'
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
}

/** Two clerks, each in a browser of their own: at one program's two doors, or at two programs of one office. */
export const test = base.extend<{ clerks: { readonly aino: Page; readonly kaisa: Page } }>({
  clerks: async ({ browser, examples, copied }, use) => {
    const desks = await openDesks(browser, await copied(examples), ['Kaksi ovea', 'Kaksi ovea'])
    try {
      const [aino, hers] = desks.pages as [Page, Page]
      await signIn(aino)
      await addKaisa(aino, hers)
      await use({ aino, kaisa: hers })
    } finally {
      await desks.close()
    }
  },
})
