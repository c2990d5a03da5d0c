import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import { announce } from '../../components/Live'
import { CallerFormPage } from '../calls/CallerFormPage'
import { DefectForm } from './DefectForm'

/** A defect that a resident reports: at the counter, by e-mail, or by the live call with them. */
export function ReportDefectPage() {
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  return (
    <CallerFormPage title={t('defects:form.title')} withoutLease={t('refusals:notLivingThere')}>
      {(person, call) => (
        <DefectForm
          key={person.id}
          person={person}
          call={call}
          onReported={({ defect }) => {
            announce(t('defects:form.made'))
            navigate(`/defects/${defect.id}`, { replace: true })
          }}
          onLeave={() => navigate(`/residents/${person.id}`)}
        />
      )}
    </CallerFormPage>
  )
}
