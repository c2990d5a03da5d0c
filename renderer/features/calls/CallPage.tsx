import Link from '@mui/material/Link'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import type { CallPage as Call } from '#shared/contract/calls'
import { formatPhone } from '#shared/rules/contacts'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { Facts, Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { elapsedText } from './elapsed'
import { useCallerWords } from './NoCall'
import { RecognitionMark } from './Recognise'

/** A call that was: who called, what was said and what came of it. */
export function CallPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const query = useQuery(api.calls.read.queryOptions({ input: { id } }))
  const call = query.data?.call
  return (
    <Page title={t('calls:call')} windowTitle={t('calls:call')} width="text">
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {call ? <CallFacts call={call} /> : !query.isError && <LinesSkeleton lines={8} />}
    </Page>
  )
}

function CallFacts({ call }: { readonly call: Call }) {
  const { t } = useTranslation()
  const format = useFormat()
  const who = useCallerWords()
  const asked = call.asked.map(
    ({ question, outcome }) => `${t(`calls:question.${question}`)}: ${t(`calls:asked.${outcome}`)}`,
  )
  const cameOf = [
    ...call.defectIds.map((id) => ({ id, href: `#/defects/${id}`, word: t('calls:openDefect') })),
    ...call.doorOpeningIds.map((id) => ({ id, href: `#/doors/${id}`, word: t('calls:openDoor') })),
    ...call.taskIds.map((id) => ({ id, href: `#/tasks/${id}`, word: t('calls:openTask') })),
  ]
  return (
    <Section title={t('calls:column.caller')}>
      <Facts
        rows={[
          {
            name: t('calls:column.caller'),
            value:
              call.residentId === null ? (
                who(call)
              ) : (
                <Link href={`#/residents/${call.residentId}`}>{who(call)}</Link>
              ),
          },
          ...(call.numberKind === 'none'
            ? []
            : [
                {
                  name: t('calls:number'),
                  value:
                    call.number === null
                      ? t(`calls:numberKind.${call.numberKind}`)
                      : `${formatPhone(call.number)}, ${t(`calls:numberKind.${call.numberKind}`)}`,
                },
              ]),
          ...(call.callerKind === 'resident'
            ? [
                {
                  name: t('calls:recognise.title'),
                  value: <RecognitionMark recognition={call.recognition} />,
                },
              ]
            : []),
          ...(asked.length > 0 ? [{ name: t('calls:wasAsked'), value: asked.join('; ') }] : []),
          {
            name: t('calls:log.topic'),
            value: call.topic === null ? '–' : t(`calls:topic.${call.topic}`),
          },
          ...(call.said === ''
            ? []
            : [
                {
                  name: t('calls:log.said'),
                  value: <span style={{ whiteSpace: 'pre-line' }}>{call.said}</span>,
                },
              ]),
          {
            name: t('calls:log.outcome'),
            value:
              call.outcome === null ? t(`calls:state.${call.state}`) : t(`calls:outcome.${call.outcome}`),
          },
          ...(cameOf.length > 0
            ? [
                {
                  name: t('calls:cameOf'),
                  value: cameOf.map(({ id, href, word }, at) => (
                    <span key={id}>
                      {at > 0 && ' · '}
                      <Link href={href}>{word}</Link>
                    </span>
                  )),
                },
              ]
            : []),
          {
            name: t('calls:column.startedAt'),
            value: `${format.dateTime(call.startedAt)}${call.outsideHours ? ` (${t('calls:outsideHours')})` : ''}`,
          },
          { name: t('calls:column.lasted'), value: elapsedText(call.talkedSeconds) },
          { name: t('calls:column.by'), value: `${call.by}, ${t(`calls:line.${call.line}`)}` },
        ]}
      />
    </Section>
  )
}
