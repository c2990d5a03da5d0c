import type { AnswerTopic } from '#shared/contract/answers'

/** The topics in the order in which they are offered. The contract's own list would bring its schemas along. */
export const topics = [
  'openingHours',
  'contacts',
  'visiting',
  'defects',
  'doorOpening',
  'keys',
  'portal',
  'powersOfAttorney',
  'payments',
  'applying',
  'asOy',
  'other',
] as const satisfies readonly AnswerTopic[]
