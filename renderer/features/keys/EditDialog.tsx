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
import { useKeysChanged } from './useKeysChanged'
import { useKeyWords } from './useKeyWords'

interface EditDialogProps {
  readonly shown: KeyView
  readonly onClose: () => void
}

/** What a key is called: its set and its note. */
export function EditDialog({ shown, onClose }: EditDialogProps) {
  const { t } = useTranslation()
  const words = useKeyWords()
  const id = useId()
  const input = useTakesFocus<HTMLInputElement>()
  const changed = useKeysChanged()
  const [opened] = useState(shown)
  const [setName, setSetName] = useState(shown.setName)
  const [note, setNote] = useState(shown.note)
  const edit = useMutation({ ...api.keys.edit.mutationOptions(), gcTime: 0 })
  const save = () =>
    edit.mutate(
      { id: opened.id, version: opened.version, setName: setName.trim(), note: note.trim() },
      {
        onSuccess: () => {
          changed.again()
          announce(t('common:saved'))
          onClose()
        },
        onError: changed.again,
      },
    )
  return (
    <FormDialog
      title={t('keys:edit.title')}
      save={t('common:action.save')}
      dirty={setName !== opened.setName || note !== opened.note}
      busy={edit.isPending}
      onSave={save}
      onClose={onClose}
    >
      <KeyError error={edit.error} keys={[shown]} />
      <Typography sx={{ mb: 2 }}>{words.key(shown)}</Typography>
      <TextInput
        ref={input}
        id={`${id}-set`}
        label={t('keys:field.setName')}
        optional
        value={setName}
        maxLength={60}
        autoComplete="off"
        onChange={(event) => setSetName(event.target.value)}
      />
      <TextInput
        id={`${id}-note`}
        label={t('keys:field.note')}
        optional
        value={note}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  )
}
