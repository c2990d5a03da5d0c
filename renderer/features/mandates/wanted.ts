import type { MandateAction } from '#shared/rules/mandateScopes'

/**
 * What somebody may want, in the groups in which it is shown, and the key of each. The same in every language, and
 * none that a document's lines begin with (ICAO 9303): a scanner types into whatever has focus.
 */
export const wantedGroups = [
  {
    group: 'lease',
    actions: [
      ['terminateLease', 'L'],
      ['transferLease', 'S'],
      ['leaseInformation', 'T'],
      ['paymentInformation', 'M'],
      ['messageLeaseControl', 'V'],
    ],
  },
  {
    group: 'spaces',
    actions: [
      ['bookParking', 'B'],
      ['terminateParking', 'E'],
      ['bookSauna', 'X'],
      ['terminateSauna', 'O'],
    ],
  },
  {
    group: 'keys',
    actions: [
      ['returnKeys', 'K'],
      ['collectKeys', 'N'],
    ],
  },
  {
    group: 'home',
    actions: [
      ['managersStatement', 'D'],
      ['diyPermit', 'R'],
      ['inspection', 'G'],
      ['changeResidents', 'U'],
      ['correctContacts', 'Y'],
      ['disturbance', 'H'],
      ['disruptiveSmoking', 'F'],
    ],
  },
] as const satisfies readonly {
  readonly group: string
  readonly actions: readonly (readonly [MandateAction, string])[]
}[]
