import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Desk } from '#core/desk'
import { http, messagePort } from '../transport/transports'
import { openFullDesk, withPage } from './benchDesk'
import { percentile, report, timed } from './report'

const names = ['virtanen', 'korhonen', 'nieminen', 'hassan', 'li', 'mäkinen', 'öhman', 'ma', 'ka', 'jo']
let desk: Desk
beforeAll(async () => {
  desk = await openFullDesk()
})
afterAll(() => desk.close())

it("a resident's page, with its audit record", async () => {
  for (const transport of [messagePort, http]) {
    await withPage(desk, transport, async (page) => {
      const ids: string[] = []
      for (const text of names) ids.push(...(await page.residents.search({ text })).hits.map(({ id }) => id))
      expect(ids.length).toBeGreaterThan(100)
      const ours: number[] = []
      for (const id of ids) ours.push((await timed(() => page.residents.read({ id }))).ms)
      for (const share of [0.5, 0.95]) {
        const name = `resident's page over ${transport.name}, p${share * 100}`
        report({ name, unit: 'ms', ours: percentile(ours, share), baseline: null, aim: '' })
      }
    })
  }
})
