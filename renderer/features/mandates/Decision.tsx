import Button from '@mui/material/Button'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MandateAnswer } from '#shared/contract/mandateViews'
import { api } from '../../app/client'
import { useShortcut } from '../../app/shortcuts'
import { ErrorText } from '../../components/ErrorText'
import { FieldGroup, TextInput } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { useTakesFocus } from '../../components/useTakesFocus'

interface DecisionProps {
  readonly askId: string
  readonly onDecided: (answer: MandateAnswer) => void
  /** Whether something is typed that would be lost. */
  readonly onDirty: (dirty: boolean) => void
}

/** What somebody who read the grantor's own words decides for this once, and why. */
export function Decision({ askId, onDecided, onDirty }: DecisionProps) {
  const { t } = useTranslation()
  const id = useId()
  const first = useTakesFocus<HTMLInputElement>()
  const [allowed, setAllowed] = useState<boolean | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const decide = useMutation({ ...api.mandates.decide.mutationOptions(), gcTime: 0 })
  const dirty = note.trim() !== ''
  useEffect(() => {
    onDirty(dirty)
    return () => onDirty(false)
  }, [dirty, onDirty])
  const submit = () => {
    if (decide.isPending) return
    setTried(true)
    if (allowed === null || !dirty) {
      document.getElementById(allowed === null ? `${id}-allowed` : `${id}-note`)?.focus()
      return
    }
    decide.mutate({ askId, allowed, note: note.trim() }, { onSuccess: onDecided })
  }
  useShortcut('ctrl+enter', submit)
  return (
    <form
      noValidate
      aria-label={t('mandates:decision.title')}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <ErrorText error={decide.error} />
      <FieldGroup
        id={`${id}-allowed`}
        label={t('mandates:decision.label')}
        error={tried && allowed === null ? t('mandates:decision.choose') : undefined}
      >
        <RadioGroup
          row
          value={allowed === null ? null : String(allowed)}
          onChange={(_, value) => setAllowed(value === 'true')}
          // The outline of the focus goes round the button, and must not cover the first letter.
          sx={{ '& .MuiFormControlLabel-label': { pl: 1 } }}
        >
          <FormControlLabel
            value="true"
            control={<Radio size="small" slotProps={{ input: { ref: first } }} />}
            label={t('mandates:decision.allowed')}
          />
          <FormControlLabel
            value="false"
            control={<Radio size="small" />}
            label={t('mandates:decision.notAllowed')}
          />
        </RadioGroup>
      </FieldGroup>
      <TextInput
        id={`${id}-note`}
        label={t('mandates:decision.note')}
        hint={t('mandates:decision.noteHint')}
        error={tried && !dirty ? t('refusals:noteRequired') : undefined}
        multiline
        minRows={2}
        maxRows={6}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button type="submit" variant="contained" loading={decide.isPending} aria-keyshortcuts="Control+Enter">
        {t('mandates:decision.save')}
        <KeyHint keys="Ctrl+Enter" />
      </Button>
    </form>
  )
}
