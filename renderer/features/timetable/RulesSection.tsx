import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StrandedAppointment, TimetableView } from '#shared/contract/timetable'
import { visitReasons } from '#shared/rules/visitReasons'
import { useDraftKeys } from '../../app/drafts'
import { useMay } from '../../app/session'
import { Facts, Section } from '../../components/Section'
import { weekdays } from './periods'
import { RulesForm, rulesDraftKey } from './RulesForm'
import { usePeriodWords } from './usePeriodWords'

interface RulesSectionProps {
  readonly timetable: TimetableView
  readonly stranded: readonly StrandedAppointment[]
}

/** The lead's choices about visits, and the way to change them. */
export function RulesSection({ timetable, stranded }: RulesSectionProps) {
  const { t } = useTranslation()
  const may = useMay()
  const changes = may('lead', 'administrator')
  const words = usePeriodWords()
  const begun = useDraftKeys().includes(rulesDraftKey)
  const [open, setOpen] = useState(false)
  const { rules } = timetable
  if ((open || begun) && changes) {
    return (
      <Section title={t('timetable:rules.form')}>
        <RulesForm
          timetable={timetable}
          stranded={stranded}
          onClose={() => {
            setOpen(false)
            setTimeout(() => document.getElementById('change-rules')?.focus())
          }}
        />
      </Section>
    )
  }
  return (
    <Section
      title={t('timetable:rules.title')}
      actions={
        changes && (
          <Button id="change-rules" variant="outlined" onClick={() => setOpen(true)}>
            {t('timetable:rules.change')}
          </Button>
        )
      }
    >
      <Box sx={{ '& dl': { gridTemplateColumns: '330px 1fr' } }}>
        <Facts
          rows={[
            { name: t('timetable:rules.desks'), value: rules.desks },
            { name: t('timetable:rules.bookableDays'), value: rules.bookableDays },
            {
              name: t('timetable:rules.reminder'),
              value:
                rules.reminderHours === 0
                  ? t('timetable:rules.noReminder')
                  : t('timetable:rules.reminderBefore', { count: rules.reminderHours }),
            },
            {
              name: t('timetable:rules.closedEves'),
              value:
                rules.closedEves.map((eve) => t(`system:holiday.${eve}`)).join(', ') ||
                t('timetable:rules.noEves'),
            },
          ]}
        />
        <Typography variant="h3" sx={{ mt: 2, mb: 0.5 }}>
          {t('timetable:rules.minutes')}
        </Typography>
        <Facts
          rows={visitReasons.map((reason) => ({
            name: t(`appointments:reason.${reason}`),
            value: t('timetable:rules.length', { count: rules.minutes[reason] }),
          }))}
        />
        <Typography variant="h3" sx={{ mt: 2, mb: 0.5 }}>
          {t('timetable:rules.asOyWeek')}
        </Typography>
        <Facts
          rows={weekdays
            .filter((day, index) => index < 5 || rules.asOyWeek[day].length > 0)
            .map((day) => ({
              name: t(`timetable:weekday.${day}`),
              value: rules.asOyWeek[day].map(words.span).join(', ') || t('timetable:period.none'),
            }))}
        />
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {t('timetable:rulesHint.asOyWeek')}
      </Typography>
    </Section>
  )
}
