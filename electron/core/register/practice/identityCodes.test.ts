import { describe, expect, it } from 'vitest'
import { parsePersonalIdentityCode } from '#shared/rules/personalIdentityCode'
import { createIdentityCodes } from './identityCodes'
import { createRandom } from './random'

describe('createIdentityCodes', () => {
  it.each(['1971-06-30', '2012-02-29'])(
    'gives 600 codes for %s, all different and temporary, then none',
    (birthDate) => {
      const identityCode = createIdentityCodes(createRandom(5))
      const codes = Array.from({ length: 600 }, () => identityCode(birthDate))
      expect(new Set(codes).size).toBe(600)
      for (const code of codes) {
        const read = parsePersonalIdentityCode(code, '2026-11-23')
        expect(read).toEqual({ ok: true, value: { code, birthDate, temporary: true } })
      }
      expect(identityCode(birthDate)).toBe('')
    },
  )

  it('gives the code of a wished number when it is free', () => {
    const identityCode = createIdentityCodes(createRandom(1))
    expect(identityCode('1983-04-04', 904)).toMatch(/^040483-904/)
    expect(identityCode('1983-04-04', 904)).toMatch(/^040483-905/)
  })
})
