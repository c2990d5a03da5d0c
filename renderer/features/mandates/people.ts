import type { MandateSummary } from '#shared/contract/mandateViews'
import { samePerson } from '#shared/rules/mandateContent'

type Grantee = MandateSummary['grantees'][number]

/** Somebody whom one or more of a resident's powers name. */
export interface Person {
  /** Stays the same whatever is recorded after. */
  readonly key: string
  readonly name: string
  readonly birthDate: string | null
  readonly residentId: string | null
  /** Who has shown today who they are. */
  readonly identifiedToday: boolean
  /** Where the powers name them, the power that counts most first. */
  readonly named: readonly { readonly mandate: MandateSummary; readonly granteeId: string }[]
}

export const fullName = ({ firstNames, lastName }: Pick<Grantee, 'firstNames' | 'lastName'>) =>
  `${firstNames} ${lastName}`.trim()

/** What can answer comes before what may, and that before what is over. */
const weight = ({ standing }: MandateSummary) =>
  standing === 'valid' ? 0 : standing === 'received' || standing === 'notYetValid' ? 1 : 2

/** Everybody whom the powers that a resident gave name, each once, those of valid powers first. */
export function peopleOf(given: readonly MandateSummary[]): readonly Person[] {
  const found: { grantees: Grantee[]; named: Person['named'][number][] }[] = []
  for (const mandate of given.toSorted((a, b) => weight(a) - weight(b))) {
    for (const grantee of mandate.grantees) {
      const known = found.find(({ grantees }) => grantees.some((each) => samePerson(each, grantee)))
      const named = { mandate, granteeId: grantee.id }
      if (known) {
        known.grantees.push(grantee)
        known.named.push(named)
      } else found.push({ grantees: [grantee], named: [named] })
    }
  }
  return found.map(({ grantees, named }) => {
    const resident = grantees.find(({ residentId }) => residentId !== null)
    const shown = (resident ?? grantees[0]) as Grantee
    const ids = grantees.map(({ id }) => id).toSorted()
    return {
      key: ids[0] ?? '',
      name: fullName(shown),
      birthDate: shown.birthDate,
      residentId: resident?.residentId ?? null,
      identifiedToday: grantees.some(({ identifiedToday }) => identifiedToday),
      named,
    }
  })
}
