import { describe, expect, it } from 'vitest'
import type { KeyHolderView, KeyView } from '#shared/contract/keyViews'
import { laneOrder, lanesOf } from './lanes'

const by = (kind: KeyHolderView['kind'], name: string | null = null): KeyHolderView => ({
  kind,
  residentId: null,
  name,
  hidden: false,
})

const key = (id: string, holder: KeyHolderView, active = true): KeyView => ({
  id,
  seq: 1,
  version: 1,
  kind: 'apartment',
  number: id,
  setName: '',
  note: '',
  holder,
  since: '2026-01-01',
  active,
  handoff: null,
})

describe('the picture of the keys', () => {
  it('has every lane in the same order, with keys or without', () => {
    expect(lanesOf([]).map(({ kind }) => kind)).toEqual(laneOrder)
    expect(lanesOf([]).every(({ count }) => count === 0)).toBe(true)
  })

  it('tells people apart, and has each key that is in use once', () => {
    const lanes = lanesOf([
      key('1', by('resident', 'Aino')),
      key('2', by('resident', 'Kalle')),
      key('3', by('resident', 'Aino')),
      key('4', by('lost')),
      key('5', by('heka'), false),
    ])
    expect(
      lanes.find(({ kind }) => kind === 'resident')?.holdings.map(({ keys }) => keys.map(({ id }) => id)),
    ).toEqual([['1', '3'], ['2']])
    expect(lanes.map(({ count }) => count)).toEqual([3, 0, 0, 0, 0, 1])
  })
})
