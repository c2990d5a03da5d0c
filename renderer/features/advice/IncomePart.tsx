import Box from '@mui/material/Box'
import NativeSelect from '@mui/material/NativeSelect'
import OutlinedInput from '@mui/material/OutlinedInput'
import Typography from '@mui/material/Typography'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { type CountedIncome, countedIncome, notIncome } from '#shared/rules/income'
import { Section } from '../../components/Section'
import { AmountField } from './AmountField'
import { Source } from './Source'
import { Ticks } from './Ticks'
import type { AdviceForm } from './useAdvice'

/** Gross income item by item, and what is none. */
export function IncomePart({ form }: { readonly form: AdviceForm }) {
  const { t } = useTranslation()
  const { values, set } = form
  return (
    <Section title={t('advice:part.income')}>
      <Typography sx={{ fontWeight: 600 }} id="advice-counted">
        {t('advice:incomeRule.counted')}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {t('advice:hint.income')}
      </Typography>
      <Box
        role="group"
        aria-labelledby="advice-counted"
        sx={{
          display: 'grid',
          gridTemplateColumns: 'minmax(0, 1fr) minmax(90px, 150px) minmax(90px, 150px)',
          columnGap: 2,
          rowGap: 0.5,
          alignItems: 'start',
          mb: 2,
        }}
      >
        {countedIncome.map((item) => (
          <Fragment key={item}>
            <Box sx={{ pt: 1 }}>{t(`advice:income.${item}`)}</Box>
            <AmountField
              form={form}
              field={`income-${item}`}
              value={values.incomes[item] ?? ''}
              onType={(text) => set({ incomes: { ...values.incomes, [item]: text } })}
            />
            <Per form={form} item={item} />
          </Fragment>
        ))}
      </Box>
      <Ticks
        label={t('advice:incomeRule.notCounted')}
        names={notIncome}
        chosen={values.notIncome}
        words={(item) => t(`advice:notIncome.${item}`)}
        onChange={(chosen) => set({ notIncome: chosen })}
      />
      <Source>{t('advice:incomeRule.supports')}</Source>
    </Section>
  )
}

/** Whether an amount is a month's or a year's; asked once there is one, in a place that is kept for it. */
function Per({ form, item }: { readonly form: AdviceForm; readonly item: CountedIncome }) {
  const { t } = useTranslation()
  const { yearly, incomes } = form.values
  if ((incomes[item] ?? '').trim() === '') return <span />
  return (
    <NativeSelect
      value={yearly.includes(item) ? 'year' : 'month'}
      input={<OutlinedInput size="small" />}
      inputProps={{ 'aria-label': t('advice:per.label', { item: t(`advice:income.${item}`) }) }}
      onChange={(event) => {
        const others = yearly.filter((each) => each !== item)
        form.set({ yearly: event.target.value === 'year' ? [...others, item] : others })
      }}
    >
      <option value="month">{t('advice:per.month')}</option>
      <option value="year">{t('advice:per.year')}</option>
    </NativeSelect>
  )
}
