import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Desk } from '#core/desk'
import { http, messagePort } from '../transport/transports'
import { openFullDesk, withPage } from './benchDesk'
import { keyPresses } from './queries'
import { openRaw, runAll, searchRuns } from './rawSearch'
import { percentile, report, timed } from './report'

const rounds = 5
let desk: Desk
beforeAll(async () => {
  desk = await openFullDesk()
})
afterAll(() => desk.close())

it('search, at every key press', async () => {
  const raw = await openRaw()
  const statements = new Map(keyPresses.map((text) => [text, searchRuns(raw, text)]))
  for (const transport of [messagePort, http]) {
    await withPage(desk, transport, async (page) => {
      const ours: number[] = []
      const baseline: number[] = []
      let found = 0
      for (let round = 0; round <= rounds; round += 1) {
        for (const text of keyPresses) {
          const plain = await timed(() => runAll(statements.get(text) ?? []))
          const whole = await timed(() => page.residents.search({ text }))
          found += whole.value.hits.length
          // The first round fills the caches of both.
          if (round > 0) ours.push(whole.ms)
          if (round > 0) baseline.push(plain.ms)
        }
      }
      expect(found).toBeGreaterThan(keyPresses.length * rounds)
      for (const share of [0.5, 0.95]) {
        report({
          name: `search over ${transport.name}, p${share * 100}`,
          unit: 'ms',
          ours: percentile(ours, share),
          baseline: percentile(baseline, share),
          aim: share === 0.95 ? '≤ 5 × and < 10 ms' : '',
        })
      }
    })
  }
  raw.close()
})
