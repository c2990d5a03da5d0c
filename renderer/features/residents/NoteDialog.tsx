import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { useDraft } from '../../app/drafts'
import { useShortcut } from '../../app/shortcuts'
import { useDiscard } from '../../components/ConfirmDialog'
import { ErrorText } from '../../components/ErrorText'
import { TextInput } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { announce } from '../../components/Live'

export const noteDraftKey = (id: string) => `note:${id}`

/** The longest note that the desk takes. */
const longest = 2000

/** Writes a note into the resident's timeline. What is typed is kept until it is saved or thrown away. */
export function NoteDialog({
  residentId,
  onClose,
}: {
  readonly residentId: string
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const queryClient = useQueryClient()
  const draft = useDraft(noteDraftKey(residentId), '')
  const [missing, setMissing] = useState(false)
  const add = useMutation({ ...api.residents.addNote.mutationOptions(), gcTime: 0 })
  const discard = useDiscard(draft.value.trim() !== '', () => {
    draft.clear()
    onClose()
  })

  const save = () => {
    if (add.isPending) return
    const text = draft.value.trim()
    if (text === '') {
      setMissing(true)
      return
    }
    add.mutate(
      { id: residentId, text },
      {
        onSuccess: () => {
          void queryClient.invalidateQueries({ queryKey: api.residents.timeline.key() })
          announce(t('residents:note.saved'))
          draft.clear()
          onClose()
        },
      },
    )
  }
  useShortcut('ctrl+enter', save, { inDialog: true })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save()
  }
  return (
    <Dialog
      open
      onClose={add.isPending ? undefined : discard.request}
      aria-labelledby={`${id}-title`}
      fullWidth
      maxWidth="sm"
    >
      <form onSubmit={submit} noValidate>
        <DialogTitle id={`${id}-title`}>{t('residents:note.title')}</DialogTitle>
        <DialogContent>
          <ErrorText error={add.error} />
          <TextInput
            id={`${id}-text`}
            label={t('residents:note.label')}
            hint={t('residents:note.hint')}
            error={missing ? t('refusals:noteEmpty') : undefined}
            value={draft.value}
            multiline
            minRows={5}
            maxRows={12}
            maxLength={longest}
            autoFocus
            onChange={(event) => {
              draft.set(event.target.value)
              setMissing(false)
            }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={discard.request} disabled={add.isPending}>
            {t('common:action.cancel')}
            <KeyHint keys="Esc" />
          </Button>
          <Button type="submit" variant="contained" loading={add.isPending} aria-keyshortcuts="Control+Enter">
            {t('residents:note.save')}
            <KeyHint keys="Ctrl+Enter" />
          </Button>
        </DialogActions>
      </form>
      {discard.dialog}
    </Dialog>
  )
}
