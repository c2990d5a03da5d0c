import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { housedOfLevel1Percent } from '#shared/rules/urgency'
import { wealthLimitPeriods } from '#shared/rules/wealth'
import { useFormat } from '../../app/format'
import { announce } from '../../components/Live'
import type { AdviceForm } from './useAdvice'

/** How long nothing is typed until the results are read aloud. Milliseconds. */
const pauseMs = 1_200

/** What follows from what is typed, part by part, each with its ground; read aloud when the typing pauses. */
export function Results({ form }: { readonly form: AdviceForm }) {
  const { t } = useTranslation()
  const words = useResultWords(form)
  const spoken = words.map(({ result }) => result).join(' ')
  const [said, setSaid] = useState(spoken)
  useEffect(() => {
    if (spoken === said) return
    const timer = setTimeout(() => {
      announce(spoken)
      setSaid(spoken)
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [spoken, said])
  return words.map(({ part, result, grounds }) => (
    <Box key={part} sx={{ mb: 1.5 }}>
      <Typography component="h3" variant="body2" color="textSecondary">
        {t(`advice:part.${part}`)}
      </Typography>
      <Typography sx={{ fontWeight: 600 }}>{result}</Typography>
      {grounds.map((ground) => (
        <Typography key={ground} variant="body2">
          {ground}
        </Typography>
      ))}
    </Box>
  ))
}

interface ResultWords {
  readonly part: 'urgency' | 'wealth' | 'income'
  /** In one line: what follows. */
  readonly result: string
  /** From what it follows. */
  readonly grounds: readonly string[]
}

function useResultWords(form: AdviceForm): readonly ResultWords[] {
  const urgency = useUrgencyWords(form)
  const wealth = useWealthWords(form)
  const income = useIncomeWords(form)
  return [urgency, wealth, income]
}

function useUrgencyWords({ advice, wrongParts }: AdviceForm): ResultWords {
  const { t } = useTranslation()
  const format = useFormat()
  const part = 'urgency'
  if (wrongParts.has(part)) return { part, result: t('advice:result.correct'), grounds: [] }
  const { level, grounds, housingCostPercent } = advice.urgency
  const costs =
    housingCostPercent === null
      ? []
      : [t('advice:result.costs', { percent: format.number(Math.round(housingCostPercent * 100) / 100) })]
  if (level === null) return { part, result: t('advice:result.noGround'), grounds: costs }
  return {
    part,
    result: t(`advice:level.${level}`),
    grounds: [
      ...grounds.map(({ ground, how }) =>
        how === 'told'
          ? t(`advice:ground.${ground}`)
          : t('advice:result.calculated', { ground: t(`advice:ground.${ground}`) }),
      ),
      ...costs,
      t(level === 1 ? 'advice:result.housed' : 'advice:result.chances', { percent: housedOfLevel1Percent }),
    ],
  }
}

function useWealthWords({ advice, figures, wrongParts }: AdviceForm): ResultWords {
  const { t } = useTranslation()
  const format = useFormat()
  const part = 'wealth'
  if (wrongParts.has(part)) return { part, result: t('advice:result.correct'), grounds: [] }
  const { netCents, limit, overCents } = advice.wealth
  const net = netCents === null ? [] : [t('advice:result.net', { amount: format.euros(netCents) })]
  if (!limit.ok) {
    const latest = wealthLimitPeriods.at(-1)
    const result = t(`advice:noLimit.${limit.refusal}`)
    const published =
      limit.refusal === 'noFigureForDay' && latest
        ? [t('advice:result.latest', { from: format.day(latest.from), until: format.day(latest.until) })]
        : []
    return { part, result, grounds: [...net, ...published] }
  }
  const { cents, from, until } = limit.value
  const limitText = t('advice:result.limit', {
    count: figures.people ?? 0,
    amount: format.euros(cents),
    from: format.day(from),
    until: format.day(until),
  })
  if (overCents === null) return { part, result: limitText, grounds: [] }
  const amount = format.euros(Math.abs(overCents))
  if (overCents > 0)
    return {
      part,
      result: t('advice:result.over', { amount }),
      grounds: [...net, limitText, t('advice:result.overRule')],
    }
  const result = overCents === 0 ? t('advice:result.equal') : t('advice:result.under', { amount })
  return { part, result, grounds: [...net, limitText] }
}

function useIncomeWords({ advice, wrongParts }: AdviceForm): ResultWords {
  const { t } = useTranslation()
  const format = useFormat()
  const part = 'income'
  if (wrongParts.has(part)) return { part, result: t('advice:result.correct'), grounds: [] }
  const { lines, notCounted, totalCents } = advice.income
  const told = lines
    .filter(({ per }) => per === 'year')
    .map(({ item, monthlyCents }) =>
      t('advice:result.twelfth', { item: t(`advice:income.${item}`), amount: format.euros(monthlyCents) }),
    )
  return {
    part,
    result:
      totalCents === null
        ? t('advice:result.noIncome')
        : t('advice:result.total', { amount: format.euros(totalCents) }),
    grounds: [
      ...told,
      ...(notCounted.length > 0 ? [t('advice:result.notCounted', { count: notCounted.length })] : []),
      t('advice:result.noIncomeLimit'),
    ],
  }
}
