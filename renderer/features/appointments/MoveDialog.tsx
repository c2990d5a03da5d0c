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
import { useShortcut } from '../../app/shortcuts'
import { ErrorText } from '../../components/ErrorText'
import { KeyHint } from '../../components/KeyHint'
import { announce } from '../../components/Live'
import { SlotTakenNotice } from './SlotTakenNotice'
import { TimeChooser } from './TimeChooser'
import { useWhenText } from './whenText'

interface MoveDialogProps {
  readonly visit: VisitView
  readonly startsAt: Date
  readonly onClose: () => void
}

/** Moves a booked visit to another time, chosen as when it is booked. */
export function MoveDialog({ visit, startsAt, onClose }: MoveDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const when = useWhenText()
  const queryClient = useQueryClient()
  const [chosen, setChosen] = useState<Date | null>(null)
  const [missing, setMissing] = useState(false)
  const move = useMutation({ ...api.appointments.move.mutationOptions(), gcTime: 0 })
  const { error } = move
  const taken = error !== null && isDefinedError(error) && error.code === 'SLOT_TAKEN' ? error.data : null
  const choose = (at: Date) => {
    setChosen(at)
    setMissing(false)
    if (move.isError) move.reset()
  }
  const submit = () => {
    if (move.isPending) return
    setMissing(chosen === null)
    if (chosen === null) return
    move.mutate(
      { id: visit.id, version: visit.version, startsAt: chosen, lane: null },
      {
        onSuccess: () => {
          announce(t('appointments:move.moved', { when: when(chosen) }))
          onClose()
        },
        onSettled: () => void queryClient.invalidateQueries({ queryKey: api.appointments.key() }),
      },
    )
  }
  useShortcut('ctrl+enter', submit, { inDialog: true })
  return (
    <Dialog
      open
      onClose={move.isPending ? undefined : onClose}
      aria-labelledby={`${id}-title`}
      fullWidth
      maxWidth="md"
    >
      <DialogTitle id={`${id}-title`}>{t('appointments:move.title')}</DialogTitle>
      <DialogContent>
        {taken === null ? (
          <ErrorText error={error} />
        ) : (
          <SlotTakenNotice taken={taken} chooserId={`${id}-time`} inDialog onChoose={choose} />
        )}
        <Typography sx={{ mb: 1 }}>
          {t('appointments:move.now', { when: when(startsAt, visit.endsAt) })}
        </Typography>
        <TimeChooser
          id={`${id}-time`}
          reason={visit.reason}
          team={visit.team}
          chosen={chosen}
          present={startsAt}
          inDialog
          keys={taken === null}
          error={missing ? t('appointments:book.timeRequired') : undefined}
          onChoose={choose}
        />
        <Typography>
          {visit.contactsHidden
            ? t('appointments:move.messageIfAny')
            : visit.email === null
              ? t('appointments:move.tell')
              : t('appointments:move.messageGoes')}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={move.isPending}>
          {t('common:action.cancel')}
          <KeyHint keys="Esc" />
        </Button>
        <Button
          variant="contained"
          loading={move.isPending}
          onClick={submit}
          aria-keyshortcuts="Control+Enter"
        >
          {t('appointments:move.confirm')}
          <KeyHint keys="Ctrl+Enter" />
        </Button>
      </DialogActions>
    </Dialog>
  )
}
