import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorText } from '../../components/ErrorText'
import { TextInput } from '../../components/FormField'
import { useTakesFocus } from '../../components/useTakesFocus'
import { FormDialog } from '../visits/FormDialog'

interface NoteFormProps {
  readonly title: string
  readonly label: string
  /** What the button that does it says. */
  readonly save: string
  /** Nothing is done without a note. */
  readonly required: boolean
  /** Nothing but one line is taken. */
  readonly oneLine?: boolean
  readonly maxLength: number
  readonly busy: boolean
  readonly error: unknown
  readonly onSave: (note: string) => void
  readonly onClose: () => void
}

/** Does something with a note: what came of it, or why. Ctrl+Enter does it. */
export function NoteForm(props: NoteFormProps) {
  const { title, label, save, required, oneLine = false, maxLength, busy, error, onSave, onClose } = props
  const { t } = useTranslation()
  const id = useId()
  const input = useTakesFocus<HTMLInputElement>()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const text = note.trim()
  return (
    <FormDialog
      title={title}
      save={save}
      dirty={text !== ''}
      busy={busy}
      onSave={() => {
        setTried(true)
        if (!required || text !== '') onSave(oneLine ? text.replace(/\s+/g, ' ') : text)
        else document.getElementById(id)?.focus()
      }}
      onClose={onClose}
    >
      <ErrorText error={error} />
      <TextInput
        ref={input}
        id={id}
        label={label}
        optional={!required}
        error={required && tried && text === '' ? t('refusals:noteRequired') : undefined}
        multiline
        minRows={3}
        maxRows={8}
        maxLength={maxLength}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
    </FormDialog>
  )
}
