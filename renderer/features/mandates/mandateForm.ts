import type { MandateContent } from '#shared/contract/mandateViews'
import { normaliseEmail, normalisePhone } from '#shared/rules/contacts'
import { ageOn, type LocalDay, parseFinnishDay } from '#shared/rules/localDay'
import { termProblem } from '#shared/rules/mandateTerm'
import { parsePersonalIdentityCode } from '#shared/rules/personalIdentityCode'
import { accept, type Result, refuse } from '#shared/rules/result'
import { type GranteeValues, isEstate, type MandateValues, mandateFields, partiesOf } from './mandateValues'

type BornProblem =
  | 'bornFormat'
  | 'granteeBirthDateRequired'
  | 'granteeIsMinor'
  | Extract<ReturnType<typeof parsePersonalIdentityCode>, { ok: false }>['refusal']

/** The birth date that was typed, as a day or as the personal identity code that has it. */
export function readBorn(text: string, today: LocalDay): Result<LocalDay, BornProblem> {
  const typed = text.trim()
  if (typed === '') return refuse('granteeBirthDateRequired')
  const written = parseFinnishDay(typed)
  if (written !== null) return accept(written)
  if (!/^\d{6}[^\d.]/.test(typed)) return refuse('bornFormat')
  const code = parsePersonalIdentityCode(typed, today)
  return code.ok ? accept(code.value.birthDate) : code
}

export interface FormProblem {
  /** The end of the id of the field: `signedOn`, `grantee-0-born`. */
  readonly at: string
  readonly problem: string
}

/** What is wrong in the form, in the order in which it stands there. `bornOf` gives what stands in a grantee's field. */
export function mandateProblems(
  values: MandateValues,
  bornOf: (grantee: GranteeValues) => string,
  facts: { readonly today: LocalDay; readonly died: boolean },
): readonly FormProblem[] {
  const { today } = facts
  const found: FormProblem[] = []
  const note = (at: string, problem: string | null | undefined) => {
    if (problem) found.push({ at, problem })
  }
  if (values.grantees.length === 0) note('grantees', 'granteeMissing')
  for (const grantee of values.grantees)
    for (const { at, problem } of granteeProblems(grantee, bornOf(grantee), today))
      note(granteeField(grantee.key, at), problem)
  if (!values.general && values.scopes.length === 0 && values.openSection.trim() === '')
    note('scopes', 'scopeRequired')
  const { kind, leaseNo, name } = values.object
  if ((kind === 'lease' || kind === 'apartment') && leaseNo === '') note('object', 'leaseRequired')
  if ((kind === 'parkingSpace' || kind === 'saunaTurn') && name.trim() === '')
    note('objectName', 'objectNameRequired')
  if (isEstate(values)) {
    if (!facts.died) {
      const diedOn = parseFinnishDay(values.diedOn)
      if (values.diedOn.trim() === '') note('diedOn', 'deathDayRequired')
      else if (diedOn === null) note('diedOn', 'dayFormat')
      else if (diedOn > today) note('diedOn', 'diedInFuture')
    }
    if (partiesOf(values).length + values.otherGrantors.length === 0) note('parties', 'partiesRequired')
  }
  for (const { at, problem } of termProblems(values, today)) note(at, problem)
  if (values.arrived === '') note('arrived', 'arrivedRequired')
  return found
}

export const granteeField = (key: number, field: string) => `grantee-${key}-${field}`

function granteeProblems(grantee: GranteeValues, bornText: string, today: LocalDay): FormProblem[] {
  const found: FormProblem[] = []
  if (grantee.resident === null) {
    if (grantee.firstNames.trim() === '') found.push({ at: 'firstNames', problem: 'granteeNameRequired' })
    if (grantee.lastName.trim() === '') found.push({ at: 'lastName', problem: 'granteeNameRequired' })
    const born = readBorn(bornText, today)
    if (!born.ok) found.push({ at: 'born', problem: born.refusal })
    else if (ageOn(born.value, today) < 18) found.push({ at: 'born', problem: 'granteeIsMinor' })
  }
  if (grantee.phone.trim() !== '' && !normalisePhone(grantee.phone).ok)
    found.push({ at: 'phone', problem: 'phoneInvalid' })
  if (grantee.email.trim() !== '' && !normaliseEmail(grantee.email).ok)
    found.push({ at: 'email', problem: 'emailInvalid' })
  return found
}

function termProblems(values: MandateValues, today: LocalDay): FormProblem[] {
  const unreadable = (['signedOn', 'validFrom', 'validUntil'] as const).flatMap((at) => {
    const text = values[at].trim()
    if (text === '') return at === 'signedOn' ? [{ at, problem: 'dayRequired' }] : []
    return parseFinnishDay(text) === null ? [{ at, problem: 'dayFormat' }] : []
  })
  const term = termOf(values)
  if (unreadable.length > 0 || term === null) return unreadable
  const problem = termProblem(term, today)
  return problem ? [{ at: problem.field, problem: problem.refusal }] : []
}

/** The days of the power; one that gives no first day is valid from its signature. Null when it has no day of signature. */
function termOf(values: MandateValues) {
  const signedOn = parseFinnishDay(values.signedOn)
  if (signedOn === null) return null
  return {
    signedOn,
    validFrom: parseFinnishDay(values.validFrom) ?? signedOn,
    validUntil: parseFinnishDay(values.validUntil),
  }
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

/** A form in which nothing is wrong, as the desk records it; null while something is. */
export function mandateContentOf(
  values: MandateValues,
  bornOf: (grantee: GranteeValues) => string,
  facts: { readonly today: LocalDay; readonly died: boolean },
): MandateContent | null {
  const term = termOf(values)
  const { arrived } = values
  if (mandateProblems(values, bornOf, facts).length > 0 || term === null || arrived === '') return null
  const estate = isEstate(values)
  const { kind, leaseNo, name } = values.object
  return {
    otherGrantorIds: estate ? values.otherGrantors.map(({ id }) => id) : [],
    parties: estate ? [...partiesOf(values)] : [],
    diedOn: estate && !facts.died ? parseFinnishDay(values.diedOn) : null,
    grantees: values.grantees.map((grantee) => {
      const born = readBorn(bornOf(grantee), facts.today)
      return {
        residentId: grantee.resident?.id ?? null,
        firstNames: grantee.resident ? '' : grantee.firstNames.trim(),
        lastName: grantee.resident ? '' : grantee.lastName.trim(),
        birthDate: grantee.resident === null && born.ok ? born.value : null,
        personalIdentityCode: null,
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
    ...term,
    arrived,
  }
}

const ofGrantee: Readonly<Record<string, string>> = {
  birthDate: 'born',
  personalIdentityCode: 'born',
  residentId: 'resident',
}

/** Where in the form the desk's refusal belongs; null when to no field. */
export function placeOf(
  values: MandateValues,
  refused: { readonly field?: string | undefined; readonly grantee?: number | undefined },
): string | null {
  const { field, grantee: at } = refused
  if (field === undefined) return null
  const grantee = at === undefined ? undefined : values.grantees[at]
  if (grantee) {
    // Of a resident nothing is typed but how they are reached.
    const place = grantee.resident && field !== 'phone' && field !== 'email' ? 'resident' : field
    return granteeField(grantee.key, ofGrantee[place] ?? place)
  }
  if (field === 'object') return values.object.kind === 'lease' ? 'object' : 'objectName'
  if (field === 'otherGrantorIds') return 'otherGrantors'
  return (mandateFields as readonly string[]).includes(field) ? field : null
}
