import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskOwner, WaitsFor } from '#shared/contract/tasks'
import { ErrorText } from '../../components/ErrorText'
import { TextInput } from '../../components/FormField'
import { DigitChoice } from '../visits/DigitChoice'
import { FormDialog } from '../visits/FormDialog'
import { OwnerSelect } from './OwnerSelect'
import { ownerOf } from './owner'

interface DialogProps {
  readonly busy: boolean
  readonly error: unknown
  readonly onClose: () => void
}

const waitsFors = [
  'buildingManager',
  'leaseControl',
  'maintenance',
  'customer',
  'other',
] as const satisfies readonly WaitsFor[]

function Note({ id, value, onChange }: { id: string; value: string; onChange: (note: string) => void }) {
  const { t } = useTranslation()
  return (
    <TextInput
      id={id}
      label={t('defects:note')}
      optional
      maxLength={300}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}

/** Gives a task to a colleague or a team. */
export function GiveDialog({
  busy,
  error,
  onGive,
  onClose,
}: DialogProps & { readonly onGive: (owner: TaskOwner, note: string) => void }) {
  const { t } = useTranslation()
  const id = useId()
  const [owner, setOwner] = useState('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const chosen = ownerOf(owner)
  return (
    <FormDialog
      title={t('tasks:give.title')}
      save={t('tasks:act.give')}
      dirty={note.trim() !== ''}
      busy={busy}
      onSave={() => {
        setTried(true)
        if (chosen === null) document.getElementById(id)?.focus()
        else onGive(chosen, note.trim())
      }}
      onClose={onClose}
    >
      <ErrorText error={error} />
      <OwnerSelect
        id={id}
        label={t('tasks:give.to')}
        choose
        value={owner}
        error={tried && chosen === null ? t('tasks:give.toRequired') : undefined}
        onChange={setOwner}
      />
      <Note id={`${id}-note`} value={note} onChange={setNote} />
    </FormDialog>
  )
}

/** A task waits for somebody else; it stays its owner's, and its deadline stays. */
export function WaitDialog({
  busy,
  error,
  onWait,
  onClose,
}: DialogProps & { readonly onWait: (waitsFor: WaitsFor, note: string) => void }) {
  const { t } = useTranslation()
  const id = useId()
  const [waitsFor, setWaitsFor] = useState<WaitsFor | ''>('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  return (
    <FormDialog
      title={t('tasks:wait.title')}
      save={t('tasks:act.wait')}
      dirty={note.trim() !== ''}
      busy={busy}
      onSave={() => {
        setTried(true)
        if (waitsFor === '') document.getElementById(id)?.focus()
        else onWait(waitsFor, note.trim())
      }}
      onClose={onClose}
    >
      <ErrorText error={error} />
      <DigitChoice
        id={id}
        label={t('tasks:wait.for')}
        values={waitsFors}
        value={waitsFor}
        nameOf={(each) => t(`tasks:waitsFor.${each}`)}
        error={tried && waitsFor === '' ? t('tasks:wait.forRequired') : undefined}
        onChoose={setWaitsFor}
      />
      <Note id={`${id}-note`} value={note} onChange={setNote} />
    </FormDialog>
  )
}
