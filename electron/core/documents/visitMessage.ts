import { DateTime } from 'luxon'
import type { Language } from '#shared/contract/base'
import { contactPoints, timetable } from '#shared/rules/facts'
import { HELSINKI } from '#shared/rules/localDay'
import type { VisitMessageKind } from '#shared/rules/outbox'
import { type VisitReason, whatToBring } from '#shared/rules/visitReasons'
import { formatReference } from '#shared/rules/visitReference'
import type { VisitTeam } from '#shared/rules/visitTimetable'
import en from '../../../resources/letters/visitMessage.en.json' with { type: 'json' }
import fi from '../../../resources/letters/visitMessage.fi.json' with { type: 'json' }
import sv from '../../../resources/letters/visitMessage.sv.json' with { type: 'json' }
import { hoursText } from './hoursText'

const texts = { fi, sv, en } as const

/** The company's registered name, which is the same in every language. */
export const sender = 'Helsingin kaupungin asunnot Oy'

/** What a letter needs to know of a visit. What the customer wrote of the matter is not among it. */
export interface VisitToTell {
  readonly team: VisitTeam
  readonly reason: VisitReason
  /** Null for one that was not booked. */
  readonly startsAt: Date | null
  readonly reference: string | null
}

/** Everything that a message or a slip says of a visit, ready to be laid out. */
export interface VisitContent {
  readonly title: string
  readonly subject: string
  readonly lead: string
  readonly facts: readonly { readonly label: string; readonly text: string }[]
  /** `items` are a list, `texts` are sentences after it. */
  readonly sections: readonly {
    readonly heading: string
    readonly items: readonly string[]
    readonly texts: readonly string[]
  }[]
  readonly automatic: string
}

/** A text with its `{places}` filled; one that is not given stays as it is. */
export const filled = (template: string, values: Readonly<Record<string, string>>) =>
  template.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)

/** A number that stays on one line. */
export const unbroken = (text: string) => text.replaceAll(' ', '\u00a0')

/**
 * Keeps what a function of a key gave. Letters are written while a booking holds the database: what is the same in all of
 * them, and a time that is said several times, is put into words once.
 */
function remembered<Value>(most: number) {
  const known = new Map<string, Value>()
  return (key: string, make: () => Value): Value => {
    const found = known.get(key)
    if (found !== undefined) return found
    if (known.size >= most) known.clear()
    const made = make()
    known.set(key, made)
    return made
  }
}

const times = remembered<string>(500)

/** A moment as a letter says it, on Helsinki's clock, such as 'keskiviikko 25.11.2026 klo 9.15'. */
export const whenText = (at: Date, language: Language): string =>
  times(`${at.getTime()} ${language}`, () => {
    const text = texts[language]
    const local = DateTime.fromJSDate(at, { zone: HELSINKI }).setLocale(language)
    return filled(text.when, {
      weekday: local.toFormat(text.weekday),
      day: local.toFormat(text.day),
      time: local.toFormat(text.time),
    })
  })

/** A reason for a visit as the customer reads it. */
export const reasonText = (reason: VisitReason, language: Language): string => texts[language].reasons[reason]

/** The visit's name in the customer's calendar. */
export const calendarTitle = (language: Language): string => texts[language].calendar

/** Where visits are made. */
export const placeText = (language: Language): string =>
  `${contactPoints.servicePoint.address}, ${texts[language].city} (${contactPoints.servicePoint.district})`

function routes(language: Language): readonly string[] {
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return contactPoints.servicePoint.routes.map(({ means, lines, stop }) =>
    filled(texts[language].routes[means][lines.length === 1 ? 'one' : 'other'], {
      lines: list.format(lines),
      stop,
    }),
  )
}

/** How the team that gives the visit is reached. */
function reached(team: VisitTeam, language: Language): Readonly<Record<string, string>> {
  const place = team === 'asoy' ? 'asOy' : 'phoneLine'
  return {
    phone: unbroken(contactPoints[place].phone),
    hours: unbroken(hoursText(timetable[place], language, texts[language].hours)),
    email: contactPoints.asOy.email,
  }
}

type Sections = VisitContent['sections']

/** What the customer needs to come. */
function toCome(team: VisitTeam, reason: VisitReason, language: Language): Sections {
  const text = texts[language]
  const { servicePoint } = contactPoints
  const arriving = [
    ...(servicePoint.groundFloor ? [text.groundFloor] : []),
    ...(servicePoint.registerAtReception ? [text.register] : []),
  ]
  return [
    { heading: text.bringHeading, items: whatToBring(reason).map((thing) => text.bring[thing]), texts: [] },
    { heading: text.arriveHeading, items: [], texts: [arriving.join(' ')] },
    {
      heading: text.routesHeading,
      items: routes(language),
      texts: servicePoint.customerParking
        ? []
        : [filled(text.noParking, { carPark: servicePoint.nearestCarPark })],
    },
    {
      heading: text.changeHeading,
      items: [],
      texts: [filled(text.change[team], reached(team, language))],
    },
  ]
}

/** What the customer needs whose visit is cancelled. */
const anew = (team: VisitTeam, language: Language): Sections => [
  {
    heading: texts[language].anewHeading,
    items: [],
    texts: [filled(texts[language].anew[team], reached(team, language))],
  },
]

const sections = remembered<Sections>(500)

/**
 * What the customer is told of a visit: when, why, where, how to get there, what to bring, and how to cancel or postpone.
 * Places, routes and numbers from resources/facts (003_6520488e57b6da1e.txt).
 */
export function visitContent(visit: VisitToTell, kind: VisitMessageKind, language: Language): VisitContent {
  const text = texts[language]
  const { team, reason } = visit
  const cancelled = kind === 'cancelled'
  const { title, subject, lead, time } = text.kinds[kind]
  const when = visit.startsAt ? whenText(visit.startsAt, language) : ''
  const fact = (label: string, said: string | null) => (said ? [{ label, text: said }] : [])
  return {
    title,
    subject: filled(subject, { when }).replaceAll('\u00a0', ' '),
    lead,
    facts: [
      ...fact(time, when),
      ...fact(text.reason, text.reasons[reason]),
      ...(cancelled ? [] : fact(text.place, placeText(language))),
      ...fact(text.reference, visit.reference && formatReference(visit.reference)),
    ],
    sections: sections([cancelled, team, reason, language].join(' '), () =>
      cancelled ? anew(team, language) : toCome(team, reason, language),
    ),
    automatic: text.automatic,
  }
}

/** One line without control characters, of a length that a greeting or a header can have. */
export const asOneLine = (name: string): string =>
  [...name.toWellFormed().replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')].slice(0, 120).join('').trim()

/** A message about a visit, as its subject and plain text. Lines end with a line feed. */
export function visitMessage(
  visit: VisitToTell,
  kind: VisitMessageKind,
  name: string,
  language: Language,
): { readonly subject: string; readonly text: string } {
  const content = visitContent(visit, kind, language)
  const { greeting, greetingWithoutName } = texts[language]
  const addressed = asOneLine(name)
  const text = [
    // A function, so that a '$' in a name means nothing.
    addressed ? greeting.replace('{name}', () => addressed) : greetingWithoutName,
    content.lead,
    content.facts.map(({ label, text: said }) => `${label}: ${said}`).join('\n'),
    ...content.sections.map(({ heading, items, texts: sentences }) =>
      [heading, ...items.map((item) => `- ${item}`), ...sentences].join('\n'),
    ),
    [content.automatic, sender].join('\n'),
  ].join('\n\n')
  return { subject: content.subject, text: `${text.replaceAll('\u00a0', ' ')}\n` }
}
