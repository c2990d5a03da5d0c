import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Desk } from '#core/desk'
import type { Opened } from '../support/engines'
import { http, messagePort } from '../transport/transports'
import { withPage } from './benchDesk'
import { databaseOf, openFullOffice, openOfficeDesk } from './fullOffice'
import { hearQueries, openTwin } from './officeQueries'
import { keyPresses } from './queries'
import { median, percentile, remark, report, timed } from './report'

const rounds = 5
const names = ['virtanen', 'korhonen', 'nieminen', 'hassan', 'li', 'mäkinen', 'öhman', 'ma', 'ka', 'jo']

let office: Opened<string>
let sameOffice: Opened<string>
let heard: ReturnType<typeof hearQueries>
let twin: Awaited<ReturnType<typeof openTwin>>
let desk: Desk
beforeAll(async () => {
  office = await openFullOffice()
  sameOffice = await openFullOffice()
  // From the first query on: what is done again finds its database exactly as the program found the other.
  heard = hearQueries(databaseOf(office.value))
  twin = await openTwin(sameOffice.value)
  desk = await openOfficeDesk(office.value, 'bench')
})
afterAll(async () => {
  heard.stop()
  await desk.close()
  await twin.close()
  await sameOffice.cleanUp()
  await office.cleanUp()
})

/**
 * Does something with the program, and then, with the driver alone and in another database that is the same, every query
 * that the program sent for it: the same texts and values, prepared by the same names, in the same transactions, commits to
 * the disk included; on one connection, each when the one before it is answered. Putting queries together and making
 * something of the rows is the program's part, and so is everything between the page and the database. Which queries and how
 * many is the program's choice, in both; that it sends some of them at once is the program's gain.
 */
async function compared<Value>(work: () => Promise<Value>) {
  // What the program does beside is not measured, only done in the other database too.
  await twin.run(heard.take())
  const whole = await timed(work)
  const queries = heard.take()
  const plain = await timed(() => twin.run(queries))
  return { value: whole.value, ours: whole.ms, baseline: plain.ms, queries: queries.length }
}

type Sample = Omit<Awaited<ReturnType<typeof compared>>, 'value'>

function reportAll(name: string, samples: readonly Sample[]): void {
  const of = (part: keyof Sample) => samples.map((sample) => sample[part])
  for (const share of [0.5, 0.95]) {
    report({
      name: `${name}, p${share * 100}`,
      unit: 'ms',
      ours: percentile(of('ours'), share),
      baseline: percentile(of('baseline'), share),
      aim: '≤ 1.5 ×',
    })
  }
  remark(`${name}: ${median(of('queries'))} queries.`)
}

it('search on PostgreSQL, at every key press', async () => {
  for (const transport of [messagePort, http]) {
    await withPage(desk, transport, async (page) => {
      const samples: Sample[] = []
      let found = 0
      for (let round = 0; round <= rounds; round += 1) {
        for (const text of keyPresses) {
          const { value, ...sample } = await compared(() => page.residents.search({ text }))
          found += value.hits.length
          // The first round fills the caches of both.
          if (round > 0) samples.push(sample)
        }
      }
      expect(found).toBeGreaterThan(keyPresses.length * rounds)
      reportAll(`search on PostgreSQL over ${transport.name}`, samples)
    })
  }
})

it("a resident's page on PostgreSQL, with its audit record", async () => {
  for (const transport of [messagePort, http]) {
    await withPage(desk, transport, async (page) => {
      const ids: string[] = []
      for (const text of names) ids.push(...(await page.residents.search({ text })).hits.map(({ id }) => id))
      expect(ids.length).toBeGreaterThan(100)
      const samples: Sample[] = []
      for (let round = 0; round <= rounds; round += 1) {
        for (const id of ids) {
          const { value, ...sample } = await compared(() => page.residents.read({ id }))
          expect(value.id).toBe(id)
          if (round > 0) samples.push(sample)
        }
      }
      reportAll(`resident's page on PostgreSQL over ${transport.name}`, samples)
    })
  }
})
