/** What a visit to customer service can be about (003_6520488e57b6da1e.txt: only customer service is booked). */
export const visitReasons = [
  'portalIdentification',
  'lease',
  'rentPayment',
  'termination',
  'powerOfAttorney',
  'keys',
  'residentChanges',
  'other',
] as const
export type VisitReason = (typeof visitReasons)[number]

/**
 * What people ask an appointment for and customer service does not give: it is arranged by phone or e-mail with those
 * who do it (003_6520488e57b6da1e.txt).
 */
export const arrangedOtherwise = ['buildingMaintenance', 'housingSupport'] as const
export type ArrangedOtherwise = (typeof arrangedOtherwise)[number]

/** Whether a visit for this can be booked with customer service. */
export const isBookable = (reason: VisitReason | ArrangedOtherwise): reason is VisitReason =>
  visitReasons.some((bookable) => bookable === reason)

/** What the visitor must have with them, by the name that letters and the page translate. */
export const thingsToBring = ['passportOrIdentityCard', 'photoIdentity', 'powerOfAttorney', 'papers'] as const
export type ThingToBring = (typeof thingsToBring)[number]

/**
 * What to bring for a reason. For identification for the Resident Portal a valid passport or identity card
 * (003_6520488e57b6da1e.txt); for the rest what lets staff know whom they serve.
 */
export function whatToBring(reason: VisitReason): readonly ThingToBring[] {
  if (reason === 'portalIdentification') return ['passportOrIdentityCard']
  if (reason === 'powerOfAttorney') return ['photoIdentity', 'powerOfAttorney']
  return ['photoIdentity', 'papers']
}
