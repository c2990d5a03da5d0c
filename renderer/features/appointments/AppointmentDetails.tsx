import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '#shared/contract/visits'
import { formatPhone } from '#shared/rules/contacts'
import { contactPoints } from '#shared/rules/facts'
import { useFormat } from '../../app/format'
import { Facts, Section } from '../../components/Section'
import { languageNames } from '../../i18n'
import { useWhenText } from './whenText'

const { address, district } = contactPoints.servicePoint

/** When, where, about what and who; how the visitor is reached, and where the visit is. */
export function AppointmentDetails({ visit }: { readonly visit: VisitView }) {
  const { t } = useTranslation()
  const format = useFormat()
  const when = useWhenText()
  const none = t('appointments:page.none')
  const withheld = visit.contactsHidden ? t('appointments:page.hidden') : none
  const optional = (name: string, value: string | null) => (value === null ? [] : [{ name, value }])
  return (
    <Section title={t('appointments:page.details')}>
      <Facts
        rows={[
          { name: t('appointments:page.who'), value: <Visitor visit={visit} /> },
          {
            name: t('appointments:page.when'),
            value: visit.startsAt === null ? format.day(visit.day) : when(visit.startsAt, visit.endsAt),
          },
          { name: t('appointments:page.where'), value: <Where visit={visit} /> },
          { name: t('appointments:book.reason'), value: t(`appointments:reason.${visit.reason}`) },
          {
            name: t('appointments:page.state'),
            value: <strong>{t(`appointments:state.${visit.state}`)}</strong>,
          },
          ...optional(t('appointments:page.number'), visit.number),
          ...optional(
            t('appointments:page.outcome'),
            visit.outcome && t(`appointments:outcome.${visit.outcome}`),
          ),
          ...optional(t('appointments:page.note'), visit.note || null),
          ...optional(t('appointments:page.reference'), visit.reference),
          {
            name: t('appointments:page.additionalInformation'),
            value:
              visit.additionalInformation === '' ? (
                none
              ) : (
                <Box component="span" sx={{ whiteSpace: 'pre-line' }}>
                  {visit.additionalInformation}
                </Box>
              ),
          },
          {
            name: t('appointments:page.phone'),
            value: visit.phone === null ? withheld : formatPhone(visit.phone),
          },
          { name: t('appointments:page.email'), value: visit.email ?? withheld },
          { name: t('appointments:page.language'), value: languageNames[visit.language] },
          {
            name: t('appointments:page.bookedBy'),
            value: t('appointments:page.bookedByAt', {
              name: visit.bookedBy,
              when: format.dateTime(visit.bookedAt),
            }),
          },
        ]}
      />
    </Section>
  )
}

function Visitor({ visit }: { readonly visit: VisitView }) {
  const { t } = useTranslation()
  if (visit.residentId !== null) return <Link href={`#/residents/${visit.residentId}`}>{visit.name}</Link>
  const name = visit.name === '' ? t('appointments:page.noName') : visit.name
  const kind = visit.personKind && t(`appointments:personKind.${visit.personKind}`)
  return <>{[name, kind].filter(Boolean).join(', ')}</>
}

function Where({ visit }: { readonly visit: VisitView }) {
  const { t } = useTranslation()
  const desk = visit.deskNo ?? visit.lane
  const place =
    visit.team === 'asoy'
      ? t('appointments:page.whereAsOy')
      : desk === null
        ? t('appointments:page.whereService')
        : t('appointments:page.whereDesk', { desk })
  return <>{`${place}, ${address}, ${district}`}</>
}
