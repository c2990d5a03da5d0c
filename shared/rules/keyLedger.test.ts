import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  firstEvent,
  type KeyAct,
  type KeyEvent,
  type KeyHolder,
  keyEventWhats,
  keyHolderKinds,
  moveOf,
  movesOf,
  nextEvent,
  sameHolder,
  standingOf,
} from './keyLedger'
import { addDays, type LocalDay } from './localDay'

const today = '2026-11-24'
const heka: KeyHolder = { kind: 'heka' }
const blc: KeyHolder = { kind: 'blc' }
const lost: KeyHolder = { kind: 'lost' }
const maintenance: KeyHolder = { kind: 'maintenance' }
const asa: KeyHolder = { kind: 'resident', residentId: 'asa' }
const eino: KeyHolder = { kind: 'resident', residentId: 'eino' }
const son: KeyHolder = { kind: 'grantee', name: 'Pekka' }

/** A chain of acts, all of which follow. */
function chainOf(holder: KeyHolder, on: LocalDay, ...acts: readonly KeyAct[]): KeyEvent[] {
  const first = firstEvent(holder, on, today)
  if (!first.ok) throw new Error(first.refusal)
  const chain = [first.value]
  for (const act of acts) {
    const next = nextEvent(chain, act, today)
    if (!next.ok) throw new Error(next.refusal)
    chain.push(next.value)
  }
  return chain
}
const move = (to: KeyHolder, happenedOn: LocalDay): KeyAct => ({ act: 'move', to, happenedOn })
const correct = (seq: number, to: KeyHolder, happenedOn: LocalDay): KeyAct => ({
  act: 'correct',
  seq,
  to,
  happenedOn,
})
const refusalOf = (chain: readonly KeyEvent[], act: KeyAct) => {
  const next = nextEvent(chain, act, today)
  return next.ok ? 'done' : next.refusal
}

describe('which move it is', () => {
  it.each([
    [heka, asa, 'issued'],
    [blc, son, 'issued'],
    [maintenance, asa, 'issued'],
    [asa, blc, 'returned'],
    [son, heka, 'returned'],
    [asa, eino, 'transferred'],
    [asa, son, 'transferred'],
    [asa, maintenance, 'movedTo'],
    [heka, blc, 'movedTo'],
    [maintenance, heka, 'movedTo'],
    [asa, lost, 'lost'],
    [blc, lost, 'lost'],
    [lost, heka, 'found'],
    [lost, asa, 'found'],
  ] as const)('%o → %o is %s', (from, to, what) => expect(moveOf(from, to)).toBe(what))
})

describe('the chain of a key', () => {
  const issued = chainOf(heka, '2026-01-10', move(asa, '2026-02-01'))

  it('says who has it, and since when', () => {
    expect(standingOf(issued)).toEqual({ holder: asa, heldSince: '2026-02-01', active: true, lastSeq: 2 })
    expect(standingOf([])).toBeNull()
  })

  it.each([
    ['keyInFuture', move(blc, '2026-11-25')],
    ['returnBeforeIssue', move(blc, '2026-01-31')],
    ['beforeLastMove', move(lost, '2026-01-31')],
    ['sameHolder', move(asa, '2026-03-01')],
    ['keyAlreadyActive', { act: 'reactivate', happenedOn: today }],
    ['noSuchEvent', correct(3, blc, '2026-02-01')],
    ['correctionDoesNotFit', correct(2, asa, '2026-02-01')],
    ['correctionDoesNotFit', correct(2, asa, '2026-01-09')],
    ['correctionDoesNotFit', correct(1, heka, '2026-02-02')],
    ['keyInFuture', correct(2, asa, '2026-11-25')],
    ['done', move(blc, '2026-02-01')],
    ['done', move(blc, today)],
  ] as const)('refuses by name: %s', (refusal, act) => expect(refusalOf(issued, act)).toBe(refusal))

  it('refuses what would be before its beginning', () => {
    expect(refusalOf(chainOf(heka, '2026-01-10'), move(asa, '2026-01-09'))).toBe('beforeRegistered')
    expect(firstEvent(heka, '2026-11-25', today)).toEqual({ ok: false, refusal: 'keyInFuture' })
    expect(refusalOf([], move(asa, today))).toBe('noSuchEvent')
  })

  it('is corrected by an event: what was typed stays, and what is right counts', () => {
    const wrong = chainOf(heka, '2026-01-10', move(asa, '2026-02-01'), move(blc, '2026-10-01'))
    const right = chainOf(
      heka,
      '2026-01-10',
      move(asa, '2026-02-01'),
      move(blc, '2026-10-01'),
      correct(2, eino, '2026-02-03'),
    )
    expect(right.slice(0, 3)).toEqual(wrong)
    expect(right[3]).toMatchObject({ seq: 4, what: 'corrected', corrects: 2, holder: eino })
    expect(movesOf(right).map(({ holder, happenedOn }) => [holder, happenedOn])).toEqual([
      [heka, '2026-01-10'],
      [eino, '2026-02-03'],
      [blc, '2026-10-01'],
    ])
    // It is the holder of the last move that has it, not of the last line.
    expect(standingOf(right)).toEqual({ holder: blc, heldSince: '2026-10-01', active: true, lastSeq: 4 })
    const again = [...right, { ...right[3]!, seq: 5, holder: asa }]
    expect(movesOf(again)[1]!.holder).toEqual(asa)
  })

  it('is corrected to what was before when a move never happened; it is then held since before', () => {
    const chain = chainOf(heka, '2026-01-10', move(asa, '2026-02-01'), correct(2, heka, '2026-02-01'))
    expect(standingOf(chain)).toEqual({ holder: heka, heldSince: '2026-01-10', active: true, lastSeq: 3 })
    expect(refusalOf(chain, move(asa, '2026-02-05'))).toBe('done')
  })

  it('stands still while the key is out of use', () => {
    const off = chainOf(heka, '2026-01-10', { act: 'deactivate', happenedOn: '2026-03-01' })
    expect(standingOf(off)).toMatchObject({
      holder: heka,
      heldSince: '2026-01-10',
      active: false,
      lastSeq: 2,
    })
    expect(refusalOf(off, move(asa, today))).toBe('keyInactive')
    expect(refusalOf(off, { act: 'deactivate', happenedOn: today })).toBe('keyInactive')
    expect(refusalOf(off, { act: 'reactivate', happenedOn: '2026-02-28' })).toBe('beforeLastMove')
    expect(refusalOf(off, correct(2, asa, '2026-03-01'))).toBe('noSuchEvent')
    const on = [...off, nextEvent(off, { act: 'reactivate', happenedOn: today }, today)].map((each) =>
      'ok' in each && each.ok ? each.value : each,
    ) as KeyEvent[]
    expect(standingOf(on)).toMatchObject({ active: true, lastSeq: 3 })
  })
})

describe('a correction of what a key is called', () => {
  const relabel: KeyAct = { act: 'correctKey', happenedOn: today }

  it('moves nothing and takes no part in the order of days, also of a key out of use', () => {
    const chain = chainOf(heka, '2026-01-01', move(asa, '2026-03-01'), relabel)
    expect(standingOf(chain)).toEqual({ holder: asa, heldSince: '2026-03-01', active: true, lastSeq: 3 })
    expect(refusalOf(chain, move(blc, '2026-03-02'))).toBe('done')
    expect(refusalOf(chain, correct(3, heka, '2026-03-02'))).toBe('noSuchEvent')
    const off = chainOf(heka, '2026-01-01', { act: 'deactivate', happenedOn: '2026-02-01' }, relabel)
    expect(standingOf(off)).toMatchObject({ active: false, lastSeq: 3 })
    expect(refusalOf(off, { act: 'correctKey', happenedOn: '2026-11-25' })).toBe('keyInFuture')
  })
})

const holder: fc.Arbitrary<KeyHolder> = fc.constantFrom(heka, blc, lost, maintenance, asa, eino, son)
const day = fc.integer({ min: -40, max: 3 }).map((days) => addDays(today, days))
const act: fc.Arbitrary<KeyAct> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.constant('move' as const), to: holder, happenedOn: day }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('correct' as const),
      seq: fc.integer({ min: 0, max: 12 }),
      to: holder,
      happenedOn: day,
    }),
  },
  fc.record({ act: fc.constant('deactivate' as const), happenedOn: day }),
  fc.record({ act: fc.constant('reactivate' as const), happenedOn: day }),
  fc.record({ act: fc.constant('correctKey' as const), happenedOn: day }),
)

describe('whatever is done with a key', () => {
  it('has one holder, in an unbroken chain whose days never go back nor into the future', () => {
    fc.assert(
      fc.property(holder, day, fc.array(act, { maxLength: 30 }), (to, on, acts) => {
        const first = firstEvent(to, on, today)
        fc.pre(first.ok)
        if (!first.ok) return
        const chain = [first.value]
        for (const each of acts) {
          const before = standingOf(chain)!
          const next = nextEvent(chain, each, today)
          if (!next.ok) {
            // A refusal changes nothing.
            expect(standingOf(chain)).toEqual(before)
            continue
          }
          chain.push(next.value)
          const after = standingOf(chain)!
          expect(after.lastSeq).toBe(before.lastSeq + 1)
          if (each.act === 'move') {
            expect(after.holder).toEqual(each.to)
            expect(sameHolder(before.holder, each.to)).toBe(false)
          }
          if (each.act === 'correctKey') expect({ ...after, lastSeq: before.lastSeq }).toEqual(before)
          if (each.act === 'deactivate' || each.act === 'reactivate') {
            expect(after.holder).toEqual(before.holder)
            expect(after.active).toBe(each.act === 'reactivate')
          }
        }
        const standing = standingOf(chain)!
        expect(chain.map(({ seq }) => seq)).toEqual(chain.map((_, at) => at + 1))
        const days = movesOf(chain).map(({ happenedOn }) => happenedOn)
        expect(days).toEqual([...days].sort())
        expect(days.every((each) => each <= today)).toBe(true)
        // Counted in another way: who had it at the end of every day, the later line of a day deciding.
        const holders = new Map<LocalDay, KeyHolder>()
        const corrected = new Map(chain.filter((e) => e.corrects !== null).map((e) => [e.corrects, e]))
        for (const event of chain) {
          if (event.corrects !== null) continue
          if (['deactivated', 'reactivated', 'keyCorrected'].includes(event.what)) continue
          const { happenedOn, holder: who } = corrected.get(event.seq) ?? event
          holders.set(happenedOn, who)
        }
        const last = [...holders].sort(([one], [other]) => (one < other ? -1 : 1)).at(-1)!
        expect(standing.holder).toEqual(last[1])
        expect(standing.heldSince <= last[0]).toBe(true)
        expect(keyHolderKinds).toContain(standing.holder.kind)
        for (const { what } of chain) expect(keyEventWhats).toContain(what)
      }),
      { numRuns: 1000 },
    )
  })
})
