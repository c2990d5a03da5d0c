import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyView } from '#shared/contract/keyViews'
import { api } from '../../app/client'
import { announce } from '../../components/Live'
import { FormDialog } from '../visits/FormDialog'
import { HolderFields } from './HolderFields'
import { residentsOf } from './holderForm'
import { KeyError } from './KeyError'
import { useHolderForm } from './useHolderForm'
import { useKeysChanged } from './useKeysChanged'
import { useKeyWords } from './useKeyWords'

interface MoveDialogProps {
  /** The keys as they were when the dialog was opened: that is what the move says it saw. */
  readonly keys: readonly KeyView[]
  /** All keys of the home. */
  readonly all: readonly KeyView[]
  readonly onClose: () => void
}

/** Moves keys of one home: to whom, on which day and on whose word. All of them or none. */
export function MoveDialog({ keys, all, onClose }: MoveDialogProps) {
  const { t } = useTranslation()
  const words = useKeyWords()
  const id = useId()
  const changed = useKeysChanged()
  const form = useHolderForm((field) => `${id}-${field}`)
  const move = useMutation({ ...api.keys.move.mutationOptions(), gcTime: 0 })
  const save = () => {
    if (!form.tried()) return
    move.mutate(
      { keys: keys.map((each) => ({ id: each.id, seq: each.seq })), ...form.input() },
      {
        onSuccess: (answered) => {
          changed.apartment(answered)
          announce(t('keys:move.said', { count: keys.length }))
          onClose()
        },
        onError: changed.again,
      },
    )
  }
  return (
    <FormDialog
      title={t('keys:move.title', { count: keys.length })}
      save={t('keys:action.move')}
      dirty={form.dirty}
      busy={move.isPending}
      onSave={save}
      onClose={onClose}
    >
      <KeyError error={move.error} keys={keys} />
      <Box component="ul" sx={{ mt: 0, mb: 2, pl: 2.5 }}>
        {keys.map((each) => (
          <Typography component="li" key={each.id}>
            {t('keys:move.fromWhom', { key: words.key(each), who: words.holder(each.holder) })}
          </Typography>
        ))}
      </Box>
      <HolderFields form={form} label={t('keys:move.to')} residents={residentsOf(all)} />
    </FormDialog>
  )
}
