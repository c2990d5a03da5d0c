import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { waitUntil } from '../support/atOnce'
import { openTestDesk, type TestDesk } from '../support/desk'
import { type Opened, onBothEngines } from '../support/engines'
import { at, type Counter, openCounter, tuesday } from './counter'

interface Shown {
  readonly called: readonly { number: string; deskNo: number; at: Date; times: number }[]
  readonly waiting: number
  readonly now: Date
}

onBothEngines("the waiting room's board", (engine) => {
  let opened: Opened<Counter>
  let counter: Counter
  let close: (() => Promise<void>)[]
  beforeEach(async () => {
    opened = await openCounter(engine)
    counter = opened.value
    close = []
  })
  afterEach(async () => {
    for (const end of close) await end()
    await opened.cleanUp()
  })

  /** A board of a page where nobody is signed in: everything that it was sent. */
  async function board(desk: TestDesk = counter.desk) {
    const stop = new AbortController()
    const stream = await desk.page().visits.board(undefined, { signal: stop.signal })
    const sent: Shown[] = []
    const reading = (async () => {
      for await (const shown of stream) sent.push(shown)
    })()
    close.push(async () => {
      stop.abort()
      await reading
    })
    await waitUntil(async () => sent.length > 0)
    return { sent, last: () => sent.at(-1)! }
  }

  const numbers = ({ called }: Shown) => called.map(({ number, deskNo }) => `${number} ${deskNo}`)

  it('shows numbers and desks at once and after every change, the latest first, and nothing of a person', async () => {
    const [one, two] = await counter.clerks(2)
    await counter.walkIn('asa')
    await counter.walkIn('salla')
    await counter.walkIn('Maija Mehiläinen')
    await one!.visits.callNext()
    const { sent, last } = await board()
    expect(last()).toEqual({
      called: [{ number: 'B1', deskNo: 1, at: counter.desk.now(), times: 1 }],
      waiting: 2,
      now: counter.desk.now(),
    })
    counter.desk.wait(60_000)
    const { visit } = await two!.visits.callNext()
    await waitUntil(async () => last().waiting === 1)
    expect(numbers(last())).toEqual(['B2 2', 'B1 1'])
    counter.desk.wait(60_000)
    const first = (await counter.page.visits.day({ day: null })).visits.find(({ number }) => number === 'B1')!
    await one!.visits.recall({ id: first.id, version: first.version })
    await waitUntil(async () => last().called[0]?.times === 2)
    expect(numbers(last())).toEqual(['B1 1', 'B2 2'])
    expect(last().called[0]!.at).toEqual(counter.desk.now())
    await two!.visits.finish({ id: visit!.id, version: visit!.version, outcome: 'done', note: 'Salainen' })
    await waitUntil(async () => last().called.length === 1)
    expect(numbers(last())).toEqual(['B1 1'])
    const told = JSON.stringify(sent)
    for (const { id, name } of (await counter.page.visits.day({ day: null })).visits) {
      expect(told).not.toContain(id)
      for (const word of name.split(' ')) expect(told).not.toContain(word)
    }
    for (const shown of sent) {
      expect(Object.keys(shown).sort()).toEqual(['called', 'now', 'waiting'])
      for (const each of shown.called)
        expect(Object.keys(each).sort()).toEqual(['at', 'deskNo', 'number', 'times'])
    }
  })

  it('shows at most eight, the latest', async () => {
    const clerks = await counter.clerks(9)
    for (const clerk of clerks) {
      await counter.walkIn()
      counter.desk.wait(1000)
      await clerk.visits.callNext()
    }
    expect(numbers((await board()).last())).toEqual([9, 8, 7, 6, 5, 4, 3, 2].map((n) => `B${n} ${n}`))
  })

  it('is empty from midnight on', async () => {
    const [clerk] = await counter.clerks(1)
    await counter.walkIn()
    await counter.walkIn()
    await clerk!.visits.callNext()
    await counter.setClock(tuesday, '23:59')
    // The clock of the tests stands still; the board waits for what is left of the day by its own.
    counter.desk.wait(59_600)
    const { sent, last } = await board()
    expect(last()).toMatchObject({ called: [{ number: 'B1' }], waiting: 1 })
    counter.desk.wait(400)
    await waitUntil(async () => sent.length > 1)
    expect(last()).toEqual({ called: [], waiting: 0, now: at('2026-11-25', '00:00') })
  })

  it('lets go when the page is closed', async () => {
    const { sent } = await board()
    await close.pop()!()
    const before = sent.length
    await counter.walkIn()
    await pause(50)
    expect(sent.length).toBe(before)
  })

  it.runIf(engine === 'postgres')('hears of another program with the same database', async () => {
    const { postgresUrl } = counter.desk
    const other = await openTestDesk('postgres', { postgresUrl, deskName: 'Aula' })
    const { last } = await board(other.value)
    close.push(other.cleanUp)
    expect(last().waiting).toBe(0)
    await counter.walkIn()
    await waitUntil(async () => last().waiting === 1)
    expect(last().waiting).toBe(1)
  })
})
