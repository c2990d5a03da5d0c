import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CallPage } from '#shared/contract/calls'
import type { DeskClient } from '#shared/contract/index'
import { type Office, openOffice } from '../residents/office'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { callingAt } from './calling'

const acts = ['start', 'park', 'resume', 'log'] as const
const anyStep = fc.record({
  who: fc.constantFrom(0, 1),
  act: fc.constantFrom(...acts),
  which: fc.nat({ max: 5 }),
  seconds: fc.nat({ max: 600 }),
})

/** What is known of a call from outside. */
interface Modelled {
  page: CallPage
  owner: number
  state: CallPage['state']
  talked: number
}

onBothEngines('any acts with calls', (engine) => {
  let opened: Opened<Office>
  let office: Office
  let phone: DeskClient
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
    phone = await office.as('phone')
  })
  afterAll(() => opened.cleanUp())

  it('leave each person one live call, and every call the time for which it was live', async () => {
    const [mine, theirs] = [
      callingAt(() => office),
      callingAt(
        () => office,
        () => phone,
      ),
    ]
    const at = (who: number) => (who === 0 ? mine : theirs)
    const calls: Modelled[] = []
    const liveOf = (who: number) => calls.find(({ state, owner }) => state === 'live' && owner === who)
    for (const { who, act, which, seconds } of fc.sample(anyStep, { numRuns: 60, seed: 11 })) {
      office.desk.wait(seconds * 1000)
      for (const call of calls) if (call.state === 'live') call.talked += seconds
      if (act === 'start') {
        const expected = liveOf(who) ? 'otherCallLive' : 'done'
        const name = await nameOf(
          at(who)
            .start('asa')
            .then((page) => calls.push({ page, owner: who, state: 'live', talked: 0 })),
        )
        expect(name).toBe(expected)
        continue
      }
      const call = calls.at(-1 - which)
      if (!call) continue
      const own = call.owner === who
      const free = !liveOf(who)
      const names = {
        park: own ? (call.state === 'live' ? 'done' : 'notLive') : 'notYourCall',
        resume: call.state === 'parked' ? (free ? 'done' : 'otherCallLive') : 'notParked',
        log: own ? 'done' : 'notYourCall',
      }
      const does = { park: at(who).park, resume: at(who).resume, log: at(who).log }
      const name = await nameOf(
        does[act](call.page).then((page) => {
          call.page = page
        }),
      )
      expect(name).toBe(call.state === 'ended' ? 'callOver' : names[act])
      if (name !== 'done') continue
      call.state = act === 'park' ? 'parked' : act === 'resume' ? 'live' : 'ended'
      if (act === 'resume') call.owner = who
      if (call.state !== 'live') expect(call.page.talkedSeconds).toBe(call.talked)
    }
    expect(new Set(calls.map(({ state }) => state)).size).toBeGreaterThan(1)
    const wrong = await office.sql(
      `SELECT id FROM call WHERE (state = 'live') <> (live_staff_id IS NOT NULL)
       OR (state = 'live') <> (live_since IS NOT NULL) OR (state = 'ended') <> (ended_at IS NOT NULL)`,
    )
    expect(wrong).toEqual([])
  })
})
