import * as z from 'zod'
import { base, id, refusals, requiredLine, roles, version } from './base'

/** A staff password: at least 12 characters, any of them; pasting is welcome. At most 200, so that hashing stays bounded. */
export const staffPassword = z.string().min(12).max(200)
const typedPassword = z.string().min(1).max(200)
const username = requiredLine(60).transform((text) => text.toLowerCase())
const chosenRoles = z
  .array(z.enum(roles))
  .min(1)
  .max(roles.length)
  .refine((list) => new Set(list).size === list.length, 'duplicateRole')

const session = z.object({
  staffId: id,
  name: z.string(),
  username: z.string(),
  roles: z.array(z.enum(roles)),
  locked: z.boolean(),
  mustChangePassword: z.boolean(),
  /** When the desk locks itself if nothing is done. */
  locksAt: z.date(),
})
export type Session = z.infer<typeof session>

const member = z.object({
  id,
  name: z.string(),
  username: z.string(),
  roles: z.array(z.enum(roles)),
  disabled: z.boolean(),
  lockedOut: z.boolean(),
  mustChangePassword: z.boolean(),
  lastSignInAt: z.date().nullable(),
  version,
})
export type StaffMember = z.infer<typeof member>

/** Why a sign-in or a password was not taken. `signInFailed` never says which of the two was wrong. */
const signInRefusals = refusals('signInFailed', 'lockedOut', 'disabled')

export const staff = {
  /** Creates the first administrator of a new database and signs them in. Refused once anybody exists. */
  createFirstAdministrator: base
    .meta({ command: true, roles: 'public', audit: { subjectKind: 'staff', subject: 'staffId' } })
    .errors(refusals('alreadySetUp'))
    .input(
      z.object({ name: requiredLine(120), username, password: staffPassword, servesResidents: z.boolean() }),
    )
    .output(session),
  /** Signs a person in at this desk, in place of whoever was. */
  signIn: base
    .meta({ command: true, roles: 'public', audit: { subjectKind: 'staff', subject: 'staffId' } })
    .errors(signInRefusals)
    .input(z.object({ username, password: typedPassword }))
    .output(session),
  /** Who is signed in at this desk; null when nobody is. */
  session: base.meta({ roles: 'public' }).output(session.nullable()),
  /** Says that somebody is there, so that the desk does not lock under their hands. */
  stillHere: base.meta({ command: true, again: true, roles: 'signedIn' }).output(session),
  /** Ends the sign-in at this desk. */
  signOut: base
    .meta({ command: true, roles: 'public', audit: {} })
    .output(z.object({ signedOut: z.boolean() })),
  /** Locks this desk; what was typed stays in the page. */
  lock: base.meta({ command: true, roles: 'public', audit: {} }).output(z.object({ locked: z.boolean() })),
  /** Opens the lock again with the same person's password. */
  unlock: base
    .meta({ command: true, roles: 'public', audit: {} })
    .errors(signInRefusals)
    .input(z.object({ password: typedPassword }))
    .output(session),
  /** Those who last signed in at this desk, latest first, at most eight: switching user is a choice and a password. */
  recentAtThisDesk: base
    .meta({ roles: 'public' })
    .output(z.array(z.object({ name: z.string(), username: z.string() }))),
  /** Changes one's own password. */
  changeOwnPassword: base
    .meta({ command: true, roles: 'signedIn', audit: {} })
    .errors(refusals('signInFailed', 'lockedOut', 'disabled', 'samePassword'))
    .input(z.object({ current: typedPassword, next: staffPassword }))
    .output(session),
  /** Everyone who works or has worked here, by name. */
  list: base.meta({ roles: ['administrator', 'lead'] }).output(z.array(member)),
  /** Adds a person, with a first password that they must change. */
  add: base
    .meta({
      command: true,
      roles: ['administrator'],
      audit: { subjectKind: 'staff', subject: 'id', keep: ['roles'] },
    })
    .errors(refusals('usernameTaken'))
    .input(z.object({ name: requiredLine(120), username, roles: chosenRoles, password: staffPassword }))
    .output(member),
  /** Changes a person's name and roles. The last administrator cannot stop being one. */
  change: base
    .meta({
      command: true,
      roles: ['administrator'],
      audit: { subjectKind: 'staff', subject: 'id', keep: ['roles'] },
    })
    .errors(refusals('lastAdministrator'))
    .input(z.object({ id, version, name: requiredLine(120), roles: chosenRoles }))
    .output(member),
  /** Disables or enables a person; a disabled person's sign-ins end at once. */
  setDisabled: base
    .meta({
      command: true,
      roles: ['administrator'],
      audit: { subjectKind: 'staff', subject: 'id', keep: ['disabled'] },
    })
    .errors(refusals('lastAdministrator'))
    .input(z.object({ id, version, disabled: z.boolean() }))
    .output(member),
  /** Gives a person a new first password, which they must change, and clears a lockout. */
  resetPassword: base
    .meta({ command: true, roles: ['administrator'], audit: { subjectKind: 'staff', subject: 'id' } })
    .input(z.object({ id, version, password: staffPassword }))
    .output(member),
}
