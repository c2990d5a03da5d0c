import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import type { ResidentPage } from '#shared/contract/residents'
import { client } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { ResidentLead } from '../residents/ResidentLead'
import { emptyMandate } from './mandateValues'
import { firstLease, PowerForm, useGrantor } from './PowerForm'

/** Records a power on paper that a resident gave. */
export function RecordPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const resident = useGrantor(id)
  const { data } = resident
  return (
    <Page
      title={t('mandates:record.title')}
      windowTitle={t('mandates:record.title')}
      width="text"
      lead={data && <ResidentLead person={data} />}
    >
      <ErrorText error={resident.error} onRetry={() => void resident.refetch()} />
      {data ? <Record key={id} person={data} /> : !resident.isError && <LinesSkeleton lines={12} />}
    </Page>
  )
}

function Record({ person }: { readonly person: ResidentPage }) {
  const { t } = useTranslation()
  const { id } = person
  const died = person.marks.includes('deceased')
  return (
    <PowerForm
      person={person}
      draftKey={`mandate:${id}`}
      name={t('mandates:record.title')}
      {...(died ? { lead: t('mandates:record.died') } : {})}
      initial={emptyMandate(died, firstLease(person))}
      now={null}
      saved={t('mandates:record.saved')}
      save={(content) => client.mandates.record({ residentId: id, renews: null, ...content })}
      back={`/residents/${id}/mandates`}
    />
  )
}
