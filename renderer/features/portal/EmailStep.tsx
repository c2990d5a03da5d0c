import Button from '@mui/material/Button'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { normaliseEmail } from '#shared/rules/contacts'
import type { Draft } from '../../app/drafts'
import { TextInput } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { useTakesFocus } from '../../components/useTakesFocus'

interface EmailStepProps {
  /** What is typed, kept until the desk has taken it; it begins as the suggestion. */
  readonly draft: Draft<string>
  readonly suggested: string | null
  readonly busy: boolean
  readonly onEmail: (email: string) => void
}

/** The address that the resident gave the Portal as their username; suggested from the contact details. */
export function EmailStep({ draft, suggested, busy, onEmail }: EmailStepProps) {
  const { t } = useTranslation()
  const id = useId()
  const input = useTakesFocus<HTMLInputElement>()
  const [left, setLeft] = useState(false)

  const result = normaliseEmail(draft.value)
  const problem = draft.value.trim() === '' ? 'emailRequired' : result.ok ? null : result.refusal
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setLeft(true)
    if (busy) return
    if (!result.ok) {
      input.current?.focus()
      return
    }
    onEmail(result.value)
  }
  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        ref={input}
        id={`${id}-email`}
        label={t('portal:email.label')}
        hint={suggested === null ? t('portal:email.hint') : t('portal:email.hintSuggested')}
        error={left && problem !== null ? t(`refusals:${problem}`) : undefined}
        value={draft.value}
        inputMode="email"
        autoComplete="off"
        maxLength={254}
        width={400}
        onBlur={() => setLeft(draft.value !== '')}
        onChange={(event) => draft.set(event.target.value)}
      />
      <Button type="submit" variant="contained" loading={busy} aria-keyshortcuts="Enter">
        {t('portal:tick.usernameCreated')}
        <KeyHint keys="Enter" />
      </Button>
    </form>
  )
}
