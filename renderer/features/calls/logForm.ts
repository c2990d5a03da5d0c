import type { CallOutcome, CallTopic, CallView } from '#shared/contract/calls'

/** The topics and outcomes in the order in which they are offered. The contract's own lists would bring its schemas along. */
export const topics = [
  'defect',
  'doorOpening',
  'lease',
  'rentPayment',
  'termination',
  'keys',
  'powerOfAttorney',
  'portal',
  'appointment',
  'disturbance',
  'parkingOrSauna',
  'application',
  'other',
] as const satisfies readonly CallTopic[]
/** A call that is handed over is logged by that. */
export const outcomes = [
  'answered',
  'reported',
  'promised',
  'referred',
  'cutOff',
  'mistake',
] as const satisfies readonly CallOutcome[]
export const followUpKinds = ['callBack', 'message', 'leaseControl'] as const

/** What is typed of a call. */
export interface LogValues {
  readonly topic: CallTopic | ''
  readonly said: string
  readonly outcome: (typeof outcomes)[number]
  readonly followsUp: boolean
  readonly kind: (typeof followUpKinds)[number]
  readonly subject: string
  readonly owner: string
}

/** A call's form as it stands before anything is typed: what was typed before it was parked. */
export const openedLog = ({ topic, said }: Pick<CallView, 'topic' | 'said'>): LogValues => ({
  topic: topic ?? '',
  said,
  outcome: 'answered',
  followsUp: false,
  kind: 'callBack',
  subject: '',
  owner: '',
})

/** The fields that are not right yet, by the name of what is wrong. */
export function wrongInLog(values: LogValues): readonly {
  readonly field: 'topic' | 'subject'
  readonly problem: 'topicRequired' | 'subjectRequired'
}[] {
  const bare = values.outcome === 'mistake' || values.outcome === 'cutOff'
  return [
    ...(values.topic === '' && !bare ? [{ field: 'topic', problem: 'topicRequired' } as const] : []),
    ...(values.followsUp && values.subject.trim() === ''
      ? [{ field: 'subject', problem: 'subjectRequired' } as const]
      : []),
  ]
}
