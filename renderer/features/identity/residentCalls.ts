import { client } from '../../app/client'
import type { CheckCalls } from './useIdentityCheck'

/** How the desk is asked about a resident's document. */
export const residentCalls = (residentId: string): CheckCalls => ({
  judge: (document, purpose) => client.identity.judge({ residentId, purpose, document }),
  record: (document, purpose, decision) =>
    client.identity.record({
      residentId,
      purpose,
      document,
      ...decision,
      confirmed: [...decision.confirmed],
    }),
  recordUnreadable: (kind, issuingCountry, reading, purpose) =>
    client.identity.recordUnreadable({ residentId, purpose, kind, issuingCountry, reading }),
})
