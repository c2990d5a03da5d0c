import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StrandedAppointment, TimetableView } from '#shared/contract/timetable'
import { helsinkiDay, parseFinnishDay } from '#shared/rules/localDay'
import type { DatedWeek } from '#shared/rules/visitTimetable'
import { useDraft } from '../../app/drafts'
import { isNamed } from '../../app/errors'
import { useFormat } from '../../app/format'
import { deskNow } from '../../app/useNow'
import { ChangedMeanwhile } from '../../components/ChangedMeanwhile'
import { TextInput } from '../../components/FormField'
import type { Kept } from '../../components/threeWay'
import { useLeft } from '../../components/useLeft'
import { useTogether } from '../../components/useTogether'
import { ChangeForm } from './ChangeForm'
import { PeriodRows, periodFieldId } from './PeriodRows'
import { byWeekday, periodIssues, periodsOf, type TypedWeek, typedPeriods, weekdays } from './periods'
import { TypedPeriods } from './TypedPeriods'
import { typedDay } from './times'
import { usePeriodWords } from './usePeriodWords'
import { useTimetableChange } from './useTimetableChange'
import { weekComparing, weekNow } from './weekForm'

interface Typed {
  readonly fromOn: string
  /** The weeks that there were when the form was opened. */
  readonly weeks: readonly DatedWeek[]
  readonly kept: Kept<TypedWeek>
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
  const today = helsinkiDay(deskNow())
  const [opened] = useState((): Typed => {
    const week = byWeekday((day) => typedPeriods(base.hours[day], language))
    return {
      fromOn: base.fromOn !== null && base.fromOn > today ? typedDay(base.fromOn) : '',
      weeks: timetable.weeks,
      kept: { base: week, values: week, chosen: {} },
    }
  })
  const draft = useDraft<Typed | null>(weekDraftKey, null)
  const typed = draft.value ?? opened
  const { desks } = timetable.rules
  const close = () => {
    draft.clear()
    onClose()
  }
  const change = useTimetableChange({ known: stranded, onSaved: close })
  const set = (part: Partial<Typed>) => {
    draft.set({ ...typed, ...part })
    change.reset()
  }

  const fromOn = parseFinnishDay(typed.fromOn)
  const together = useTogether({
    kept: draft.value?.kept ?? null,
    keep: (kept) => set({ kept }),
    opened: opened.kept,
    now: weekNow(
      fromOn ?? base.fromOn ?? today,
      typed.kept.base ?? typed.kept.values,
      { before: typed.weeks, now: timetable.weeks },
      language,
    ),
    comparing: weekComparing,
    saving: change.busy,
  })
  const week = together.values
  const refusedDay = isNamed(change.error, 'dayPast')
  const dayProblem =
    fromOn === null
      ? t('timetable:problem.dayFormat')
      : fromOn < today || refusedDay
        ? t('refusals:dayPast')
        : undefined
  const issues = byWeekday((day) => periodIssues(week[day], desks))
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
  return (
    <ChangeForm
      label={t('timetable:week.form')}
      change={change}
      items={refusedDay ? found.slice(0, 1) : fields.items}
      attempt={fields.attempt}
      toldMeanwhile={together.shown}
      meanwhile={
        <ChangedMeanwhile
          together={together}
          refused={change.refused}
          label={(day) => t(`timetable:weekday.${day}`)}
          show={(day, hours) => <TypedPeriods periods={hours[day]} />}
        />
      }
      dirty={draft.dirty}
      onClose={close}
      onSubmit={() => {
        if (!fields.tried() || fromOn === null || !together.settled()) return
        const hours = byWeekday((day) => periodsOf(week[day]))
        change.submit(timetable.version, { kind: 'week', fromOn, hours })
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
            periods={week[day]}
            issues={issues[day].filter((issue) => fields.isLeft(periodFieldId(`week-${day}`, issue)))}
            desks={desks}
            onChange={(periods) => together.set({ [day]: periods })}
            onLeave={fields.leave}
          />
        </Box>
      ))}
    </ChangeForm>
  )
}
