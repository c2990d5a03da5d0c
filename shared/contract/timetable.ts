import * as z from 'zod'
import { eveClosures } from '../rules/holidayNames'
import { whyNotOffered } from '../rules/slots'
import { arrangedOtherwise, visitReasons } from '../rules/visitReasons'
import { slotMinutes, visitAccess, visitTeams } from '../rules/visitTimetable'
import { base, id, line, localDay, refusals, requiredLine, servingRoles, version } from './base'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const byWeekday = <Schema extends z.ZodType>(schema: Schema) =>
  z.object(
    Object.fromEntries(weekdays.map((day) => [day, schema])) as Record<(typeof weekdays)[number], Schema>,
  )

/** 'HH:mm' on the quarter hour. */
const quarterHour = z.string().regex(/^([01]\d|2[0-3]):(00|15|30|45)$|^24:00$/)
const period = z.object({
  from: quarterHour,
  to: quarterHour,
  access: z.enum(visitAccess),
  desks: z.int().min(1).max(50),
})
const periods = z.array(period).max(10)
const week = byWeekday(periods)
const minutes = z.int().min(slotMinutes).max(240).multipleOf(slotMinutes)

const rules = z.object({
  minutes: z.object(
    Object.fromEntries(visitReasons.map((reason) => [reason, minutes])) as Record<
      (typeof visitReasons)[number],
      typeof minutes
    >,
  ),
  closedEves: z.array(z.enum(eveClosures)),
  bookableDays: z.int().min(1).max(366),
  desks: z.int().min(1).max(50),
  reminderHours: z.int().min(0).max(168),
  asOyWeek: byWeekday(z.array(z.object({ from: quarterHour, to: quarterHour })).max(10)),
})

const exceptionalDay = z.object({ day: localDay, periods, note: requiredLine(200) })

/** The timetable as it is kept and shown. */
export const timetableView = z.object({
  version,
  weeks: z.array(z.object({ fromOn: localDay.nullable(), hours: week })),
  exceptions: z.array(exceptionalDay),
  rules,
})
export type TimetableView = z.infer<typeof timetableView>

/** One change of the timetable. */
const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('week'), fromOn: localDay, hours: week }),
  z.object({ kind: z.literal('withoutWeek'), fromOn: localDay }),
  z.object({ kind: z.literal('day'), ...exceptionalDay.shape }),
  z.object({ kind: z.literal('withoutDay'), day: localDay }),
  z.object({ kind: z.literal('rules'), rules }),
])
export type TimetableChange = z.infer<typeof change>

/** An appointment whose time the timetable no longer has. */
const stranded = z.object({
  id,
  version,
  residentId: id.nullable(),
  name: z.string(),
  reason: z.enum(visitReasons),
  team: z.enum(visitTeams),
  startsAt: z.date(),
  endsAt: z.date(),
  /** Why its time is not there any more. */
  why: z.enum(whyNotOffered),
})
export type StrandedAppointment = z.infer<typeof stranded>

const timetableRefusals = [
  'periodsOverlap',
  'periodEndsFirst',
  'moreDesksThanThere',
  'dayPast',
  'weekNotFound',
  'dayNotFound',
] as const

export const timetable = {
  /** The timetable, and the appointments that it strands as it is now. */
  read: base
    .meta({ roles: 'signedIn' })
    .output(z.object({ timetable: timetableView, stranded: z.array(stranded) })),
  /** What a change would strand, before it is made. Changes nothing. */
  preview: base
    .meta({ roles: ['lead', 'administrator'] })
    .errors(refusals(...timetableRefusals))
    .input(z.object({ change }))
    .output(z.object({ stranded: z.array(stranded) })),
  /** Makes a change of the version that was read. */
  save: base
    .meta({ command: true, roles: ['lead', 'administrator'], audit: {} })
    .errors(refusals(...timetableRefusals))
    .input(z.object({ version, change }))
    .output(z.object({ timetable: timetableView, stranded: z.array(stranded) })),
  /** Why a time is offered or not: `why` is null when it is offered. `time` is 'HH:mm' on that day in Helsinki. */
  explain: base
    .meta({ roles: servingRoles })
    .input(
      z.object({
        day: localDay,
        time: line(5).refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), 'timeInvalid'),
        reason: z.enum([...visitReasons, ...arrangedOtherwise]),
        team: z.enum(visitTeams),
      }),
    )
    .output(
      z.object({
        why: z.enum([...whyNotOffered, 'arrangedOtherwise']).nullable(),
        /** The holiday or eve by its name, or the lead's note of an exceptional day. */
        holiday: z.string().nullable(),
        note: z.string().nullable(),
        /** When the day is open, and how. */
        periods,
        /** The next times that are offered for the reason. */
        next: z.array(z.date()),
      }),
    ),
}
