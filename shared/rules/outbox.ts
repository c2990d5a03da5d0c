/** What a customer is told of a visit. */
export const visitMessageKinds = ['confirmation', 'moved', 'cancelled', 'reminder'] as const
export type VisitMessageKind = (typeof visitMessageKinds)[number]

/**
 * What is told of a hand-off of keys: to whoever brings or collects them, to BLC Turva (`keysToBlc…`), and to maintenance that a
 * lock must be changed.
 */
export const keyMessageKinds = [
  'keys',
  'keysCancelled',
  'keysReminder',
  'keysToBlc',
  'keysToBlcCancelled',
  'keysRekey',
] as const
export type KeyMessageKind = (typeof keyMessageKinds)[number]

/** What maintenance or cleaning is told of a defect, and what a building manager is told of a matter that was handed off. */
export const phoneMessageKinds = [
  'defect',
  'defectCancelled',
  'defectReopened',
  'task',
  'taskCancelled',
] as const

/**
 * What a message is about: a visit; a service request, of which whoever answers it is told; a hand-off of keys; a defect; or a task.
 */
export const messageKinds = [
  ...visitMessageKinds,
  'request',
  'requestCancelled',
  ...keyMessageKinds,
  ...phoneMessageKinds,
] as const
export type MessageKind = (typeof messageKinds)[number]

/**
 * Where a message is. `waiting`: goes out by itself, also after a failed try. `sending`: a program has it in hand.
 * `sent`: the server took it. `failed`: given up, a person must look. `uncertain`: the connection or the program broke
 * off between the last line and the server's answer, so that nobody knows; it is never sent again by itself.
 * `dropped`: not needed any more (a later message took its place, the visit is over) or dropped by a person.
 */
export const messageStates = ['waiting', 'sending', 'sent', 'failed', 'uncertain', 'dropped'] as const
export type MessageState = (typeof messageStates)[number]

/** What went wrong with a message or with the server, by name. */
export const mailProblems = [
  'unreachable',
  'timedOut',
  'tlsFailed',
  'notSmtp',
  'signInRefused',
  'senderRefused',
  'recipientRefused',
  'messageRefused',
  'refusedForNow',
  'answerLost',
  'tooLate',
  'superseded',
  'droppedByHand',
] as const
export type MailProblem = (typeof mailProblems)[number]

/** What trying to send ended with. */
export type SendOutcome =
  | { readonly ok: true }
  /**
   * `permanent`: the server will not take this message however often it is asked. `handedOver`: everything was given to the
   * server and its answer did not come.
   */
  | {
      readonly ok: false
      readonly problem: MailProblem
      readonly permanent: boolean
      readonly handedOver: boolean
    }

const minute = 60_000
/** How long to wait after the first, second … failed try; after the last one the message has failed. Minutes. */
export const waitsBetweenTries = [1, 2, 5, 15, 30, 60, 120, 240, 480, 720] as const

/** Where a message is after a try, and when it is tried next. `attempts` counts this try. */
export function afterTry(
  outcome: SendOutcome,
  attempts: number,
  now: Date,
): { readonly state: MessageState; readonly problem: MailProblem | null; readonly nextTryAt: Date | null } {
  if (outcome.ok) return { state: 'sent', problem: null, nextTryAt: null }
  const { problem } = outcome
  if (outcome.handedOver) return { state: 'uncertain', problem, nextTryAt: null }
  const wait = waitsBetweenTries[attempts - 1]
  if (outcome.permanent || wait === undefined) return { state: 'failed', problem, nextTryAt: null }
  return { state: 'waiting', problem, nextTryAt: new Date(now.getTime() + wait * minute) }
}

/** Where a message is that a program had in hand when it ended: sent again only when the server cannot have it. */
export const afterCrash = (handedOver: boolean): 'waiting' | 'uncertain' =>
  handedOver ? 'uncertain' : 'waiting'
