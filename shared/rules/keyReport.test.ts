import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HandoffKeyState, HandoffState } from './keyHandoff'
import { type KeyEvent, type KeyHolder, standingOf } from './keyLedger'
import {
  judgeReport,
  type ReportableHandoff,
  type ReportableKey,
  type ReportedRow,
  type ReportFacts,
  rowIdentity,
} from './keyReport'
import { addDays } from './localDay'

const reference = 'K7QM2XRT9DPV'
const resident: KeyHolder = { kind: 'resident', residentId: 'r' }

const chain = (...moves: readonly (readonly [KeyHolder, string])[]): KeyEvent[] =>
  moves.map(([holder, happenedOn], at) => ({
    seq: at + 1,
    what: at === 0 ? 'registered' : holder.kind === 'resident' ? 'issued' : 'returned',
    holder,
    happenedOn,
    corrects: null,
  }))

const issued = chain([{ kind: 'heka' }, '2020-01-01'], [resident, '2020-02-01'])

const key = (number: string, state: HandoffKeyState | null, more: Partial<ReportableKey> = {}) =>
  ({
    keyId: `key ${number}`,
    kind: 'apartment',
    number,
    chain: issued,
    state,
    heldElsewhere: false,
    ...more,
  }) satisfies ReportableKey

const handoff = (
  keys: readonly ReportableKey[],
  more: Partial<ReportableHandoff> = {},
): ReportableHandoff => ({
  handoffId: 'h',
  direction: 'return',
  state: 'instructed',
  madeOn: '2026-11-01',
  dueOn: '2026-11-20',
  to: { kind: 'blc' },
  keys,
  ...more,
})

const facts = (of: ReportableHandoff | null, more: Partial<ReportFacts> = {}): ReportFacts => ({
  today: '2026-11-24',
  graceDays: 0,
  month: '2026-11',
  handoff: (asked) => (asked === reference ? of : null),
  saidBefore: () => false,
  elsewhere: () => false,
  ...more,
})

const row = (number: string, more: Partial<ReportedRow> = {}): ReportedRow => ({
  reference,
  kind: 'apartment',
  number,
  result: 'arrived',
  happenedOn: '2026-11-18',
  ...more,
})
const envelope = (more: Partial<ReportedRow> = {}) => row('', { kind: null, result: 'withBlc', ...more })

const one = (of: ReportableHandoff | null, said: ReportedRow, more: Partial<ReportFacts> = {}) => {
  const judged = judgeReport([said], facts(of, more))[0]!
  return `${judged.becomes} ${judged.problem ?? '-'}`
}

const open = handoff([key('0012', 'expected'), key('0013', 'expected')])
const blc: KeyHolder = { kind: 'blc' }

describe('a row of a report', () => {
  it.each<[string, ReportableHandoff | null, ReportedRow, string]>([
    ['of a key that is awaited', open, row('0012'), 'matched -'],
    ['of a damaged one', open, row('0012', { result: 'damaged' }), 'matched -'],
    ['of a missing one', open, row('0012', { result: 'missing' }), 'matched -'],
    ['of the envelope', open, envelope(), 'matched -'],
    ['after the due day', open, row('0012', { happenedOn: '2026-11-21' }), 'matched late'],
    ['of tomorrow', open, row('0012', { happenedOn: '2026-11-25' }), 'rejected reportedInFuture'],
    ['of the month before', open, row('0012', { happenedOn: '2026-10-31' }), 'rejected otherMonth'],
    ['of a reference that nobody knows', null, row('0012'), 'kept unknownReference'],
    ['of a number that nobody knows', open, row('0099'), 'kept unknownKey'],
    ['of another kind', open, row('0012', { kind: 'storage' }), 'kept unknownKey'],
    ['without its leading zeros', open, row('12'), 'kept zerosMissing'],
    ['with zeros that it never had', open, row('00012'), 'kept unknownKey'],
    [
      'of a key that was never issued',
      handoff([key('0012', 'expected'), key('7', null, { chain: issued.slice(0, 1) })]),
      row('7'),
      'kept neverIssued',
    ],
    [
      'of a key that was not asked for',
      handoff([key('0012', 'expected'), key('7', null)]),
      row('7'),
      'matched notAsked',
    ],
    [
      'of a key that was not asked for and did not come',
      handoff([key('7', null)]),
      row('7', { result: 'missing' }),
      'kept notAsExpected',
    ],
    [
      'of a key that another hand-off asks for',
      handoff([key('7', null, { heldElsewhere: true })]),
      row('7'),
      'kept notAsExpected',
    ],
    [
      'of a hand-off that is over',
      handoff([key('1', 'expected')], { state: 'cancelled' }),
      row('1'),
      'kept handoffOver',
    ],
    [
      'from before the hand-off',
      handoff([key('1', 'expected')], { madeOn: '2026-11-19' }),
      row('1'),
      'kept beforeHandoff',
    ],
    [
      'from before the key was issued',
      handoff([key('1', 'expected', { chain: chain([blc, '2026-11-02'], [resident, '2026-11-19']) })]),
      row('1'),
      'kept notAsExpected',
    ],
    [
      'of a key that has come',
      handoff([key('1', 'arrived')], { state: 'withBlc' }),
      row('1'),
      'repeated saidBefore',
    ],
    [
      'of a missing key, missing still',
      handoff([key('1', 'missing')]),
      row('1', { result: 'missing' }),
      'repeated saidBefore',
    ],
    ['of a missing key that has come', handoff([key('1', 'missing')]), row('1'), 'kept notAsExpected'],
    [
      'of a key that came, and did not',
      handoff([key('1', 'arrived')]),
      row('1', { result: 'missing' }),
      'kept notAsExpected',
    ],
    ['of the envelope, again', handoff([], { state: 'withBlc' }), envelope(), 'repeated saidBefore'],
    ['of the envelope, once settled', handoff([], { state: 'settled' }), envelope(), 'repeated saidBefore'],
    ['of the envelope, once cancelled', handoff([], { state: 'cancelled' }), envelope(), 'kept handoffOver'],
  ])('%s', (_, of, said, becomes) => {
    expect(one(of, said)).toBe(becomes)
  })

  it('of a number that is another home’s is told from one that is nobody’s', () => {
    expect(one(open, row('55'), { elsewhere: (_, number) => number === '55' })).toBe('kept otherApartment')
  })

  it('that an earlier report had is a repeated one, also of what is over or unknown', () => {
    const saidBefore = (identity: string) => identity === rowIdentity(row('0012'))
    expect(one(open, row('0012'), { saidBefore })).toBe('repeated saidBefore')
    expect(one({ ...open, state: 'settled' }, row('0012'), { saidBefore })).toBe('repeated saidBefore')
    expect(one(null, row('0012'), { saidBefore })).toBe('repeated saidBefore')
    expect(one(open, row('0013'), { saidBefore })).toBe('matched -')
  })

  it('is within the days of grace, or late', () => {
    const said = row('0012', { happenedOn: '2026-11-22' })
    expect(one(open, said, { graceDays: 2 })).toBe('matched -')
    expect(one(open, said, { graceDays: 1 })).toBe('matched late')
  })

  it('names the key that zeros would make it, when there is one', () => {
    const judge = (of: ReportableHandoff) => judgeReport([row('12')], facts(of))[0]!.keyId
    expect(judge(open)).toBe('key 0012')
    expect(judge(handoff([key('0012', 'expected'), key('012', 'expected')]))).toBeNull()
  })
})

describe('the rows of a report', () => {
  it('are judged in their order, each after those before it', () => {
    const rows = [
      envelope(),
      envelope({ happenedOn: '2026-11-19' }),
      row('0012'),
      row('0012', { happenedOn: '2026-11-19' }),
      row('0012', { result: 'missing' }),
      row('0012'),
      row('0013', { result: 'missing' }),
    ]
    const judged = judgeReport(rows, facts(open))
    expect(judged.map(({ becomes, problem }) => `${becomes} ${problem ?? '-'}`)).toEqual([
      'matched -',
      'repeated saidBefore',
      'matched -',
      'repeated saidBefore',
      'kept notAsExpected',
      'rejected sameRowTwice',
      'matched -',
    ])
  })

  it('of a pick-up are of who collects', () => {
    const waiting = chain([blc, '2026-11-01'])
    const pickup = handoff([key('1', 'expected', { chain: waiting })], { direction: 'pickup', to: resident })
    expect(one(pickup, row('1'))).toBe('matched -')
    expect(one(pickup, row('1', { result: 'missing' }))).toBe('matched -')
  })

  const states: readonly HandoffState[] = ['instructed', 'withBlc', 'missing', 'settled', 'cancelled']
  const someRow = fc.record({
    reference: fc.constantFrom(reference, 'AAAABBBBCCCC'),
    kind: fc.constantFrom<ReportedRow['kind']>('apartment', 'storage', null),
    number: fc.constantFrom('0012', '12', '0013', '7', ''),
    result: fc.constantFrom<ReportedRow['result']>('withBlc', 'arrived', 'damaged', 'missing'),
    happenedOn: fc.integer({ min: -40, max: 3 }).map((n) => addDays('2026-11-24', n)),
  })
  const someHandoff = fc
    .constantFrom(...states)
    .map((state) => handoff([key('0012', 'expected'), key('0013', 'arrived'), key('7', null)], { state }))

  it('each become one thing, with a name for whatever is the matter, and a key is taken once', () => {
    fc.assert(
      fc.property(someHandoff, fc.array(someRow, { maxLength: 25 }), (of, rows) => {
        const judged = judgeReport(rows, facts(of))
        expect(judged.length).toBe(rows.length)
        const taken = new Set<string>()
        for (const [at, each] of judged.entries()) {
          if (each.becomes !== 'matched') expect(each.problem).not.toBeNull()
          if (each.becomes !== 'matched' || each.as === 'handoff') continue
          expect(each.keyId).not.toBeNull()
          expect(taken.has(each.keyId!)).toBe(false)
          taken.add(each.keyId!)
          expect(['settled', 'cancelled']).not.toContain(of.state)
          expect(rows[at]!.number).toBe(of.keys.find(({ keyId }) => keyId === each.keyId)!.number)
        }
      }),
    )
  })

  it('say nothing new the second time', () => {
    fc.assert(
      fc.property(
        someHandoff,
        fc.uniqueArray(someRow, { maxLength: 25, selector: rowIdentity }),
        (of, rows) => {
          const first = judgeReport(rows, facts(of))
          const taken = new Set(
            rows.filter((_, at) => first[at]!.becomes !== 'rejected').map((said) => rowIdentity(said)),
          )
          const again = judgeReport(rows, facts(of, { saidBefore: (identity) => taken.has(identity) }))
          for (const [at, each] of again.entries())
            expect(each.becomes).toBe(first[at]!.becomes === 'rejected' ? 'rejected' : 'repeated')
        },
      ),
    )
  })

  it('never move a key out of a chain that has no room for it', () => {
    const later = chain([{ kind: 'heka' }, '2020-01-01'], [resident, '2026-11-20'])
    const of = handoff([key('1', 'expected', { chain: later })])
    expect(standingOf(later)?.holder).toEqual(resident)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 }), (day) => {
        const happenedOn = `2026-11-${String(day).padStart(2, '0')}`
        expect(one(of, row('1', { happenedOn })).startsWith('matched')).toBe(happenedOn >= '2026-11-20')
      }),
    )
  })
})
