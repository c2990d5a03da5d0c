import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type client } from '../../app/client'
import { errorName, isNamed } from '../../app/errors'
import { useMay } from '../../app/session'
import { useShortcut } from '../../app/shortcuts'
import { ChangedMeanwhile } from '../../components/ChangedMeanwhile'
import { ErrorSummary } from '../../components/ErrorSummary'
import { ErrorText } from '../../components/ErrorText'
import { SelectInput, TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { useFlatForm } from '../../components/useFlatForm'
import { kinds } from './kinds'
import { faultOwners, namesOf, refusedField, settingsOf, typedSettings } from './settingsForm'

type Settings = Awaited<ReturnType<typeof client.defects.readSettings>>

const idOf = (field: string) => `defect-settings-${field.replace(/[^\p{L}\p{N}]/gu, '-')}`

/** Where defects go, and whose an As Oy fault is: for the lead and administrators. */
export function DefectSettings() {
  const { t } = useTranslation()
  const may = useMay()
  const leads = may('lead', 'administrator')
  const query = useQuery(api.defects.readSettings.queryOptions({ enabled: leads }))
  if (!leads) return null
  return (
    <Section title={t('defects:settings.title')}>
      <ErrorText error={query.data === undefined ? query.error : null} onRetry={() => void query.refetch()} />
      {query.isPending && <LinesSkeleton lines={6} />}
      {query.data && <Form settings={query.data} />}
    </Section>
  )
}

function Form({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const save = useMutation({ ...api.defects.saveSettings.mutationOptions(), gcTime: 0 })
  const [asOyShown, setAsOyShown] = useState(false)
  const [adding, setAdding] = useState('')
  const form = useFlatForm({
    read: typedSettings(settings, settings.missing),
    saving: save.isPending,
    wrong: () => [],
  })
  const { together, value, values } = form
  const label = (field: string): string => {
    const at = field.indexOf(':')
    const kind = kinds.find((each) => field === `asOy:${each}`)
    if (kind) return t(`defects:kind.${kind}`)
    const of = field.slice(at + 1)
    if (field.startsWith('area:')) return of
    if (field.startsWith('company:')) return of
    if (field.startsWith('housingName:')) return t('defects:settings.housingName', { no: of })
    if (field.startsWith('housingEmail:')) return t('defects:settings.housingEmail', { no: of })
    return t('defects:settings.ownCleaners')
  }
  const sent = settingsOf(values, settings.version)
  const refused = save.error === null ? null : errorName(save.error)
  const refusedAt = refused?.field === undefined ? undefined : refusedField(refused.field, sent)
  const meanwhile = isNamed(save.error, 'CHANGED_MEANWHILE')
  const set = (field: string, text: string) => {
    form.set(field, text)
    if (save.isError) save.reset()
  }
  const submit = () => {
    if (save.isPending || !together.dirty || !form.ready()) return
    save.mutate(sent, {
      onSuccess: () => {
        form.saved()
        announce(t('common:saved'))
        void queryClient.invalidateQueries({ queryKey: api.defects.key() })
      },
      onError: () => void queryClient.invalidateQueries({ queryKey: api.defects.readSettings.key() }),
    })
  }
  useShortcut('ctrl+enter', submit, { enabled: together.dirty })
  const text = (field: string) => ({
    id: idOf(field),
    label: label(field),
    value: value(field),
    error: field === refusedAt && refused ? t(`refusals:${refused.name}`) : undefined,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => set(field, target.value),
  })
  const email = (field: string) => (
    <TextInput key={field} {...text(field)} optional inputMode="email" maxLength={254} />
  )
  const twoColumns = { display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2 }
  const unset = settings.missing.areas.length + settings.missing.companies.length
  return (
    <form
      noValidate
      aria-label={t('defects:settings.title')}
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault()
        submit()
      }}
    >
      <ErrorSummary
        items={
          refusedAt && refused
            ? [{ id: idOf(refusedAt), text: `${label(refusedAt)}: ${t(`refusals:${refused.name}`)}` }]
            : []
        }
        error={meanwhile && together.shown ? null : save.error}
        attempt={save.submittedAt}
      />
      <ChangedMeanwhile
        together={together}
        refused={meanwhile}
        label={label}
        show={(field, of) =>
          field.startsWith('asOy:') && of[field] ? t(`defects:asOyOwner.${of[field]}`) : of[field]
        }
      />
      {unset > 0 && (
        <Alert severity="warning" role="note" sx={{ mb: 2 }}>
          {t('defects:settings.missing', { count: unset })}
        </Alert>
      )}
      <h3>{t('defects:settings.areas')}</h3>
      <Box sx={twoColumns}>{namesOf(values, 'area:').map((area) => email(`area:${area}`))}</Box>
      <h3>{t('defects:settings.cleaners')}</h3>
      <Box sx={twoColumns}>
        {email('ownCleaners')}
        {namesOf(values, 'company:').map((company) => email(`company:${company}`))}
      </Box>
      <h3>{t('defects:settings.asOy')}</h3>
      {namesOf(values, 'housingName:').map((no) => (
        <Box key={no} sx={twoColumns}>
          <TextInput {...text(`housingName:${no}`)} optional maxLength={160} />
          {email(`housingEmail:${no}`)}
        </Box>
      ))}
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
        <Box sx={{ width: 180 }}>
          <TextInput
            id={idOf('adding')}
            label={t('defects:settings.propertyNo')}
            optional
            width={160}
            maxLength={40}
            value={adding}
            onChange={({ target }) => setAdding(target.value)}
          />
        </Box>
        <Button
          variant="outlined"
          sx={{ mt: 3.5 }}
          disabled={adding.trim() === ''}
          onClick={() => {
            set(`housingName:${adding.trim()}`, value(`housingName:${adding.trim()}`))
            setAdding('')
          }}
        >
          {t('defects:settings.addHousing')}
        </Button>
      </Box>
      <Box sx={{ mb: 2 }}>
        <Button aria-expanded={asOyShown} onClick={() => setAsOyShown(!asOyShown)}>
          {settings.missing.asOyKinds > 0
            ? t('defects:settings.asOyTableMissing', { count: settings.missing.asOyKinds })
            : t('defects:settings.asOyTable')}
        </Button>
        {asOyShown && (
          <Box sx={twoColumns}>
            {kinds.map((kind) => (
              <SelectInput
                key={kind}
                {...text(`asOy:${kind}`)}
                options={[
                  { value: '', text: t('defects:settings.asOyNobody') },
                  ...faultOwners.map((each) => ({ value: each, text: t(`defects:asOyOwner.${each}`) })),
                ]}
              />
            ))}
          </Box>
        )}
      </Box>
      <Button type="submit" variant="contained" disabled={!together.dirty} loading={save.isPending}>
        {t('common:action.save')}
      </Button>
    </form>
  )
}
