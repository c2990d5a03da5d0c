import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { useNow } from '../../app/useNow'

const minuteMs = 60_000

/** How it goes today: who waits and how long, who has been served, who did not come. */
export function TodayFigures() {
  const { t } = useTranslation()
  const now = useNow()
  const today = useQuery(api.visits.day.queryOptions({ input: { day: null } }))
  const figures = today.data?.figures
  const since = figures?.longestWaitingSince ?? null
  const minutes =
    since === null ? null : Math.max(0, Math.floor((now.getTime() - since.getTime()) / minuteMs))
  const shown = [
    { name: t('calendar:today.waiting'), value: figures?.waiting },
    {
      name: t('calendar:today.longestWait'),
      value:
        figures === undefined
          ? undefined
          : minutes === null
            ? t('calendar:today.nobody')
            : t('calendar:today.minutes', { count: minutes }),
    },
    { name: t('calendar:today.served'), value: figures?.finished },
    { name: t('calendar:today.noShows'), value: figures?.noShows },
  ]
  return (
    <Box
      component="dl"
      aria-label={t('calendar:today.label')}
      sx={{ m: 0, display: 'flex', gap: 1, flexWrap: 'wrap' }}
    >
      {shown.map(({ name, value }) => (
        <Box
          key={name}
          sx={{
            display: 'flex',
            flexDirection: 'column-reverse',
            border: 1,
            borderColor: 'divider',
            bgcolor: 'background.paper',
            px: 1.5,
            minWidth: 104,
          }}
        >
          <Typography component="dt" variant="caption" color="textSecondary">
            {name}
          </Typography>
          <Typography component="dd" sx={{ m: 0, fontWeight: 600 }}>
            {value ?? '–'}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}
