import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { MandateSummary } from '#shared/contract/mandateViews'
import type { ResidentPage } from '#shared/contract/residents'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { useShortcut } from '../../app/shortcuts'
import { useDiscard } from '../../components/ConfirmDialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { ErrorText } from '../../components/ErrorText'
import { KeyHint } from '../../components/KeyHint'
import { announce } from '../../components/Live'
import { Page } from '../../components/Page'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { useTakesFocus } from '../../components/useTakesFocus'
import { Answer } from '../mandates/Answer'
import { Identifying, useIdentifying, whoseDocument } from '../mandates/Identifying'
import { peopleOf } from '../mandates/people'
import { LeaseSelect } from '../residents/LeaseSelect'
import { ResidentLead } from '../residents/ResidentLead'
import { KindChoice } from './KindChoice'
import { RequestFields } from './RequestFields'
import { useRequestChanged } from './useRequestChanged'
import { idOf, type RequestFormState, useRequestForm } from './useRequestForm'
import { SelfIdentity, WhoAsks } from './WhoAsks'

/** A service request for a resident: which kind, who asks, and its short form, all kinds on the one page. */
export function MakePage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const resident = useQuery(api.residents.read.queryOptions({ input: { id } }))
  const powers = useQuery(api.mandates.ofResident.queryOptions({ input: { residentId: id } }))
  const checks = useQuery(api.identity.list.queryOptions({ input: { residentId: id } }))
  const error = resident.error ?? powers.error ?? checks.error
  return (
    <Page
      title={t('requests:make.title')}
      windowTitle={t('requests:make.title')}
      lead={resident.data && <ResidentLead person={resident.data} />}
    >
      <ErrorText
        error={error}
        onRetry={() => {
          for (const query of [resident, powers, checks]) if (query.isError) void query.refetch()
        }}
      />
      {resident.data && powers.data && checks.data ? (
        <Make
          key={id}
          person={resident.data}
          given={powers.data.given}
          identifiedToday={checks.data.some(({ today, outcome }) => today && outcome === 'accepted')}
        />
      ) : (
        error === null && <LinesSkeleton lines={12} />
      )}
    </Page>
  )
}

interface MakeProps {
  readonly person: ResidentPage
  readonly given: readonly MandateSummary[]
  readonly identifiedToday: boolean
}

function Make({ person, given, identifiedToday }: MakeProps) {
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const changed = useRequestChanged()
  const people = useMemo(() => peopleOf(given), [given])
  const form = useRequestForm(person, given, identifiedToday, (answered) => {
    changed(answered)
    announce(t('requests:make.made'))
    navigate(`/requests/${answered.request.id}`, { replace: true })
  })
  const name = `${person.firstNames} ${person.lastName}`
  const whose = whoseDocument(form.who, form.asking.answer, person.id, name)
  const identifying = useIdentifying(whose, form.again)
  const { checking } = identifying
  const discard = useDiscard(form.dirty, () => {
    form.throwAway()
    navigate(`/residents/${person.id}`)
  })
  useShortcut('escape', discard.request, { enabled: !checking })
  useShortcut('ctrl+enter', form.submit, { enabled: !checking && form.form.data !== undefined })

  if (person.leases.length === 0) return <Alert severity="warning">{t('requests:make.noLease')}</Alert>
  return (
    <>
      {form.rule === null ? (
        <>
          <Lease person={person} form={form} />
          <KindChoice onChoose={form.chooseKind} />
        </>
      ) : (
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '300px minmax(0, 1fr)' },
            columnGap: 2,
            alignItems: 'start',
          }}
        >
          <Box>
            <WhoAsks form={form} name={name} people={people} />
          </Box>
          {checking && whose ? (
            <Identifying whose={whose} today={person.today} identifying={identifying} />
          ) : (
            <Box>
              {form.asking.error !== null && <ErrorText error={form.asking.error} />}
              {form.asking.asked && form.asking.answer && (
                <Section title={t('mandates:ask.answer')}>
                  <Answer
                    key={form.asking.answer.askId}
                    asked={form.asking.asked}
                    answer={form.asking.answer}
                    given={given}
                    outdated={form.asking.outdated}
                    onIdentify={whose && identifying.begin}
                    onAgain={form.again}
                    onDecided={form.asking.decided}
                    onDirty={() => undefined}
                  />
                </Section>
              )}
              <ShortForm
                form={form}
                person={person}
                identifiedToday={identifiedToday}
                onIdentify={identifying.begin}
                onLeave={discard.request}
              />
            </Box>
          )}
        </Box>
      )}
      {discard.dialog}
    </>
  )
}

interface ShortFormProps {
  readonly form: RequestFormState
  readonly person: ResidentPage
  readonly identifiedToday: boolean
  readonly onIdentify: () => void
  readonly onLeave: () => void
}

function ShortForm({ form, person, identifiedToday, onIdentify, onLeave }: ShortFormProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const change = useTakesFocus<HTMLButtonElement>()
  const { kind } = form.values
  if (kind === '') return null
  const goes = form.form.data?.kinds.find((each) => each.kind === kind)
  const label = (id: string) => {
    const field = form.rule?.fields.find(({ name }) => idOf(name) === id)
    return field ? `${t(`requests:field.${field.name}`)}: ` : ''
  }
  return (
    <Section
      title={t(`requests:kind.${kind}`)}
      actions={
        <Button ref={change} size="small" onClick={() => form.chooseKind('')}>
          {t('requests:make.otherKind')}
        </Button>
      }
    >
      <form
        noValidate
        aria-label={t('requests:make.title')}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault()
          form.submit()
        }}
      >
        {form.attempt > 0 && form.items.length > 0 && (
          <ErrorSummary
            items={form.items.map(({ id, text }) => ({ id, text: `${label(id)}${text}` }))}
            attempt={form.attempt}
          />
        )}
        {form.refused && (
          <Alert severity="error" sx={{ mb: 2 }}>
            {form.refused.text}{' '}
            {form.refused.requestId !== null && (
              <Link href={`#/requests/${form.refused.requestId}`} color="inherit">
                {t('requests:make.openIt')}
              </Link>
            )}
          </Alert>
        )}
        <ErrorText error={form.form.error} onRetry={() => void form.form.refetch()} />
        {form.who?.kind === 'self' && (
          <SelfIdentity identifiedToday={identifiedToday} onIdentify={onIdentify} />
        )}
        <Lease person={person} form={form} />
        {goes && !goes.hasAddress && (
          <Alert severity="warning" role="note" sx={{ mb: 2 }}>
            {t('requests:make.noAddress')}
          </Alert>
        )}
        {form.form.data ? (
          <RequestFields form={form} residentId={person.id} />
        ) : (
          !form.form.isError && <LinesSkeleton lines={6} />
        )}
        {form.termination !== null && (
          <Alert severity="info" role="status" sx={{ mb: 2 }}>
            {t('requests:make.lastDay', { day: format.day(form.termination) })}
          </Alert>
        )}
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Button type="submit" variant="contained" loading={form.busy} aria-keyshortcuts="Control+Enter">
            {t('requests:make.send')}
            <KeyHint keys="Ctrl+Enter" />
          </Button>
          <Button onClick={onLeave} aria-keyshortcuts="Escape">
            {t('common:action.cancel')}
            <KeyHint keys="Esc" />
          </Button>
          {goes && (
            <span>
              {t('requests:make.goes', {
                to: t(`requests:goesTo.${goes.goesTo}`),
                day: format.day(goes.dueOn),
              })}
            </span>
          )}
        </Stack>
      </form>
    </Section>
  )
}

/** Which lease it is about: the one that matters now, unless another is chosen. */
function Lease({ person, form }: { readonly person: ResidentPage; readonly form: RequestFormState }) {
  const { t } = useTranslation()
  return (
    <LeaseSelect
      id={idOf('lease')}
      label={t('mandates:ask.lease')}
      leases={person.leases}
      value={form.values.leaseNo}
      width={560}
      saidOf={({ state }) => t(`mandates:leaseState.${state}`)}
      onChoose={form.chooseLease}
    />
  )
}
