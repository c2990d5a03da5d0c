import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import FormHelperText from '@mui/material/FormHelperText'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, helsinkiDay, type LocalDay, mondayOf } from '#shared/rules/localDay'
import type { VisitReason } from '#shared/rules/visitReasons'
import type { VisitTeam } from '#shared/rules/visitTimetable'
import { api } from '../../app/client'
import { deskNow } from '../../app/useNow'
import { ErrorText } from '../../components/ErrorText'
import { announce } from '../../components/Live'
import { LinesSkeleton } from '../../components/Skeletons'
import { DayStrip } from './DayStrip'
import { DayTimes } from './DayTimes'
import { NextTimes } from './NextTimes'
import { useWhenText } from './whenText'

const week = 7

export interface TimeChooserProps {
  /** What an error summary links to. */
  readonly id: string
  readonly reason: VisitReason
  readonly team: VisitTeam
  readonly chosen: Date | null
  /** The desk that the chosen time is asked for; null or absent for any. */
  readonly lane?: number | null
  /** The time that a visit has which is being moved. */
  readonly present?: Date
  /** False while other buttons on the page have the keys of the next free times. Default true. */
  readonly keys?: boolean
  /** In a dialog: its single keys (1–6, M) work there, and only there. */
  readonly inDialog?: boolean
  /** What is wrong with the choice, in words. */
  readonly error?: string
  readonly onChoose: (startsAt: Date) => void
}

/**
 * Chooses a time for a visit: the next free ones, each on a key, and under them every day with all its times, those that
 * are not offered with why. Times that others take meanwhile are re-read by themselves.
 */
export function TimeChooser(props: TimeChooserProps) {
  const { id, reason, team, chosen, lane = null, present, inDialog = false, error, onChoose } = props
  const { keys = true } = props
  const { t } = useTranslation()
  const when = useWhenText()
  const choose = (startsAt: Date) => {
    announce(t('appointments:chooser.chosenNow', { when: when(startsAt) }))
    onChoose(startsAt)
  }
  return (
    <Box role="group" id={id} tabIndex={-1} aria-label={t('appointments:chooser.title')} sx={{ mb: 2 }}>
      <NextTimes
        key={`${team} ${reason}`}
        reason={reason}
        team={team}
        chosen={chosen}
        present={present ?? null}
        inDialog={inDialog}
        keys={keys}
        onChoose={choose}
      />
      <Days reason={reason} team={team} chosen={chosen} present={present} onChoose={choose} lane={lane} />
      <ChosenTime chosen={chosen} lane={lane} />
      {error !== undefined && (
        <FormHelperText error sx={{ mx: 0 }}>
          {error}
        </FormHelperText>
      )}
    </Box>
  )
}

/** The chosen time in words, and the desk when one was pointed at. */
export function ChosenTime({ chosen, lane }: { readonly chosen: Date | null; readonly lane: number | null }) {
  const { t } = useTranslation()
  const when = useWhenText()
  if (chosen === null)
    return <Typography color="text.secondary">{t('appointments:chooser.nothingChosen')}</Typography>
  return (
    <Typography sx={{ fontWeight: 600 }}>
      {lane !== null && lane > 0
        ? t('appointments:chooser.chosenDesk', { when: when(chosen), desk: lane })
        : t('appointments:chooser.chosen', { when: when(chosen) })}
    </Typography>
  )
}

type DaysProps = Required<Pick<TimeChooserProps, 'reason' | 'team' | 'chosen' | 'lane' | 'onChoose'>> &
  Pick<TimeChooserProps, 'present'>

/** A week of days, and the times of one of them. */
function Days({ reason, team, chosen, lane, present, onChoose }: DaysProps) {
  const { t } = useTranslation()
  const [looked, setLooked] = useState<LocalDay | null>(null)
  const next = useQuery(
    api.appointments.next.queryOptions({ input: { reason, team, after: null, limit: 6 } }),
  ).data?.times
  const today = helsinkiDay(deskNow())
  // The day that is looked at; otherwise that of the choice, of the visit as it is, or the first with something free.
  const at = chosen ?? present ?? next?.[0]?.startsAt
  const day = looked ?? (at === undefined ? today : helsinkiDay(at))
  const from = mondayOf(day)
  const query = useQuery(
    api.appointments.times.queryOptions({
      input: { from, days: week, reason, team },
      enabled: next !== undefined,
    }),
  )
  const days = query.data?.days
  const shown = days?.find((each) => each.day === day)
  const offer = shown?.times.find(({ startsAt }) => startsAt.getTime() === chosen?.getTime())
  const gone = offer !== undefined && offer.why !== null && chosen?.getTime() !== present?.getTime()
  return (
    <Box role="group" aria-label={t('appointments:chooser.otherDay')} sx={{ mb: 1 }}>
      <Typography component="p" variant="h3" sx={{ mb: 0.5 }}>
        {t('appointments:chooser.otherDay')}
      </Typography>
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      <DayStrip
        days={days}
        monday={from}
        day={day}
        today={today}
        onDay={setLooked}
        onWeek={(weeks) => setLooked(addDays(from, weeks * week))}
      />
      <Box sx={{ minHeight: 120, mt: 1 }}>
        {shown === undefined
          ? !query.isError && <LinesSkeleton lines={3} />
          : shown && (
              <DayTimes
                day={shown}
                team={team}
                chosen={chosen}
                present={present ?? null}
                onChoose={(startsAt) => {
                  setLooked(null)
                  onChoose(startsAt)
                }}
              />
            )}
      </Box>
      {gone && lane === null && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {t('appointments:book.timeGone', { why: t(`refusals:${offer.why}`) })}
        </Alert>
      )}
    </Box>
  )
}
