import { normaliseEmail, normalisePhone } from '#shared/rules/contacts'
import { accept } from '#shared/rules/result'

type Contacts =
  | { readonly ok: true; readonly value: { readonly phone: string | null; readonly email: string | null } }
  | { readonly ok: false; readonly refusal: 'phoneInvalid'; readonly field: 'phone' }
  | { readonly ok: false; readonly refusal: 'emailInvalid'; readonly field: 'email' }

/** How the visitor is reached, as it is kept: E.164 and an e-mail address, or null for what was not given. */
export function readContacts(input: {
  readonly phone: string | null
  readonly email: string | null
}): Contacts {
  const phone = input.phone ? normalisePhone(input.phone) : accept(null)
  if (!phone.ok) return { ok: false, refusal: phone.refusal, field: 'phone' }
  const email = input.email ? normaliseEmail(input.email) : accept(null)
  if (!email.ok) return { ok: false, refusal: email.refusal, field: 'email' }
  return accept({ phone: phone.value, email: email.value })
}
