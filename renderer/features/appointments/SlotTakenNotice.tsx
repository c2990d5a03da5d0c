import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format'
import { announce } from '../../components/Live'
import { TimeButton } from './NextTimes'
import { useWhenText } from './whenText'

/** Who took a time first, when, and the times that are free next. */
export interface SlotTaken {
  readonly takenBy: string | null
  readonly takenAt: Date | null
  readonly next: readonly Date[]
}

interface SlotTakenNoticeProps {
  readonly taken: SlotTaken
  /** The id of the time chooser, which gets the focus when this goes away. */
  readonly chooserId: string
  readonly inDialog?: boolean
  /** Takes a time in place of the one that is gone. */
  readonly onChoose: (startsAt: Date) => void
}

/** Somebody else was first: who, when, and what is free next, each on a key. It takes the focus. */
export function SlotTakenNotice({ taken, chooserId, inDialog = false, onChoose }: SlotTakenNoticeProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const when = useWhenText()
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the next time that is taken brings the focus back
  useEffect(() => box.current?.focus(), [taken])
  const { takenBy, takenAt, next } = taken
  return (
    <Alert severity="warning" ref={box} tabIndex={-1} sx={{ mb: 2, '& .MuiAlert-message': { flex: 1 } }}>
      {takenBy === null || takenAt === null
        ? t('appointments:book.slotTaken')
        : t('appointments:book.slotTakenBy', { name: takenBy, when: format.dateTime(takenAt) })}{' '}
      {next.length === 0 ? t('appointments:book.slotTakenNone') : t('appointments:book.slotTakenNext')}
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(108px, 1fr))',
          gap: 1,
          mt: 1,
          '& button': { bgcolor: 'background.paper' },
        }}
      >
        {next.slice(0, 6).map((startsAt, at) => (
          <TimeButton
            key={startsAt.getTime()}
            keys={String(at + 1)}
            startsAt={startsAt}
            chosen={false}
            inDialog={inDialog}
            onChoose={(chosen) => {
              announce(t('appointments:chooser.chosenNow', { when: when(chosen) }))
              onChoose(chosen)
              document.getElementById(chooserId)?.focus()
            }}
          />
        ))}
      </Box>
    </Alert>
  )
}
