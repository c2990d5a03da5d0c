import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { dearHousingPercent, urgencyGroundLevels, urgencyGrounds } from '#shared/rules/urgency'
import { TextInput } from '../../components/FormField'
import { Section } from '../../components/Section'
import { Source } from './Source'
import { Ticks } from './Ticks'
import { type AdviceForm, idOf } from './useAdvice'

const levels = [1, 2, 3] as const

/** The grounds by their levels, and the two figures that some of them follow from. */
export function UrgencyPart({ form }: { readonly form: AdviceForm }) {
  const { t } = useTranslation()
  const { values, set } = form
  return (
    <Section title={t('advice:part.urgency')}>
      {levels.map((level) => (
        <Ticks
          key={level}
          label={t(`advice:level.${level}`)}
          names={urgencyGrounds.filter((ground) => urgencyGroundLevels[ground] === level)}
          chosen={values.grounds}
          words={(ground) => t(`advice:ground.${ground}`)}
          onChange={(grounds) => set({ grounds })}
        />
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3 }}>
        {(['rooms', 'housingCosts'] as const).map((field) => (
          <Box key={field} sx={{ flex: '1 1 240px' }}>
            <TextInput
              id={idOf(field)}
              label={form.label(field)}
              hint={t(`advice:hint.${field}`, { percent: dearHousingPercent })}
              error={form.problem(field)}
              optional
              value={values[field]}
              width={160}
              inputMode={field === 'rooms' ? 'numeric' : 'decimal'}
              maxLength={60}
              autoComplete="off"
              onBlur={() => form.leave(field)}
              onChange={(event) => set({ [field]: event.target.value })}
            />
          </Box>
        ))}
      </Box>
      <Source>{t('advice:urgency.examples')}</Source>
    </Section>
  )
}
