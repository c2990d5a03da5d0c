import { describe, expect, it } from 'vitest'
import type { KeySettings } from '#shared/contract/keyViews'
import { settingsOf, typedSettings, wrongSettings } from './settingsForm'

const settings: KeySettings = {
  version: 3,
  blcEmail: 'avaimet@example.com',
  graceDays: 2,
  reminderDays: [1, 5],
  chargeCents: 4505,
  settleWhenCounted: true,
  closedText: { fi: 'Luukkuun', sv: '', en: '' },
}
const wrong = (part: Partial<ReturnType<typeof typedSettings>>) =>
  wrongSettings({ ...typedSettings(settings), ...part })

describe('the settings of keys', () => {
  it('go into their fields and out again', () => {
    expect(settingsOf(typedSettings(settings), 3)).toEqual(settings)
    const bare = { ...settings, blcEmail: null, chargeCents: null, reminderDays: [] }
    expect(settingsOf(typedSettings(bare), 3)).toEqual(bare)
  })

  it('take days that are numbers, each once, and five at most', () => {
    expect(wrong({ reminderDays: '5, 1,10' })).toEqual([])
    for (const reminderDays of ['1, 1', '0', '61', '1,2,3,4,5,6', 'huomenna'])
      expect(wrong({ reminderDays })).toEqual(['reminderDays'])
    expect(settingsOf({ ...typedSettings(settings), reminderDays: '10, 2' }, 3).reminderDays).toEqual([2, 10])
  })

  it('say which field is wrong', () => {
    expect(wrong({ graceDays: '31', charge: '1.000.000' })).toEqual(['graceDays', 'charge'])
    expect(wrong({ charge: '10000,01' })).toEqual(['charge'])
    expect(wrong({ charge: '10000' })).toEqual([])
  })
})
