import { DateTime } from 'luxon'
import type { Language } from '#shared/contract/base'
import type { KeySettings } from '#shared/contract/keyViews'
import { contactPoints, timetable } from '#shared/rules/facts'
import type { HandoffDirection, HandoffKeyState } from '#shared/rules/keyHandoff'
import { type KeyKind, keyKinds } from '#shared/rules/keyLedger'
import type { LocalDay } from '#shared/rules/localDay'
import { formatReference } from '#shared/rules/visitReference'
import en from '../../../resources/letters/keys.en.json' with { type: 'json' }
import fi from '../../../resources/letters/keys.fi.json' with { type: 'json' }
import sv from '../../../resources/letters/keys.sv.json' with { type: 'json' }
import { hoursText } from './hoursText'
import type { SlipContent } from './slipPage'
import { asOneLine, filled, sender, unbroken } from './visitMessage'

const texts = { fi, sv, en } as const
const blc = contactPoints.keyServicePoint

/**
 * What letters need to know of a hand-off. Neither the home's address nor the lease's number is among it: nothing that is printed ties a key's
 * number to an address.
 */
export interface HandoffToTell {
  readonly reference: string
  readonly direction: HandoffDirection
  readonly dueOn: LocalDay
  readonly keys: readonly {
    readonly kind: KeyKind
    readonly number: string
    readonly state: HandoffKeyState
  }[]
  readonly bringerName: string
  /** Of an As Oy apartment, whose residents have a team of their own. */
  readonly asOy: boolean
  /** Nothing about the person is told to BLC Turva. */
  readonly isProtected: boolean
}

/** A message's words. */
export interface KeyWords {
  readonly subject: string
  readonly text: string
}

export const keyDayText = (day: LocalDay, language: Language) =>
  DateTime.fromISO(day, { zone: 'utc' }).setLocale(language).toFormat(texts[language].day)

/** A kind of key as letters call it. */
export const keyKindText = (kind: KeyKind, language: Language): string => texts[language].kinds[kind]

type Fact = SlipContent['facts'][number]

const capital = (text: string, language: Language) =>
  text.charAt(0).toLocaleUpperCase(language) + text.slice(1)

/** Keys by kind, with how many there are and their numbers. */
export function keysText(
  keys: readonly Pick<HandoffToTell['keys'][number], 'kind' | 'number'>[],
  language: Language,
): string[] {
  const text = texts[language]
  return keyKinds.flatMap((kind) => {
    const numbers = keys.filter((key) => key.kind === kind).map(({ number }) => asOneLine(number))
    if (numbers.length === 0) return []
    const line = filled(text.keysOfKind, {
      kind: keyKindText(kind, language),
      count: String(numbers.length),
      numbers: numbers.join(', '),
    })
    return [capital(line, language)]
  })
}

const hoursOf = (place: 'asOy' | 'phoneLine', language: Language) => ({
  phone: unbroken(contactPoints[place].phone),
  hours: unbroken(hoursText(timetable[place], language, texts[language].hours)),
  email: contactPoints.asOy.email,
})

const placeFacts = (language: Language): Fact[] => {
  const text = texts[language]
  const [first = '', second = ''] = blc.entrance
  return [
    { label: text.place, text: `${blc.name}, ${blc.address}, ${text.city}` },
    {
      label: text.entrance,
      text: filled(text.entranceText, { first: inText(first, language), second: inText(second, language) }),
    },
  ]
}

/** In Finnish a street's name ending in -tie or -katu takes the genitive's own stem; others only the ending. */
const inText = (street: string, language: Language) =>
  language === 'fi' ? street.replace(/katu$/, 'kadu') : street

/** What whoever brings or collects is told. */
export function instructionContent(
  handoff: HandoffToTell,
  { closedText }: Pick<KeySettings, 'closedText'>,
  language: Language,
): SlipContent & { readonly lead: string } {
  const text = texts[language]
  const { direction, asOy } = handoff
  const reference = formatReference(handoff.reference)
  const given = { reference, company: blc.name, name: asOneLine(handoff.bringerName) }
  const place = asOy ? 'asOy' : 'phoneLine'
  const problem = filled(asOy ? text.problemAsOy : text.problem, hoursOf(place, language))
  const lead = filled(text.lead[direction], given)
  return {
    title: text.title[direction],
    lead,
    facts: [
      { label: text.reference, text: reference },
      { label: text.dueOn[direction], text: keyDayText(handoff.dueOn, language) },
      ...placeFacts(language),
      { label: text.keys, text: keysText(handoff.keys, language).join('\n') },
      { label: text.bringer[direction], text: given.name },
    ],
    sections: [
      {
        heading: text.howHeading[direction],
        items: text.how[direction].map((line) => filled(line, given)),
        texts: [],
      },
      ...(direction === 'return'
        ? [{ heading: text.closedHeading, items: [], texts: [closedText[language] || text.closed] }]
        : []),
      { heading: text.problemHeading, items: [], texts: [problem] },
    ],
  }
}

const lines = (facts: readonly Fact[]) =>
  facts.map(({ label, text }) => `${label}: ${text.replaceAll('\n', '; ')}`).join('\n')

/** A letter's words to whoever brings or collects, as the text of an e-mail. */
export function asKeyMessage(
  { title, lead, facts, sections }: ReturnType<typeof instructionContent>,
  { bringerName }: Pick<HandoffToTell, 'bringerName'>,
  language: Language,
): string {
  const text = texts[language]
  const body = [
    filled(text.greeting, { name: asOneLine(bringerName) }),
    lead,
    title,
    lines(facts),
    ...sections.map(({ heading, items, texts: said }) =>
      [heading, ...items.map((item) => `- ${item}`), ...said].join('\n'),
    ),
    [text.automatic, sender].join('\n'),
  ]
  return `${body.join('\n\n')}\n`
}

/** The e-mail with the same words. */
export const instructionMessage = (
  handoff: HandoffToTell,
  settings: Pick<KeySettings, 'closedText'>,
  language: Language,
): KeyWords => ({
  subject: filled(texts[language].subject[handoff.direction], {
    reference: formatReference(handoff.reference),
  }),
  text: asKeyMessage(instructionContent(handoff, settings, language), handoff, language),
})

/** The e-mail that a hand-off was cancelled. */
export function cancelMessage(handoff: HandoffToTell, language: Language): KeyWords {
  const text = texts[language]
  const reference = formatReference(handoff.reference)
  const { direction, asOy } = handoff
  const body = [
    filled(text.greeting, { name: asOneLine(handoff.bringerName) }),
    `${text.cancelledTitle[direction]}.`,
    `${text.reference}: ${reference}`,
    filled(text.cancelled[direction], hoursOf(asOy ? 'asOy' : 'phoneLine', language)),
    [text.automatic, sender].join('\n'),
  ]
  return {
    subject: filled(text.cancelledSubject[direction], { reference }),
    text: `${body.join('\n\n')}\n`,
  }
}

/** What BLC Turva is told of one hand-off: nothing about a protected person, and of a return nobody's name. */
function blcEntry(handoff: HandoffToTell, language: Language) {
  const text = texts[language]
  const { direction, isProtected } = handoff
  const keys = keysText(
    handoff.keys.filter(({ state }) => state === 'expected'),
    language,
  )
  const due = `${text.dueForBlc[direction]}: ${keyDayText(handoff.dueOn, language)}`
  const name = `${text.bringer.pickup}: ${asOneLine(handoff.bringerName)}`
  const who = direction === 'return' ? [] : [isProtected ? text.blcProtected : name]
  return { keys, texts: [due, ...who] }
}

/** The e-mail to BLC Turva of one hand-off, or that it is cancelled. */
export function blcMessage(
  handoff: HandoffToTell,
  kind: 'keysToBlc' | 'keysToBlcCancelled',
  language: Language,
): KeyWords {
  const text = texts[language]
  const { direction } = handoff
  const reference = formatReference(handoff.reference)
  const cancelled = kind === 'keysToBlcCancelled'
  const { keys, texts: said } = blcEntry(handoff, language)
  const body = [
    cancelled ? `${text.cancelledTitle[direction]}.` : text.blcLead[direction],
    [`${text.reference}: ${reference}`, ...(cancelled ? [] : [...said, ...keys])].join('\n'),
    ...(cancelled ? [text.blcCancelled] : []),
    [text.automatic, sender].join('\n'),
  ]
  const subject = cancelled ? text.cancelledSubject : text.subject
  return { subject: filled(subject[direction], { reference }), text: `${body.join('\n\n')}\n` }
}

/** The list of what BLC Turva is to expect, the first due first. */
export function blcListContent(
  handoffs: readonly HandoffToTell[],
  direction: HandoffDirection,
  today: LocalDay,
  language: Language,
): SlipContent {
  const text = texts[language]
  return {
    title: text.blcTitle[direction],
    lead: text.blcListLead[direction],
    facts: [
      { label: text.blcDay, text: keyDayText(today, language) },
      { label: text.blcHowMany, text: String(handoffs.length) },
    ],
    sections:
      handoffs.length === 0
        ? [{ heading: text.blcNothing, items: [], texts: [] }]
        : handoffs.map((handoff) => {
            const { keys, texts: said } = blcEntry(handoff, language)
            return { heading: formatReference(handoff.reference), items: keys, texts: said }
          }),
  }
}

const received: readonly HandoffKeyState[] = ['arrived', 'damaged', 'extra']

/** Whether anything came that a receipt can be given for. */
export const anythingCame = (keys: readonly Pick<HandoffToTell['keys'][number], 'state'>[]): boolean =>
  keys.some(({ state }) => received.includes(state))

/** The receipt: what came or was collected, and what did not. */
export function keyReceiptContent(
  handoff: HandoffToTell & { readonly countedOn: LocalDay | null },
  language: Language,
): SlipContent {
  const text = texts[language]
  const { direction, keys, countedOn } = handoff
  const named = (key: HandoffToTell['keys'][number]) =>
    [
      `${capital(keyKindText(key.kind, language), language)} ${asOneLine(key.number)}`,
      ...(key.state === 'damaged' ? [text.damaged] : []),
      ...(key.state === 'extra' ? [text.extra] : []),
    ].join(', ')
  const came = keys.filter(({ state }) => received.includes(state))
  const not = keys.filter(({ state }) => !received.includes(state))
  return {
    title: text.receiptTitle[direction],
    facts: [
      { label: text.reference, text: formatReference(handoff.reference) },
      ...(countedOn ? [{ label: text.receivedOn[direction], text: keyDayText(countedOn, language) }] : []),
      { label: text.bringer[direction], text: asOneLine(handoff.bringerName) },
    ],
    sections: [
      { heading: text.receivedHeading[direction], items: came.map(named), texts: [] },
      ...(not.length > 0
        ? [{ heading: text.notReceivedHeading[direction], items: not.map(named), texts: [] }]
        : []),
    ],
  }
}

/** What stands at the place for a signature: who signed and when, or what is to be written there. */
export const signatureWords = (
  signed: { readonly name: string; readonly day: LocalDay } | null,
  language: Language,
) => {
  const text = texts[language]
  return {
    label: text.signature,
    under: signed
      ? filled(text.signedBy, { name: asOneLine(signed.name), day: keyDayText(signed.day, language) })
      : text.nameClarification,
  }
}
