import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { StrandedAppointment, TimetableView } from '#shared/contract/timetable'
import { helsinkiDay, parseFinnishDay } from '#shared/rules/localDay'
import type { DatedWeek } from '#shared/rules/visitTimetable'
import { useDraft } from '../../app/drafts'
import { isNamed } from '../../app/errors'
import { useFormat } from '../../app/format'
import { TextInput } from '../../components/FormField'
import { ChangeForm } from './ChangeForm'
import { PeriodRows, periodFieldId } from './PeriodRows'
import { byWeekday, periodIssues, periodsOf, type TypedWeek, typedPeriods, weekdays } from './periods'
import { typedDay } from './times'
import { useLeft } from './useLeft'
import { usePeriodWords } from './usePeriodWords'
import { useTimetableChange } from './useTimetableChange'

interface Typed {
  readonly version: number
  readonly fromOn: string
  readonly week: TypedWeek
}

export const weekDraftKey = 'timetable-week'

interface WeekFormProps {
  readonly timetable: TimetableView
  readonly stranded: readonly StrandedAppointment[]
  /** The week that it begins from. */
  readonly base: DatedWeek
  readonly onClose: () => void
}

/** The hours of a week from a day on. */
export function WeekForm({ timetable, stranded, base, onClose }: WeekFormProps) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const words = usePeriodWords()
  const today = helsinkiDay(new Date())
  const draft = useDraft<Typed>(weekDraftKey, {
    version: timetable.version,
    fromOn: base.fromOn !== null && base.fromOn > today ? typedDay(base.fromOn) : '',
    week: byWeekday((day) => typedPeriods(base.hours[day], language)),
  })
  const typed = draft.value
  const { desks } = timetable.rules
  const close = () => {
    draft.clear()
    onClose()
  }
  const change = useTimetableChange({
    known: stranded,
    onSaved: close,
    onMeanwhile: (version) => draft.set({ ...typed, version }),
  })

  const fromOn = parseFinnishDay(typed.fromOn)
  const refusedDay = isNamed(change.error, 'dayPast')
  const dayProblem =
    fromOn === null
      ? t('timetable:problem.dayFormat')
      : fromOn < today || refusedDay
        ? t('refusals:dayPast')
        : undefined
  const issues = byWeekday((day) => periodIssues(typed.week[day], desks))
  const found = [
    ...(dayProblem === undefined
      ? []
      : [{ id: 'week-from', text: `${t('timetable:week.fromOn')}: ${dayProblem}` }]),
    ...weekdays.flatMap((day) =>
      issues[day].map((issue) => ({
        id: periodFieldId(`week-${day}`, issue),
        text: `${t(`timetable:weekday.${day}`)}: ${words.problem(issue.problem)}`,
      })),
    ),
  ]
  const fields = useLeft(found)
  const set = (part: Partial<Typed>) => {
    draft.set({ ...typed, ...part })
    change.reset()
  }
  return (
    <ChangeForm
      label={t('timetable:week.form')}
      change={change}
      items={refusedDay ? found.slice(0, 1) : fields.items}
      attempt={fields.attempt}
      dirty={draft.dirty}
      onClose={close}
      onSubmit={() => {
        if (!fields.tried() || fromOn === null) return
        const hours = byWeekday((day) => periodsOf(typed.week[day]))
        change.submit(typed.version, { kind: 'week', fromOn, hours })
      }}
    >
      <TextInput
        id="week-from"
        label={t('timetable:week.fromOn')}
        hint={t('timetable:week.fromOnHint')}
        value={typed.fromOn}
        width={160}
        maxLength={10}
        autoComplete="off"
        autoFocus
        error={refusedDay || fields.isLeft('week-from') ? dayProblem : undefined}
        onChange={({ target }) => set({ fromOn: target.value })}
        onBlur={() => typed.fromOn !== '' && fields.leave('week-from')}
      />
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {t('timetable:period.hint', { count: desks })}
      </Typography>
      {weekdays.map((day) => (
        <Box
          key={day}
          role="group"
          aria-labelledby={`week-${day}-name`}
          sx={{
            display: 'grid',
            gridTemplateColumns: '110px 1fr',
            borderTop: 1,
            borderColor: 'divider',
            py: 0.75,
          }}
        >
          <Typography id={`week-${day}-name`} sx={{ fontWeight: 600, lineHeight: '36px' }}>
            {t(`timetable:weekday.${day}`)}
          </Typography>
          <PeriodRows
            id={`week-${day}`}
            name={t(`timetable:weekday.${day}`)}
            periods={typed.week[day]}
            issues={issues[day].filter((issue) => fields.isLeft(periodFieldId(`week-${day}`, issue)))}
            desks={desks}
            onChange={(periods) => set({ week: { ...typed.week, [day]: periods } })}
            onLeave={fields.leave}
          />
        </Box>
      ))}
    </ChangeForm>
  )
}
