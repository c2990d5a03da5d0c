import { expect, it } from 'vitest'
import { languages } from '#shared/contract/base'
import { countedIncome, notIncome } from '#shared/rules/income'
import { urgencyGrounds } from '#shared/rules/urgency'
import { assetKinds } from '#shared/rules/wealth'

const letters = import.meta.glob<{ readonly names: object; readonly notDecision: string }>(
  '../../resources/letters/advice.*.json',
  { eager: true, import: 'default' },
)
const pages = import.meta.glob<Readonly<Record<string, unknown>>>('../../renderer/i18n/*/advice.json', {
  eager: true,
  import: 'default',
})

it.each(languages)('the page and the paper call every item the same in %s', (language) => {
  const { names, notDecision } = letters[`../../resources/letters/advice.${language}.json`]!
  const {
    ground,
    asset,
    income,
    notIncome: none,
    ...page
  } = pages[`../../renderer/i18n/${language}/advice.json`]!
  expect({ ground, asset, income, notIncome: none }).toEqual(names)
  expect(page.notDecision).toBe(notDecision)
})

it('no item is without a name, and no name without an item', () => {
  const { names } = letters['../../resources/letters/advice.fi.json']!
  const keys = Object.fromEntries(Object.entries(names).map(([list, each]) => [list, Object.keys(each)]))
  expect(keys).toEqual({
    ground: [...urgencyGrounds],
    asset: [...assetKinds],
    income: [...countedIncome],
    notIncome: [...notIncome],
  })
})
