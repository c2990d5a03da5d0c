import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { queryClient } from '../../app/queryClient'
import { useMay } from '../../app/session'
import { useShortcut } from '../../app/shortcuts'
import { ErrorText } from '../../components/ErrorText'
import { TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'

// As in the contract's settings schema, which would bring the whole of zod along.
const fewest = 1
const most = 120

/** After how many quiet minutes the desk locks itself; for the lead and the administrator to choose. */
export function LockAfter() {
  const { t } = useTranslation()
  const may = useMay()
  const settings = useQuery(api.system.readSettings.queryOptions())
  return (
    <Section title={t('system:lockAfter.title')}>
      <ErrorText
        error={settings.data === undefined ? settings.error : null}
        onRetry={() => void settings.refetch()}
      />
      {settings.isPending && <LinesSkeleton lines={2} />}
      {settings.data !== undefined &&
        (may('administrator', 'lead') ? (
          <LockAfterForm key={settings.data.lockAfterMinutes} minutes={settings.data.lockAfterMinutes} />
        ) : (
          <Typography>{t('system:lockAfter.now', { count: settings.data.lockAfterMinutes })}</Typography>
        ))}
    </Section>
  )
}

function LockAfterForm({ minutes }: { readonly minutes: number }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(String(minutes))
  const [wrong, setWrong] = useState(false)
  const save = useMutation(
    api.system.saveSettings.mutationOptions({
      onSuccess: (saved) => {
        announce(t('common:saved'))
        queryClient.setQueryData(api.system.readSettings.queryKey(), saved)
        void queryClient.invalidateQueries({ queryKey: api.staff.session.key() })
      },
    }),
  )
  const number = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN
  const check = () => {
    const right = number >= fewest && number <= most
    setWrong(!right)
    return right
  }
  const submit = () => {
    if (check()) save.mutate({ lockAfterMinutes: number })
    else document.getElementById('lock-after')?.focus()
  }
  const changed = typed.trim() !== String(minutes)
  useShortcut('ctrl+enter', submit, { enabled: changed })
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault()
        submit()
      }}
    >
      <ErrorText error={save.error} />
      <TextInput
        id="lock-after"
        label={t('system:lockAfter.label')}
        hint={t('system:lockAfter.hint')}
        inputMode="numeric"
        width={120}
        value={typed}
        error={wrong ? t('system:lockAfter.wrong') : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={check}
      />
      <Button type="submit" variant="contained" disabled={!changed} loading={save.isPending}>
        {t('common:action.save')}
      </Button>
    </Box>
  )
}
