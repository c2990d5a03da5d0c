import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskSettings as Settings } from '#shared/contract/tasks'
import { api } from '../../app/client'
import { isNamed } from '../../app/errors'
import { useMay } from '../../app/session'
import { useShortcut } from '../../app/shortcuts'
import { ChangedMeanwhile } from '../../components/ChangedMeanwhile'
import { ErrorSummary } from '../../components/ErrorSummary'
import { ErrorText } from '../../components/ErrorText'
import { SelectInput, TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { type FlatValues, useFlatForm } from '../../components/useFlatForm'
import {
  choiceNames,
  choices,
  deadlineKinds,
  mostAmount,
  settingsOf,
  typedSettings,
  weekdays,
  wrongSettings,
} from './settingsForm'

const idOf = (field: string) => `task-settings-${field}`

/** When the office works and how long each kind of task may take: for the lead and administrators. */
export function TaskSettings() {
  const { t } = useTranslation()
  const may = useMay()
  const leads = may('lead', 'administrator')
  const query = useQuery(api.tasks.readSettings.queryOptions({ enabled: leads }))
  if (!leads) return null
  return (
    <Section title={t('tasks:settings.title')}>
      <ErrorText error={query.data === undefined ? query.error : null} onRetry={() => void query.refetch()} />
      {query.isPending && <LinesSkeleton lines={6} />}
      {query.data && <Form settings={query.data} />}
    </Section>
  )
}

function Form({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const save = useMutation({ ...api.tasks.saveSettings.mutationOptions(), gcTime: 0 })
  const label = (field: string): string => {
    const choice = choiceNames.find((each) => each === field)
    if (choice) return t(`tasks:settings.choice.${choice}`)
    const day = weekdays.find((each) => field === `week-${each}`)
    if (day) return t(`tasks:settings.day.${day}`)
    const kind = deadlineKinds.find((each) => field === `amount-${each}` || field === `unit-${each}`)
    const name = t(`tasks:deadline.${kind ?? 'message'}`)
    return field.startsWith('unit-') ? t('tasks:settings.unitOf', { name }) : name
  }
  const problemText = (field: string): string => {
    const choice = choiceNames.find((each) => each === field)
    if (choice) return t('tasks:settings.wrongChoice', choices[choice])
    return field.startsWith('week-')
      ? t('tasks:settings.wrongPeriods')
      : t('tasks:settings.wrongAmount', { most: mostAmount })
  }
  const form = useFlatForm({
    read: typedSettings(settings),
    saving: save.isPending,
    wrong: (values: FlatValues) =>
      wrongSettings(values).map(({ field }) => ({
        id: idOf(field),
        text: `${label(field)}: ${problemText(field)}`,
      })),
  })
  const { together, left, value } = form
  const meanwhile = isNamed(save.error, 'CHANGED_MEANWHILE')
  const set = (field: string, text: string) => {
    form.set(field, text)
    if (save.isError) save.reset()
  }
  const submit = () => {
    if (save.isPending || !together.dirty || !form.ready()) return
    save.mutate(settingsOf(form.values, settings.version), {
      onSuccess: (saved) => {
        form.saved()
        queryClient.setQueryData(api.tasks.readSettings.queryKey(), saved)
        announce(t('common:saved'))
      },
      onError: () => void queryClient.invalidateQueries({ queryKey: api.tasks.readSettings.key() }),
    })
  }
  useShortcut('ctrl+enter', submit, { enabled: together.dirty })
  const text = (field: string) => ({
    id: idOf(field),
    label: label(field),
    value: value(field),
    error: left.items.find(({ id }) => id === idOf(field))?.text,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => set(field, target.value),
  })
  return (
    <form
      noValidate
      aria-label={t('tasks:settings.title')}
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault()
        submit()
      }}
    >
      <ErrorSummary
        items={left.items}
        error={meanwhile && together.shown ? null : save.error}
        attempt={left.attempt}
      />
      <ChangedMeanwhile
        together={together}
        refused={meanwhile}
        label={label}
        show={(field, of) =>
          field.startsWith('unit-') ? t(`tasks:settings.unit.${of[field] ?? 'days'}`) : of[field]
        }
      />
      <Box component="p" sx={{ mt: 0 }}>
        {t('tasks:settings.hours')}
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr 1fr' }, columnGap: 2 }}>
        {weekdays.map((day) => (
          <TextInput key={day} {...text(`week-${day}`)} optional maxLength={80} />
        ))}
      </Box>
      <Box component="p">{t('tasks:settings.deadlines')}</Box>
      {deadlineKinds.map((kind) => (
        <Box
          key={kind}
          sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '260px 260px' }, columnGap: 2 }}
        >
          <TextInput {...text(`amount-${kind}`)} inputMode="numeric" maxLength={2} width={100} />
          <SelectInput
            {...text(`unit-${kind}`)}
            options={(['hours', 'days'] as const).map((unit) => ({
              value: unit,
              text: t(`tasks:settings.unit.${unit}`),
            }))}
          />
        </Box>
      ))}
      <Box component="p">{t('tasks:settings.choices')}</Box>
      {choiceNames.map((name) => (
        <TextInput key={name} {...text(name)} inputMode="numeric" maxLength={3} width={100} />
      ))}
      <Button type="submit" variant="contained" disabled={!together.dirty} loading={save.isPending}>
        {t('common:action.save')}
      </Button>
    </form>
  )
}
