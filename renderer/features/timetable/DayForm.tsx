import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { StrandedAppointment, TimetableView } from '#shared/contract/timetable'
import { helsinkiDay, parseFinnishDay } from '#shared/rules/localDay'
import type { ExceptionalDay } from '#shared/rules/visitTimetable'
import { useDraft } from '../../app/drafts'
import { isNamed } from '../../app/errors'
import { useFormat } from '../../app/format'
import { FieldGroup, TextInput } from '../../components/FormField'
import { ChangeForm } from './ChangeForm'
import { PeriodRows, periodFieldId } from './PeriodRows'
import { nextPeriod, periodIssues, periodsOf, type TypedPeriod, typedPeriods } from './periods'
import { typedDay } from './times'
import { useLeft } from './useLeft'
import { usePeriodWords } from './usePeriodWords'
import { useTimetableChange } from './useTimetableChange'

interface Typed {
  readonly version: number
  readonly day: string
  readonly closed: boolean
  readonly periods: readonly TypedPeriod[]
  readonly note: string
}

export const dayDraftKey = 'timetable-day'

interface DayFormProps {
  readonly timetable: TimetableView
  readonly stranded: readonly StrandedAppointment[]
  /** The exceptional day that is changed; null for a new one. */
  readonly base: ExceptionalDay | null
  readonly onClose: () => void
}

/** A day unlike its weekday: closed, or with hours of its own. */
export function DayForm({ timetable, stranded, base, onClose }: DayFormProps) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const words = usePeriodWords()
  const today = helsinkiDay(new Date())
  const { desks } = timetable.rules
  const draft = useDraft<Typed>(dayDraftKey, {
    version: timetable.version,
    day: base === null ? '' : typedDay(base.day),
    closed: base === null || base.periods.length === 0,
    periods: base === null ? [] : typedPeriods(base.periods, language),
    note: base?.note ?? '',
  })
  const typed = draft.value
  const close = () => {
    draft.clear()
    onClose()
  }
  const change = useTimetableChange({
    known: stranded,
    onSaved: close,
    onMeanwhile: (version) => draft.set({ ...typed, version }),
  })
  const set = (part: Partial<Typed>) => {
    draft.set({ ...typed, ...part })
    change.reset()
  }

  const day = parseFinnishDay(typed.day)
  const refusedDay = isNamed(change.error, 'dayPast')
  const dayProblem =
    day === null
      ? t('timetable:problem.dayFormat')
      : day < today || refusedDay
        ? t('refusals:dayPast')
        : undefined
  const noteProblem = typed.note.trim() === '' ? t('timetable:problem.noteMissing') : undefined
  const issues = typed.closed ? [] : periodIssues(typed.periods, desks)
  const noHours = !typed.closed && typed.periods.length === 0
  const found = [
    ...(dayProblem === undefined ? [] : [{ id: 'exception-day', text: dayProblem }]),
    ...(noHours ? [{ id: 'exception-open', text: t('timetable:problem.hoursMissing') }] : []),
    ...issues.map((issue) => ({
      id: periodFieldId('exception-hours', issue),
      text: words.problem(issue.problem),
    })),
    ...(noteProblem === undefined ? [] : [{ id: 'exception-note', text: noteProblem }]),
  ]
  const fields = useLeft(found)
  const exists = timetable.exceptions.some((each) => each.day === day)
  return (
    <ChangeForm
      label={t('timetable:exception.form')}
      change={change}
      items={refusedDay ? found.slice(0, 1) : fields.items}
      attempt={fields.attempt}
      dirty={draft.dirty}
      onClose={close}
      onSubmit={() => {
        if (!fields.tried() || day === null) return
        const periods = typed.closed ? [] : periodsOf(typed.periods)
        change.submit(typed.version, { kind: 'day', day, periods, note: typed.note.trim() })
      }}
    >
      <TextInput
        id="exception-day"
        label={t('timetable:exception.day')}
        hint={
          base !== null
            ? t('timetable:exception.dayStays')
            : exists
              ? t('timetable:exception.exists')
              : t('timetable:exception.dayHint')
        }
        value={typed.day}
        width={160}
        maxLength={10}
        autoComplete="off"
        autoFocus={base === null}
        readOnly={base !== null}
        error={refusedDay || fields.isLeft('exception-day') ? dayProblem : undefined}
        onChange={({ target }) => set({ day: target.value })}
        onBlur={() => typed.day !== '' && fields.leave('exception-day')}
      />
      <FieldGroup
        id="exception-open"
        label={t('timetable:exception.kind')}
        error={noHours && fields.isLeft('exception-open') ? t('timetable:problem.hoursMissing') : undefined}
      >
        <RadioGroup
          row
          value={typed.closed ? 'closed' : 'open'}
          onChange={(_, value) =>
            set({
              closed: value === 'closed',
              periods:
                value === 'open' && typed.periods.length === 0 ? [nextPeriod([], desks)] : typed.periods,
            })
          }
        >
          <FormControlLabel value="closed" control={<Radio />} label={t('timetable:exception.closed')} />
          <FormControlLabel value="open" control={<Radio />} label={t('timetable:exception.open')} />
        </RadioGroup>
      </FieldGroup>
      {!typed.closed && (
        <Box sx={{ mb: 2 }}>
          <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
            {t('timetable:period.hint', { count: desks })}
          </Typography>
          <PeriodRows
            id="exception-hours"
            name={t('timetable:exception.hours')}
            periods={typed.periods}
            issues={issues.filter((issue) => fields.isLeft(periodFieldId('exception-hours', issue)))}
            desks={desks}
            onChange={(periods) => set({ periods })}
            onLeave={fields.leave}
          />
        </Box>
      )}
      <TextInput
        id="exception-note"
        label={t('timetable:exception.note')}
        hint={t('timetable:exception.noteHint')}
        value={typed.note}
        maxLength={200}
        autoComplete="off"
        autoFocus={base !== null}
        error={fields.isLeft('exception-note') ? noteProblem : undefined}
        onChange={({ target }) => set({ note: target.value })}
        onBlur={() => fields.leave('exception-note')}
      />
    </ChangeForm>
  )
}
