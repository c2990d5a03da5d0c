import EditIcon from '@mui/icons-material/EditOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StrandedAppointment, TimetableView } from '#shared/contract/timetable'
import { helsinkiDay } from '#shared/rules/localDay'
import type { ExceptionalDay } from '#shared/rules/visitTimetable'
import { useDraftKeys } from '../../app/drafts'
import { noonOf, useFormat } from '../../app/format'
import { useMay } from '../../app/session'
import { deskNow } from '../../app/useNow'
import { ErrorText } from '../../components/ErrorText'
import { Section } from '../../components/Section'
import { DayForm, dayDraftKey } from './DayForm'
import { RemoveButton } from './RemoveButton'
import { usePeriodWords } from './usePeriodWords'

interface ExceptionsSectionProps {
  readonly timetable: TimetableView
  readonly stranded: readonly StrandedAppointment[]
}

/** The days unlike their weekday, those to come first. */
export function ExceptionsSection({ timetable, stranded }: ExceptionsSectionProps) {
  const { t } = useTranslation()
  const may = useMay()
  const changes = may('lead', 'administrator')
  const begun = useDraftKeys().includes(dayDraftKey)
  const [form, setForm] = useState<{ readonly base: ExceptionalDay | null } | null>(null)
  const [past, setPast] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const today = helsinkiDay(deskNow())
  const coming = timetable.exceptions.filter(({ day }) => day >= today)
  const gone = timetable.exceptions.filter(({ day }) => day < today).toReversed()
  const shownForm = form ?? (begun ? { base: null } : null)
  return (
    <Section
      title={t('timetable:exception.title')}
      actions={
        changes &&
        shownForm === null && (
          <Button id="add-exception" variant="outlined" onClick={() => setForm({ base: null })}>
            {t('timetable:exception.add')}
          </Button>
        )
      }
    >
      {shownForm !== null && changes && (
        <Box sx={{ mb: 2, pb: 2, borderBottom: 1, borderColor: 'divider' }}>
          <DayForm
            key={shownForm.base?.day ?? ''}
            timetable={timetable}
            stranded={stranded}
            base={shownForm.base}
            onClose={() => {
              setForm(null)
              setTimeout(() => document.getElementById('add-exception')?.focus())
            }}
          />
        </Box>
      )}
      <ErrorText error={error} />
      {coming.length === 0 && <Typography color="textSecondary">{t('timetable:exception.none')}</Typography>}
      <DayList
        days={coming}
        actions={(each) =>
          changes &&
          shownForm === null && (
            <ExceptionActions
              each={each}
              version={timetable.version}
              stranded={stranded}
              onChange={() => setForm({ base: each })}
              onError={setError}
            />
          )
        }
      />
      {gone.length > 0 && (
        <>
          <Button size="small" aria-expanded={past} onClick={() => setPast(!past)}>
            {past
              ? t('timetable:exception.hidePast')
              : t('timetable:exception.showPast', { count: gone.length })}
          </Button>
          {past && <DayList days={gone} />}
        </>
      )}
    </Section>
  )
}

interface DayListProps {
  readonly days: readonly ExceptionalDay[]
  readonly actions?: (day: ExceptionalDay) => ReactNode
}

function DayList({ days, actions }: DayListProps) {
  const { t } = useTranslation()
  const { day: dayText, weekday } = useFormat()
  const words = usePeriodWords()
  if (days.length === 0) return null
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {days.map((each) => (
        <Box
          component="li"
          key={each.day}
          sx={{ display: 'flex', gap: 1, py: 0.5, borderTop: 1, borderColor: 'divider' }}
        >
          <Box sx={{ width: 130, fontWeight: 600 }}>
            {weekday(noonOf(each.day))} {dayText(each.day)}
          </Box>
          <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
            {each.periods.length === 0
              ? t('timetable:period.none')
              : each.periods.map((period) => <div key={period.from}>{words.period(period)}</div>)}
            <Typography variant="body2" color="textSecondary">
              {each.note}
            </Typography>
          </Box>
          {actions?.(each)}
        </Box>
      ))}
    </Box>
  )
}

interface ExceptionActionsProps {
  readonly each: ExceptionalDay
  readonly version: number
  readonly stranded: readonly StrandedAppointment[]
  readonly onChange: () => void
  readonly onError: (error: unknown) => void
}

function ExceptionActions({ each, version, stranded, onChange, onError }: ExceptionActionsProps) {
  const { t } = useTranslation()
  const { day } = useFormat()
  return (
    <Box sx={{ flex: 'none' }}>
      <IconButton aria-label={t('timetable:exception.change', { day: day(each.day) })} onClick={onChange}>
        <EditIcon fontSize="small" />
      </IconButton>
      <RemoveButton
        label={t('timetable:exception.remove', { day: day(each.day) })}
        question={t('timetable:exception.removeQuestion', { day: day(each.day) })}
        version={version}
        change={{ kind: 'withoutDay', day: each.day }}
        stranded={stranded}
        focusAfter="add-exception"
        onError={onError}
      />
    </Box>
  )
}
