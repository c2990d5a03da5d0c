import type { DefectKind, DefectPlace } from '#shared/rules/defectKinds'

/** The kinds and places in the order in which they are offered, the urgent ones first. */
export const kinds = [
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
] as const satisfies readonly DefectKind[]
export const places = [
  'apartment',
  'stairwell',
  'laundry',
  'sauna',
  'storage',
  'yard',
  'outside',
  'other',
] as const satisfies readonly DefectPlace[]

/** Twelve letters and digits are read in fours. */
export const referenceText = (reference: string) => reference.replace(/(.{4})(?=.)/g, '$1-')
