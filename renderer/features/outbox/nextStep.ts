import type { OutboxMessage } from '#shared/contract/outbox'

/** A message that is due within this is about to go. Milliseconds. */
const soonMs = 90_000

/**
 * What happens next to a message that goes out by itself; null when nothing does. `scheduled`: it is not meant to go before
 * its time, such as a reminder. `again`, `againSoon`: a try failed.
 */
export function nextStep(
  { state, nextTryAt, problem }: Pick<OutboxMessage, 'state' | 'nextTryAt' | 'problem'>,
  configured: boolean,
  now: Date,
):
  | { readonly what: 'soon' | 'againSoon' | 'noServer' }
  | { readonly what: 'again' | 'scheduled'; readonly at: Date }
  | null {
  if (state !== 'waiting') return null
  const later = nextTryAt !== null && nextTryAt.getTime() > now.getTime() + soonMs
  if (later && problem === null) return { what: 'scheduled', at: nextTryAt }
  if (!configured) return { what: 'noServer' }
  if (later) return { what: 'again', at: nextTryAt }
  return { what: problem === null ? 'soon' : 'againSoon' }
}
