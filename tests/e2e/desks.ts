import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { startProcess } from '../support/otherProcess'
import { expect, pressLikeAPerson } from './fixtures'
import { type Filled, newFolder } from './seed'

const pageFolder = join(import.meta.dirname, '..', '..', 'out', 'renderer')

/** Desks that are open at once, each page in a browser of its own, as at another computer. */
export interface OpenDesks {
  readonly pages: readonly Page[]
  /** Closes them; nothing may have been thrown in a page. */
  close(): Promise<void>
}

/** The data folder, the desks' names, and the instant that it is at all of them; without one, it is now. */
export type DesksWanted = [filled: Filled, deskNames: readonly string[], now?: Date]

/**
 * Opens a desk for each name: programs of their own when the data folder works with an office's server, otherwise doors of
 * one program. Time goes on from `now`.
 */
export async function openDesks(
  browser: Browser,
  ...[{ dataDir, office }, deskNames, now]: DesksWanted
): Promise<OpenDesks> {
  const copies = office ? deskNames.slice(1).map(() => newFolder()) : []
  for (const copy of copies) cpSync(dataDir, copy, { recursive: true })
  const doors = office ? 1 : deskNames.length
  const programs = [dataDir, ...copies].map((folder, index) =>
    startProcess('openDoors', {
      dataDir: folder,
      pageFolder,
      doors,
      deskName: deskNames[index],
      aheadMs: now ? now.getTime() - Date.now() : null,
    }),
  )
  const faults: string[] = []
  const pages: Page[] = []
  async function end() {
    for (const program of programs) await program.kill()
    for (const copy of copies) rmSync(copy, { recursive: true, force: true })
  }
  try {
    for (const program of programs) {
      const { addresses } = await program.next<{ addresses: string[] }>()
      for (const address of addresses) pages.push(await openAt(browser, address, now, faults))
    }
  } catch (error) {
    await end()
    throw error
  }
  return {
    pages,
    async close() {
      for (const page of pages.splice(0)) await page.context().close()
      await end()
      expect(faults, 'thrown in the page').toEqual([])
    },
  }
}

async function openAt(browser: Browser, address: string, now: Date | undefined, faults: string[]) {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  pressLikeAPerson(page)
  page.on('pageerror', (error) => faults.push(String(error)))
  if (now) await page.clock.install({ time: now })
  await page.goto(address)
  return page
}
