import { deserialize, serialize } from 'node:v8'
import { eq, lt } from 'drizzle-orm'
import type { ProcedureMeta } from '#shared/contract/base'
import { withoutWords } from '../store/errors'
import type { Tables } from '../store/schema'
import type { Db, Store, Tx } from '../store/store'

/** What tells one command from every other: the key that its page gave it, and who gave it for what. */
export interface CommandKey {
  readonly key: string
  readonly action: string
  readonly staffId: string
}

/** Thrown inside the unit of work of a command that was carried out before, or meanwhile: nothing of it stays. */
export class DoneBefore extends Error {}

/** For so long a page may ask again whether a command was carried out, and how often the older are looked for. Milliseconds. */
const keptMs = 60 * 60_000
const lookMs = 10 * 60_000

const isKey = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The key of a call, when it is a command that must not be carried out twice; otherwise null. */
export function commandKeyOf(
  meta: ProcedureMeta,
  action: string,
  staffId: string | undefined,
  key: string | undefined,
): CommandKey | null {
  const once = meta.command === true && meta.again !== true && meta.roles !== 'public'
  return once && staffId !== undefined && key !== undefined && isKey.test(key)
    ? { key, action, staffId }
    : null
}

/** One person's one command: what a page gave one person for one thing answers nobody else and nothing else. */
const idOf = ({ key, action, staffId }: CommandKey) => `${key} ${action} ${staffId}`

/** Keeps what a command answers, in the transaction that carries it out. Of two with one key the second gets DoneBefore. */
export async function keepAnswer(
  tx: Tx,
  { command }: Tables,
  of: CommandKey,
  answer: unknown,
  at: Date,
): Promise<void> {
  const kept = await tx.db
    .insert(command)
    .values({ ...of, key: idOf(of), answer: serialize(answer).toString('base64'), at })
    .onConflictDoNothing()
    .returning({ key: command.key })
  if (kept.length === 0) throw new DoneBefore()
}

/** What a command answered that was carried out before; null when it was not. */
export async function earlierAnswer(
  db: Db,
  { command }: Tables,
  of: CommandKey,
): Promise<{ readonly answer: unknown } | null> {
  const [row] = await db
    .select({ answer: command.answer })
    .from(command)
    .where(eq(command.key, idOf(of)))
  return row ? { answer: deserialize(Buffer.from(row.answer, 'base64')) } : null
}

interface Keeping {
  readonly store: Store
  readonly clock: () => Date
  readonly report: (error: unknown, procedure: string) => void
}

async function forgetAnswers({ store, clock }: Keeping): Promise<void> {
  const { command } = store.tables
  const old = lt(command.at, new Date(clock().getTime() - keptMs))
  // Most often there is none, and nothing to write.
  const [found] = await store.read((db) => db.select({ key: command.key }).from(command).where(old).limit(1))
  if (found) await store.write((tx) => tx.db.delete(command).where(old))
}

/** Forgets, for as long as the desk is open, the answers that nobody asks for any more. Gives how to stop. */
export function startForgetting(parts: Keeping): () => Promise<void> {
  const forget = () =>
    // A database that is away is looked at the next time.
    forgetAnswers(parts).catch((error: unknown) => parts.report(withoutWords(error), 'commands'))
  let forgetting = forget()
  const timer = setInterval(() => {
    forgetting = forget()
  }, lookMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await forgetting
  }
}
