import * as z from 'zod'
import { keyWords } from '../rules/keyLedger'
import { whyNotReasons } from '../rules/mayAct'
import { id, line, localDay, servingRoles, version } from './base'
import { handoffPage } from './keyHandoffViews'
import { keyView } from './keyViews'

/** So many keys are moved, registered or handed off at once. */
export const mostKeysAtOnce = 60
/** Chase lists and lists of hand-offs come in pages of so many. */
export const keyPageSize = 50

/**
 * A rule's refusal. `keyId`: the key that it is about; of `movedMeanwhile` where that is now; of `inOpenHandoff` and `alreadyKnown` what is in the
 * way; of `notAllowed` why not; of `sameReport` the report that was taken in.
 */
export const refusals = <const Names extends readonly [string, ...string[]]>(...names: Names) => ({
  REFUSED: {
    status: 422,
    data: z.object({
      refusal: z.enum(names),
      field: z.string().optional(),
      keyId: id.optional(),
      now: keyView.optional(),
      handoffId: id.optional(),
      reason: z.enum(whyNotReasons).optional(),
      reportId: id.optional(),
    }),
  },
})

export const resident = { subjectKind: 'resident', subject: 'residentId' } as const
/** Of places and lists, where no one person is asked for. */
export const look = { roles: servingRoles, audit: {} }
export const lookAtOne = { roles: servingRoles, audit: resident }
export const acts = { command: true, roles: servingRoles, audit: {} }
export const actsOnOne = { command: true, roles: servingRoles, audit: resident }
export const which = { id, version }
export const seen = z.object({ id, seq: version })
export const someKeys = z.array(seen).min(1).max(mostKeysAtOnce)
export const happened = {
  happenedOn: localDay,
  word: z.enum(keyWords),
  /** Whose word in particular, and what they said. */
  wordText: line(300),
}
export const answered = z.object({ residentId: id, handoff: handoffPage })
export const page = z.int().min(0).max(100_000)
export const pdf = z.object({ pdfBase64: z.string() })
export const pdfOfOne = pdf.extend({ residentId: id })
