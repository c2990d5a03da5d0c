import * as z from 'zod'
import { doorDayKinds, doorPriceProblems } from '../rules/doorPriceTable'
import {
  base,
  id,
  line,
  localDay,
  moment,
  paragraph,
  refusals as plainRefusals,
  servingRoles,
  version,
} from './base'

export const doorStates = ['ordered', 'opened', 'cancelled'] as const
export type DoorState = (typeof doorStates)[number]

/** Why no door was opened. `noPhotoId`, `notThere`: whoever came to the door says so; a fee may still be due. */
export const doorCancelReasons = ['foundKeys', 'noPhotoId', 'notThere', 'mistake', 'other'] as const
export type DoorCancelReason = (typeof doorCancelReasons)[number]

/** They usually come within so many minutes (003_6520488e57b6da1e.txt). */
export const usualMinutes = 60

/** What it costs now. Null: no price, because there is no table, or the table says nothing of this hour. */
const fee = z.object({
  cents: z.int().nullable(),
  dayKind: z.enum(doorDayKinds),
  /** The holiday or eve. */
  dayName: z.string().nullable(),
  /** The first day of the table that it is from. */
  pricesFrom: localDay.nullable(),
  problem: z.enum(['noPrices', 'gap']).nullable(),
})

const summary = z.object({
  id,
  version,
  reference: z.string(),
  state: z.enum(doorStates),
  residentId: id,
  name: z.string(),
  /** Null under non-disclosure. */
  address: z.string().nullable(),
  via: z.enum(['phone', 'counter']),
  dispatchedTo: z.string(),
  dispatchedBecause: z.enum(['phoneHours', 'onCall']),
  usualBy: z.date(),
  /** Ordered, and the usual time is past. */
  late: z.boolean(),
  feeCents: z.int().nullable(),
  dayKind: z.enum(doorDayKinds).nullable(),
  orderedAt: z.date(),
  orderedBy: z.string(),
  ended: z
    .object({
      at: z.date(),
      by: z.string(),
      because: z.enum(doorCancelReasons).nullable(),
      note: z.string(),
    })
    .nullable(),
  exportedAt: z.date().nullable(),
})
export type DoorSummary = z.infer<typeof summary>

const page = summary.extend({
  leaseNo: z.string(),
  phone: z.string().nullable(),
  note: z.string(),
  callId: id.nullable(),
  pricesFrom: localDay.nullable(),
})
export type DoorPage = z.infer<typeof page>

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
const price = z.object({
  dayKind: z.enum(doorDayKinds),
  from: time,
  to: time,
  cents: z.int().min(0).max(1_000_000),
})
const priceTable = z.object({ fromOn: localDay, prices: z.array(price).max(60) })
const priceProblem = z.object({
  problem: z.enum(doorPriceProblems),
  dayKind: z.enum(doorDayKinds),
  /** From when to when on such a day, 'HH:mm'. */
  from: z.string(),
  to: z.string(),
})
const tables = z.object({
  tables: z.array(
    priceTable.extend({ id, version, savedAt: z.date(), savedBy: z.string(), now: z.boolean() }),
  ),
})

/** A rule's refusal; of `feeChanged` what it costs now, of `pricesWrong` what is wrong. */
const refusals = <const Names extends readonly [string, ...string[]]>(...names: Names) => ({
  REFUSED: {
    status: 422,
    data: z.object({
      refusal: z.enum(names),
      field: z.string().optional(),
      fee: fee.optional(),
      problems: z.array(priceProblem).optional(),
      doorOpeningId: id.optional(),
    }),
  },
})

const resident = { subjectKind: 'resident', subject: 'residentId' } as const
const read = { roles: servingRoles, audit: resident }
const acts = { command: true, roles: servingRoles, audit: resident }
const which = { id, version }
const answered = z.object({ residentId: id, door: page })
const whyNot = ['notInRegister', 'notLivingThere'] as const

/** Door openings: a paid service, only for whoever the housing register lists in that home. */
export const doors = {
  /** Whether they may, whom to dispatch now, the usual time and the fee. `refused` null: they may. */
  form: base
    .meta(read)
    .input(z.object({ residentId: id, leaseNo: line(40) }))
    .output(
      z.object({
        residentId: id,
        now: z.date(),
        refused: z.enum(whyNot).nullable(),
        dispatch: z.object({
          phone: z.string(),
          because: z.enum(['phoneHours', 'onCall']),
          until: z.date().nullable(),
        }),
        usualMinutes: z.int(),
        fee,
        /** At the counter: their document was accepted today for this. */
        identifiedToday: z.boolean(),
        /** One that is on its way to the same home. */
        onItsWay: id.nullable(),
      }),
    ),
  /**
   * Orders an opening. The caller was told to have photo ID ready and accepted the fee that was shown (`feeCents`, null for none
   * published); at the counter they have shown a document today. `call` as in `defects.report`.
   */
  order: base
    .meta({ ...acts, audit: { ...resident, keep: ['via'] } })
    .errors(
      refusals(
        ...whyNot,
        'photoIdNotTold',
        'identityNotChecked',
        'feeNotAccepted',
        'feeChanged',
        'alreadyOnItsWay',
        'phoneInvalid',
        'callOver',
        'notYourCall',
        'callOfAnother',
      ),
    )
    .input(
      z.object({
        residentId: id,
        leaseNo: line(40),
        via: z.enum(['phone', 'counter']),
        phone: line(40),
        note: line(300),
        photoIdTold: z.boolean(),
        feeAccepted: z.boolean(),
        feeCents: z.int().nullable(),
        call: z.object({ ...which, endsCall: z.boolean() }).nullable(),
      }),
    )
    .output(answered),
  read: base.meta(read).input(z.object({ id })).output(answered),
  ofResident: base
    .meta(read)
    .input(z.object({ residentId: id }))
    .output(z.object({ residentId: id, doors: z.array(summary) })),
  /** Openings; `toInvoice`: opened, and not in a file yet. */
  list: base
    .meta({ roles: servingRoles })
    .input(z.object({ show: z.enum(['ordered', 'toInvoice', 'over']), page: z.int().min(0).max(100_000) }))
    .output(
      z.object({
        doors: z.array(summary),
        total: z.int(),
        counts: z.object({ ordered: z.int(), late: z.int(), toInvoice: z.int() }),
      }),
    ),
  /** The door was opened for whoever showed photo ID. */
  opened: base
    .meta(acts)
    .errors(refusals('doorOver'))
    .input(z.object({ ...which, note: paragraph(500) }))
    .output(answered),
  cancel: base
    .meta({ ...acts, audit: { ...resident, keep: ['because'] } })
    .errors(refusals('doorOver', 'noteRequired'))
    .input(z.object({ ...which, because: z.enum(doorCancelReasons), note: paragraph(500) }))
    .output(answered),
  /** Every price table, the latest first. None: the program says that no price is published. */
  prices: base.meta({ roles: servingRoles }).output(tables),
  /** Adds a table, or changes one that has not begun (`id`). One with gaps or overlaps is refused by `pricesWrong`. */
  savePrices: base
    .meta({ command: true, roles: ['lead', 'administrator'], audit: {} })
    .errors(refusals('pricesWrong', 'pricesBegun', 'sameFirstDay', 'dayPast'))
    .input(priceTable.extend({ id: id.nullable(), version }))
    .output(tables),
  /** Removes a table that has not begun. */
  removePrices: base
    .meta({ command: true, roles: ['lead', 'administrator'], audit: {} })
    .errors(refusals('pricesBegun'))
    .input(z.object(which))
    .output(tables),
  /**
   * The invoice lines of what was opened and not yet written into a file, as CSV (UTF-8, semicolons) in base64; cells that a
   * spreadsheet would take for a formula are neutralised. They count as exported then.
   */
  exportInvoices: base
    .meta({ command: true, roles: ['lead', 'administrator'], audit: {} })
    .errors(plainRefusals('nothingToExport'))
    .output(z.object({ csvBase64: z.string(), lines: z.int(), withoutFee: z.int(), exportedAt: z.date() })),
  /** The same file once more, of an earlier export. */
  exportAgain: base
    .meta({ roles: ['lead', 'administrator'], audit: {} })
    .input(z.object({ exportedAt: moment }))
    .output(z.object({ csvBase64: z.string(), lines: z.int(), withoutFee: z.int() })),
}
