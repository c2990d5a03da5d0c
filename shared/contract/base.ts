import { oc } from '@orpc/contract'
import * as z from 'zod'
import { isLocalDay } from '../rules/localDay'

/** What a member of staff may be; one person can hold several. The desk checks these, not the page. */
export const roles = ['counter', 'phone', 'asoy', 'lead', 'administrator'] as const
export type Role = (typeof roles)[number]

/** Everyone who serves residents. */
export const servingRoles = ['counter', 'phone', 'asoy', 'lead'] as const satisfies readonly Role[]
/** Those who can see a document: they stand in front of the resident. */
export const counterRoles = ['counter', 'lead'] as const satisfies readonly Role[]

/**
 * Who may call a procedure, and what the audit record says of it.
 * - `roles`: `'public'` before sign-in; `'signedIn'` anyone signed in and not locked; else one of the named roles.
 * - `audit`: absent for calls that touch no person and change nothing. `subject` names the input or output field that
 *   holds the resident's (or staff member's) id; `reason` the input field with the reason that was asked for.
 */
export interface ProcedureMeta {
  readonly roles: 'public' | 'signedIn' | readonly Role[]
  readonly audit?: {
    readonly subjectKind?: 'resident' | 'staff'
    readonly subject?: string
    readonly reason?: string
    /** Fields of the input, else of the output, that are safe to keep: names of choices, never what a person is called or typed. */
    readonly keep?: readonly string[]
  }
  /**
   * What a person does, which postpones the automatic lock. What a page reads does not: it reads again by itself whenever
   * another desk changes something.
   */
  readonly command?: boolean
  /** A command that may be carried out again without harm; every other answers the same when it is asked for again. */
  readonly again?: boolean
}

/**
 * The errors that every procedure may answer with, by name. Wrong input is oRPC's own `BAD_REQUEST`, whose `data.issues`
 * name the fields. `REFUSED` carries the name of the rule's refusal and, where there is one, the field it belongs to.
 */
export const baseErrors = {
  SIGN_IN_REQUIRED: { status: 401 },
  LOCKED: { status: 423 },
  FORBIDDEN: { status: 403 },
  NOT_FOUND: { status: 404 },
  CHANGED_MEANWHILE: { status: 409 },
  BUSY: { status: 503 },
  DISK_FULL: { status: 507 },
  DATABASE_LOST: { status: 503 },
  STORE_FAILED: { status: 500 },
} as const

export const base = oc.$meta<ProcedureMeta>({ roles: [] }).errors(baseErrors)

/** The error map of a procedure whose rules may refuse by these names. */
export const refusals = <const Names extends readonly [string, ...string[]]>(...names: Names) => ({
  REFUSED: { status: 422, data: z.object({ refusal: z.enum(names), field: z.string().optional() }) },
})

// Control characters do not belong in one line of text; they are how headers and terminals are injected into. Half a
// surrogate pair is no character, and PostgreSQL refuses it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is being refused
const controlCharacters = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is being refused
const controlCharactersButLines = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/

/** One line of text without control characters, trimmed, at most `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.isWellFormed() && !controlCharacters.test(text), 'controlCharacters')
    .transform((text) => text.trim())

/** As `line`, and not empty. */
export const requiredLine = (max: number) => line(max).refine((text) => text.length > 0, 'required')

/** Several lines of text without other control characters, trimmed, at most `max` characters. */
export const paragraph = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.isWellFormed() && !controlCharactersButLines.test(text), 'controlCharacters')
    .transform((text) => text.trim())

/** A record's id: UUIDv7 as text. */
export const id = z.uuid()

/** How often something has been changed: who changes it says which version they saw. A whole number that both engines hold. */
export const version = z.int().min(0).max(2_000_000_000)

/** A day without time, `YYYY-MM-DD`, in the years that the calendar knows. */
export const localDay = z.iso.date().refine(isLocalDay, 'dayOutOfRange')

/** A moment that a page asks for. Far from every calendar the engines differ in what they can say of a time. */
export const moment = z.date().min(new Date('2000-01-01T00:00:00Z')).max(new Date('2200-01-01T00:00:00Z'))

/** The languages of the program and of its letters. */
export const languages = ['fi', 'sv', 'en'] as const
export type Language = (typeof languages)[number]
