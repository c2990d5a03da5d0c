/**
 * What can be wrong in a home or a building. The first three are urgent, cleaning goes to the cleaners
 * (003_6520488e57b6da1e.txt, 001_d06e02930518563b.txt); how the others are told apart is unsourced.
 */
export const defectKinds = [
  'waterLeak',
  'blockedDrain',
  'electrical',
  'heating',
  'tapOrToilet',
  'ventilation',
  'appliance',
  'lockOrDoor',
  'window',
  'lift',
  'laundryOrSauna',
  'yard',
  'pests',
  'cleaning',
  'other',
] as const
export type DefectKind = (typeof defectKinds)[number]

/** Where in the home or the building it is. `apartment` is the home itself; everything else is the building's. */
export const defectPlaces = [
  'apartment',
  'stairwell',
  'laundry',
  'sauna',
  'storage',
  'yard',
  'outside',
  'other',
] as const
export type DefectPlace = (typeof defectPlaces)[number]

/** `urgent`: told by phone at once; `minor`: within three weekdays; `cleaning`: to whoever cleans there. */
export const defectUrgencies = ['urgent', 'minor', 'cleaning'] as const
export type DefectUrgency = (typeof defectUrgencies)[number]

/**
 * Where a defect goes. `maintenance`: the area's e-mail; `ownCleaners`, `cleaningCompany`: who cleans the property; of an As Oy
 * apartment `housingCompany`, `resident` (their own to repair) or `asOyTeam`, also when nobody has said whose it is.
 */
export const defectDestinations = [
  'maintenance',
  'ownCleaners',
  'cleaningCompany',
  'housingCompany',
  'resident',
  'asOyTeam',
] as const
export type DefectDestination = (typeof defectDestinations)[number]

/** Whose a fault in an As Oy apartment is to repair, by the table that the As Oy lead keeps. */
export const asOyFaultOwners = ['housingCompany', 'heka', 'resident'] as const
export type AsOyFaultOwner = (typeof asOyFaultOwners)[number]
