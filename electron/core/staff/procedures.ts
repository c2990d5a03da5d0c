import { and, asc, count, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { StaffMember } from '#shared/contract/staff'
import { type Result, refuse } from '#shared/rules/result'
import { hashPassword } from '../access/passwords'
import { type Call, named, procedures, signedIn } from '../access/procedure'
import { isStoreProblem } from '../store/errors'
import type { Db, Tx } from '../store/store'
import {
  beginSession,
  findByUsername,
  isLockedOut,
  isRightPassword,
  noteSignIn,
  recentAtDesk,
  type SignInRefusal,
  type StaffRow,
  settleAttempt,
  viewSession,
} from './signIn'

const os = procedures.staff

const viewMember = (person: StaffRow, now: Date): StaffMember => ({
  id: person.id,
  name: person.name,
  username: person.username,
  roles: person.roles,
  disabled: person.disabledAt !== null,
  lockedOut: isLockedOut(person, now),
  mustChangePassword: person.mustChangePassword,
  lastSignInAt: person.lastSignInAt,
  version: person.version,
})

/** Writes a change of a person whose version is still the one that was read; gives the row as it is then. */
async function changeMember(
  tx: Tx,
  call: Call,
  read: { readonly id: string; readonly version: number },
  change: Partial<StaffRow>,
): Promise<StaffRow> {
  const { staff } = call.parts.store.tables
  const [now] = await tx.db.select({ version: staff.version }).from(staff).where(eq(staff.id, read.id))
  if (!now) throw named('NOT_FOUND')
  // Compared here first: a number that no column holds is a page's mistake, not the database's.
  if (now.version !== read.version) throw named('CHANGED_MEANWHILE')
  const [row] = await tx.db
    .update(staff)
    .set({ ...change, version: now.version + 1 })
    .where(and(eq(staff.id, read.id), eq(staff.version, now.version)))
    .returning()
  if (!row) throw named('CHANGED_MEANWHILE')
  tx.changed('staff', row.id)
  return row
}

/** True when somebody other than this person is an administrator who can sign in. */
async function anotherAdministrator(db: Db, call: Call, staffId: string): Promise<boolean> {
  const { staff } = call.parts.store.tables
  const people = await db.select().from(staff)
  return people.some(
    (one) => one.id !== staffId && one.disabledAt === null && one.roles.includes('administrator'),
  )
}

/** Tries a password for a person and writes the attempt down; gives the person as they are then. */
async function attempt(
  call: Call,
  person: StaffRow | null,
  password: string,
): Promise<Result<StaffRow, SignInRefusal>> {
  const right = await isRightPassword(person, password)
  if (!person) return refuse('signInFailed')
  // Its own transaction: a refused sign-in rolls nothing back.
  const { store } = call.parts
  return store.write((tx) => settleAttempt(tx, store.tables, person, right, call.now))
}

const ownRow = async (call: Call): Promise<StaffRow> => {
  const { staff } = call.parts.store.tables
  const session = call.session
  if (!session) return signedIn(call) as never
  const [person] = await call.read((db) => db.select().from(staff).where(eq(staff.id, session.staffId)))
  if (!person) throw named('NOT_FOUND')
  return person
}

export const staffProcedures = os.router({
  createFirstAdministrator: os.createFirstAdministrator.handler(async ({ input, context, errors }) => {
    const { tables } = context.parts.store
    const checkIsFirst = async (db: Db) => {
      const [existing] = await db.select({ n: count() }).from(tables.staff)
      if (existing?.n !== 0) throw errors.REFUSED({ data: { refusal: 'alreadySetUp' } })
    }
    // Before the hash as well, which costs what a sign-in costs: anybody may call this.
    await context.read(checkIsFirst)
    const passwordHash = await hashPassword(input.password)
    const person = await context.write(async (tx) => {
      await tx.inTurn('staff')
      await checkIsFirst(tx.db)
      const row: StaffRow = {
        id: uuidv7(),
        username: input.username,
        name: input.name,
        roles: input.servesResidents ? ['administrator', 'lead', 'counter'] : ['administrator', 'lead'],
        passwordHash,
        mustChangePassword: false,
        disabledAt: null,
        failedSignIns: 0,
        lastFailureAt: null,
        lockedOutUntil: null,
        lastSignInAt: context.now,
        createdAt: context.now,
        version: 1,
      }
      await tx.db.insert(tables.staff).values(row)
      await noteSignIn(tx, tables, context.parts.deskName, row.id, context.now)
      tx.changed('staff', row.id)
      return { ...row, staffId: row.id }
    })
    return viewSession(context.parts, beginSession(context.parts, context.clientId, person))
  }),

  signIn: os.signIn.handler(async ({ input, context, errors }) => {
    const { tables } = context.parts.store
    const found = await context.read((db) => findByUsername(db, tables, input.username))
    const tried = await attempt(context, found, input.password)
    if (!tried.ok) throw errors.REFUSED({ data: { refusal: tried.refusal } })
    const person = tried.value
    await context.parts.store.write((tx) =>
      noteSignIn(tx, tables, context.parts.deskName, person.id, context.now),
    )
    return viewSession(context.parts, beginSession(context.parts, context.clientId, person))
  }),

  session: os.session.handler(({ context }) => {
    const session = context.parts.sessions.current(context.clientId)
    return session ? viewSession(context.parts, session) : null
  }),

  stillHere: os.stillHere.handler(({ context }) => {
    const session = context.parts.sessions.current(context.clientId)
    return viewSession(context.parts, session ?? signedIn(context))
  }),

  signOut: os.signOut.handler(async ({ context }) => {
    await context.write(async () => undefined)
    return { signedOut: context.parts.sessions.end(context.clientId) }
  }),

  lock: os.lock.handler(({ context }) => ({ locked: context.parts.sessions.lock(context.clientId) })),

  unlock: os.unlock.handler(async ({ input, context, errors }) => {
    const tried = await attempt(context, await ownRow(context), input.password)
    if (!tried.ok) throw errors.REFUSED({ data: { refusal: tried.refusal } })
    return viewSession(context.parts, beginSession(context.parts, context.clientId, tried.value))
  }),

  recentAtThisDesk: os.recentAtThisDesk.handler(({ context }) =>
    context.read((db) => recentAtDesk(db, context.parts.store.tables, context.parts.deskName)),
  ),

  changeOwnPassword: os.changeOwnPassword.handler(async ({ input, context, errors }) => {
    const tried = await attempt(context, await ownRow(context), input.current)
    if (!tried.ok) throw errors.REFUSED({ data: { refusal: tried.refusal, field: 'current' } })
    if (input.current === input.next)
      throw errors.REFUSED({ data: { refusal: 'samePassword', field: 'next' } })
    const passwordHash = await hashPassword(input.next)
    const changed: { row?: StaffRow } = {}
    const own = signedIn(context)
    const session = await context.write(async (tx) => {
      changed.row = await changeMember(tx, context, tried.value, { passwordHash, mustChangePassword: false })
      return viewSession(context.parts, { ...own, mustChangePassword: false, lastActiveAt: context.now })
    })
    // Every other desk where this person is signed in must ask again.
    context.parts.sessions.endAllOf(own.staffId)
    if (changed.row) beginSession(context.parts, context.clientId, changed.row)
    return session
  }),

  list: os.list.handler(async ({ context }) => {
    const { staff } = context.parts.store.tables
    const people = await context.read((db) => db.select().from(staff).orderBy(asc(staff.name)))
    return people.map((person) => viewMember(person, context.now))
  }),

  add: os.add.handler(async ({ input, context, errors }) => {
    const { staff } = context.parts.store.tables
    const passwordHash = await hashPassword(input.password)
    const row: StaffRow = {
      id: uuidv7(),
      username: input.username,
      name: input.name,
      roles: input.roles,
      passwordHash,
      mustChangePassword: true,
      disabledAt: null,
      failedSignIns: 0,
      lastFailureAt: null,
      lockedOutUntil: null,
      lastSignInAt: null,
      createdAt: context.now,
      version: 1,
    }
    try {
      return await context.write(async (tx) => {
        await tx.db.insert(staff).values(row)
        tx.changed('staff', row.id)
        return viewMember(row, context.now)
      })
    } catch (error) {
      if (isStoreProblem(error, 'unique')) {
        throw errors.REFUSED({ data: { refusal: 'usernameTaken', field: 'username' } })
      }
      throw error
    }
  }),

  change: os.change.handler(async ({ input, context, errors }) => {
    const { id, version, name, roles } = input
    let changed: StaffRow | undefined
    const member = await context.write(async (tx) => {
      await tx.inTurn('staff')
      if (!roles.includes('administrator') && !(await anotherAdministrator(tx.db, context, id))) {
        throw errors.REFUSED({ data: { refusal: 'lastAdministrator', field: 'roles' } })
      }
      changed = await changeMember(tx, context, { id, version }, { name, roles })
      return viewMember(changed, context.now)
    })
    if (changed) context.parts.sessions.follow(changed)
    return member
  }),

  setDisabled: os.setDisabled.handler(async ({ input, context, errors }) => {
    const { id, version, disabled } = input
    const member = await context.write(async (tx) => {
      await tx.inTurn('staff')
      if (disabled && !(await anotherAdministrator(tx.db, context, id))) {
        throw errors.REFUSED({ data: { refusal: 'lastAdministrator' } })
      }
      const change = { disabledAt: disabled ? context.now : null }
      return viewMember(await changeMember(tx, context, { id, version }, change), context.now)
    })
    if (disabled) context.parts.sessions.endAllOf(id)
    return member
  }),

  resetPassword: os.resetPassword.handler(async ({ input, context }) => {
    const passwordHash = await hashPassword(input.password)
    const change = {
      passwordHash,
      mustChangePassword: true,
      failedSignIns: 0,
      lastFailureAt: null,
      lockedOutUntil: null,
    }
    const member = await context.write(async (tx) =>
      viewMember(await changeMember(tx, context, input, change), context.now),
    )
    context.parts.sessions.endAllOf(input.id)
    return member
  }),
})
