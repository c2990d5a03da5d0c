import * as z from 'zod'
import { handoffDirections, handoffStates } from '../rules/keyHandoff'
import { keyEventWhats, keyHolderKinds, keyKinds, keyWords } from '../rules/keyLedger'
import { id, line, localDay, paragraph, requiredLine, version } from './base'

/** Who has a key, as staff says it. */
export const holderInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heka') }),
  z.object({ kind: z.literal('blc') }),
  z.object({ kind: z.literal('maintenance') }),
  z.object({ kind: z.literal('lost') }),
  z.object({ kind: z.literal('resident'), residentId: id }),
  z.object({ kind: z.literal('grantee'), name: requiredLine(200) }),
])

/**
 * Who has a key, as it is shown. Beside an address a person under non-disclosure is `hidden` and has neither name nor id; where the address
 * is hidden, people are named.
 */
const holder = z.object({
  kind: z.enum(keyHolderKinds),
  residentId: id.nullable(),
  name: z.string().nullable(),
  hidden: z.boolean(),
})
export type KeyHolderView = z.infer<typeof holder>

const keyView = z.object({
  id,
  /** What a move says it saw. */
  seq: z.int(),
  version,
  kind: z.enum(keyKinds),
  number: z.string(),
  /** Empty for a single key. */
  setName: z.string(),
  note: z.string(),
  holder,
  since: localDay,
  /** False when it is out of use. */
  active: z.boolean(),
  /** The open hand-off that it belongs to. What happens with it is told there. */
  handoff: z
    .object({
      id,
      direction: z.enum(handoffDirections),
      state: z.enum(handoffStates),
      dueOn: localDay,
      overdue: z.boolean(),
    })
    .nullable(),
})
export type KeyView = z.infer<typeof keyView>
export { keyView }

const counts = z.record(z.enum(keyHolderKinds), z.int())

/** Everything that is known of the keys of one apartment. */
export const apartmentKeys = z.object({
  apartmentId: id,
  /** Null, these three, under non-disclosure of anybody who lives there. */
  apartmentNo: z.string().nullable(),
  propertyId: id.nullable(),
  address: z.string().nullable(),
  /** By kind and number; those out of use last. */
  keys: z.array(keyView),
  counts,
})
export type ApartmentKeys = z.infer<typeof apartmentKeys>

/** The keys of a property's apartments, in figures. */
export const propertyKeys = z.object({
  propertyId: id,
  propertyNo: z.string(),
  address: z.string(),
  counts,
  apartments: z.array(
    z.object({
      apartmentId: id,
      apartmentNo: z.string(),
      address: z.string(),
      counts,
      /** Open hand-offs, and those of them that are late or have a difference. */
      open: z.int(),
      attention: z.int(),
    }),
  ),
  /** Homes of people under non-disclosure, together: which they are is not told. `counts` has their keys too. */
  hidden: z.object({ apartments: z.int(), open: z.int(), attention: z.int() }),
})
export type PropertyKeys = z.infer<typeof propertyKeys>

const label = z.object({ kind: z.enum(keyKinds), number: z.string() })

/** One event of a key's chain, the first first. */
export const keyEventView = z.object({
  seq: z.int(),
  what: z.enum(keyEventWhats),
  holder,
  /** When it happened, and when and by whom it was typed. */
  happenedOn: localDay,
  typedAt: z.date(),
  by: z.string(),
  word: z.enum(keyWords),
  wordText: z.string(),
  handoffId: id.nullable(),
  /** Of a correction: which event it says right. `correctedBy`: which correction says this one right. */
  corrects: z.int().nullable(),
  correctedBy: z.int().nullable(),
  /** Of a correction of what the key is called: from what to what. */
  label: z.object({ from: label, to: label }).nullable(),
})
export type KeyEventView = z.infer<typeof keyEventView>

const closedText = z.object({ fi: paragraph(600), sv: paragraph(600), en: paragraph(600) })

/** `version` grows with every change; 0 as shipped. What is not in a source ships as a setting. */
export const keySettings = z.object({
  version,
  /** Where BLC Turva's lists are e-mailed. Null: they are printed. Unsourced. */
  blcEmail: line(254).nullable(),
  /** So many days after the due day nothing is late yet. Unsourced. */
  graceDays: z.int().min(0).max(30),
  /** Reminders go so many working days after the due day, each once. Unsourced. */
  reminderDays: z.array(z.int().min(1).max(60)).max(5),
  /** What a lost key is charged by default, cents; null: nothing is proposed. Unsourced. */
  chargeCents: z.int().min(0).max(1_000_000).nullable(),
  /** A hand-off of which everything was counted is settled by itself. */
  settleWhenCounted: z.boolean(),
  /** How keys are returned when the service point is closed, in the letters. Empty: the words that ship. Unsourced. */
  closedText,
})
export type KeySettings = z.infer<typeof keySettings>
