import * as z from 'zod'
import { base, id, localDay } from './base'

const record = z.object({
  seq: z.int(),
  at: z.date(),
  staffName: z.string().nullable(),
  desk: z.string(),
  /** The procedure's name, such as `residents.read`. */
  action: z.string(),
  subjectKind: z.enum(['resident', 'staff']).nullable(),
  subjectId: z.string().nullable(),
  /** The person's name now, for the reader; it is not in the record itself. */
  subjectName: z.string().nullable(),
  /** `done`, or the name of the error it was answered with. */
  outcome: z.string(),
  reason: z.string().nullable(),
  kept: z.record(z.string(), z.json()),
})
export type AuditRecord = z.infer<typeof record>

/**
 * What a program records although nobody asked for it, named as procedures are: a desk was taken from somebody who had
 * vanished, and the visit that was called there went back to the queue.
 */
export const programActions = ['presence.deskFreed', 'presence.visitBack'] as const

/** What a broken chain looks like, by name. */
export const auditFindings = ['changed', 'deleted', 'inserted', 'reordered', 'truncated'] as const

export const audit = {
  /** Who looked at and did what, newest first, 50 to a page; by person, by staff and by day. Itself audited. */
  list: base
    .meta({ roles: ['lead'], audit: { keep: ['staffId', 'residentId', 'from', 'to'] } })
    .input(
      z.object({
        residentId: id.nullable(),
        staffId: id.nullable(),
        from: localDay.nullable(),
        to: localDay.nullable(),
        page: z.int().min(0).max(1_000_000),
        /** The newest record of the list that is being paged through, as its first page said; null for the newest now. */
        upTo: z.int().min(0).max(2_147_483_647).nullable().default(null),
      }),
    )
    .output(z.object({ records: z.array(record), total: z.int(), upTo: z.int() })),
  /** Walks the whole chain and says whether every record is as it was written. */
  verify: base.meta({ roles: ['lead'], audit: {} }).output(
    z.discriminatedUnion('intact', [
      z.object({ intact: z.literal(true), records: z.int() }),
      z.object({
        intact: z.literal(false),
        records: z.int(),
        finding: z.enum(auditFindings),
        seq: z.int(),
      }),
    ]),
  ),
}
