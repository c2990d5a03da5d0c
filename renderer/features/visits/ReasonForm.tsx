import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isNamed } from '../../app/errors'
import { ErrorText } from '../../components/ErrorText'
import { TextInput } from '../../components/FormField'
import { DigitChoice } from './DigitChoice'
import { FormDialog } from './FormDialog'

interface ReasonFormProps<Reason extends string> {
  readonly title: string
  /** What the button that does it says. */
  readonly save: string
  readonly label: string
  readonly reasons: readonly Reason[]
  readonly nameOf: (reason: Reason) => string
  /** What is said when none is chosen. */
  readonly required: string
  readonly noteLabel: string
  readonly noteHint?: string
  /** A reason that says too little by itself, as long as none is chosen ''. */
  readonly noteNeeded: (reason: Reason | '') => boolean
  readonly maxLength: number
  readonly busy: boolean
  readonly error: unknown
  readonly onSave: (reason: Reason, note: string) => void
  readonly onClose: () => void
}

/** Ends something for a reason, chosen with a digit, with a note where it says too little. Ctrl+Enter does it. */
export function ReasonForm<Reason extends string>(props: ReasonFormProps<Reason>) {
  const { title, save, label, reasons, nameOf, required, noteLabel, noteHint, noteNeeded } = props
  const { maxLength, busy, error, onSave, onClose } = props
  const { t } = useTranslation()
  const id = useId()
  const [reason, setReason] = useState<Reason | ''>('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const text = note.trim()
  const noteMissing = noteNeeded(reason) && text === ''
  const noteRefused = isNamed(error, 'noteRequired')
  return (
    <FormDialog
      title={title}
      save={save}
      dirty={text !== ''}
      busy={busy}
      onSave={() => {
        setTried(true)
        if (reason === '') document.getElementById(`${id}-reason`)?.focus()
        else if (noteMissing) document.getElementById(id)?.focus()
        else onSave(reason, text)
      }}
      onClose={onClose}
    >
      {!noteRefused && <ErrorText error={error} />}
      <DigitChoice
        id={`${id}-reason`}
        label={label}
        values={reasons}
        value={reason}
        nameOf={nameOf}
        error={tried && reason === '' ? required : undefined}
        onChoose={setReason}
      />
      <TextInput
        id={id}
        label={noteLabel}
        {...(noteHint === undefined ? {} : { hint: noteHint })}
        optional={!noteNeeded(reason)}
        error={(tried && noteMissing) || noteRefused ? t('refusals:noteRequired') : undefined}
        multiline
        minRows={2}
        maxRows={8}
        maxLength={maxLength}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
    </FormDialog>
  )
}
