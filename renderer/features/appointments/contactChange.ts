import type { VisitView } from '#shared/contract/visits'
import { formatPhone, normaliseEmail, normalisePhone } from '#shared/rules/contacts'
import type { ContactValues } from './booking'

/** The contacts of a visit as a form shows them; empty where they are not shown. */
export const visitContacts = (
  visit: Pick<VisitView, 'phone' | 'email' | 'language' | 'additionalInformation'>,
): ContactValues => ({
  phone: visit.phone === null ? '' : formatPhone(visit.phone),
  email: visit.email ?? '',
  language: visit.language,
  additionalInformation: visit.additionalInformation,
})

function normal(field: 'phone' | 'email', text: string): string | null {
  if (text.trim() === '') return null
  const result = field === 'phone' ? normalisePhone(text) : normaliseEmail(text)
  return result.ok ? result.value : text.trim()
}

/** Only what differs from what the form began with, as `appointments.change` takes it: an absent field stays as it is. */
export function contactChange(before: ContactValues, values: ContactValues) {
  const phone = normal('phone', values.phone)
  const email = normal('email', values.email)
  const additionalInformation = values.additionalInformation.trim()
  return {
    ...(phone === normal('phone', before.phone) ? {} : { phone }),
    ...(email === normal('email', before.email) ? {} : { email }),
    ...(values.language === before.language ? {} : { language: values.language }),
    ...(additionalInformation === before.additionalInformation ? {} : { additionalInformation }),
  }
}
