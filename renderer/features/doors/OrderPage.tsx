import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import { announce } from '../../components/Live'
import { CallerFormPage } from '../calls/CallerFormPage'
import { DoorForm } from './DoorForm'

/** A door opening for a resident: at the counter, or by the live call with them. */
export function OrderPage() {
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  return (
    <CallerFormPage title={t('doors:form.title')} withoutLease={t('refusals:notInRegister')}>
      {(person, call) => (
        <DoorForm
          key={person.id}
          person={person}
          call={call}
          onOrdered={({ door }) => {
            announce(t('doors:form.ordered'))
            navigate(`/doors/${door.id}`, { replace: true })
          }}
          onLeave={() => navigate(`/residents/${person.id}`)}
        />
      )}
    </CallerFormPage>
  )
}
