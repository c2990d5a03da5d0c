import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { api, client } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { ResidentLead } from '../residents/ResidentLead'
import { renewedMandate } from './mandateValues'
import { firstLease, PowerForm, useGrantor } from './PowerForm'

/** Records a power that was granted anew from an old one: what it says is there, its days and how it came are typed. */
export function RenewPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const old = useQuery(api.mandates.read.queryOptions({ input: { id } }))
  const renewal = useQuery(api.mandates.renewal.queryOptions({ input: { id } }))
  const resident = useGrantor(renewal.data?.residentId)
  const person = resident.data
  const error = renewal.error ?? old.error ?? resident.error
  const content = renewal.data?.content
  const grantors = old.data?.mandate.grantors
  return (
    <Page
      title={t('mandates:renew.title')}
      windowTitle={t('mandates:renew.title')}
      width="text"
      lead={person && <ResidentLead person={person} />}
    >
      <ErrorText
        error={error}
        onRetry={() => {
          for (const query of [old, renewal, resident]) if (query.isError) void query.refetch()
        }}
      />
      {person && content && grantors ? (
        <PowerForm
          key={id}
          person={person}
          draftKey={`mandateRenewal:${id}`}
          name={t('mandates:renew.title')}
          lead={t('mandates:renew.lead')}
          initial={renewedMandate(
            content,
            new Map(grantors.map(({ residentId, name }) => [residentId, name])),
            firstLease(person),
          )}
          now={null}
          saved={t('mandates:record.saved')}
          save={(written) => client.mandates.record({ residentId: person.id, renews: id, ...written })}
          back={`/mandates/${id}`}
        />
      ) : (
        error === null && <LinesSkeleton lines={12} />
      )}
    </Page>
  )
}
