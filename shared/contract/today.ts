import * as z from 'zod'
import { base, id, localDay, roles } from './base'

/** What can stand in a list of today, and where it leads. */
export const todayThings = [
  'call',
  'task',
  'visit',
  'request',
  'handoff',
  'defect',
  'door',
  'message',
] as const

const item = z.object({
  thing: z.enum(todayThings),
  id,
  residentId: id.nullable(),
  /** Whose it is; empty when it is nobody's. */
  name: z.string(),
  /** The name of the sort that the page translates: a task's kind, a visit's reason, a defect's kind … */
  sort: z.string(),
  /** A task's subject, a queue number, a reference. */
  label: z.string(),
  /** When it begins or is due. */
  at: z.date().nullable(),
  /** When only the day is known. */
  on: localDay.nullable(),
})
export type TodayItem = z.infer<typeof item>

const hours = z.object({ open: z.boolean(), until: z.date().nullable(), opensAt: z.date().nullable() })
const list = z.object({ items: z.array(item), total: z.int() })

/** What somebody has to do so that the others can work. */
export const todayGaps = [
  'noMailServer',
  'noDoorPrices',
  'areasWithoutEmail',
  'noAsOyTable',
  'emptyRegister',
  'messagesNeedAttention',
] as const

/** The start page of whoever asks, by their roles. */
export const today = {
  /**
   * What is next, what is late and who waits, at most ten of each, and how many there are. Lists are of what the roles of whoever
   * asks work with; outside working time nothing alerts (`alerts` 0).
   */
  read: base.meta({ roles: 'signedIn' }).output(
    z.object({
      now: z.date(),
      today: localDay,
      roles: z.array(z.enum(roles)),
      open: z.object({
        /** The holiday or eve that closes today. */
        holiday: z.string().nullable(),
        servicePoint: hours,
        phoneLine: hours,
        asOy: hours,
        urgent: z.object({
          phone: z.string(),
          because: z.enum(['phoneHours', 'onCall']),
          until: z.date().nullable(),
        }),
      }),
      workingTime: z.boolean(),
      next: list,
      late: list,
      waiting: list,
      alerts: z.int(),
      gaps: z.array(z.object({ gap: z.enum(todayGaps), count: z.int() })),
    }),
  ),
}
