import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { api, client } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { ResidentLead } from '../residents/ResidentLead'
import { recordedMandate } from './mandateValues'
import { firstLease, PowerForm, useGrantor } from './PowerForm'

/** Corrects what was recorded of a power, while it is only received. */
export function CorrectPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const power = useQuery(api.mandates.read.queryOptions({ input: { id } }))
  const resident = useGrantor(power.data?.residentId)
  const person = resident.data
  const error = power.error ?? resident.error
  const mandate = power.data?.mandate
  const now = mandate && person && recordedMandate(mandate, person.id, firstLease(person))
  return (
    <Page
      title={t('mandates:correct.title')}
      windowTitle={t('mandates:correct.title')}
      width="text"
      lead={person && <ResidentLead person={person} />}
    >
      <ErrorText
        error={error}
        onRetry={() => {
          for (const query of [power, resident]) if (query.isError) void query.refetch()
        }}
      />
      {person && mandate && now ? (
        <PowerForm
          key={id}
          person={person}
          draftKey={`mandateCorrection:${id}`}
          name={t('mandates:correct.title')}
          initial={now}
          now={now}
          saved={t('mandates:correct.saved')}
          save={(content) => client.mandates.correct({ id, version: mandate.version, ...content })}
          back={`/mandates/${id}`}
        />
      ) : (
        error === null && <LinesSkeleton lines={12} />
      )}
    </Page>
  )
}
