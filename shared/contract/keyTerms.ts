/** Who brings or collects keys: the resident, somebody else on the lease, or whoever a power of attorney covers. */
export const bringerKinds = ['resident', 'coTenant', 'grantee'] as const
export type BringerKind = (typeof bringerKinds)[number]

/** Why a hand-off was cancelled. */
export const keyCancelReasons = ['terminationWithdrawn', 'leaseTransferred', 'mistake', 'other'] as const
export type KeyCancelReason = (typeof keyCancelReasons)[number]

/** What BLC Turva reports: the envelope or the keys are there, uncounted; or of one key that it came, came damaged, or did not come. */
export const reportResults = ['withBlc', 'arrived', 'damaged', 'missing'] as const
export type ReportResult = (typeof reportResults)[number]

/** What is to be said of a row of a report. None of them loses the row: it is kept, and what belongs to a hand-off is matched. */
export const reportRowProblems = [
  /** Rows that cannot be taken in as they stand. */
  'wrongNumberOfFields',
  'required',
  'tooLong',
  'controlCharacters',
  'badDate',
  'badChoice',
  'badReference',
  'reportedInFuture',
  'otherMonth',
  'sameRowTwice',
  /** Rows that are kept for a person to look at. */
  'unknownReference',
  'unknownKey',
  'neverIssued',
  'otherApartment',
  'zerosMissing',
  'handoffOver',
  'beforeHandoff',
  'notAsExpected',
  /** Rows that are taken in, and said so. */
  'saidBefore',
  'late',
  'notAsked',
] as const
export type ReportRowProblem = (typeof reportRowProblems)[number]

/** What can be done about a difference; the case stays open. */
export const caseChoices = ['chase', 'charge', 'rekey'] as const
/** How a case was closed: the key was found, or is given up (it is then lost); what came is kept as it is. */
export const caseOutcomes = ['found', 'writtenOff', 'accepted'] as const
export type CaseOutcome = (typeof caseOutcomes)[number]

/** What can stand in the history of a hand-off. */
export const handoffEventWhats = [
  'made',
  'told',
  'reminded',
  'reported',
  'caseOpened',
  'caseChoice',
  'caseClosed',
  'signed',
  'settled',
  'cancelled',
] as const
export type HandoffEventWhat = (typeof handoffEventWhats)[number]
