import type { AnswerTexts, AnswerTopic } from '#shared/contract/answers'
import { contactPoints } from '#shared/rules/facts'
import type { LocalDay } from '#shared/rules/localDay'
import file from '../../../resources/facts/answers.json' with { type: 'json' }
import { filled } from '../documents/visitMessage'

/** An answer as it ships: of one source document, in three languages. */
export interface ShippedAnswer {
  readonly key: string
  readonly topic: AnswerTopic
  /** The file name of its source document. */
  readonly source: string
  /** Days between which it holds, when the source says so. */
  readonly validFrom: LocalDay | null
  readonly validUntil: LocalDay | null
  readonly texts: AnswerTexts
}

const { phoneLine, onCall, asOy, generalEmail, maintenanceCallsBeginWith } = contactPoints

/** Numbers and addresses are said once in the program, with the facts. */
const places: Readonly<Record<string, string>> = {
  phoneLine: phoneLine.phone,
  onCall: onCall.phone,
  asOyPhone: asOy.phone,
  asOyEmail: asOy.email,
  generalEmail,
  maintenanceCalls: maintenanceCallsBeginWith,
  servicePoint: contactPoints.servicePoint.address,
  keyServicePoint: contactPoints.keyServicePoint.address,
  portal: contactPoints.portal.address,
}

const withFacts = (texts: AnswerTexts): AnswerTexts => {
  const one = (text: AnswerTexts['fi']) => ({ ...text, text: filled(text.text, places) })
  return { fi: one(texts.fi), sv: one(texts.sv), en: one(texts.en) }
}

/** The answers that ship, from the source documents alone, in the order in which they are listed. */
export const shippedAnswers: readonly ShippedAnswer[] = (file as readonly ShippedAnswer[]).map((answer) => ({
  ...answer,
  texts: withFacts(answer.texts),
}))
