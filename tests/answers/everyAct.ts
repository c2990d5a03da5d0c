import type { Acting } from '../mandates/everyAct'
import { examples, nobody } from '../support/procedures'

/** Does everything with an answer that leaves an audit record. */
export async function everyAnswerAct({ lead, works }: Pick<Acting, 'lead' | 'works'>): Promise<void> {
  const given = { ...examples(nobody)['answers.save'], key: 'phoneHours' } as never
  const { answer } = await works('answers.save', () => lead.answers.save(given), {})
  const withdraw = { key: answer.key, version: answer.version }
  const { answer: gone } = await works('answers.withdraw', () => lead.answers.withdraw(withdraw), {})
  const restore = { key: gone.key, version: gone.version }
  await works('answers.restore', () => lead.answers.restore(restore), {})
}
