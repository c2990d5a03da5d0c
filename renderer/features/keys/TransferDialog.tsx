import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResidentKeys } from '#shared/contract/keyHandoffViews'
import { api } from '../../app/client'
import { FieldGroup } from '../../components/FormField'
import { announce } from '../../components/Live'
import { useTakesFocus } from '../../components/useTakesFocus'
import { ResidentPicker } from '../residents/ResidentPicker'
import { FormDialog } from '../visits/FormDialog'
import { KeyError } from './KeyError'
import { todayHere } from './useHolderForm'
import { useKeysChanged } from './useKeysChanged'
import { useKeyWords } from './useKeyWords'

interface Whom {
  readonly id: string | null
  readonly name: string
}

interface TransferDialogProps {
  readonly residentId: string
  readonly home: ResidentKeys['homes'][number]
  /** To whom it goes, when that was asked for; `id` null for somebody whom the register does not know. */
  readonly whom?: Whom
  readonly onClose: () => void
}

const nobody: Whom = { id: null, name: '' }

/** The lease goes to another tenant, keys and all: they change hands today, without BLC Turva. */
export function TransferDialog({ residentId, home, whom = nobody, onClose }: TransferDialogProps) {
  const { t } = useTranslation()
  const words = useKeyWords()
  const id = useId()
  const input = useTakesFocus<HTMLInputElement>()
  const changed = useKeysChanged()
  const [keys] = useState(() => home.keys.filter(({ active, handoff }) => active && handoff === null))
  const [left, setLeft] = useState<readonly string[]>(() =>
    keys.filter(({ holder }) => holder.residentId !== residentId).map((each) => each.id),
  )
  const [to, setTo] = useState(whom)
  const [tried, setTried] = useState(false)
  const transfer = useMutation({ ...api.keys.transfer.mutationOptions(), gcTime: 0 })
  const those = keys.filter((each) => !left.includes(each.id))
  const save = () => {
    setTried(true)
    if (to.id === null || those.length === 0) {
      document.getElementById(to.id === null ? `${id}-to` : `${id}-keys`)?.focus()
      return
    }
    transfer.mutate(
      {
        residentId,
        leaseNo: home.leaseNo,
        toResidentId: to.id,
        keys: those.map((each) => ({ id: each.id, seq: each.seq })),
        happenedOn: todayHere(),
        word: 'heka',
        wordText: '',
      },
      {
        onSuccess: () => {
          changed.again()
          announce(t('keys:transfer.said'))
          onClose()
        },
        onError: changed.again,
      },
    )
  }
  return (
    <FormDialog
      title={t('keys:transfer.title')}
      save={t('keys:transfer.save')}
      dirty={to.name !== whom.name}
      busy={transfer.isPending}
      onSave={save}
      onClose={onClose}
    >
      <KeyError error={transfer.error} keys={keys} />
      <ResidentPicker
        ref={input}
        id={`${id}-to`}
        label={t('keys:transfer.to')}
        hint={t('keys:transfer.toHint')}
        text={to.name}
        error={tried && to.id === null ? t('keys:problem.residentMissing') : undefined}
        onType={(name) => setTo({ id: null, name })}
        onChoose={setTo}
      />
      <FieldGroup
        id={`${id}-keys`}
        label={t('keys:make.keys')}
        error={tried && those.length === 0 ? t('keys:problem.keysMissing') : undefined}
      >
        {keys.map((each) => (
          <FormControlLabel
            key={each.id}
            control={
              <Checkbox
                size="small"
                checked={!left.includes(each.id)}
                onChange={(_, on) =>
                  setLeft(on ? left.filter((other) => other !== each.id) : [...left, each.id])
                }
              />
            }
            label={t('keys:make.keyOf', { key: words.key(each), who: words.holder(each.holder) })}
          />
        ))}
      </FieldGroup>
    </FormDialog>
  )
}
