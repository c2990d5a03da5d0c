import type { Language } from '#shared/contract/base'
import type { KeySettings } from '#shared/contract/keyViews'
import { contactPoints } from '#shared/rules/facts'
import type { LocalDay } from '#shared/rules/localDay'
import { formatReference } from '#shared/rules/visitReference'
import en from '../../../resources/letters/keysReminder.en.json' with { type: 'json' }
import fi from '../../../resources/letters/keysReminder.fi.json' with { type: 'json' }
import sv from '../../../resources/letters/keysReminder.sv.json' with { type: 'json' }
import {
  asKeyMessage,
  type HandoffToTell,
  instructionContent,
  type KeyWords,
  keyDayText,
} from './keysContent'
import { filled } from './visitMessage'

const texts = { fi, sv, en } as const

/** The instructions once more, beginning with what they remind of on this day: that a day is coming, or past. */
function reminderContent(
  handoff: HandoffToTell,
  settings: Pick<KeySettings, 'closedText'>,
  day: LocalDay,
  language: Language,
): ReturnType<typeof instructionContent> & { readonly heading: string } {
  const text = texts[language]
  const { direction, dueOn } = handoff
  // What has come is not asked for.
  const keys = handoff.keys.filter(({ state }) => state === 'expected' || state === 'missing')
  const content = instructionContent({ ...handoff, keys }, settings, language)
  const { heading, [direction]: said } = dueOn < day ? text.past : text.coming
  const lead = [
    filled(said, { day: keyDayText(dueOn, language), company: contactPoints.keyServicePoint.name }),
    text.already[direction],
  ].join(' ')
  return {
    ...content,
    title: text.title[direction],
    lead,
    heading,
    sections: content.sections.map((section) => ({
      ...section,
      texts: section.texts.filter((each) => each !== content.lead),
    })),
  }
}

/** The reminder as an e-mail that leaves on a day. */
export function reminderMessage(
  handoff: HandoffToTell,
  settings: Pick<KeySettings, 'closedText'>,
  day: LocalDay,
  language: Language,
): KeyWords {
  const reference = formatReference(handoff.reference)
  return {
    subject: filled(texts[language].subject[handoff.direction], { reference }),
    text: asKeyMessage(reminderContent(handoff, settings, day, language), handoff, language),
  }
}

/** The reminder as a letter of a day, as a PDF on A4. */
export async function renderKeyReminder(
  handoff: HandoffToTell,
  settings: Pick<KeySettings, 'closedText'>,
  day: LocalDay,
  language: Language,
): Promise<Buffer> {
  // The PDF library is loaded at the first print, not at start-up.
  const { renderSlipPage } = await import('./slipPage')
  const { title, facts, lead, heading, sections } = reminderContent(handoff, settings, day, language)
  const reminded = { heading, items: [], texts: [lead] }
  return renderSlipPage({ title, facts, sections: [reminded, ...sections] }, language, 'A4')
}
