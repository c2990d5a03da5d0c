import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitReason } from '#shared/rules/visitReasons'
import type { VisitTeam } from '#shared/rules/visitTimetable'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { useShortcut } from '../../app/shortcuts'
import { ErrorText } from '../../components/ErrorText'
import { KeyHint } from '../../components/KeyHint'
import { LinesSkeleton } from '../../components/Skeletons'

const shown = 6

interface NextTimesProps {
  readonly reason: VisitReason
  readonly team: VisitTeam
  readonly chosen: Date | null
  /** The time that the visit has now, when one is moved: it is nothing to move to. */
  readonly present: Date | null
  readonly inDialog: boolean
  /** Whether the digits take the times. */
  readonly keys: boolean
  readonly onChoose: (startsAt: Date) => void
}

/** The next free times, each one key away, and those after them. */
export function NextTimes({ reason, team, chosen, present, inDialog, keys, onChoose }: NextTimesProps) {
  const { t } = useTranslation()
  const [after, setAfter] = useState<Date | null>(null)
  const limit = present === null ? shown : shown + 1
  const query = useQuery(api.appointments.next.queryOptions({ input: { reason, team, after, limit } }))
  const times = query.data?.times
    .filter(({ startsAt }) => startsAt.getTime() !== present?.getTime())
    .slice(0, shown)
  const [first] = times ?? []
  const last = times?.at(-1)?.startsAt
  const later = () => {
    if (last !== undefined) setAfter(last)
  }
  useShortcut('m', later, { enabled: last !== undefined, inDialog })
  return (
    <Box role="group" aria-label={t('appointments:chooser.next')} sx={{ mb: 2 }}>
      <Typography component="p" variant="h3" sx={{ mb: 0.5 }}>
        {first === undefined
          ? t('appointments:chooser.next')
          : t('appointments:chooser.nextLasting', {
              minutes: (first.endsAt.getTime() - first.startsAt.getTime()) / 60_000,
            })}
      </Typography>
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      <Box sx={{ minHeight: 68 }}>
        {times === undefined ? (
          !query.isError && <LinesSkeleton lines={2} />
        ) : times.length === 0 ? (
          <Typography>
            {after === null ? t('appointments:chooser.noneNext') : t('appointments:chooser.noneLater')}
          </Typography>
        ) : (
          <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(108px, 1fr))', gap: 1 }}>
            {times.map(({ startsAt }, at) => (
              <TimeButton
                key={startsAt.getTime()}
                keys={keys ? String(at + 1) : null}
                startsAt={startsAt}
                chosen={chosen?.getTime() === startsAt.getTime()}
                inDialog={inDialog}
                onChoose={onChoose}
              />
            ))}
          </Box>
        )}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, mt: 0.5 }}>
        <Button size="small" disabled={last === undefined} onClick={later} aria-keyshortcuts="M">
          {t('appointments:chooser.later')}
          <KeyHint keys="M" />
        </Button>
        {after !== null && (
          <Button size="small" onClick={() => setAfter(null)}>
            {t('appointments:chooser.first')}
          </Button>
        )}
      </Box>
    </Box>
  )
}

interface TimeButtonProps {
  /** The key that takes it; null for none. */
  readonly keys: string | null
  readonly startsAt: Date
  readonly chosen: boolean
  readonly inDialog: boolean
  readonly onChoose: (startsAt: Date) => void
}

/** A free time with the key that takes it. */
export function TimeButton({ keys, startsAt, chosen, inDialog, onChoose }: TimeButtonProps) {
  const format = useFormat()
  useShortcut(keys ?? '', () => onChoose(startsAt), { enabled: keys !== null, inDialog })
  return (
    <Button
      variant={chosen ? 'contained' : 'outlined'}
      aria-pressed={chosen}
      aria-keyshortcuts={keys ?? undefined}
      onClick={() => onChoose(startsAt)}
      sx={{ minHeight: 64, px: 1, justifyContent: 'space-between' }}
    >
      <Box component="span" sx={{ textAlign: 'left' }}>
        <Box component="span" sx={{ display: 'block', fontSize: 15, whiteSpace: 'nowrap' }}>
          {`${format.weekday(startsAt)} ${format.dayAndMonth(startsAt)}`}
        </Box>{' '}
        <Box component="span" sx={{ display: 'block', fontSize: 20, lineHeight: 1.2 }}>
          {format.time(startsAt)}
        </Box>
      </Box>
      {keys !== null && <KeyHint keys={keys} />}
    </Button>
  )
}
