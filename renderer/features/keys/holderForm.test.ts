import { describe, expect, it } from 'vitest'
import { type HolderValues, holderOf, holderProblems } from './holderForm'

const today = '2026-11-23'
const values: HolderValues = {
  kind: 'heka',
  residentId: null,
  residentName: '',
  granteeName: '',
  happenedOn: '23.11.2026',
  word: 'heka',
  wordText: '',
}
const problems = (part: Partial<HolderValues>) =>
  holderProblems({ ...values, ...part }, today).map(({ problem }) => problem)

describe('who has a key then', () => {
  it('is right with an office and a day that is not ahead', () => {
    expect(problems({})).toEqual([])
    expect(problems({ happenedOn: '24.11.2026' })).toEqual(['dayAhead'])
    expect(problems({ happenedOn: '31.11.2026' })).toEqual(['badDay'])
  })

  it('needs somebody, and of a person who it is', () => {
    expect(problems({ kind: '' })).toEqual(['kindMissing'])
    expect(problems({ kind: 'resident', residentName: 'Virt' })).toEqual(['residentMissing'])
    expect(problems({ kind: 'resident', residentId: 'r' })).toEqual([])
    expect(problems({ kind: 'grantee', granteeName: '  ' })).toEqual(['granteeMissing'])
  })

  it('is on somebody’s word where that must be written', () => {
    expect(holderProblems(values, today, true).map(({ field }) => field)).toEqual(['wordText'])
    expect(holderProblems({ ...values, wordText: 'Huolto soitti.' }, today, true)).toEqual([])
  })

  it('is told as the desk takes it', () => {
    expect(holderOf({ ...values, kind: 'lost' })).toEqual({ kind: 'lost' })
    expect(holderOf({ ...values, kind: 'grantee', granteeName: ' Antti ' })).toEqual({
      kind: 'grantee',
      name: 'Antti',
    })
    expect(holderOf({ ...values, kind: 'resident', residentId: 'r' })).toEqual({
      kind: 'resident',
      residentId: 'r',
    })
  })
})
