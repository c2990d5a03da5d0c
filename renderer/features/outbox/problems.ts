import type { OutboxMessage } from '#shared/contract/outbox'
import type { MailProblem } from '#shared/rules/outbox'

/** Problems about which a person can do something. */
const withAdvice = [
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
] as const satisfies readonly MailProblem[]

/** The problem of the server or of the message by the name under which there is advice; null when there is none. */
export const adviceFor = (problem: MailProblem | null): (typeof withAdvice)[number] | null =>
  withAdvice.find((each) => each === problem) ?? null

/** What a person can do about a message that has not gone out; null when there is nothing to do. */
export const adviceOn = ({ state, problem }: Pick<OutboxMessage, 'state' | 'problem'>) =>
  state === 'waiting' || state === 'failed' ? adviceFor(problem) : null
