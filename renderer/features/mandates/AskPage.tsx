import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { MandateSummary } from '#shared/contract/mandateViews'
import type { ResidentPage } from '#shared/contract/residents'
import { api } from '../../app/client'
import { useShortcut } from '../../app/shortcuts'
import { useDiscard } from '../../components/ConfirmDialog'
import { ErrorText } from '../../components/ErrorText'
import { announce } from '../../components/Live'
import { Page } from '../../components/Page'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { LeaseSelect } from '../residents/LeaseSelect'
import { ResidentLead } from '../residents/ResidentLead'
import { Answer } from './Answer'
import { Identifying, useIdentifying, whoseDocument } from './Identifying'
import { peopleOf } from './people'
import { useAsk } from './useAsk'
import { WhatWanted } from './WhatWanted'
import { WhoIsHere } from './WhoIsHere'

/** May whoever is here do this for that resident today? Who, what, and the answer, on one screen. */
export function AskPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const resident = useQuery(api.residents.read.queryOptions({ input: { id } }))
  const powers = useQuery(api.mandates.ofResident.queryOptions({ input: { residentId: id } }))
  const error = resident.error ?? powers.error
  return (
    <Page
      title={t('mandates:ask.title')}
      windowTitle={t('mandates:ask.title')}
      lead={resident.data && <ResidentLead person={resident.data} />}
    >
      <ErrorText
        error={error}
        onRetry={() => {
          for (const query of [resident, powers]) if (query.isError) void query.refetch()
        }}
      />
      {resident.data && powers.data ? (
        <Question key={id} person={resident.data} given={powers.data.given} />
      ) : (
        error === null && <LinesSkeleton lines={12} />
      )}
    </Page>
  )
}

interface QuestionProps {
  readonly person: ResidentPage
  readonly given: readonly MandateSummary[]
}

function Question({ person, given }: QuestionProps) {
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const people = useMemo(() => peopleOf(given), [given])
  const ask = useAsk(person, given)
  const [dirty, setDirty] = useState(false)
  const discard = useDiscard(dirty, () => navigate(`/residents/${person.id}`))
  const name = `${person.firstNames} ${person.lastName}`
  const whose = whoseDocument(ask.who, ask.answer, person.id, name)
  const identifying = useIdentifying(whose, ask.again)
  const { checking } = identifying
  useShortcut('escape', discard.request, { enabled: !checking })

  if (person.leases.length === 0) return <Alert severity="warning">{t('mandates:ask.noLease')}</Alert>
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr)',
          lg: checking ? '280px minmax(0, 1fr)' : '280px minmax(0, 500px) minmax(0, 1fr)',
        },
        columnGap: 2,
        alignItems: 'start',
      }}
    >
      <Box>
        <WhoIsHere
          name={name}
          people={people}
          who={ask.who}
          onChoose={(who) => {
            identifying.end()
            ask.choose(who)
          }}
        />
        <Lease person={person} leaseNo={ask.leaseNo} onChoose={ask.chooseLease} />
      </Box>
      {checking && whose ? (
        <Identifying whose={whose} today={person.today} identifying={identifying} />
      ) : (
        <>
          <WhatWanted
            action={ask.asked?.action ?? null}
            onWant={(action) => {
              if (ask.who === null) announce(t('mandates:ask.whoFirst'))
              ask.want(action)
            }}
          />
          <Section title={t('mandates:ask.answer')}>
            <ErrorText error={ask.error} />
            {ask.asked && ask.answer ? (
              <Answer
                key={ask.answer.askId}
                asked={ask.asked}
                answer={ask.answer}
                given={given}
                outdated={ask.outdated}
                onIdentify={whose && identifying.begin}
                onAgain={ask.again}
                onDecided={ask.decided}
                onDirty={setDirty}
              />
            ) : ask.busy ? (
              <LinesSkeleton lines={4} />
            ) : (
              <Typography color="text.secondary">
                {ask.who === null ? t('mandates:ask.whoFirst') : t('mandates:ask.whatNext')}
              </Typography>
            )}
          </Section>
        </>
      )}
      {discard.dialog}
    </Box>
  )
}

interface LeaseProps {
  readonly person: ResidentPage
  readonly leaseNo: string
  readonly onChoose: (leaseNo: string) => void
}

/** Which lease it is about: the one that matters now, unless another is chosen. */
function Lease({ person, leaseNo, onChoose }: LeaseProps) {
  const { t } = useTranslation()
  return (
    <LeaseSelect
      id="ask-lease"
      label={t('mandates:ask.lease')}
      leases={person.leases}
      value={leaseNo}
      saidOf={({ state }) => t(`mandates:leaseState.${state}`)}
      onChoose={onChoose}
    />
  )
}
