import { describe, expect, it } from 'vitest'
import type { RequestSettings } from '#shared/contract/requests'
import { requestKindRules, requestKinds } from '#shared/rules/requestKinds'
import { settingsComparing, settingsOf, typedSettings, wrongSettings } from './settingsForm'

const shipped: RequestSettings = {
  version: 3,
  emails: { leaseControl: null, maintenance: 'huolto@example.com', asOy: null },
  kinds: Object.fromEntries(
    requestKinds.map((kind) => {
      const { goesTo, workingDays } = requestKindRules[kind]
      return [kind, { goesTo, workingDays }]
    }),
  ) as RequestSettings['kinds'],
  notice: { months: 1, countedFrom: 'monthEnd' },
}

describe('the settings of service requests', () => {
  it('are typed and read back as they were', () => {
    expect(settingsOf(typedSettings(shipped), 3)).toEqual(shipped)
  })

  it('are wrong where a number is none that the desk takes', () => {
    const values = typedSettings(shipped)
    expect(wrongSettings(values)).toEqual([])
    expect(
      wrongSettings({ ...values, months: '13', 'days-disturbance': '61', 'days-inspection': 'pian' }),
    ).toEqual(['months', 'days-disturbance', 'days-inspection'])
    expect(wrongSettings({ ...values, months: '12', 'days-disturbance': '0' })).toEqual([])
  })

  it('keep no address that is only blank, and differ by what is written', () => {
    const values = { ...typedSettings(shipped), 'email-maintenance': '  ' }
    expect(settingsOf(values, 3).emails.maintenance).toBeNull()
    expect(settingsComparing.same?.('email-maintenance', values, typedSettings(shipped))).toBe(false)
    expect(settingsComparing.same?.('email-asOy', values, typedSettings(shipped))).toBe(true)
  })
})
