import type { RequestKind } from '#shared/rules/requestKinds'

/**
 * The kinds in the groups in which they are shown, and the key of each: that of the mandate question for the same matter. None is one
 * that a document's lines begin with (ICAO 9303): a scanner types into whatever has focus.
 */
export const kindGroups = [
  {
    group: 'home',
    kinds: [
      ['disturbance', 'H'],
      ['disruptiveSmoking', 'F'],
      ['diyPermit', 'R'],
      ['inspection', 'G'],
      ['changeResidents', 'U'],
    ],
  },
  {
    group: 'lease',
    kinds: [
      ['terminateLease', 'L'],
      ['transferLease', 'S'],
      ['managersStatement', 'D'],
      ['leaseInformation', 'T'],
    ],
  },
  {
    group: 'payments',
    kinds: [
      ['paymentInformation', 'M'],
      ['messageLeaseControl', 'K'],
    ],
  },
  {
    group: 'spaces',
    kinds: [
      ['bookParking', 'B'],
      ['requestParking', 'J'],
      ['cancelParking', 'E'],
      ['bookSauna', 'X'],
      ['requestSauna', 'W'],
      ['cancelSauna', 'O'],
    ],
  },
] as const satisfies readonly {
  readonly group: string
  readonly kinds: readonly (readonly [RequestKind, string])[]
}[]
