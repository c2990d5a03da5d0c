import { describe, expect, it } from 'vitest'
import { engines } from '../support/engines'
import { openServer } from '../support/server'
import { makeTemplate, template } from '../support/template'
import { tuesday } from '../visits/counter'
import { letEveryoneIn } from './crowd'
import { killUnderLoad } from './killing'
import { asDesk, openLoadedOffice, shuffled, slotsOf, tallied } from './office'

/** So many desks work at once. */
const desks = 16
const waiting = 200
/** Of the 512 slots of the day. */
const slots = slotsOf(desks, 500)
const kills = 20

const say = (text: string) => process.stdout.write(`  ${text}\n`)
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`
/** The value that so much of all is not above; `part` of 0.95 is the 95th percentile. */
const percentile = (values: readonly number[], part: number) =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? 0

describe.each(engines)('sixteen desks on %s', (engine) => {
  it('book 500 slots that each of them wants: 500 winners, the rest told by name', async () => {
    const { value: office, cleanUp } = await openLoadedOffice(engine, desks)
    try {
      const all = await office.open((desk) => ({ kind: 'book', slots: shuffled(slots, desk) }))
      const began = performance.now()
      const outcomes = await all.work()
      const tookMs = performance.now() - began
      const won = all.acknowledged.flat().map(({ what }) => what.split(' ').slice(0, 2).join(' '))
      expect(won.toSorted()).toEqual(slots.map(({ startsAt, lane }) => `${startsAt} ${lane}`).toSorted())
      expect(tallied(outcomes)).toEqual({ SLOT_TAKEN: slots.length * (desks - 1) })
      expect(outcomes.flatMap(({ reported }) => reported)).toEqual([])
      const [rows] = await office.counter.sql('SELECT count(*) AS visits FROM visit')
      expect(Number(rows?.visits)).toBe(slots.length)
      const longest = Math.max(...outcomes.map(({ longestMs }) => longestMs))
      const tries = slots.length * desks
      say(`${engine}: ${tries} tries in ${seconds(tookMs)}, the longest ${longest.toFixed(0)} ms`)
    } finally {
      await cleanUp()
    }
  })

  it('call 200 who wait: each visit once', async () => {
    const { value: office, cleanUp } = await openLoadedOffice(engine, desks)
    try {
      await office.counter.setClock(tuesday, '10:00')
      const ids: string[] = []
      for (let number = 0; number < waiting; number += 1) ids.push((await office.counter.walkIn()).id)
      const all = await office.open(() => ({ kind: 'call' }))
      const began = performance.now()
      const outcomes = await all.work()
      const tookMs = performance.now() - began
      for (const did of ['called', 'finished'] as const) {
        const visits = all.acknowledged.flat().flatMap((each) => (each.did === did ? [each.what] : []))
        expect(visits.toSorted()).toEqual(ids.toSorted())
      }
      expect(outcomes.flatMap(({ reported }) => reported)).toEqual([])
      expect(tallied(outcomes)).toEqual({})
      const served = all.acknowledged.map((own) => own.length / 2).join(' ')
      const longest = Math.max(...outcomes.map(({ longestMs }) => longestMs))
      say(
        `${engine}: ${waiting} called and served in ${seconds(tookMs)}, the longest ${longest.toFixed(0)} ms`,
      )
      say(`${engine}: by each desk ${served}`)
    } finally {
      await cleanUp()
    }
  })
})

it(`a PostgreSQL that is killed ${kills} times loses nothing and does nothing twice`, async () => {
  const { value: office, cleanUp } = await openLoadedOffice('postgres', desks)
  try {
    const much = { desks, slots: slots.length, waiting, kills }
    const { acknowledged, told, backMs, longestMs } = await killUnderLoad(office, much)
    expect(backMs).toHaveLength(kills * desks)
    const [version] = await office.counter.sql('SHOW server_version')
    say(`PostgreSQL ${version?.server_version}`)
    say(
      `${acknowledged} commands acknowledged through ${kills} kills; told otherwise: ${JSON.stringify(told)}`,
    )
    const [half, most, last] = [0.5, 0.95, 1].map((part) => seconds(percentile(backMs, part)))
    const soon = backMs.filter((ms) => ms <= 5_000).length
    say(`back after the server's return: half within ${half}, 95 % within ${most}, the last within ${last}`)
    say(
      `${soon} of ${backMs.length} within 5 s; the longest command with all its tries ${seconds(longestMs)}`,
    )
  } finally {
    await cleanUp()
  }
})

it('200 desks at a server that has room for 100 connections', async () => {
  const server = await openServer([])
  try {
    await makeTemplate(server.url)
    const began = performance.now()
    const waves = await letEveryoneIn(asDesk(server.url, template), 200)
    say(
      `in at once, and in after those had left: ${waves.join(' ')}, in ${seconds(performance.now() - began)}`,
    )
  } finally {
    await server.stop()
  }
})
