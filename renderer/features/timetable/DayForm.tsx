import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StrandedAppointment, TimetableView } from '#shared/contract/timetable'
import { helsinkiDay, parseFinnishDay } from '#shared/rules/localDay'
import type { ExceptionalDay } from '#shared/rules/visitTimetable'
import { useDraft } from '../../app/drafts'
import { isNamed } from '../../app/errors'
import { useFormat } from '../../app/format'
import { deskNow } from '../../app/useNow'
import { ChangedMeanwhile } from '../../components/ChangedMeanwhile'
import { FieldGroup, TextInput } from '../../components/FormField'
import type { Kept } from '../../components/threeWay'
import { useLeft } from '../../components/useLeft'
import { useTogether } from '../../components/useTogether'
import { ChangeForm } from './ChangeForm'
import { type DayValues, dayComparing, dayIn, newDay } from './dayForm'
import { PeriodRows, periodFieldId } from './PeriodRows'
import { nextPeriod, periodIssues, periodsOf } from './periods'
import { TypedPeriods } from './TypedPeriods'
import { typedDay } from './times'
import { usePeriodWords } from './usePeriodWords'
import { useTimetableChange } from './useTimetableChange'

interface Typed {
  /** A day that was none when the form was opened; of one that is changed the day stays. */
  readonly isNew: boolean
  readonly day: string
  /** The exceptional days that there were when the form was opened. */
  readonly before: readonly ExceptionalDay[]
  readonly kept: Omit<Kept<DayValues>, 'base'>
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
  const today = helsinkiDay(deskNow())
  const { desks } = timetable.rules
  const [opened] = useState(
    (): Typed => ({
      isNew: base === null,
      day: base === null ? '' : typedDay(base.day),
      before: timetable.exceptions.filter((each) => each.day >= today),
      kept: { values: dayIn(timetable.exceptions, base?.day ?? null, language) ?? newDay, chosen: {} },
    }),
  )
  const draft = useDraft<Typed | null>(dayDraftKey, null)
  const typed = draft.value ?? opened
  const close = () => {
    draft.clear()
    onClose()
  }
  const change = useTimetableChange({ known: stranded, onSaved: close })
  const set = (part: Partial<Typed>) => {
    draft.set({ ...typed, ...part })
    change.reset()
  }

  const day = parseFinnishDay(typed.day)
  const now = dayIn(timetable.exceptions, day, language)
  const was = dayIn(typed.before, day, language)
  // That a day is gone again on which a new one is typed, is nothing to ask about.
  const before = typed.isNew && now === null ? null : was
  const together = useTogether({
    kept: draft.value && { ...typed.kept, base: before },
    keep: ({ base: _, ...kept }) => set({ kept }),
    opened: { base: before, values: typed.kept.values },
    now,
    comparing: dayComparing,
    saving: change.busy,
  })
  const { hours, note } = together.values
  const { closed, periods } = hours
  const refusedDay = isNamed(change.error, 'dayPast')
  const dayProblem =
    day === null
      ? t('timetable:problem.dayFormat')
      : day < today || refusedDay
        ? t('refusals:dayPast')
        : undefined
  const noteProblem = note.trim() === '' ? t('timetable:problem.noteMissing') : undefined
  const issues = closed ? [] : periodIssues(periods, desks)
  const noHours = !closed && periods.length === 0
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
      toldMeanwhile={together.shown}
      meanwhile={
        <ChangedMeanwhile
          together={together}
          refused={change.refused}
          label={(field) =>
            field === 'note' ? t('timetable:exception.note') : t('timetable:exception.kind')
          }
          show={(field, values) =>
            field === 'note' ? (
              values.note
            ) : (
              <TypedPeriods periods={values.hours.closed ? [] : values.hours.periods} />
            )
          }
        />
      }
      dirty={draft.dirty}
      onClose={close}
      onSubmit={() => {
        if (together.givenUp) close()
        else if (fields.tried() && day !== null && together.settled()) {
          const open = closed ? [] : periodsOf(periods)
          change.submit(timetable.version, { kind: 'day', day, periods: open, note: note.trim() })
        }
      }}
    >
      <TextInput
        id="exception-day"
        label={t('timetable:exception.day')}
        hint={
          !typed.isNew
            ? t('timetable:exception.dayStays')
            : exists
              ? t('timetable:exception.exists')
              : t('timetable:exception.dayHint')
        }
        value={typed.day}
        width={160}
        maxLength={10}
        autoComplete="off"
        autoFocus={typed.isNew}
        readOnly={!typed.isNew}
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
          value={closed ? 'closed' : 'open'}
          onChange={(_, value) =>
            together.set({
              hours: {
                closed: value === 'closed',
                periods: value === 'open' && periods.length === 0 ? [nextPeriod([], desks)] : periods,
              },
            })
          }
        >
          <FormControlLabel value="closed" control={<Radio />} label={t('timetable:exception.closed')} />
          <FormControlLabel value="open" control={<Radio />} label={t('timetable:exception.open')} />
        </RadioGroup>
      </FieldGroup>
      {!closed && (
        <Box sx={{ mb: 2 }}>
          <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
            {t('timetable:period.hint', { count: desks })}
          </Typography>
          <PeriodRows
            id="exception-hours"
            name={t('timetable:exception.hours')}
            periods={periods}
            issues={issues.filter((issue) => fields.isLeft(periodFieldId('exception-hours', issue)))}
            desks={desks}
            onChange={(changed) => together.set({ hours: { closed, periods: changed } })}
            onLeave={fields.leave}
          />
        </Box>
      )}
      <TextInput
        id="exception-note"
        label={t('timetable:exception.note')}
        hint={t('timetable:exception.noteHint')}
        value={note}
        maxLength={200}
        autoComplete="off"
        autoFocus={!typed.isNew}
        error={fields.isLeft('exception-note') ? noteProblem : undefined}
        onChange={({ target }) => together.set({ note: target.value })}
        onBlur={() => fields.leave('exception-note')}
      />
    </ChangeForm>
  )
}
