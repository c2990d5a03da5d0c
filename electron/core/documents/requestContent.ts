import { DateTime } from 'luxon'
import type { Language } from '#shared/contract/base'
import type { RequestPage } from '#shared/contract/requests'
import { contactPoints, timetable } from '#shared/rules/facts'
import type { LocalDay } from '#shared/rules/localDay'
import type { RequestFields, RequestPerson } from '#shared/rules/requestFields'
import { type RequestDestination, type RequestKind, requestKindRule } from '#shared/rules/requestKinds'
import { formatReference } from '#shared/rules/visitReference'
import en from '../../../resources/letters/request.en.json' with { type: 'json' }
import fi from '../../../resources/letters/request.fi.json' with { type: 'json' }
import sv from '../../../resources/letters/request.sv.json' with { type: 'json' }
import { hoursText } from './hoursText'
import { asOneLine, filled, sender, unbroken, type VisitContent } from './visitMessage'

const texts = { fi, sv, en } as const

/** What a receipt or a message needs to know of a request. */
export interface RequestToTell extends Pick<RequestPage, 'who' | 'state'> {
  readonly reference: string
  readonly kind: RequestKind
  readonly goesTo: RequestDestination
  readonly madeOn: LocalDay
  readonly dueOn: LocalDay
  readonly lastDay: LocalDay | null
  readonly leaseNo: string
  readonly residentName: string
  readonly maintenanceArea: string
  /** Null when it may not be told. */
  readonly address: string | null
  readonly fields: RequestFields
}

const dayText = (day: LocalDay, language: Language) =>
  DateTime.fromISO(day, { zone: 'utc' }).setLocale(language).toFormat(texts[language].day)

/** Who handles requests that go there, as a letter calls them. */
export const destinationText = (goesTo: RequestDestination, language: Language): string =>
  texts[language].destinations[goesTo]

type Fact = VisitContent['facts'][number]

const fact = (label: string, text: string | null): Fact[] => (text ? [{ label, text }] : [])

function personText({ name, change, on }: RequestPerson, language: Language): string {
  return filled(texts[language].changes[change], { name, day: on ? dayText(on, language) : '' })
}

/** The word of a choice; its own name when the table has grown and the words have not. */
function choiceText(field: string, choice: string, language: Language): string {
  const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = texts[language].choices
  return choices[field]?.[choice] ?? choice
}

/** The filled form, field by field in its own order. */
function formFacts({ kind, fields }: RequestToTell, language: Language): Fact[] {
  const labels: Readonly<Record<string, string>> = texts[language].fields
  return requestKindRule(kind).fields.flatMap(({ name, type }) => {
    const value = fields[name]
    const label = labels[name] ?? name
    if (value === undefined) return []
    if (typeof value !== 'string')
      return type === 'people' && value.length === 1 && value[0]?.change === 'stays'
        ? fact(label, value[0].name)
        : fact(label, value.map((person) => personText(person, language)).join('\n'))
    if (type === 'day') return fact(label, dayText(value, language))
    return fact(label, type === 'choice' ? choiceText(name, value, language) : value)
  })
}

const askerText = ({ who }: RequestToTell, language: Language) =>
  who.name ? `${who.name} (${texts[language].who[who.kind]})` : texts[language].who[who.kind]

/** What the receipt says: what was asked, by whom, where it went, and until when it is answered. */
export function receiptContent(
  request: RequestToTell,
  language: Language,
): Pick<VisitContent, 'title' | 'facts' | 'sections'> {
  const text = texts[language]
  const { goesTo, kind, state, lastDay } = request
  const place = goesTo === 'asOy' ? 'asOy' : 'phoneLine'
  const questions = filled(text.questions, {
    phone: unbroken(contactPoints[place].phone),
    hours: unbroken(hoursText(timetable[place], language, text.hours)),
  })
  const form = formFacts(request, language).map(({ label, text: said }) => `${label}: ${said}`)
  return {
    title: text.receiptTitle,
    facts: [
      ...fact(text.kind, text.kinds[kind]),
      ...fact(text.reference, formatReference(request.reference)),
      ...fact(text.resident, request.residentName),
      ...fact(text.apartment, request.address),
      ...fact(text.askedBy, askerText(request, language)),
      ...fact(text.madeOn, dayText(request.madeOn, language)),
      ...fact(text.goesTo, destinationText(goesTo, language)),
      ...(state === 'open' ? fact(text.dueOn, dayText(request.dueOn, language)) : []),
      ...(state === 'cancelled' ? [] : fact(text.lastDay, lastDay && dayText(lastDay, language))),
    ],
    sections: [
      { heading: text.detailsHeading, items: form, texts: [] },
      {
        heading: text.nextHeading,
        items: [],
        texts: [text.next[state], ...(kind === 'paymentInformation' ? [text.payments] : []), questions],
      },
    ],
  }
}

/** The language of whoever answers: Heka's own people and the As Oy team. */
export const handOffLanguage: Language = 'fi'

/**
 * The e-mail to whoever answers, or that it is cancelled: which request, of which home, by whom, and the form. No code, phone
 * number, e-mail address or account: whoever answers has them where they are kept. Of a protected person or home nothing but the number:
 * an e-mail is read on many screens on its way.
 */
export function requestMessage(
  request: RequestToTell,
  kind: 'request' | 'requestCancelled',
  isProtected: boolean,
): { readonly subject: string; readonly text: string } {
  const text = texts[handOffLanguage]
  const cancelled = kind === 'requestCancelled'
  const reference = formatReference(request.reference)
  const word = text.kinds[request.kind]
  const day = (of: LocalDay) => dayText(of, handOffLanguage)
  const which = [
    ...fact(text.reference, reference),
    ...fact(text.kind, word),
    ...(cancelled ? [] : fact(text.dueOn, day(request.dueOn))),
  ]
  const home = [
    ...fact(text.apartment, request.address),
    ...(request.goesTo === 'maintenance'
      ? fact(text.maintenanceArea, request.maintenanceArea)
      : fact(text.leaseNo, request.leaseNo)),
    ...fact(text.resident, asOneLine(request.residentName)),
  ]
  const asked = [
    ...(request.who.name ? fact(text.askedBy, asOneLine(askerText(request, handOffLanguage))) : []),
    ...fact(text.lastDay, request.lastDay && day(request.lastDay)),
    ...formFacts(request, handOffLanguage),
  ]
  const lines = (facts: readonly Fact[]) =>
    facts.map(({ label, text: said }) => `${label}: ${said}`).join('\n')
  const parts = isProtected
    ? [lines(which), text.protected]
    : [lines([...which, ...home]), ...(cancelled ? [] : [lines(asked)])]
  const body = [
    cancelled ? text.cancelledTitle : text.title,
    cancelled ? text.cancelledLead : text.lead,
    ...parts,
    [text.automatic, sender].join('\n'),
  ].join('\n\n')
  const subject = filled(cancelled ? text.cancelledSubject : text.subject, { reference, kind: word })
  return { subject, text: `${body}\n` }
}
