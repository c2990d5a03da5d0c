import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AskedQuestion,
  askedOutcomes,
  callerKinds,
  mayBeTold,
  questionsToAsk,
  recognition,
  shippedNeeds,
  toldThings,
} from './recognising'
import { callerQuestions } from './requestKinds'

const asked = (...outcomes: AskedQuestion['outcome'][]): AskedQuestion[] =>
  outcomes.map((outcome, at) => ({ question: callerQuestions[at] ?? 'rooms', outcome }))

describe('a caller', () => {
  it.each([
    ['notYet', []],
    ['notYet', ['right']],
    ['recognised', ['right', 'right']],
    ['notYet', ['right', 'notKnown']],
    ['recognised', ['right', 'notKnown', 'right']],
    ['notYet', ['right', 'wrong', 'right']],
    ['recognised', ['right', 'wrong', 'right', 'right']],
    ['failed', ['wrong', 'wrong']],
    ['failed', ['right', 'right', 'right', 'wrong', 'wrong']],
  ] as const)('is %s after %j', (expected, outcomes) => {
    expect(recognition(asked(...outcomes), shippedNeeds)).toBe(expected)
  })

  it('is not recognised by one question that is put twice', () => {
    const twice = [...asked('right'), ...asked('right')]
    expect(recognition(twice, shippedNeeds)).toBe('notYet')
    expect(recognition([...asked('wrong', 'right', 'right'), ...asked('right')], shippedNeeds)).toBe(
      'recognised',
    )
  })

  it('is asked what a visitor to the home knows last, and nothing that is not known', () => {
    const known = {
      ibanEnding: '4321',
      latestContact: { day: '2026-10-01', kind: 'visit' },
      moveInDay: '2019-01-01',
      household: ['Eino Östling'],
      rooms: 3,
    }
    expect(questionsToAsk(known).map(({ question }) => question)).toEqual([
      'ibanEnding',
      'latestContact',
      'moveInDay',
      'household',
      'rooms',
    ])
    expect(questionsToAsk(known)[1]?.right).toEqual({ text: null, day: '2026-10-01', kind: 'visit' })
    const none = { ibanEnding: null, latestContact: null, moveInDay: null, household: [], rooms: null }
    expect(questionsToAsk(none)).toEqual([])
  })

  it('hears by phone what is theirs when they are recognised, and never what needs a document or is others’', () => {
    const resident = { kind: 'resident', found: true, hidden: 'nothing' } as const
    const told = mayBeTold({ ...resident, recognised: true })
    expect(told.may).toEqual(expect.arrayContaining(['ownVisits', 'ownContacts', 'defectReport']))
    expect(told.mayNot).toEqual([
      { thing: 'otherPeople', why: 'aboutOthers' },
      { thing: 'leaseAndPayments', why: 'documentNeeded' },
      { thing: 'identityCode', why: 'never' },
    ])
    expect(mayBeTold({ ...resident, recognised: false }).may).toEqual([
      'generalAnswers',
      'defectReport',
      'doorOpening',
    ])
    const hidden = mayBeTold({ ...resident, recognised: true, hidden: 'all' }).mayNot
    expect(hidden).toContainEqual({ thing: 'ownContacts', why: 'nonDisclosure' })
    expect(mayBeTold({ kind: 'other', found: false, recognised: false, hidden: 'nothing' }).may).toEqual([
      'generalAnswers',
    ])
    const onBehalf = mayBeTold({ ...resident, kind: 'onBehalf', recognised: false }).mayNot
    expect(onBehalf).toContainEqual({ thing: 'ownRequests', why: 'mandateNeeded' })
  })

  it('is told either a thing or why not, whoever it is, and more only when recognised', () => {
    const anyCaller = fc.record({
      kind: fc.constantFrom(...callerKinds),
      found: fc.boolean(),
      hidden: fc.constantFrom('nothing' as const, 'address' as const, 'all' as const),
    })
    fc.assert(
      fc.property(anyCaller, (caller) => {
        const [stranger, known] = [false, true].map((recognised) => mayBeTold({ ...caller, recognised }))
        for (const told of [stranger!, known!])
          expect([...told.may, ...told.mayNot.map(({ thing }) => thing)].sort()).toEqual(
            [...toldThings].sort(),
          )
        expect(known!.may).toEqual(expect.arrayContaining([...stranger!.may]))
        expect(known!.may).not.toContain('identityCode')
      }),
    )
  })

  it.each([
    ['notYet', ['right', 'right']],
    ['recognised', ['right', 'right', 'right']],
    ['failed', ['wrong', 'right', 'right', 'right', 'right']],
  ] as const)('is %s after %j where the lead asks for three and takes no wrong one', (expected, outcomes) => {
    expect(recognition(asked(...outcomes), { right: 3, wrong: 1 })).toBe(expected)
  })

  it('is recognised only by as many as it takes that were right, whatever was asked in whatever order', () => {
    const anyAsked = fc.array(
      fc.record({
        question: fc.constantFrom(...callerQuestions),
        outcome: fc.constantFrom(...askedOutcomes),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(anyAsked, fc.integer({ min: 2, max: 4 }), (questions, fewest) => {
        const right = new Set(
          questions.filter(({ outcome }) => outcome === 'right').map(({ question }) => question),
        )
        if (recognition(questions, { right: fewest, wrong: 2 }) === 'recognised')
          expect(right.size).toBeGreaterThanOrEqual(fewest)
      }),
    )
  })
})
