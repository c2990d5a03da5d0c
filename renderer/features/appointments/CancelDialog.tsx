import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '#shared/contract/visits'
import { api } from '../../app/client'
import { useShortcut } from '../../app/shortcuts'
import { ErrorText } from '../../components/ErrorText'
import { FieldGroup } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { announce } from '../../components/Live'
import { useTakesFocus } from '../../components/useTakesFocus'

const whose = ['customer', 'heka'] as const

/** Cancels a booked visit, on whose word. */
export function CancelDialog({
  visit,
  onClose,
}: {
  readonly visit: VisitView
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const queryClient = useQueryClient()
  const first = useTakesFocus<HTMLInputElement>()
  const [by, setBy] = useState<(typeof whose)[number] | null>(null)
  const [missing, setMissing] = useState(false)
  const cancel = useMutation({ ...api.appointments.cancel.mutationOptions(), gcTime: 0 })
  const choose = (each: (typeof whose)[number]) => {
    setBy(each)
    setMissing(false)
  }
  const submit = () => {
    if (cancel.isPending) return
    setMissing(by === null)
    if (by === null) return
    cancel.mutate(
      { id: visit.id, version: visit.version, by },
      {
        onSuccess: () => {
          announce(t('appointments:cancel.cancelled'))
          onClose()
        },
        onSettled: () => void queryClient.invalidateQueries({ queryKey: api.appointments.key() }),
      },
    )
  }
  useShortcut('ctrl+enter', submit, { inDialog: true })
  useShortcut('1', () => choose('customer'), { inDialog: true })
  useShortcut('2', () => choose('heka'), { inDialog: true })
  return (
    <Dialog
      open
      onClose={cancel.isPending ? undefined : onClose}
      aria-labelledby={`${id}-title`}
      fullWidth
      maxWidth="sm"
    >
      <DialogTitle id={`${id}-title`}>{t('appointments:cancel.title')}</DialogTitle>
      <DialogContent>
        <ErrorText error={cancel.error} />
        <FieldGroup
          label={t('appointments:cancel.by')}
          error={missing ? t('appointments:cancel.byRequired') : undefined}
        >
          <RadioGroup value={by} onChange={(event) => choose(event.target.value as (typeof whose)[number])}>
            {whose.map((each, at) => (
              <FormControlLabel
                key={each}
                value={each}
                control={<Radio size="small" slotProps={{ input: { ref: at === 0 ? first : undefined } }} />}
                label={
                  <>
                    {t(`appointments:cancel.${each}`)}
                    <KeyHint keys={String(at + 1)} />
                  </>
                }
              />
            ))}
          </RadioGroup>
        </FieldGroup>
        <Typography>
          {visit.contactsHidden
            ? t('appointments:cancel.messageIfAny')
            : visit.email === null
              ? t('appointments:cancel.tell')
              : t('appointments:cancel.messageGoes')}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={cancel.isPending}>
          {t('appointments:cancel.keep')}
          <KeyHint keys="Esc" />
        </Button>
        <Button
          variant="contained"
          color="error"
          loading={cancel.isPending}
          onClick={submit}
          aria-keyshortcuts="Control+Enter"
        >
          {t('appointments:cancel.confirm')}
          <KeyHint keys="Ctrl+Enter" />
        </Button>
      </DialogActions>
    </Dialog>
  )
}
