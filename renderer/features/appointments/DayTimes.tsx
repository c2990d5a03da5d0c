import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { DeskClient } from '#shared/contract/index'
import type { VisitTeam } from '#shared/rules/visitTimetable'
import { noonOf, useFormat } from '../../app/format'
import { announce } from '../../components/Live'
import { moveByArrows } from './arrows'

type Times = Awaited<ReturnType<DeskClient['appointments']['times']>>
/** A day as the desk tells its hours and times. */
export type OfferedDay = Times['days'][number]
type OfferedTime = OfferedDay['times'][number]

interface DayTimesProps {
  readonly day: OfferedDay
  readonly team: VisitTeam
  readonly chosen: Date | null
  /** The time that the visit has now, when one is moved. */
  readonly present: Date | null
  readonly onChoose: (startsAt: Date) => void
}

/** A day's hours in words, and its times: each to be taken, or with why it is not offered. */
export function DayTimes({ day, team, chosen, present, onChoose }: DayTimesProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const noon = noonOf(day.day)
  const isChosen = ({ startsAt }: OfferedTime) => startsAt.getTime() === chosen?.getTime()
  const stop = day.times.find(isChosen) ?? day.times.find(({ why }) => why === null) ?? day.times[0]
  return (
    <>
      <Typography sx={{ mb: 0.5 }}>
        <strong>
          {t('appointments:chooser.timesOf', { weekday: format.weekdayLong(noon), day: format.day(day.day) })}
        </strong>{' '}
        {team === 'service' ? <Hours day={day} /> : <AsOyHours day={day} />}
      </Typography>
      <Box onKeyDown={moveByArrows} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
        {day.times.map((time) => (
          <TimeOfDay
            key={time.startsAt.getTime()}
            time={time}
            chosen={isChosen(time)}
            present={time.startsAt.getTime() === present?.getTime()}
            tabStop={time === stop}
            onChoose={onChoose}
          />
        ))}
      </Box>
    </>
  )
}

/** Why the day is closed, in words; nothing when it is not. */
function useClosedWords() {
  const { t } = useTranslation()
  return ({ closedBecause, holiday, note }: OfferedDay): string => {
    if (closedBecause === null) return ''
    return closedBecause === 'holiday' || closedBecause === 'eve'
      ? t('appointments:day.closedBecause.holiday', { holiday: t(`system:holiday.${holiday}`) })
      : t(`appointments:day.closedBecause.${closedBecause}`, { note })
  }
}

/** Why there is nothing to book on a day, and when it is open and how. */
function Hours({ day }: { readonly day: OfferedDay }) {
  const { t } = useTranslation()
  const format = useFormat()
  const closed = useClosedWords()
  const hours = day.periods.map(({ from, to, access }) =>
    t(`appointments:day.${access}`, { from: format.time(from), to: format.time(to) }),
  )
  return <>{[closed(day), hours.join(', ')].filter((text) => text !== '').join(' ')}</>
}

/** Why the As Oy team has no times on a day: what is told of the day itself are the service point's hours. */
function AsOyHours({ day }: { readonly day: OfferedDay }) {
  const { t } = useTranslation()
  const closed = useClosedWords()
  if (day.times.length > 0) return null
  return <>{day.periods.length > 0 ? t('appointments:day.closedBecause.publicHours') : closed(day)}</>
}

interface TimeOfDayProps {
  readonly time: OfferedTime
  readonly chosen: boolean
  readonly present: boolean
  readonly tabStop: boolean
  readonly onChoose: (startsAt: Date) => void
}

function TimeOfDay({ time, chosen, present, tabStop, onChoose }: TimeOfDayProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { startsAt, why } = time
  const reason = present ? t('appointments:chooser.presentWhy') : why === null ? null : t(`refusals:${why}`)
  const word = present ? t('appointments:chooser.present') : why !== null && t(`appointments:why.${why}`)
  const button = (
    <Button
      size="small"
      variant={chosen ? 'contained' : 'outlined'}
      color={reason === null || chosen ? 'primary' : 'secondary'}
      aria-pressed={chosen}
      // Not `disabled`: who comes by keyboard hears why as well.
      aria-disabled={reason !== null || undefined}
      tabIndex={tabStop ? 0 : -1}
      onClick={() => (reason === null ? onChoose(startsAt) : announce(reason))}
      sx={{
        width: 76,
        minWidth: 0,
        minHeight: 46,
        px: 0,
        display: 'block',
        lineHeight: 1.25,
        ...(reason !== null &&
          !chosen && {
            color: 'text.secondary',
            borderStyle: 'dashed',
            borderColor: 'divider',
            cursor: 'default',
          }),
      }}
    >
      {format.time(startsAt)}
      {word && (
        <Box component="span" sx={{ display: 'block', fontSize: 14, fontWeight: 400 }}>
          {word}
        </Box>
      )}
    </Button>
  )
  return reason === null ? (
    button
  ) : (
    <Tooltip title={reason} describeChild>
      {button}
    </Tooltip>
  )
}
