import * as z from 'zod'
import { base, id, servingRoles } from './base'

const place = z.object({
  id: z.string(),
  /** What the computer is called. */
  deskName: z.string(),
  name: z.string(),
  /** The service desk that this person has taken, if any. */
  deskNo: z.int().nullable(),
  locked: z.boolean(),
  /** Whether a resident's page is open there; whose is nobody's business here. */
  withResident: z.boolean(),
  since: z.date(),
  seenAt: z.date(),
  /** The page that asks. */
  own: z.boolean(),
})
export type PresentPlace = z.infer<typeof place>

/** Who is at which desk: what several desks know of each other. */
export const presence = {
  /** Says whose page is open here; null for nobody's. The page says it by itself. */
  at: base
    .meta({ roles: servingRoles })
    .input(z.object({ residentId: id.nullable() }))
    .output(z.object({ residentId: id.nullable() })),
  /** Who else has this resident's page open now. One who has locked the desk is not with them. */
  withResident: base
    .meta({ roles: servingRoles })
    .input(z.object({ residentId: id }))
    .output(z.array(place.pick({ deskName: true, deskNo: true, name: true }))),
  /** Every desk and who is signed in there, for the lead; `now` is the moment that they are told of. */
  list: base
    .meta({ roles: ['lead', 'administrator'] })
    .output(z.object({ now: z.date(), places: z.array(place) })),
}
