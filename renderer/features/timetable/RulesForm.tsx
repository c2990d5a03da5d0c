import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StrandedAppointment, TimetableView } from '#shared/contract/timetable'
import { eveClosures } from '#shared/rules/holidayNames'
import { visitReasons } from '#shared/rules/visitReasons'
import { useDraft } from '../../app/drafts'
import { errorName } from '../../app/errors'
import { useFormat } from '../../app/format'
import { ChangedMeanwhile } from '../../components/ChangedMeanwhile'
import { FieldGroup, SelectInput, TextInput } from '../../components/FormField'
import type { Kept } from '../../components/threeWay'
import { useLeft } from '../../components/useLeft'
import { useTogether } from '../../components/useTogether'
import { ChangeForm } from './ChangeForm'
import { PeriodRows, periodFieldId } from './PeriodRows'
import { byWeekday, periodIssues, weekdays } from './periods'
import {
  fromValues,
  lengths,
  type NumberField,
  numberFields,
  partOf,
  type RuleField,
  type RuleValues,
  ruleComparing,
  rulesOf,
  ruleValues,
  typedRules,
  wrongNumbers,
} from './rulesForm'
import { TypedPeriods } from './TypedPeriods'
import { usePeriodWords } from './usePeriodWords'
import { useTimetableChange } from './useTimetableChange'

export const rulesDraftKey = 'timetable-rules'

interface RulesFormProps {
  readonly timetable: TimetableView
  readonly stranded: readonly StrandedAppointment[]
  readonly onClose: () => void
}

/** The lead's choices about visits. */
export function RulesForm({ timetable, stranded, onClose }: RulesFormProps) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const words = usePeriodWords()
  const now = ruleValues(typedRules(timetable.rules, language))
  const [opened] = useState(now)
  const draft = useDraft<Kept<RuleValues> | null>(rulesDraftKey, null)
  const close = () => {
    draft.clear()
    onClose()
  }
  const change = useTimetableChange({ known: stranded, onSaved: close })
  const together = useTogether({
    kept: draft.value,
    keep: draft.set,
    opened: { base: opened, values: opened },
    now,
    comparing: ruleComparing,
    saving: change.busy,
  })
  const typed = fromValues(together.values)
  const set = (part: Partial<RuleValues>) => {
    together.set(part)
    change.reset()
  }

  const wrong = wrongNumbers(typed)
  const tooFewDesks =
    change.error !== null && errorName(change.error).name === 'moreDesksThanThere'
      ? t('timetable:problem.desksInUse')
      : undefined
  const numberProblem = (field: NumberField) => {
    if (field === 'desks' && tooFewDesks !== undefined) return tooFewDesks
    const [min, max] = numberFields[field]
    return wrong.includes(field) ? t('timetable:problem.numberBetween', { min, max }) : undefined
  }
  const issues = byWeekday((day) => periodIssues(typed.asOyWeek[day], 1))
  const found = [
    ...wrong.map((field) => ({
      id: `rules-${field}`,
      text: `${t(`timetable:rules.${field}`)}: ${numberProblem(field)}`,
    })),
    ...weekdays.flatMap((day) =>
      issues[day].map((issue) => ({
        id: periodFieldId(`asoy-${day}`, issue),
        text: `${t(`timetable:weekday.${day}`)}: ${words.problem(issue.problem)}`,
      })),
    ),
  ]
  const fields = useLeft(found)
  const number = (field: NumberField) => (
    <TextInput
      id={`rules-${field}`}
      label={t(`timetable:rules.${field}`)}
      hint={t(`timetable:rulesHint.${field}`)}
      value={typed[field]}
      inputMode="numeric"
      maxLength={3}
      width={100}
      error={fields.isLeft(`rules-${field}`) || tooFewDesks !== undefined ? numberProblem(field) : undefined}
      onChange={({ target }) => set({ [field]: target.value })}
      onBlur={() => fields.leave(`rules-${field}`)}
    />
  )
  const label = (field: RuleField) => {
    const { reason, day } = partOf(field)
    if (reason) return `${t('timetable:rules.minutes')}: ${t(`appointments:reason.${reason}`)}`
    if (day) return `${t('timetable:rules.asOyWeek')}: ${t(`timetable:weekday.${day}`)}`
    return t(`timetable:rules.${field as NumberField | 'closedEves'}`)
  }
  const shown = (field: RuleField, values: RuleValues) => {
    const { reason, day } = partOf(field)
    if (reason) return t('timetable:rules.length', { count: Number(values[`minutes-${reason}`]) })
    if (day) return <TypedPeriods periods={values[`asoy-${day}`]} spansOnly />
    if (field !== 'closedEves') return String(values[field])
    return (
      values.closedEves.map((eve) => t(`system:holiday.${eve}`)).join(', ') || t('timetable:rules.noEves')
    )
  }
  const offered = (minutes: string) =>
    [...new Set([...lengths, Number(minutes)])].toSorted((a, b) => a - b).map(String)
  return (
    <ChangeForm
      label={t('timetable:rules.form')}
      change={change}
      items={
        tooFewDesks === undefined
          ? fields.items
          : [{ id: 'rules-desks', text: `${t('timetable:rules.desks')}: ${tooFewDesks}` }]
      }
      attempt={fields.attempt}
      toldMeanwhile={together.shown}
      meanwhile={<ChangedMeanwhile together={together} refused={change.refused} label={label} show={shown} />}
      dirty={draft.dirty}
      onClose={close}
      onSubmit={() => {
        if (fields.tried() && together.settled())
          change.submit(timetable.version, { kind: 'rules', rules: rulesOf(typed) })
      }}
    >
      <FieldGroup label={t('timetable:rules.minutes')} hint={t('timetable:rulesHint.minutes')}>
        <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', columnGap: 2, mt: 1 }}>
          {visitReasons.map((reason) => (
            <SelectInput
              key={reason}
              id={`rules-minutes-${reason}`}
              label={t(`appointments:reason.${reason}`)}
              value={typed.minutes[reason]}
              width={140}
              onChange={({ target }) => set({ [`minutes-${reason}`]: target.value })}
              options={offered(typed.minutes[reason]).map((value) => ({
                value,
                text: t('timetable:rules.length', { count: Number(value) }),
              }))}
            />
          ))}
        </Box>
      </FieldGroup>
      <FieldGroup label={t('timetable:rules.closedEves')} hint={t('timetable:rulesHint.closedEves')}>
        {eveClosures.map((eve) => (
          <FormControlLabel
            key={eve}
            label={t(`system:holiday.${eve}`)}
            control={
              <Checkbox
                checked={typed.closedEves.includes(eve)}
                onChange={(_, on) =>
                  set({
                    closedEves: eveClosures.filter((each) =>
                      each === eve ? on : typed.closedEves.includes(each),
                    ),
                  })
                }
              />
            }
          />
        ))}
      </FieldGroup>
      {number('bookableDays')}
      {number('desks')}
      {number('reminderHours')}
      <FieldGroup label={t('timetable:rules.asOyWeek')} hint={t('timetable:rulesHint.asOyWeek')}>
        {weekdays.map((day) => (
          <Box
            key={day}
            role="group"
            aria-labelledby={`asoy-${day}-name`}
            sx={{
              display: 'grid',
              gridTemplateColumns: '110px 1fr',
              borderTop: 1,
              borderColor: 'divider',
              py: 0.75,
            }}
          >
            <Typography id={`asoy-${day}-name`} sx={{ lineHeight: '36px' }}>
              {t(`timetable:weekday.${day}`)}
            </Typography>
            <PeriodRows
              id={`asoy-${day}`}
              name={t(`timetable:weekday.${day}`)}
              periods={typed.asOyWeek[day]}
              issues={issues[day].filter((issue) => fields.isLeft(periodFieldId(`asoy-${day}`, issue)))}
              desks={null}
              onChange={(periods) => set({ [`asoy-${day}`]: periods })}
              onLeave={fields.leave}
            />
          </Box>
        ))}
      </FieldGroup>
    </ChangeForm>
  )
}
