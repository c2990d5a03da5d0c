import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MandatePage } from '#shared/contract/mandateViews'
import type { MandateCheck } from '#shared/rules/mandateTerm'
import { api } from '../../app/client'
import { useShortcut } from '../../app/shortcuts'
import { ErrorText } from '../../components/ErrorText'
import { FieldGroup } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { announce } from '../../components/Live'
import { Section } from '../../components/Section'
import { useMandateChanged } from './useMandateChanged'

/** What must be seen of a power before it is valid: each is ticked by who saw it, and then it is confirmed. */
export function Checklist({ mandate }: { readonly mandate: MandatePage }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const changed = useMandateChanged()
  const [checked, setChecked] = useState<ReadonlySet<MandateCheck>>(new Set())
  const [tried, setTried] = useState(false)
  const confirm = useMutation({ ...api.mandates.confirm.mutationOptions(), gcTime: 0 })
  const missing = mandate.checklist.filter((check) => !checked.has(check))
  const noPaper = mandate.papers === 0
  const toggle = (check: MandateCheck) => {
    const now = new Set(checked)
    if (!now.delete(check)) now.add(check)
    setChecked(now)
  }
  const submit = () => {
    if (confirm.isPending) return
    setTried(true)
    if (missing[0] !== undefined) {
      document.getElementById(`check-${missing[0]}`)?.focus()
      return
    }
    if (noPaper) return
    const { id, version } = mandate
    confirm.mutate(
      { id, version, checked: [...checked] },
      {
        onSuccess: (answered) => {
          changed(answered)
          announce(t('mandates:checklist.confirmed'))
          document.querySelector('h1')?.focus()
        },
        onError: () =>
          void queryClient.invalidateQueries({ queryKey: api.mandates.read.key({ input: { id } }) }),
      },
    )
  }
  useShortcut('ctrl+enter', submit)
  return (
    <Section title={t('mandates:checklist.title')}>
      <ErrorText error={confirm.error} />
      <FieldGroup
        label={t('mandates:checklist.label')}
        error={tried && missing.length > 0 ? t('refusals:checklistIncomplete') : undefined}
      >
        {mandate.checklist.map((check, at) => (
          <FormControlLabel
            key={check}
            control={
              <Checkbox
                id={`check-${check}`}
                checked={checked.has(check)}
                onChange={() => toggle(check)}
                sx={{ py: 0.5 }}
              />
            }
            label={
              <>
                {t(`mandates:check.${check}`)}
                <Digit digit={at + 1} onPress={() => toggle(check)} />
              </>
            }
          />
        ))}
      </FieldGroup>
      {noPaper && (
        <Alert severity={tried ? 'error' : 'info'} role={tried ? 'alert' : 'note'} sx={{ mb: 2 }}>
          {t('refusals:paperMissing')}
        </Alert>
      )}
      <Button
        variant="contained"
        loading={confirm.isPending}
        onClick={submit}
        aria-keyshortcuts="Control+Enter"
      >
        {t('mandates:checklist.confirm')}
        <KeyHint keys="Ctrl+Enter" />
      </Button>
    </Section>
  )
}

function Digit({ digit, onPress }: { readonly digit: number; readonly onPress: () => void }) {
  useShortcut(String(digit), onPress)
  return <KeyHint keys={String(digit)} />
}
