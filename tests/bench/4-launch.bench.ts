import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chromiumArgs, chromiumPath } from '../e2e/browser'
import { startHost } from '../e2e/host'
import { fullDeskFolder, openFullDesk } from './benchDesk'
import { serveEmptyPage } from './emptyPage'
import { benchFolder } from './folder'
import { loadPage, type PageLoad } from './pageLoad'
import { median, report, timed } from './report'

const loads = 11
const starts = 5

beforeAll(async () => {
  // The register is there and somebody has signed in before: the page opens with the sign-in form.
  await (await openFullDesk()).close()
})
afterAll(() => rmSync(join(benchFolder(), 'new-desk'), { recursive: true, force: true }))

it('start of the web host', async () => {
  for (const [what, folder] of [
    ['an empty register', join(benchFolder(), 'new-desk')],
    ['the full-size register', fullDeskFolder()],
  ] as const) {
    const ours: number[] = []
    for (let start = 0; start < starts; start += 1) {
      const { ms, value } = await timed(() => startHost(folder))
      ours.push(ms)
      await value.stop()
    }
    const name = `process start to address, with ${what}`
    report({ name, unit: 'ms', ours: median(ours), baseline: null, aim: '' })
  }
})

it('launch until the sign-in form can be typed into', async () => {
  const host = await startHost(fullDeskFolder())
  const empty = await serveEmptyPage()
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumArgs })
  try {
    const { origin, hostname } = new URL(host.address)
    const launched = await fetch(host.address, { redirect: 'manual' })
    const [name = '', value = ''] = launched.headers.get('set-cookie')?.split(';')[0]?.split('=') ?? []
    const cookies = [{ name, value, domain: hostname, path: '/rpc', httpOnly: true }]
    const ours: PageLoad[] = []
    const baseline: PageLoad[] = []
    for (let load = 0; load <= loads; load += 1) {
      const plain = await loadPage(browser, empty.address, [])
      const whole = await loadPage(browser, `${origin}/`, cookies)
      // The first of each warms the browser and the servers up.
      if (load > 0) baseline.push(plain)
      if (load > 0) ours.push(whole)
    }
    expect(ours[0]?.scriptBytes).toBeGreaterThan(100_000)
    report({
      name: 'launch to interactive, against an empty React page',
      unit: 'ms',
      ours: median(ours.map(({ ms }) => ms)),
      baseline: median(baseline.map(({ ms }) => ms)),
      aim: '≤ 1.5 ×',
    })
    report({
      name: 'first script, compressed, against the empty page',
      unit: 'kB',
      ours: median(ours.map(({ scriptBytes }) => scriptBytes)) / 1000,
      baseline: median(baseline.map(({ scriptBytes }) => scriptBytes)) / 1000,
      aim: '≤ 300 kB',
    })
  } finally {
    await browser.close()
    await empty.close()
    await host.stop()
  }
})
