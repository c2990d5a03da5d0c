import { describe, expect, it } from 'vitest'
import { fileProblems, rowProblems } from '#shared/contract/register'
import en from '../../i18n/en/refusals.json'
import enRegister from '../../i18n/en/register.json'
import fi from '../../i18n/fi/refusals.json'
import fiRegister from '../../i18n/fi/register.json'
import sv from '../../i18n/sv/refusals.json'
import svRegister from '../../i18n/sv/register.json'

describe.each([
  ['fi', fi, fiRegister],
  ['sv', sv, svRegister],
  ['en', en, enRegister],
])('what is wrong with files and rows, in %s', (_language, refusals, register) => {
  it('is told for every problem, with what to do about it', () => {
    for (const problem of [...fileProblems, ...rowProblems]) expect(refusals).toHaveProperty(problem)
    expect(Object.keys(register.fixFile).sort()).toEqual([...fileProblems].sort())
    expect(Object.keys(register.fixRow).sort()).toEqual([...rowProblems].sort())
  })
})
