import { desc, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Session } from '#shared/contract/staff'
import { accept, type Result, refuse } from '#shared/rules/result'
import { checkNobody, checkPassword } from '../access/passwords'
import type { DeskParts } from '../access/procedure'
import type { DeskSession } from '../access/sessions'
import type { Tables } from '../store/schema'
import type { Db, Tx } from '../store/store'

export type StaffRow = Tables['staff']['$inferSelect']
export type SignInRefusal = 'signInFailed' | 'lockedOut' | 'disabled'

/** So many wrong passwords in a row lock a person out, for so many minutes, longer with each further one. */
const triesBeforeLockout = 5
const lockoutMinutes = 5
const longestLockoutMinutes = 60

/** Until when a person is locked out after so many failures; null before there are too many. */
export function lockoutUntil(failures: number, now: Date): Date | null {
  if (failures < triesBeforeLockout) return null
  const minutes = Math.min(lockoutMinutes * 2 ** (failures - triesBeforeLockout), longestLockoutMinutes)
  return new Date(now.getTime() + minutes * 60_000)
}

/**
 * Whether a person is locked out now. A clock that was turned back, before the last failure, opens nothing.
 */
export function isLockedOut(person: Pick<StaffRow, 'lockedOutUntil' | 'lastFailureAt'>, now: Date): boolean {
  if (!person.lockedOutUntil) return false
  const turnedBack = person.lastFailureAt !== null && now < person.lastFailureAt
  return turnedBack || now < person.lockedOutUntil
}

/** Reads a person by username, lower case; null when there is nobody. */
export async function findByUsername(db: Db, { staff }: Tables, username: string): Promise<StaffRow | null> {
  const [person] = await db.select().from(staff).where(eq(staff.username, username))
  return person ?? null
}

/** Whether the password is the person's. It takes as long for a username that nobody has. */
export const isRightPassword = (person: StaffRow | null, password: string): Promise<boolean> =>
  person ? checkPassword(password, person.passwordHash) : checkNobody(password)

/**
 * Judges an attempt by what the database says when its turn comes, and writes it down: failures are counted, a success
 * clears them. Of guesses made at the same time, the right one after five wrong ones opens nothing.
 */
export async function settleAttempt(
  tx: Tx,
  { staff }: Tables,
  tried: StaffRow,
  right: boolean,
  now: Date,
): Promise<Result<StaffRow, SignInRefusal>> {
  await tx.inTurn('staff')
  const [person] = await tx.db.select().from(staff).where(eq(staff.id, tried.id))
  if (!person) return refuse('signInFailed')
  if (isLockedOut(person, now)) return refuse('lockedOut')
  if (!right || person.passwordHash !== tried.passwordHash) {
    const failedSignIns = person.failedSignIns + 1
    const failed = { failedSignIns, lastFailureAt: now, lockedOutUntil: lockoutUntil(failedSignIns, now) }
    await tx.db.update(staff).set(failed).where(eq(staff.id, person.id))
    tx.changed('staff', person.id)
    return refuse('signInFailed')
  }
  if (person.disabledAt) return refuse('disabled')
  const cleared = { failedSignIns: 0, lastFailureAt: null, lockedOutUntil: null }
  await tx.db.update(staff).set(cleared).where(eq(staff.id, person.id))
  return accept(person)
}

/** Remembers that a person signed in, and who signed in at this desk last. */
export async function noteSignIn(
  tx: Tx,
  { staff, deskSignIn }: Tables,
  deskName: string,
  staffId: string,
  at: Date,
) {
  await tx.db.update(staff).set({ lastSignInAt: at }).where(eq(staff.id, staffId))
  await tx.db
    .insert(deskSignIn)
    .values({ id: uuidv7(), deskName, staffId, at })
    .onConflictDoUpdate({ target: [deskSignIn.deskName, deskSignIn.staffId], set: { at } })
}

/** Those who signed in at this desk last and still work here, latest first. */
export async function recentAtDesk(db: Db, { staff, deskSignIn }: Tables, deskName: string) {
  const rows = await db
    .select({ name: staff.name, username: staff.username, disabledAt: staff.disabledAt })
    .from(deskSignIn)
    .innerJoin(staff, eq(staff.id, deskSignIn.staffId))
    .where(eq(deskSignIn.deskName, deskName))
    .orderBy(desc(deskSignIn.at))
    .limit(20)
  return rows
    .filter(({ disabledAt }) => disabledAt === null)
    .slice(0, 8)
    .map(({ name, username }) => ({ name, username }))
}

/** Begins a person's session at a page. */
export const beginSession = (parts: DeskParts, clientId: string, person: StaffRow): DeskSession =>
  parts.sessions.begin(clientId, {
    staffId: person.id,
    name: person.name,
    username: person.username,
    roles: person.roles,
    mustChangePassword: person.mustChangePassword,
    passwordHash: person.passwordHash,
  })

/** A session as the page sees it. */
export const viewSession = (parts: DeskParts, session: DeskSession): Session => ({
  staffId: session.staffId,
  name: session.name,
  username: session.username,
  roles: [...session.roles],
  locked: session.lockedAt !== null,
  mustChangePassword: session.mustChangePassword,
  locksAt: parts.sessions.locksAt(session),
})
