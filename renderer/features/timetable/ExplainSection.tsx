import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { skipToken, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskClient } from '#shared/contract/index'
import { parseFinnishDay } from '#shared/rules/localDay'
import { arrangedOtherwise, visitReasons } from '#shared/rules/visitReasons'
import { type VisitTeam, visitTeams } from '#shared/rules/visitTimetable'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { SelectInput, TextInput } from '../../components/FormField'
import { Section } from '../../components/Section'
import { useLeft } from '../../components/useLeft'
import { Explanation } from './Explanation'
import { readTime } from './times'

const reasons = [...visitReasons, ...arrangedOtherwise]

type Asked = Parameters<DeskClient['timetable']['explain']>[0]

interface Typed {
  readonly day: string
  readonly time: string
  readonly reason: (typeof reasons)[number]
  readonly team: VisitTeam
}

/** Why a time is not offered: asked with a day, a time and what the visit is about. */
export function ExplainSection() {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<Typed>({
    day: '',
    time: '',
    reason: 'portalIdentification',
    team: 'service',
  })
  // Asked again by itself when the timetable or the bookings change.
  const [asked, setAsked] = useState<Asked | null>(null)
  const explain = useQuery(api.timetable.explain.queryOptions({ input: asked ?? skipToken }))
  const day = parseFinnishDay(typed.day)
  const time = readTime(typed.time)
  const problems = {
    day: day === null ? t('timetable:problem.dayFormat') : undefined,
    time: time === null || time === '24:00' ? t('timetable:problem.timeFormat') : undefined,
  }
  const fields = useLeft(
    (['day', 'time'] as const).flatMap((field) =>
      problems[field] === undefined ? [] : [{ id: `explain-${field}`, text: problems[field] }],
    ),
  )
  const set = (part: Partial<Typed>) => {
    setTyped({ ...typed, ...part })
    setAsked(null)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!fields.tried() || day === null || time === null) {
      document.getElementById(day === null ? 'explain-day' : 'explain-time')?.focus()
      return
    }
    setAsked({ day, time, reason: typed.reason, team: typed.team })
  }
  return (
    <Section title={t('timetable:explain.title')}>
      <Box component="form" noValidate aria-label={t('timetable:explain.title')} onSubmit={submit}>
        <Box sx={{ display: 'flex', gap: 2, '& > *': { flex: 1 } }}>
          <TextInput
            id="explain-day"
            label={t('timetable:explain.day')}
            hint={t('timetable:explain.dayExample')}
            value={typed.day}
            maxLength={10}
            autoComplete="off"
            error={fields.isLeft('explain-day') ? problems.day : undefined}
            onChange={({ target }) => set({ day: target.value })}
            onBlur={() => typed.day !== '' && fields.leave('explain-day')}
          />
          <TextInput
            id="explain-time"
            label={t('timetable:explain.time')}
            hint={t('timetable:explain.timeExample')}
            value={typed.time}
            maxLength={5}
            autoComplete="off"
            error={fields.isLeft('explain-time') ? problems.time : undefined}
            onChange={({ target }) => set({ time: target.value })}
            onBlur={() => typed.time !== '' && fields.leave('explain-time')}
          />
        </Box>
        <SelectInput
          id="explain-reason"
          label={t('timetable:explain.reason')}
          value={typed.reason}
          onChange={({ target }) =>
            set({ reason: reasons.find((each) => each === target.value) ?? typed.reason })
          }
          options={reasons.map((value) => ({ value, text: t(`appointments:reason.${value}`) }))}
        />
        <SelectInput
          id="explain-team"
          label={t('timetable:explain.team')}
          value={typed.team}
          onChange={({ target }) =>
            set({ team: visitTeams.find((each) => each === target.value) ?? typed.team })
          }
          options={visitTeams.map((value) => ({ value, text: t(`timetable:team.${value}`) }))}
        />
        <Button type="submit" variant="contained" loading={asked !== null && explain.isPending}>
          {t('timetable:explain.ask')}
        </Button>
      </Box>
      <Box role="status" sx={{ mt: 2 }}>
        <ErrorText error={explain.error} />
        {explain.data && asked && <Explanation answer={explain.data} asked={asked} />}
      </Box>
    </Section>
  )
}
