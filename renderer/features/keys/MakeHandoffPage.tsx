import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { MandateSummary } from '#shared/contract/mandateViews'
import type { ResidentPage } from '#shared/contract/residents'
import { type HandoffDirection, handoffDirections } from '#shared/rules/keyHandoff'
import { api } from '../../app/client'
import { useShortcut } from '../../app/shortcuts'
import { useDiscard } from '../../components/ConfirmDialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { ErrorText } from '../../components/ErrorText'
import { KeyHint } from '../../components/KeyHint'
import { announce } from '../../components/Live'
import { Page } from '../../components/Page'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { Answer } from '../mandates/Answer'
import { Identifying, useIdentifying, whoseDocument } from '../mandates/Identifying'
import { firstLease } from '../mandates/PowerForm'
import { peopleOf } from '../mandates/people'
import { LeaseSelect } from '../residents/LeaseSelect'
import { ResidentLead } from '../residents/ResidentLead'
import { HandoffFields } from './HandoffFields'
import { HandoffPdf } from './HandoffPdf'
import { KeyError } from './KeyError'
import { idOf, useHandoffForm } from './useHandoffForm'
import type { Answered } from './useKeysChanged'
import { WhoBrings } from './WhoBrings'

/** A return or a pick-up of keys: which lease and keys, by when, who brings and whether they may, on one page. */
export function MakeHandoffPage() {
  const { id = '', direction: named = '', leaseNo } = useParams()
  const { t } = useTranslation()
  const direction = handoffDirections.find((each) => each === named) ?? 'return'
  const resident = useQuery(api.residents.read.queryOptions({ input: { id } }))
  const powers = useQuery(api.mandates.ofResident.queryOptions({ input: { residentId: id } }))
  const error = resident.error ?? powers.error
  return (
    <Page
      title={t(`keys:make.title.${direction}`)}
      windowTitle={t(`keys:make.title.${direction}`)}
      lead={resident.data && <ResidentLead person={resident.data} />}
    >
      <ErrorText
        error={error}
        onRetry={() => {
          for (const query of [resident, powers]) if (query.isError) void query.refetch()
        }}
      />
      {resident.data && powers.data ? (
        <Make
          key={`${id} ${direction}`}
          person={resident.data}
          given={powers.data.given}
          direction={direction}
          leaseNo={leaseNo === undefined ? firstLease(resident.data) : decodeURIComponent(leaseNo)}
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
  readonly direction: HandoffDirection
  readonly leaseNo: string
}

function Make({ person, given, direction, leaseNo }: MakeProps) {
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const people = useMemo(() => peopleOf(given), [given])
  const [printing, setPrinting] = useState<Answered['handoff'] | null>(null)
  const open = (id: string) => navigate(`/keys/handoffs/${id}`, { replace: true })
  const form = useHandoffForm(person, given, direction, leaseNo, ({ handoff }) => {
    announce(t(`keys:make.made.${direction}`))
    if (handoff.send === 'paper') setPrinting(handoff)
    else open(handoff.id)
  })
  const name = `${person.firstNames} ${person.lastName}`
  // A resident who brings their own keys shows no document here.
  const whose = form.asked && whoseDocument(form.asked, form.asking.answer, person.id, name)
  const identifying = useIdentifying(whose, form.again)
  const { checking } = identifying
  const discard = useDiscard(form.dirty, () => {
    form.throwAway()
    navigate(`/residents/${person.id}/keys`)
  })
  useShortcut('escape', discard.request, { enabled: !checking && printing === null })
  useShortcut('ctrl+enter', form.submit, { enabled: !checking && printing === null })

  if (person.leases.length === 0) return <Alert severity="warning">{t('keys:make.noLease')}</Alert>
  if (printing)
    return (
      <HandoffPdf
        handoff={printing}
        what="instructions"
        language={printing.language}
        onClose={() => open(printing.id)}
      />
    )
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '300px minmax(0, 1fr)' },
        columnGap: 2,
        alignItems: 'start',
      }}
    >
      <WhoBrings form={form} name={name} people={people} />
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
          <Section title={t(`keys:make.section.${direction}`)}>
            <form
              noValidate
              aria-label={t(`keys:make.title.${direction}`)}
              onSubmit={(event: SubmitEvent) => {
                event.preventDefault()
                form.submit()
              }}
            >
              <ErrorSummary items={form.items} attempt={form.attempt} />
              <KeyError error={form.error} keys={form.read.data?.keys ?? []} />
              {form.reason !== undefined && (
                <Alert severity="error" sx={{ mb: 2 }}>
                  {t(`mandates:reason.${form.reason}`)}
                </Alert>
              )}
              <LeaseSelect
                id={idOf('lease')}
                label={t('mandates:ask.lease')}
                leases={person.leases}
                value={form.values.leaseNo}
                width={560}
                saidOf={({ state }) => t(`mandates:leaseState.${state}`)}
                onChoose={form.chooseLease}
              />
              <ErrorText error={form.read.error} onRetry={() => void form.read.refetch()} />
              {form.read.data ? (
                <HandoffFields form={form} />
              ) : (
                !form.read.isError && <LinesSkeleton lines={8} />
              )}
              <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
                <Button
                  type="submit"
                  variant="contained"
                  loading={form.busy}
                  aria-keyshortcuts="Control+Enter"
                >
                  {t(`keys:make.save.${direction}`)}
                  <KeyHint keys="Ctrl+Enter" />
                </Button>
                <Button onClick={discard.request} aria-keyshortcuts="Escape">
                  {t('common:action.cancel')}
                  <KeyHint keys="Esc" />
                </Button>
                {direction === 'pickup' && <span>{t('keys:make.identityRule')}</span>}
              </Stack>
            </form>
          </Section>
        </Box>
      )}
      {discard.dialog}
    </Box>
  )
}
