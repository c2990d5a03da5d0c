import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  caseKinds,
  defaultDueDay,
  handoffKeyStates,
  handoffStateOf,
  handoffStates,
  isHandoffOpen,
  keysAskedBack,
  openHandoffStates,
  staying,
  whyNotSettled,
} from './keyHandoff'

const none = { openCases: [], withBlc: false } as const

describe('where a hand-off is', () => {
  it.each([
    ['instructed', ['expected', 'expected'], [], false],
    ['withBlc', ['expected', 'expected'], [], true],
    ['withBlc', ['arrived', 'expected'], [], false],
    ['counted', ['arrived', 'arrived'], [], true],
    ['counted', ['arrived', 'extra'], [], true],
    ['missing', ['arrived', 'missing'], ['missing'], true],
    ['missing', ['damaged', 'missing'], ['damaged', 'missing', 'tooMany'], true],
    ['damaged', ['damaged', 'arrived'], ['tooMany', 'damaged'], true],
    ['tooMany', ['arrived', 'extra'], ['tooMany'], true],
    ['counted', ['arrived', 'writtenOff'], [], true],
    ['counted', ['arrived', 'damaged'], [], true],
    ['instructed', [], [], false],
  ] as const)('is %s', (state, keys, openCases, withBlc) =>
    expect(handoffStateOf({ keys, openCases, withBlc })).toBe(state),
  )

  it('is settled only when everything is counted and no difference is open', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...handoffKeyStates), { minLength: 1 }),
        fc.array(fc.constantFrom(...caseKinds)),
        fc.boolean(),
        (keys, openCases, withBlc) => {
          const state = handoffStateOf({ keys, openCases, withBlc })
          const refusal = whyNotSettled(state, openCases.length)
          const complete = openCases.length === 0 && !keys.includes('expected')
          expect(refusal === null).toBe(complete)
        },
      ),
    )
    expect(whyNotSettled('settled', 0)).toBe('handoffOver')
    expect(whyNotSettled('cancelled', 0)).toBe('handoffOver')
    expect(whyNotSettled('counted', 1)).toBe('caseOpen')
    expect(whyNotSettled(handoffStateOf({ ...none, keys: ['expected'] }), 0)).toBe('notCounted')
    expect(handoffStates.filter(isHandoffOpen)).toEqual([...openHandoffStates])
  })
})

describe('the day by which keys come back', () => {
  const today = '2026-11-24'
  const lease = { beginsOn: '2019-01-01', endsOn: null }
  const given = { direction: 'return', lease, terminatedOn: null, leavesOn: null, today } as const

  it.each([
    ['the last day of the lease', { lease: { ...lease, endsOn: '2026-12-31' } }, '2026-12-31'],
    ['that of the termination', { terminatedOn: '2027-01-31' }, '2027-01-31'],
    ['the last day of living there', { leavesOn: '2026-12-15' }, '2026-12-15'],
    [
      'the first of them',
      { lease: { ...lease, endsOn: '2027-02-28' }, leavesOn: '2026-12-15' },
      '2026-12-15',
    ],
    ['today when that is past', { lease: { ...lease, endsOn: '2026-10-31' } }, today],
    ['today when it is today', { leavesOn: today }, today],
    ['asked when nobody knows', {}, null],
    [
      'of a pick-up the first day',
      { direction: 'pickup', lease: { beginsOn: '2026-12-01', endsOn: null } },
      '2026-12-01',
    ],
    ['of a pick-up today when the lease goes on', { direction: 'pickup' }, today],
  ] as const)('is %s', (_, changes, day) => expect(defaultDueDay({ ...given, ...changes })).toBe(day))
})

describe('which keys come back', () => {
  const held = (id: string, residentId: string | null, kind = 'resident', active = true) => ({
    id,
    active,
    holder: { kind, residentId },
  })
  const keys = [
    held('a', 'asa'),
    held('e', 'eino'),
    held('g', null, 'grantee'),
    held('h', null, 'heka'),
    held('l', null, 'lost'),
    held('x', 'asa', 'resident', false),
  ]
  const ids = (leaving: string[], stay: string[]) => keysAskedBack(keys, leaving, stay).map(({ id }) => id)

  it('is every key that is out when nobody stays', () => expect(ids(['asa'], [])).toEqual(['a', 'e', 'g']))
  it('is only what the leaving have when somebody stays', () => {
    expect(ids(['asa'], ['eino'])).toEqual(['a'])
    expect(ids(['eino'], ['asa'])).toEqual(['e'])
  })

  it('knows who stays', () => {
    const on = (residentId: string, to: string | null = null, died = false) => ({ residentId, to, died })
    const people = [on('asa'), on('eino'), on('onni', '2026-12-01'), on('dead', null, true)]
    expect(staying(people, ['asa'], null, '2026-12-31')).toEqual(['eino'])
    expect(staying(people, ['asa'], null, '2026-11-30')).toEqual(['eino', 'onni'])
    expect(staying(people, ['asa'], '2027-01-31', '2026-12-31')).toEqual(['eino'])
    // When the lease ends, nobody does.
    expect(staying(people, ['asa'], '2026-12-31', '2026-12-31')).toEqual([])
  })
})
