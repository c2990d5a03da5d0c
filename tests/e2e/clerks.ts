import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { startProcess } from '../support/otherProcess'
import { test as base, expect, signIn } from './fixtures'
import { deskOf } from './office'
import { type Filled, newFolder } from './seed'

/** Another who serves at the counter. */
const kaisa = { name: 'Kaisa Nurmi', username: 'kaisa', password: 'seitsemän kilon kissa' }
const first = 'vain ensimmäiseksi kerraksi'

/** A page of its own browser, as at another computer. */
async function openAt(browser: Browser, address: string | undefined, faults: string[]) {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(String(error)))
  await page.goto(address ?? '')
  return page
}

/** Two clerks, each in a browser of their own: at one program's two doors, or at two programs of one office. */
export const test = base.extend<{ clerks: { readonly aino: Page; readonly kaisa: Page } }>({
  clerks: async ({ browser, engine, examples, copied }, use) => {
    const filled = await copied(examples)
    const folders = engine === 'sqlite' ? [filled.dataDir] : [filled.dataDir, otherDesk(filled)]
    const pageFolder = join(import.meta.dirname, '..', '..', 'out', 'renderer')
    const doors = 2 / folders.length
    const programs = folders.map((dataDir) => startProcess('openDoors', { dataDir, pageFolder, doors }))
    const faults: string[] = []
    try {
      const addresses: string[] = []
      for (const program of programs)
        addresses.push(...(await program.next<{ addresses: string[] }>()).addresses)
      const aino = await openAt(browser, addresses[0], faults)
      const other = await openAt(browser, addresses[1], faults)
      await signIn(aino)
      await deskOf(aino).staff.add({ ...kaisa, roles: ['counter'], password: first })
      const { staff } = deskOf(other)
      await staff.signIn({ username: kaisa.username, password: first })
      await staff.changeOwnPassword({ current: first, next: kaisa.password })
      await other.reload()
      await use({ aino, kaisa: other })
      for (const page of [aino, other]) await page.context().close()
      expect(faults, 'thrown in the page').toEqual([])
    } finally {
      for (const program of programs) await program.kill()
      for (const folder of folders.slice(1)) rmSync(folder, { recursive: true, force: true })
    }
  },
})

/** A data folder of another desk of the same office. */
function otherDesk({ dataDir }: Filled): string {
  const folder = newFolder()
  cpSync(dataDir, folder, { recursive: true })
  return folder
}
