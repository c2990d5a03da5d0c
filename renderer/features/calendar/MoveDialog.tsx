import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { isDefinedError } from '@orpc/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '#shared/contract/visits'
import { api } from '../../app/client'
import { errorName } from '../../app/errors'
import { useFormat } from '../../app/format'
import { useShortcut } from '../../app/shortcuts'
import { KeyHint } from '../../components/KeyHint'
import { announce } from '../../components/Live'
import { Facts } from '../../components/Section'
import { useCellWords } from './useCellWords'
import type { Target } from './useMove'

interface MoveDialogProps {
  readonly visit: VisitView
  readonly target: Target
  /** Nothing was moved. */
  readonly onBack: () => void
  /** Somebody else has changed the visit: what is known of it here is old. */
  readonly onGone: () => void
  readonly onMoved: (visit: VisitView) => void
}

/** Asks before a visit is moved, and says why it could not be. */
export function MoveDialog({ visit, target, onBack, onGone, onMoved }: MoveDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const { dateTime } = useFormat()
  const words = useCellWords()
  const queryClient = useQueryClient()
  const [to, setTo] = useState(target)
  const reRead = () => queryClient.invalidateQueries({ queryKey: api.appointments.key() })
  const move = useMutation({ ...api.appointments.move.mutationOptions(), gcTime: 0 })
  const { error } = move
  const send = () =>
    move.mutate(
      { id: visit.id, version: visit.version, startsAt: to.startsAt, lane: to.lane },
      {
        onSuccess: ({ visit: moved }) => {
          void reRead()
          void queryClient.invalidateQueries({ queryKey: api.timetable.key() })
          announce(
            t('calendar:move.done', { place: moved.startsAt ? words.place(moved.startsAt, moved.lane) : '' }),
          )
          onMoved(moved)
        },
        onError: () => void reRead(),
      },
    )
  // What the desk could not be asked about can be asked again; a time that is not there cannot.
  const again = error === null || ['unreachable', 'BUSY', 'STORE_FAILED'].includes(errorName(error).name)
  useShortcut('ctrl+enter', send, { inDialog: true, enabled: again && !move.isPending })
  const taken = isDefinedError(error) && error.code === 'SLOT_TAKEN' ? error.data : null
  const close = error !== null && errorName(error).name === 'CHANGED_MEANWHILE' ? onGone : onBack
  const from = visit.startsAt === null ? '' : words.place(visit.startsAt, visit.lane)
  return (
    <Dialog
      open
      onClose={move.isPending ? undefined : close}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      maxWidth="sm"
      fullWidth
    >
      <DialogTitle id={`${id}-title`}>{t('calendar:move.title')}</DialogTitle>
      <DialogContent id={`${id}-text`}>
        <Typography sx={{ mb: 1.5 }}>
          {words.name(visit)}, {words.reason(visit)}
        </Typography>
        <Facts
          rows={[
            { name: t('calendar:move.from'), value: from },
            { name: t('calendar:move.to'), value: <strong>{words.place(to.startsAt, to.lane)}</strong> },
          ]}
        />
        {error === null ? (
          <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>
            {t('calendar:move.message')}
          </Typography>
        ) : (
          <Alert severity="error" sx={{ mt: 1.5 }}>
            {t(`refusals:${errorName(error).name}`)}
            {taken?.takenBy != null && taken.takenAt !== null && (
              <div>{t('calendar:move.takenBy', { name: taken.takenBy, at: dateTime(taken.takenAt) })}</div>
            )}
            <div>{t('calendar:move.nothingMoved', { place: from })}</div>
          </Alert>
        )}
        {taken !== null && taken.next.length > 0 && (
          <Box sx={{ mt: 1.5 }}>
            <Typography sx={{ mb: 0.5 }}>{t('calendar:move.next')}</Typography>
            <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
              {taken.next.map((startsAt) => (
                <Button
                  key={startsAt.getTime()}
                  variant="outlined"
                  size="small"
                  onClick={() => {
                    setTo({ startsAt, lane: null })
                    move.reset()
                  }}
                >
                  {dateTime(startsAt)}
                </Button>
              ))}
            </Box>
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={close} disabled={move.isPending} autoFocus>
          {again ? t('common:action.cancel') : t('calendar:move.close')}
        </Button>
        {again && (
          <Button
            variant="contained"
            onClick={send}
            loading={move.isPending}
            aria-keyshortcuts="Control+Enter"
          >
            {t('calendar:move.confirm')}
            <KeyHint keys="Ctrl+Enter" />
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
