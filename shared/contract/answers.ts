import * as z from 'zod'
import { base, line, localDay, paragraph, refusals, version } from './base'

export const answerTopics = [
  'openingHours',
  'contacts',
  'visiting',
  'defects',
  'doorOpening',
  'keys',
  'portal',
  'powersOfAttorney',
  'payments',
  'applying',
  'asOy',
  'other',
] as const
export type AnswerTopic = (typeof answerTopics)[number]

/** In one language. `words`: what else it is found by. */
const text = z.object({ title: line(160), text: paragraph(4000), words: line(300) })
const texts = z.object({ fi: text, sv: text, en: text })
export type AnswerTexts = z.infer<typeof texts>

const answer = z.object({
  /** Of one that ships its name; of one that the lead wrote its id. */
  key: z.string(),
  topic: z.enum(answerTopics),
  texts,
  /** The file name of the source document; null of what the lead wrote. */
  source: z.string().nullable(),
  validFrom: localDay.nullable(),
  validUntil: localDay.nullable(),
  /** `shipped`; `edited`: the lead's in place of one that ships; `own`: the lead's; `withdrawn`. */
  state: z.enum(['shipped', 'edited', 'own', 'withdrawn']),
  /** Holds today. */
  valid: z.boolean(),
  /** 0 as shipped. */
  version,
  changedAt: z.date().nullable(),
  changedBy: z.string().nullable(),
})
export type Answer = z.infer<typeof answer>

const lead = { command: true, roles: ['lead', 'administrator'], audit: {} } as const
const answered = z.object({ answer })

/** Answers to read aloud or copy: opening hours, numbers, addresses, routes, how-to. */
export const answers = {
  /**
   * Answers that hold today and match what was typed in any of the languages: every word begins a word of it, in any order; best
   * first. All of them for nothing typed.
   */
  find: base
    .meta({ roles: 'signedIn' })
    .input(z.object({ text: line(200), topic: z.enum(answerTopics).nullable() }))
    .output(z.object({ answers: z.array(answer) })),
  /** Every answer, also those that do not hold today or are withdrawn. */
  all: base.meta({ roles: ['lead', 'administrator'] }).output(z.object({ answers: z.array(answer) })),
  /** Writes an answer, a new one (`key` null) or in place of one, of the version that was read. */
  save: base
    .meta(lead)
    .errors(refusals('titleRequired', 'textRequired', 'endsBeforeBegins'))
    .input(
      z.object({
        key: line(80).nullable(),
        version,
        topic: z.enum(answerTopics),
        texts,
        validFrom: localDay.nullable(),
        validUntil: localDay.nullable(),
      }),
    )
    .output(answered),
  /** Shows an answer no more. */
  withdraw: base
    .meta(lead)
    .errors(refusals('alreadyWithdrawn'))
    .input(z.object({ key: line(80), version }))
    .output(answered),
  /** Shows again what ships, as it ships. */
  restore: base
    .meta(lead)
    .errors(refusals('nothingToRestore'))
    .input(z.object({ key: line(80), version }))
    .output(answered),
}
