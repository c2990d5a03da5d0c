import { DateTime } from 'luxon'
import type { Language } from '#shared/contract/base'
import { type Advice, type AdviceFacts, advise } from '#shared/rules/advice'
import type { LocalDay } from '#shared/rules/localDay'
import { housedOfLevel1Percent } from '#shared/rules/urgency'
import { disposalsCountFrom, farHomeKilometres } from '#shared/rules/wealth'
import en from '../../../resources/letters/advice.en.json' with { type: 'json' }
import fi from '../../../resources/letters/advice.fi.json' with { type: 'json' }
import sv from '../../../resources/letters/advice.sv.json' with { type: 'json' }
import { filled, type VisitContent } from './visitMessage'

const texts = { fi, sv, en } as const
const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const

/** What the summary says, as a slip is laid out. */
export type AdviceContent = Pick<VisitContent, 'title' | 'facts' | 'sections'>

function wordsIn(language: Language) {
  const euros = new Intl.NumberFormat(locales[language], {
    style: 'currency',
    currency: 'EUR',
    trailingZeroDisplay: 'stripIfInteger',
  })
  return {
    text: texts[language],
    euros: (cents: number) => euros.format(cents / 100),
    day: (day: LocalDay) =>
      DateTime.fromISO(day, { zone: 'utc' }).setLocale(language).toFormat(texts[language].dayFormat),
  }
}
type Words = ReturnType<typeof wordsIn>

function urgencySection({ urgency }: Advice, { text }: Words): AdviceContent['sections'][number] {
  const { level, grounds } = urgency
  return {
    heading: text.headings.urgency,
    items: grounds.map((each) =>
      filled(text.inClass, { ground: text.names.ground[each.ground], level: String(each.level) }),
    ),
    texts: [
      level === null ? text.noLevel : text.levels[level],
      text.setBySystem,
      filled(text.chances, { percent: String(housedOfLevel1Percent) }),
    ],
  }
}

function limitTexts({ wealth }: Advice, { people }: AdviceFacts, { text, euros, day }: Words): string[] {
  const { limit, overCents } = wealth
  if (!limit.ok) return [text.noLimit[limit.refusal]]
  const { from, until, cents } = limit.value
  const said = filled(text.limit, {
    people: String(people),
    from: day(from),
    until: day(until),
    amount: euros(cents),
  })
  if (overCents === null) return [said]
  const template = overCents > 0 ? text.over : overCents < 0 ? text.under : text.equal
  return [said, filled(template, { amount: euros(Math.abs(overCents)) })]
}

function wealthSection(advice: Advice, facts: AdviceFacts, words: Words): AdviceContent['sections'][number] {
  const { text, euros, day } = words
  const { lines, netCents } = advice.wealth
  return {
    heading: text.headings.wealth,
    items: lines.map(({ kind, cents, debtCents, ground }) => {
      const what = filled(debtCents > 0 ? text.asset : text.assetWithoutDebt, {
        asset: text.names.asset[kind],
        amount: euros(cents),
        debt: euros(debtCents),
      })
      const why = filled(text.grounds[ground], {
        from: day(disposalsCountFrom(facts.day)),
        kilometres: String(farHomeKilometres),
      })
      return `${what} – ${why}`
    }),
    texts: [
      netCents === null ? text.noWealth : filled(text.net, { amount: euros(netCents) }),
      ...limitTexts(advice, facts, words),
      text.earned,
    ],
  }
}

function incomeSection({ income }: Advice, { text, euros }: Words): AdviceContent['sections'][number] {
  const { lines, notCounted, totalCents } = income
  return {
    heading: text.headings.income,
    items: [
      ...lines.map(({ item, cents, per, monthlyCents }) =>
        filled(text[per], {
          item: text.names.income[item],
          amount: euros(monthlyCents),
          yearly: euros(cents),
        }),
      ),
      ...notCounted.map((item) => filled(text.notCounted, { item: text.names.notIncome[item] })),
    ],
    texts: [
      totalCents === null ? text.noIncome : filled(text.total, { amount: euros(totalCents) }),
      text.noIncomeLimit,
    ],
  }
}

/**
 * What an applicant was told, in a language: the figures, each with its rule, that the City selects and that this is no
 * decision. It has no name. Sources: 002_f88546710976e887.txt, 000_8cb8751306546cea.txt.
 */
export function adviceContent(facts: AdviceFacts, language: Language): AdviceContent {
  const words = wordsIn(language)
  const { text, day } = words
  const advice = advise(facts)
  return {
    title: text.title,
    facts: [
      { label: text.notice, text: text.notDecision },
      { label: text.day, text: day(facts.day) },
      ...(facts.people === null ? [] : [{ label: text.people, text: String(facts.people) }]),
    ],
    sections: [
      urgencySection(advice, words),
      wealthSection(advice, facts, words),
      incomeSection(advice, words),
      { heading: text.sourceHeading, items: [], texts: [text.source] },
    ],
  }
}

/** The same as plain text, to be copied into an e-mail or a note. */
export function adviceText({ title, facts, sections }: AdviceContent): string {
  const parts = sections.map(({ heading, items, texts: said }) =>
    [heading, ...items.map((item) => `- ${item}`), ...said].join('\n'),
  )
  return [title, facts.map(({ label, text }) => `${label}: ${text}`).join('\n'), ...parts].join('\n\n')
}
