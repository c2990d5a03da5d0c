import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyView } from '#shared/contract/keyViews'
import { api } from '../../app/client'
import { TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { useTakesFocus } from '../../components/useTakesFocus'
import { FormDialog } from '../visits/FormDialog'
import { KeyError } from './KeyError'
import { todayHere } from './useHolderForm'
import { useKeysChanged } from './useKeysChanged'
import { useKeyWords } from './useKeyWords'

interface ActiveDialogProps {
  readonly shown: KeyView
  readonly onClose: () => void
}

/** Takes a key out of use, or into use again, today. */
export function ActiveDialog({ shown, onClose }: ActiveDialogProps) {
  const { t } = useTranslation()
  const words = useKeyWords()
  const id = useId()
  const input = useTakesFocus<HTMLInputElement>()
  const changed = useKeysChanged()
  const [why, setWhy] = useState('')
  const [{ seq, active }] = useState(shown)
  const set = useMutation({ ...api.keys.setActive.mutationOptions(), gcTime: 0 })
  const save = () =>
    set.mutate(
      {
        key: { id: shown.id, seq },
        active: !active,
        happenedOn: todayHere(),
        word: 'heka',
        wordText: why.trim(),
      },
      {
        onSuccess: (answered) => {
          changed.apartment(answered)
          announce(active ? t('keys:active.outSaid') : t('keys:active.inSaid'))
          onClose()
        },
        onError: changed.again,
      },
    )
  return (
    <FormDialog
      title={active ? t('keys:active.outTitle') : t('keys:active.inTitle')}
      save={active ? t('keys:action.outOfUse') : t('keys:action.intoUse')}
      dirty={why.trim() !== ''}
      busy={set.isPending}
      onSave={save}
      onClose={onClose}
    >
      <KeyError error={set.error} keys={[shown]} />
      <Typography sx={{ mb: 2 }}>{words.key(shown)}</Typography>
      <TextInput
        ref={input}
        id={id}
        label={t('keys:active.why')}
        optional
        value={why}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => setWhy(event.target.value)}
      />
    </FormDialog>
  )
}
