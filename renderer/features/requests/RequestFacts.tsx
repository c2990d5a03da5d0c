import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import type { RequestPage } from '#shared/contract/requests'
import type { RequestField } from '#shared/rules/requestKinds'
import { requestKindRule } from '#shared/rules/requestKinds'
import { useFormat } from '../../app/format'
import { Facts, Section } from '../../components/Section'

/** What was asked, who asked it and when, and how it ended. */
export function RequestFacts({ request }: { readonly request: RequestPage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { who, ended, questions, hidden } = request
  const rows = [
    ...requestKindRule(request.kind).fields.flatMap((field) => {
      const value = request.fields[field.name]
      if (value === undefined) return []
      return [{ name: t(`requests:field.${field.name}`), value: <FieldValue field={field} value={value} /> }]
    }),
    request.lastDay !== null && { name: t('requests:page.lastDay'), value: format.day(request.lastDay) },
    {
      name: t('requests:page.who'),
      value: (
        <>
          {who.name === null
            ? t(`requests:asker.${who.kind}`)
            : `${who.name}, ${t(`requests:asker.${who.kind}`)}`}
          {request.mandateId !== null && (
            <>
              {' · '}
              <Link href={`#/mandates/${request.mandateId}`}>{t('requests:page.mandate')}</Link>
            </>
          )}
        </>
      ),
    },
    questions.length > 0 && {
      name: t('requests:page.asked'),
      value: questions.map((question) => t(`requests:question.${question}`)).join(', '),
    },
    { name: t('requests:page.lease'), value: request.leaseNo },
    {
      name: t('requests:page.made'),
      value: `${format.dateTime(request.madeAt)}, ${request.madeBy}`,
    },
    { name: t('requests:page.reference'), value: referenceText(request.reference) },
  ].filter((row) => typeof row === 'object')
  return (
    <Box>
      {hidden.length > 0 && (
        <Alert severity="warning" role="note" sx={{ mb: 2 }}>
          {hidden.map((thing) => (
            <div key={thing}>{t(`mandates:hidden.${thing}`)}</div>
          ))}
        </Alert>
      )}
      <Section title={t('requests:page.what')}>
        <Facts rows={rows} />
      </Section>
      {ended && (
        <Section title={request.state === 'done' ? t('requests:state.done') : t('requests:state.cancelled')}>
          <Facts
            rows={[
              { name: t('requests:page.ended'), value: `${format.dateTime(ended.at)}, ${ended.by}` },
              ...(ended.on === null
                ? []
                : [{ name: t('requests:cancel.by'), value: t(`requests:cancelledBy.${ended.on}`) }]),
              ...(ended.note === ''
                ? []
                : [{ name: t('requests:note'), value: <Lines>{ended.note}</Lines> }]),
            ]}
          />
        </Section>
      )}
    </Box>
  )
}

/** Twelve letters and digits are read in fours. */
const referenceText = (reference: string) => reference.replace(/(.{4})(?=.)/g, '$1-')

const Lines = ({ children }: { readonly children: string }) => (
  <Box component="span" sx={{ whiteSpace: 'pre-line' }}>
    {children}
  </Box>
)

interface FieldValueProps {
  readonly field: RequestField
  readonly value: RequestPage['fields'][string]
}

function FieldValue({ field, value }: FieldValueProps) {
  const { t } = useTranslation()
  const format = useFormat()
  if (typeof value !== 'string') {
    if (field.type === 'people' && field.who === 'one') return value.map(({ name }) => name).join(', ')
    return (
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {value.map(({ residentId, name, change, on }) => (
          <li key={residentId ?? name}>
            {`${name}: ${t(`requests:change.${change}`)}`}
            {on !== null && ` ${format.day(on)}`}
          </li>
        ))}
      </Box>
    )
  }
  if (field.type === 'day') return format.day(value)
  if (field.type === 'choice') return t(`requests:choice.${field.name}.${value}`)
  return <Lines>{value}</Lines>
}
