import { asc, eq } from 'drizzle-orm'
import type { Answer, AnswerTopic } from '#shared/contract/answers'
import type { LocalDay } from '#shared/rules/localDay'
import { named } from '../access/procedure'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { type ShippedAnswer, shippedAnswers } from './shipped'

export type AnswerRow = Tables['answer']['$inferSelect']

const holds = (
  { validFrom, validUntil }: { readonly validFrom: LocalDay | null; readonly validUntil: LocalDay | null },
  today: LocalDay,
) => (validFrom === null || validFrom <= today) && (validUntil === null || today <= validUntil)

const asShipped = ({ source, ...answer }: ShippedAnswer, today: LocalDay): Answer => ({
  ...structuredClone(answer),
  source,
  state: 'shipped',
  valid: holds(answer, today),
  version: 0,
  changedAt: null,
  changedBy: null,
})

function asKept(row: AnswerRow, by: string, today: LocalDay): Answer {
  const ships = shippedAnswers.some(({ key }) => key === row.key)
  const { key, validFrom, validUntil, version, changedAt, withdrawn } = row
  return {
    ...{ key, validFrom, validUntil, version, changedAt },
    topic: row.topic as AnswerTopic,
    texts: structuredClone(row.texts),
    source: null,
    state: withdrawn ? 'withdrawn' : ships ? 'edited' : 'own',
    valid: !withdrawn && holds(row, today),
    changedBy: by,
  }
}

/** Every answer: those that ship, each replaced by the lead's of the same key, and then the lead's own. */
export async function readAnswers(db: Db, { answer, staff }: Tables, today: LocalDay): Promise<Answer[]> {
  const rows = await db
    .select({ row: answer, by: staff.name })
    .from(answer)
    .innerJoin(staff, eq(staff.id, answer.changedBy))
    .orderBy(asc(answer.id))
  const kept = new Map(rows.map(({ row, by }) => [row.key, asKept(row, by, today)]))
  const shipped = shippedAnswers.map((one) => kept.get(one.key) ?? asShipped(one, today))
  const shippedKeys = new Set(shippedAnswers.map(({ key }) => key))
  return [...shipped, ...[...kept.values()].filter(({ key }) => !shippedKeys.has(key))]
}

/** One answer by its key. Throws NOT_FOUND. */
export async function answerByKey(db: Db, tables: Tables, key: string, today: LocalDay): Promise<Answer> {
  const found = (await readAnswers(db, tables, today)).find((answer) => answer.key === key)
  if (!found) throw named('NOT_FOUND')
  return found
}
