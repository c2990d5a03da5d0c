import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StrandedAppointment, TimetableView } from '#shared/contract/timetable'
import { helsinkiDay } from '#shared/rules/localDay'
import { weekOn } from '#shared/rules/visitHours'
import type { DatedWeek } from '#shared/rules/visitTimetable'
import { useDraftKeys } from '../../app/drafts'
import { useFormat } from '../../app/format'
import { useMay } from '../../app/session'
import { deskNow } from '../../app/useNow'
import { ErrorText } from '../../components/ErrorText'
import { Section } from '../../components/Section'
import { RemoveButton } from './RemoveButton'
import { WeekForm, weekDraftKey } from './WeekForm'
import { WeekTable } from './WeekTable'

interface WeeksSectionProps {
  readonly timetable: TimetableView
  readonly stranded: readonly StrandedAppointment[]
}

/** The week that holds now, and those that are to come. */
export function WeeksSection({ timetable, stranded }: WeeksSectionProps) {
  const { t } = useTranslation()
  const { day } = useFormat()
  const may = useMay()
  const changes = may('lead', 'administrator')
  const today = helsinkiDay(deskNow())
  const current = weekOn(today, timetable.weeks)
  const coming = timetable.weeks.filter(({ fromOn }) => fromOn !== null && fromOn > today)
  const begun = useDraftKeys().includes(weekDraftKey)
  const [base, setBase] = useState<DatedWeek | null>(null)
  const [error, setError] = useState<unknown>(null)
  const formBase = base ?? (begun ? current : undefined)
  if (formBase !== undefined && changes) {
    return (
      <Section title={t('timetable:week.form')}>
        <WeekForm
          timetable={timetable}
          stranded={stranded}
          base={formBase}
          onClose={() => {
            setBase(null)
            // The button that opened the form has the focus again.
            setTimeout(() => document.getElementById('change-week')?.focus())
          }}
        />
      </Section>
    )
  }
  return (
    <Section
      title={t('timetable:week.title')}
      actions={
        changes &&
        current && (
          <Button id="change-week" variant="outlined" onClick={() => setBase(current)}>
            {t('timetable:week.change')}
          </Button>
        )
      }
    >
      <ErrorText error={error} />
      {current && (
        <>
          <Typography variant="h3">
            {current.fromOn === null
              ? t('timetable:week.now')
              : t('timetable:week.nowSince', { day: day(current.fromOn) })}
          </Typography>
          <WeekTable hours={current.hours} label={t('timetable:week.now')} />
        </>
      )}
      {coming.map((week) => (
        <Box key={week.fromOn} sx={{ mt: 2 }}>
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <Typography variant="h3" sx={{ flex: 1 }}>
              {t('timetable:week.from', { day: day(week.fromOn ?? '') })}
            </Typography>
            {changes && (
              <>
                <Button size="small" onClick={() => setBase(week)}>
                  {t('timetable:action.change')}
                </Button>
                <RemoveButton
                  label={t('timetable:week.remove', { day: day(week.fromOn ?? '') })}
                  question={t('timetable:week.removeQuestion', { day: day(week.fromOn ?? '') })}
                  version={timetable.version}
                  change={{ kind: 'withoutWeek', fromOn: week.fromOn ?? '' }}
                  stranded={stranded}
                  focusAfter="change-week"
                  onError={setError}
                />
              </>
            )}
          </Box>
          <WeekTable hours={week.hours} label={t('timetable:week.from', { day: day(week.fromOn ?? '') })} />
        </Box>
      ))}
    </Section>
  )
}
