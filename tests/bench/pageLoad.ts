import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Response } from 'playwright-core'

type Cookie = Parameters<BrowserContext['addCookies']>[0][number]

const patience = 20_000

/** A page that was opened until somebody could type into it. */
export interface PageLoad {
  /** From the start of the navigation until an input had the focus. */
  readonly ms: number
  /** All scripts that had come by then, compressed one by one. */
  readonly scriptBytes: number
}

/** Opens an address in a browser context of its own, with nothing cached. */
export async function loadPage(
  browser: Browser,
  address: string,
  cookies: readonly Cookie[],
): Promise<PageLoad> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'fi-FI' })
  try {
    await context.addCookies([...cookies])
    const page = await context.newPage()
    const scripts: Response[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response)
    })
    const focused = Promise.withResolvers<number>()
    setTimeout(() => focused.reject(new Error(`nothing to type into at ${address}`)), patience).unref()
    // Awaited: a page that is quick must not have its input before it can tell of it.
    await page.exposeFunction('benchFocused', focused.resolve)
    await page.addInitScript(
      `addEventListener('focusin', ({ target }) => target instanceof HTMLInputElement && benchFocused(performance.now()))`,
    )
    await page.goto(address, { waitUntil: 'commit' })
    const ms = await focused.promise
    const bodies = await Promise.all(scripts.map((script) => script.body()))
    return { ms, scriptBytes: bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) }
  } finally {
    await context.close()
  }
}
