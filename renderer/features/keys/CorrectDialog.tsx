import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyEventView, KeyView } from '#shared/contract/keyViews'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { announce } from '../../components/Live'
import { typedDay } from '../timetable/times'
import { FormDialog } from '../visits/FormDialog'
import { HolderFields } from './HolderFields'
import { residentsOf } from './holderForm'
import { KeyError } from './KeyError'
import { useHolderForm } from './useHolderForm'
import { useKeysChanged } from './useKeysChanged'
import { useKeyWords } from './useKeyWords'

interface CorrectDialogProps {
  readonly shown: KeyView
  /** The event that was typed wrong, as it is known now. */
  readonly event: KeyEventView
  readonly all: readonly KeyView[]
  readonly onClose: () => void
}

/** Says what an event should have said; the event itself stays in the history. */
export function CorrectDialog({ shown, event, all, onClose }: CorrectDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useKeyWords()
  const id = useId()
  const changed = useKeysChanged()
  const [seen] = useState({ id: shown.id, seq: shown.seq })
  const { holder } = event
  const form = useHolderForm(
    (field) => `${id}-${field}`,
    {
      kind: holder.kind,
      residentId: holder.kind === 'resident' ? holder.residentId : null,
      residentName: holder.kind === 'resident' ? (holder.name ?? '') : '',
      granteeName: holder.kind === 'grantee' ? (holder.name ?? '') : '',
      happenedOn: typedDay(event.happenedOn),
    },
    true,
  )
  const correct = useMutation({ ...api.keys.correct.mutationOptions(), gcTime: 0 })
  const save = () => {
    if (!form.tried()) return
    correct.mutate(
      { key: seen, corrects: event.seq, ...form.input() },
      {
        onSuccess: (answered) => {
          changed.apartment(answered)
          announce(t('keys:correct.said'))
          onClose()
        },
        onError: changed.again,
      },
    )
  }
  return (
    <FormDialog
      title={t('keys:correct.title')}
      save={t('keys:correct.save')}
      dirty={form.dirty}
      busy={correct.isPending}
      onSave={save}
      onClose={onClose}
    >
      <KeyError error={correct.error} keys={[shown]} />
      <Typography sx={{ mb: 2 }}>
        {t('keys:correct.was', {
          key: words.key(shown),
          what: t(`keys:what.${event.what}`),
          who: words.holder(holder),
          day: format.day(event.happenedOn),
        })}{' '}
        {t('keys:correct.stays')}
      </Typography>
      <HolderFields form={form} label={t('keys:correct.who')} residents={residentsOf(all)} />
    </FormDialog>
  )
}
