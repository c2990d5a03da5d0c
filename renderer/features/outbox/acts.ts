import type { OutboxMessage } from '#shared/contract/outbox'

/** What a person can do with a message. */
export type Act = 'resend' | 'arrived' | 'drop'

const actsOf: Readonly<Record<OutboxMessage['state'], readonly Act[]>> = {
  waiting: ['drop'],
  sending: [],
  // The server took it, and still it can be lost on its way.
  sent: ['resend'],
  failed: ['resend', 'arrived', 'drop'],
  uncertain: ['resend', 'arrived', 'drop'],
  dropped: [],
}

/** What applies to a message as it is now; the desk has the last word. */
export const actsFor = ({ state }: Pick<OutboxMessage, 'state'>): readonly Act[] => actsOf[state]

/** Acts that are asked about first: the customer may get the message twice, or never. */
export const needsAsking = (act: Act, { state }: Pick<OutboxMessage, 'state'>): boolean =>
  act === 'drop' || (act === 'resend' && state !== 'failed')
