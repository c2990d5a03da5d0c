import type { AppointmentPage } from '#shared/contract/appointments'
import type { VisitView } from '#shared/contract/visits'
import { formatPhone, normaliseEmail, normalisePhone } from '#shared/rules/contacts'
import type { Comparing } from '../../components/threeWay'
import type { ContactValues } from './booking'

/** The contacts of a visit in a form, with what tells whether somebody else has changed them. */
export interface VisitContacts extends ContactValues {
  /** Phone and e-mail are not shown for non-disclosure; the fields are empty. */
  readonly hidden: boolean
  /** How many times the contacts of the visit have been changed. */
  readonly changes: number
}

/** The contacts of a visit as a form shows them; empty where they are not shown. */
export const visitContacts = (
  visit: Pick<VisitView, 'phone' | 'email' | 'language' | 'additionalInformation' | 'contactsHidden'>,
  history: AppointmentPage['history'],
): VisitContacts => ({
  phone: visit.phone === null ? '' : formatPhone(visit.phone),
  email: visit.email ?? '',
  language: visit.language,
  additionalInformation: visit.additionalInformation,
  hidden: visit.contactsHidden,
  changes: history.filter(({ what }) => what === 'changed').length,
})

function normal(field: 'phone' | 'email', text: string): string | null {
  if (text.trim() === '') return null
  const result = field === 'phone' ? normalisePhone(text) : normaliseEmail(text)
  return result.ok ? result.value : text.trim()
}

/** How the form is compared with what somebody else has made of the visit meanwhile. */
export const contactFields: Comparing<VisitContacts, keyof ContactValues> = {
  fields: ['additionalInformation', 'phone', 'email', 'language'],
  same(field, a, b) {
    if (field === 'phone' || field === 'email') {
      // What is not shown may be what was changed.
      if ((a.hidden || b.hidden) && a.changes !== b.changes) return false
      return normal(field, a[field]) === normal(field, b[field])
    }
    return field === 'language'
      ? a.language === b.language
      : a.additionalInformation.trim() === b.additionalInformation.trim()
  },
}

/** Only what differs from what is there now, as `appointments.change` takes it: an absent field stays as it is. */
export function contactChange(now: ContactValues, values: ContactValues) {
  const phone = normal('phone', values.phone)
  const email = normal('email', values.email)
  const additionalInformation = values.additionalInformation.trim()
  return {
    ...(phone === normal('phone', now.phone) ? {} : { phone }),
    ...(email === normal('email', now.email) ? {} : { email }),
    ...(values.language === now.language ? {} : { language: values.language }),
    ...(additionalInformation === now.additionalInformation ? {} : { additionalInformation }),
  }
}

/** Who changed the contacts last, of a history in the order of time, since there were `seen` events in it. */
export function changedBy(history: AppointmentPage['history'], seen: number) {
  const last = history.slice(seen).findLast(({ what }) => what === 'changed')
  return last && { name: last.by, at: last.at }
}
