import * as z from 'zod'
import { base, requiredLine } from './base'

/** Which place and record a draft belongs to, such as `note:<resident id>`. */
const key = requiredLine(120)

/** What was typed, as JSON text. Half surrogate pairs and NUL are no text, and PostgreSQL refuses them. */
const value = z
  .string()
  .max(20_000)
  .refine((text) => text.isWellFormed() && !text.includes('\u0000'), 'controlCharacters')

/** How long an unfinished piece of work waits for the person who typed it. */
export const draftDays = 7

/** What a member of staff has typed and not yet saved; theirs alone, encrypted with everything else. */
export const drafts = {
  /** One's own drafts of the last seven days, latest first. */
  list: base
    .meta({ roles: 'signedIn' })
    .output(z.array(z.object({ key: z.string(), value: z.string(), savedAt: z.date() }))),
  /** Keeps what has been typed so far, in place of what was kept under the same key. */
  save: base
    .meta({ roles: 'signedIn' })
    .input(z.object({ key, value }))
    .output(z.object({ savedAt: z.date() })),
  /** Forgets a draft: it was saved where it belongs, or given up. */
  drop: base
    .meta({ roles: 'signedIn' })
    .input(z.object({ key }))
    .output(z.object({ dropped: z.boolean() })),
}
