import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import type { DefectPage } from '#shared/contract/defects'
import { formatPhone } from '#shared/rules/contacts'
import { useFormat } from '../../app/format'
import { Facts, Section } from '../../components/Section'
import { referenceText } from './kinds'

/** What was reported, by whom and how, and how it ended. */
export function DefectFacts({ defect }: { readonly defect: DefectPage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { ended } = defect
  const lines = (text: string) => <span style={{ whiteSpace: 'pre-line' }}>{text}</span>
  const text = (name: string, value: string) => (value === '' ? [] : [{ name, value }])
  return (
    <>
      <Section title={t('defects:page.what')}>
        <Facts
          rows={[
            { name: t('defects:form.description'), value: lines(defect.description) },
            { name: t('defects:form.place'), value: t(`defects:place.${defect.place}`) },
            {
              name: t('defects:form.masterKey'),
              value: defect.masterKey ? t('defects:yes') : t('defects:no'),
            },
            ...text(t('defects:form.pets'), defect.pets),
            ...text(t('defects:form.atHome'), defect.atHome),
            ...(defect.phone === null
              ? []
              : [{ name: t('defects:page.phone'), value: formatPhone(defect.phone) }]),
            { name: t('defects:page.lease'), value: defect.leaseNo },
            {
              name: t('defects:page.reported'),
              value: (
                <>
                  {`${format.dateTime(defect.reportedAt)}, ${defect.reportedBy}, `}
                  {defect.callId === null ? (
                    t(`defects:via.${defect.via}`)
                  ) : (
                    <Link href={`#/calls/${defect.callId}`}>{t(`defects:via.${defect.via}`)}</Link>
                  )}
                </>
              ),
            },
            { name: t('defects:page.reference'), value: referenceText(defect.reference) },
            ...(defect.timesReopened > 0
              ? [{ name: t('defects:page.reopened'), value: format.number(defect.timesReopened) }]
              : []),
          ]}
        />
      </Section>
      {ended && (
        <Section title={t(`defects:state.${defect.state}`)}>
          <Facts
            rows={[
              { name: t('defects:page.ended'), value: `${format.dateTime(ended.at)}, ${ended.by}` },
              ...(ended.note === '' ? [] : [{ name: t('defects:note'), value: lines(ended.note) }]),
            ]}
          />
        </Section>
      )}
    </>
  )
}
