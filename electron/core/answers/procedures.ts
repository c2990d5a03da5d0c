import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type Answer, type AnswerTexts, answerTopics } from '#shared/contract/answers'
import { languages } from '#shared/contract/base'
import { answerFits } from '#shared/rules/answerSearch'
import { helsinkiDay } from '#shared/rules/localDay'
import { type Call, named, procedures, signedIn } from '../access/procedure'
import { isStoreProblem } from '../store/errors'
import type { Tx } from '../store/store'
import { type AnswerRow, answerByKey, readAnswers } from './kept'
import { shippedAnswers } from './shipped'

const os = procedures.answers

/** The first empty field of the texts: an answer is read out in three languages. */
function emptyText(texts: AnswerTexts) {
  for (const language of languages) {
    if (texts[language].title === '')
      return { refusal: 'titleRequired', field: `texts.${language}.title` } as const
    if (texts[language].text === '')
      return { refusal: 'textRequired', field: `texts.${language}.text` } as const
  }
  return null
}

const today = (call: Call) => helsinkiDay(call.now)

/** The answer that is still as it was read; CHANGED_MEANWHILE or NOT_FOUND otherwise. */
async function sameAnswer(tx: Tx, call: Call, key: string, version: number): Promise<Answer> {
  const found = await answerByKey(tx.db, call.parts.store.tables, key, today(call))
  if (found.version !== version) throw named('CHANGED_MEANWHILE')
  return found
}

type Kept = Pick<AnswerRow, 'topic' | 'texts' | 'validFrom' | 'validUntil' | 'withdrawn'>

/** Writes an answer over what was read: a row of its own for one that ships or is new (`version` 0). */
async function keep(tx: Tx, call: Call, key: string, version: number, kept: Kept) {
  const { tables } = call.parts.store
  const { answer } = tables
  const changed = { ...kept, changedAt: call.now, changedBy: signedIn(call).staffId, version: version + 1 }
  if (version === 0) await tx.insertMany(answer, [{ id: uuidv7(), key, ...changed }])
  else {
    const rows = await tx.db
      .update(answer)
      .set(changed)
      .where(and(eq(answer.key, key), eq(answer.version, version)))
      .returning({ id: answer.id })
    if (rows.length !== 1) throw named('CHANGED_MEANWHILE')
  }
  tx.changed('answer', key)
  return { answer: await answerByKey(tx.db, tables, key, today(call)) }
}

/** One unit of work; another desk that first wrote the same answer is found by the index. */
async function writing<Value>(call: Call, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  try {
    return await call.write(work)
  } catch (error) {
    if (isStoreProblem(error, 'unique')) throw named('CHANGED_MEANWHILE')
    throw error
  }
}

export const answerProcedures = os.router({
  find: os.find.handler(({ input, context }) =>
    context.read(async (db) => {
      const all = await readAnswers(db, context.parts.store.tables, today(context))
      const answers = all
        .filter(({ valid, topic }) => valid && (input.topic === null || topic === input.topic))
        .flatMap((answer) => {
          const fit = answerFits(input.text, Object.values(answer.texts))
          return fit === null ? [] : [{ answer, fit }]
        })
        .toSorted(
          (a, b) =>
            b.fit - a.fit || answerTopics.indexOf(a.answer.topic) - answerTopics.indexOf(b.answer.topic),
        )
        .map(({ answer }) => answer)
      return { answers }
    }),
  ),

  all: os.all.handler(({ context }) =>
    context.read(async (db) => ({
      answers: await readAnswers(db, context.parts.store.tables, today(context)),
    })),
  ),

  save: os.save.handler(({ input, context, errors }) => {
    const { texts, topic, validFrom, validUntil, version } = input
    const empty = emptyText(texts)
    if (empty) throw errors.REFUSED({ data: empty })
    if (validFrom !== null && validUntil !== null && validUntil < validFrom)
      throw errors.REFUSED({ data: { refusal: 'endsBeforeBegins', field: 'validUntil' } })
    const kept = { topic, texts, validFrom, validUntil, withdrawn: false }
    return writing(context, async (tx) => {
      if (input.key === null) return keep(tx, context, uuidv7(), 0, kept)
      const found = await sameAnswer(tx, context, input.key, version)
      return keep(tx, context, found.key, version, kept)
    })
  }),

  withdraw: os.withdraw.handler(({ input, context, errors }) =>
    writing(context, async (tx) => {
      const found = await sameAnswer(tx, context, input.key, input.version)
      if (found.state === 'withdrawn') throw errors.REFUSED({ data: { refusal: 'alreadyWithdrawn' } })
      const { topic, texts, validFrom, validUntil } = found
      return keep(tx, context, found.key, found.version, {
        ...{ topic, texts, validFrom, validUntil },
        withdrawn: true,
      })
    }),
  ),

  restore: os.restore.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { answer } = tables
    return context.write(async (tx) => {
      const found = await sameAnswer(tx, context, input.key, input.version)
      const ships = shippedAnswers.some(({ key }) => key === found.key)
      if (!ships && found.state === 'withdrawn') {
        const { topic, texts, validFrom, validUntil } = found
        const again = { topic, texts, validFrom, validUntil, withdrawn: false }
        return keep(tx, context, found.key, found.version, again)
      }
      if (!ships || found.version === 0) throw errors.REFUSED({ data: { refusal: 'nothingToRestore' } })
      const removed = await tx.db
        .delete(answer)
        .where(and(eq(answer.key, found.key), eq(answer.version, found.version)))
        .returning({ id: answer.id })
      if (removed.length !== 1) throw named('CHANGED_MEANWHILE')
      tx.changed('answer', found.key)
      return { answer: await answerByKey(tx.db, tables, found.key, today(context)) }
    })
  }),
})
