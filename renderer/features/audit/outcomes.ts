/** How a call ended, as the log shows it; any other name is a rule's refusal. */
export const namedOutcomes = [
  'done',
  'cancelled',
  'FORBIDDEN',
  'NOT_FOUND',
  'CHANGED_MEANWHILE',
  'SLOT_TAKEN',
] as const
export type OutcomeWord = (typeof namedOutcomes)[number] | 'refused'

/** The word for an outcome of a record. */
export const outcomeWord = (outcome: string): OutcomeWord =>
  namedOutcomes.find((name) => name === outcome) ?? 'refused'
