import { describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/index'
import { type AuditFilter, filterOf, filterProblems, inputOf, noFilter, typedOf } from './filters'

const id = '019b0000-0000-7000-8000-000000000000'
const whole: AuditFilter = {
  resident: { id, name: 'Meija Virtanen' },
  staff: { id, name: 'Aino' },
  from: '2026-11-04',
  to: '2026-11-25',
}
const problems = async (input: unknown) =>
  (await contract.audit.list['~orpc'].inputSchema?.['~standard'].validate(input))?.issues

describe('a filter of the audit log', () => {
  it('becomes what the desk takes', async () => {
    expect(await problems(inputOf(noFilter, 0))).toBeUndefined()
    const input = inputOf(whole, 3)
    expect(input).toEqual({ residentId: id, staffId: id, from: '2026-11-04', to: '2026-11-25', page: 3 })
    expect(await problems(input)).toBeUndefined()
  })

  it('is the same after being put into its fields and read again', () => {
    expect(typedOf(whole)).toMatchObject({ person: 'Meija Virtanen', from: '4.11.2026', to: '25.11.2026' })
    expect(filterOf(typedOf(whole))).toEqual(whole)
    expect(filterOf(typedOf(noFilter))).toEqual(noFilter)
  })
})

describe('what is wrong with a filter', () => {
  const typed = typedOf(noFilter)

  it('is nothing when it is empty or whole', () => {
    expect(filterProblems(typed)).toEqual({})
    expect(filterProblems(typedOf(whole))).toEqual({})
    expect(filterProblems({ ...typed, from: ' ', to: '25.11.2026' })).toEqual({})
    expect(filterProblems({ ...typed, from: '25.11.2026', to: '25.11.2026' })).toEqual({})
  })

  it('is a name of which nobody was chosen', () => {
    expect(filterProblems({ ...typed, person: 'virt' })).toEqual({ person: 'choosePerson' })
  })

  it('is a day that is none', () => {
    expect(filterProblems({ ...typed, from: '31.11.2026', to: 'eilen' })).toEqual({
      from: 'dayFormat',
      to: 'dayFormat',
    })
  })

  it('is days the wrong way round', () => {
    expect(filterProblems({ ...typed, from: '25.11.2026', to: '24.11.2026' })).toEqual({ to: 'crossed' })
  })
})
