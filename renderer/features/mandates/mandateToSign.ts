import type { MandateToSign } from '#shared/contract/mandateViews'
import { type LocalDay, parseFinnishDay } from '#shared/rules/localDay'
import { readBorn } from './mandateForm'
import { type GranteeValues, isEstate, type MandateValues, partiesOf } from './mandateValues'

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

/**
 * The form as it stands, to be printed and signed. Nothing has to be right yet: what cannot be read is left to be written by hand.
 * When it was signed and how it came is not known before it is. `bornOf` gives what stands in a grantee's field.
 */
export function mandateToSignOf(
  values: MandateValues,
  bornOf: (grantee: GranteeValues) => string,
  facts: { readonly today: LocalDay; readonly died: boolean },
): MandateToSign {
  const estate = isEstate(values)
  const { kind, leaseNo, name } = values.object
  return {
    otherGrantorIds: estate ? values.otherGrantors.map(({ id }) => id) : [],
    parties: estate ? [...partiesOf(values)] : [],
    diedOn: estate && !facts.died ? parseFinnishDay(values.diedOn) : null,
    grantees: values.grantees.map((grantee) => {
      const born = readBorn(bornOf(grantee), facts.today)
      const typed = grantee.resident === null
      return {
        residentId: grantee.resident?.id ?? null,
        firstNames: typed ? grantee.firstNames.trim() : '',
        lastName: typed ? grantee.lastName.trim() : '',
        birthDate: typed && born.ok ? born.value : null,
        phone: orNull(grantee.phone),
        email: orNull(grantee.email),
      }
    }),
    general: values.general,
    scopes: [...values.scopes],
    openSection: values.openSection.trim(),
    object:
      kind === 'everything'
        ? null
        : kind === 'lease' || kind === 'apartment'
          ? { kind, leaseNo }
          : { kind, name: name.trim() },
    validFrom: parseFinnishDay(values.validFrom),
    validUntil: parseFinnishDay(values.validUntil),
  }
}
