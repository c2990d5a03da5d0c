import { implement, ORPCError } from '@orpc/server'
import { baseErrors, type ProcedureMeta } from '#shared/contract/base'
import { databaseProblems } from '#shared/contract/database'
import { type Contract, contract } from '#shared/contract/index'
import type { DatabaseLink } from '../database/link'
import type { StoreError } from '../store/errors'
import { nameStoreError, withoutWords } from '../store/errors'
import type { Json } from '../store/schema'
import type { Db, Store } from '../store/store'
import { type AuditEntry, appendAudit } from './auditChain'
import { commandKeyOf, earlierAnswer, keepAnswer } from './commands'
import type { DeskSession, Sessions } from './sessions'

/** What every procedure works with: the desk's parts, made once. */
export interface DeskParts {
  readonly store: DatabaseLink
  readonly sessions: Sessions
  readonly clock: () => Date
  readonly deskName: string
  /** Reports an unexpected error, without any data of a person. */
  readonly report: (error: unknown, procedure: string) => void
}

/** Which page or window is calling; the host says so, never the page. */
export interface DeskClientContext {
  readonly clientId: string
  /** The key that the page gave this command: the same when it asks again because no answer came. */
  readonly commandKey?: string | undefined
}

interface CallContext extends DeskClientContext {
  readonly parts: DeskParts
}

/** What a handler sees of a call. */
export interface Call extends CallContext {
  /** Who is signed in. Absent only in public procedures. */
  readonly session: DeskSession | null
  readonly now: Date
  read<Value>(work: (db: Db) => Promise<Value>): Promise<Value>
  /** One unit of work that ends with this call's audit record, so that neither is without the other. */
  write: Store['write']
}

/** Who is signed in, in a procedure that nobody else can call. */
export function signedIn(call: { readonly session: DeskSession | null }): DeskSession {
  if (!call.session) throw named('SIGN_IN_REQUIRED')
  return call.session
}

/** A named error of the base contract. */
export const named = (code: keyof typeof baseErrors) =>
  new ORPCError(code, { defined: true, status: baseErrors[code].status })

const storeErrors = {
  busy: 'BUSY',
  diskFull: 'DISK_FULL',
} as const satisfies Partial<Record<StoreError['problem'], string>>

/** What the page is told of an error: a name of the contract's, or that the store failed. Never the engine's words. */
function answer(error: unknown, report: (error: unknown) => void): ORPCError<string, unknown> {
  // oRPC's own name for an answer that is not what the contract promises: a fault of ours, with the answer in its cause.
  if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') return error
  const storeError = nameStoreError(error)
  const problem = storeError instanceof Error && 'problem' in storeError ? String(storeError.problem) : ''
  const lost = databaseProblems.some((each) => each === problem)
  const code = lost ? 'DATABASE_LOST' : (storeErrors[problem as keyof typeof storeErrors] ?? 'STORE_FAILED')
  report(withoutWords(error))
  return named(code)
}

/** All that a person does with a first password: put their own in its place. */
const withFirstPassword = 'staff.changeOwnPassword'

function checkAccess(meta: ProcedureMeta, session: DeskSession | null, action: string): void {
  if (meta.roles === 'public') return
  if (!session) throw named('SIGN_IN_REQUIRED')
  if (session.lockedAt) throw named('LOCKED')
  const early = session.mustChangePassword && action !== withFirstPassword
  const allowed = meta.roles === 'signedIn' || meta.roles.some((role) => session.roles.includes(role))
  if (early || !allowed) throw named('FORBIDDEN')
}

/** A text field of an object. Input has not been checked yet when a call is refused, so it is bounded here. */
const textAt = (value: unknown, key: string | undefined): string | null => {
  if (!key || typeof value !== 'object' || value === null) return null
  const found = (value as Record<string, unknown>)[key]
  return typeof found === 'string' && found.length <= 200 ? found : null
}

const uuidOrNull = (text: string | null) => (text && /^[0-9a-f-]{36}$/i.test(text) ? text : null)

/** The record of one call, from what the contract says may be kept of it. */
function auditEntry(
  call: { parts: DeskParts; session: DeskSession | null; now: Date },
  action: string,
  meta: ProcedureMeta,
  input: unknown,
  output: unknown,
  outcome: string,
): AuditEntry {
  const rules = meta.audit ?? {}
  const fields = (of: unknown) => (typeof of === 'object' && of !== null ? (of as Record<string, Json>) : {})
  const given = { ...fields(output), ...fields(input) }
  const kept = Object.fromEntries(
    (rules.keep ?? []).flatMap((key) => (key in given ? [[key, given[key] as Json]] : [])),
  )
  return {
    at: call.now,
    staffId: call.session?.staffId ?? null,
    staffName: call.session?.name ?? null,
    desk: call.parts.deskName,
    action,
    subjectKind: rules.subjectKind ?? null,
    subjectId: uuidOrNull(textAt(input, rules.subject) ?? textAt(output, rules.subject)),
    outcome,
    reason: outcome === 'done' ? textAt(input, rules.reason) : null,
    kept: outcome === 'done' ? kept : {},
  }
}

const os = implement<Contract>(contract).$context<CallContext>()

/**
 * The one door of every procedure: finds the session, checks the role, names errors and writes the audit record. No
 * handler does any of these.
 */
export const procedures = os.use(async ({ context, next, path, procedure }, input, output) => {
  const meta = procedure['~orpc'].meta
  const action = path.join('.')
  const { parts, clientId } = context
  const { store, sessions } = parts
  const now = parts.clock()
  const session = sessions.current(clientId)
  const command = commandKeyOf(meta, action, session?.staffId, context.commandKey)
  let audited = false
  const record = (output: unknown, outcome: string) =>
    // The session is read again: a sign-in has one only after its handler.
    auditEntry(
      { parts, session: sessions.current(clientId) ?? session, now },
      action,
      meta,
      input,
      output,
      outcome,
    )

  const call: Omit<Call, keyof CallContext> = {
    session,
    now,
    read: (work) => store.read(work),
    write: async (work, how) => {
      const value = await store.write(async (tx) => {
        const result = await work(tx)
        if (command) await keepAnswer(tx, store.tables, command, result, now)
        if (meta.audit) await appendAudit(tx, store.tables, record(result, 'done'))
        return result
      }, how)
      audited = true
      return value
    },
  }
  const recordAlone = async (output: unknown, outcome: string) => {
    if (meta.audit) await store.write((tx) => appendAudit(tx, store.tables, record(output, outcome)))
  }
  /** Names an error for the page and records it, unless the call never came as far as a person's data. */
  const fail = async (error: unknown): Promise<never> => {
    const told = answer(error, (unexpected) => parts.report(unexpected, action))
    if (worthRecording.has(told.code)) {
      await recordAlone(null, textAt(told.data, 'refusal') ?? told.code).catch((e: unknown) =>
        parts.report(withoutWords(e), action),
      )
    }
    throw told
  }
  async function* recorded(stream: AsyncIterable<unknown>) {
    let outcome = 'cancelled'
    try {
      yield* stream
      outcome = 'done'
    } catch (error) {
      outcome = 'failed'
      await fail(error)
    } finally {
      if (!audited && outcome !== 'failed') await recordAlone(null, outcome)
    }
  }
  const earlier = async () => command && store.read((db) => earlierAnswer(db, store.tables, command))
  try {
    checkAccess(meta, session, action)
  } catch (error) {
    return fail(error)
  }
  if (meta.command) sessions.touch(clientId)
  try {
    const before = await earlier()
    if (before) return output(before.answer as never) as never
    const result = await next({ context: call })
    if (isStream(result.output)) return { ...result, output: recorded(result.output) }
    if (!audited) await recordAlone(result.output, 'done')
    return result
  } catch (error) {
    // Of two with one key at once, the second is in the way of what the first has done meanwhile.
    const meanwhile = await earlier().catch(() => null)
    return meanwhile ? (output(meanwhile.answer as never) as never) : fail(error)
  }
})

/** A call that was turned away at the door, or whose input made no sense, has read nothing and is not recorded. */
const worthRecording = new Set(['FORBIDDEN', 'REFUSED', 'NOT_FOUND', 'CHANGED_MEANWHILE', 'SLOT_TAKEN'])

const isStream = (output: unknown): output is AsyncIterable<unknown> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output
