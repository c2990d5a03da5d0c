import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#shared/contract/system'
import { api } from '../../app/client'
import { isNamed } from '../../app/errors'
import { queryClient } from '../../app/queryClient'
import { useMay } from '../../app/session'
import { useShortcut } from '../../app/shortcuts'
import { ChangedMeanwhile } from '../../components/ChangedMeanwhile'
import { ErrorText } from '../../components/ErrorText'
import { TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import type { Comparing, Kept } from '../../components/threeWay'
import { useTogether } from '../../components/useTogether'

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
          <LockAfterForm settings={settings.data} />
        ) : (
          <Typography>{t('system:lockAfter.now', { count: settings.data.lockAfterMinutes })}</Typography>
        ))}
    </Section>
  )
}

interface Typed {
  readonly minutes: string
}
const comparing: Comparing<Typed> = {
  fields: ['minutes'],
  same: (_, a, b) => a.minutes.trim() === b.minutes.trim(),
}

function LockAfterForm({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation()
  const { version, lockAfterMinutes } = settings
  const [kept, keep] = useState<Kept<Typed> | null>(null)
  const [wrong, setWrong] = useState(false)
  const save = useMutation(
    api.system.saveSettings.mutationOptions({
      onSuccess: (saved) => {
        announce(t('common:saved'))
        keep(null)
        queryClient.setQueryData(api.system.readSettings.queryKey(), saved)
        void queryClient.invalidateQueries({ queryKey: api.staff.session.key() })
      },
      onError: () => void queryClient.invalidateQueries({ queryKey: api.system.readSettings.key() }),
    }),
  )
  const now = { minutes: String(lockAfterMinutes) }
  const opened = { base: now, values: now }
  const together = useTogether({ kept, keep, opened, now, comparing, saving: save.isPending })
  const typed = together.values.minutes
  const number = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN
  const check = () => {
    const right = number >= fewest && number <= most
    setWrong(!right)
    return right
  }
  const submit = () => {
    if (save.isPending) return
    if (!check()) document.getElementById('lock-after')?.focus()
    else if (!together.settled()) return
    else if (number === lockAfterMinutes) keep(null)
    else save.mutate({ version, lockAfterMinutes: number })
  }
  const changed = together.dirty
  useShortcut('ctrl+enter', submit, { enabled: changed })
  const refused = isNamed(save.error, 'CHANGED_MEANWHILE')
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault()
        submit()
      }}
    >
      <ErrorText error={refused && together.shown ? null : save.error} />
      <ChangedMeanwhile
        together={together}
        refused={refused}
        label={() => t('system:lockAfter.label')}
        show={(_, { minutes }) => minutes}
      />
      <TextInput
        id="lock-after"
        label={t('system:lockAfter.label')}
        hint={t('system:lockAfter.hint')}
        inputMode="numeric"
        width={120}
        value={typed}
        error={wrong ? t('system:lockAfter.wrong') : undefined}
        onChange={(event) => {
          together.set({ minutes: event.target.value })
          if (save.isError) save.reset()
        }}
        onBlur={check}
      />
      <Button type="submit" variant="contained" disabled={!changed} loading={save.isPending}>
        {t('common:action.save')}
      </Button>
    </Box>
  )
}
