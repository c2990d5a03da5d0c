import { DateTime } from 'luxon'
import type { Language } from '#shared/contract/base'
import type { DefectDestination, DefectKind, DefectPlace, DefectUrgency } from '#shared/rules/defectKinds'
import { contactPoints } from '#shared/rules/facts'
import { HELSINKI, type LocalDay } from '#shared/rules/localDay'
import { formatReference } from '#shared/rules/visitReference'
import type { DeadlineReason } from '#shared/rules/workingHours'
import en from '../../../resources/letters/defect.en.json' with { type: 'json' }
import fi from '../../../resources/letters/defect.fi.json' with { type: 'json' }
import sv from '../../../resources/letters/defect.sv.json' with { type: 'json' }
import mail from '../../../resources/letters/defectMail.fi.json' with { type: 'json' }
import { asOneLine, filled, sender } from './visitMessage'

const texts = { fi, sv, en } as const

/** What a message or a caller is told of a defect. */
export interface DefectToTell {
  readonly reference: string
  readonly kind: DefectKind
  readonly place: DefectPlace
  readonly urgency: DefectUrgency
  readonly goesTo: DefectDestination
  readonly goesToName: string
  readonly dueAt: Date
  readonly because: readonly DeadlineReason[]
}

/** What only whoever repairs is told. */
export interface DefectForRepair extends DefectToTell {
  readonly description: string
  readonly masterKey: boolean
  readonly pets: string
  readonly atHome: string
  readonly maintenanceArea: string
  readonly address: string
  readonly residentName: string
  /** As people read it; null when there is none. */
  readonly phone: string | null
  /** The reference of the same fault that was reported before. */
  readonly sameAs: string | null
  /** Why it was opened again, or what was said when it was cancelled. */
  readonly note: string
}

export type DefectMessageKind = 'defect' | 'defectCancelled' | 'defectReopened'

/** Who takes care of it, as a message calls them. */
export const defectDestinationText = (goesTo: DefectDestination): string => mail.destinations[goesTo]

const wordsOf = {
  defect: { title: mail.title, subject: mail.subject, lead: mail.lead },
  defectCancelled: { title: mail.cancelledTitle, subject: mail.cancelledSubject, lead: mail.cancelledLead },
  defectReopened: { title: mail.reopenedTitle, subject: mail.reopenedSubject, lead: mail.reopenedLead },
} as const

/**
 * The e-mail, in Finnish, to whoever repairs or cleans: what is wrong where, whom to call before going in, and how one may go in. Of a
 * protected person or home nothing but the number and the kind: an e-mail is read on many screens on its way.
 */
export function defectMessage(
  defect: DefectForRepair,
  kind: DefectMessageKind,
  isProtected: boolean,
): { readonly subject: string; readonly text: string } {
  const words = wordsOf[kind]
  const cancelled = kind === 'defectCancelled'
  const reference = formatReference(defect.reference)
  const fault = mail.kinds[defect.kind]
  const fact = (label: string, text: string | null) => (text ? [`${label}: ${text}`] : [])
  const due = DateTime.fromJSDate(defect.dueAt, { zone: HELSINKI }).toFormat(mail.day)
  const which = [
    ...fact(mail.reference, reference),
    ...fact(mail.kind, fault),
    ...(cancelled ? [] : fact(mail.dueAt, due)),
  ]
  const where = [
    ...fact(mail.place, mail.places[defect.place]),
    ...fact(mail.address, asOneLine(defect.address)),
    ...(defect.goesTo === 'maintenance' ? fact(mail.maintenanceArea, defect.maintenanceArea) : []),
    ...fact(mail.sameAs, defect.sameAs && formatReference(defect.sameAs)),
  ]
  const inside = defect.place === 'apartment'
  const visit = [
    ...fact(mail.resident, asOneLine(defect.residentName)),
    ...fact(mail.phone, defect.phone),
    ...(inside ? fact(mail.masterKey, defect.masterKey ? mail.yes : mail.no) : []),
    ...fact(mail.pets, asOneLine(defect.pets)),
    ...fact(mail.atHome, asOneLine(defect.atHome)),
  ]
  const note = kind === 'defectReopened' ? fact(mail.note, defect.note) : []
  const parts = isProtected
    ? [which.join('\n'), mail.protected]
    : [
        [...which, ...where].join('\n'),
        ...(cancelled
          ? []
          : [[...note, ...fact(mail.description, defect.description)].join('\n'), visit.join('\n')]),
        ...(cancelled || !inside ? [] : [mail.callFirst]),
      ]
  const body = [words.title, words.lead, ...parts, [mail.automatic, sender].join('\n')].join('\n\n')
  return { subject: filled(words.subject, { reference, kind: fault }), text: `${body}\n` }
}

/** A day as it is said: 'keskiviikko 25.11.2026', or `onDay` 'keskiviikkona 25.11.2026'. */
const dayText = (day: DateTime, form: 'day' | 'onDay', language: Language) =>
  day.setLocale(language).toFormat(texts[language][form])

const asSentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Why the deadline is not sooner, each reason once and in order. */
function reasonTexts(because: readonly DeadlineReason[], language: Language): string[] {
  const text = texts[language]
  const holidays: Readonly<Record<string, string>> = text.holidays
  const said = (day: LocalDay | null, form: 'day' | 'onDay') =>
    dayText(DateTime.fromISO(day ?? '', { zone: 'utc' }), form, language)
  const sentences = because.map(({ why, day, name }) => {
    switch (why) {
      case 'madeAfterHours':
        return text.startsOn
      case 'weekend':
        return text.weekend
      case 'holiday':
      case 'eve':
        return filled(text.holiday, { day: said(day, 'day'), name: holidays[name ?? ''] ?? name ?? '' })
      case 'exception':
      case 'noHours':
        return filled(text.closed, { day: said(day, 'onDay') })
      default:
        return ''
    }
  })
  return [...new Set(sentences)].filter((sentence) => sentence !== '').map(asSentence)
}

/** Who takes care of it when that is not Heka's own maintenance or cleaning. */
function whoTexts({ goesTo, goesToName }: DefectToTell, language: Language): string[] {
  const text = texts[language]
  if (goesTo === 'resident') return [text.resident]
  if (goesTo === 'asOyTeam') return [text.asOyTeam]
  if (goesTo !== 'housingCompany') return []
  return [goesToName ? filled(text.housingCompany, { name: goesToName }) : text.housingCompanyUnnamed]
}

/**
 * What the resident is told, to be read aloud: by when and why then, who takes care of it, and that maintenance calls first and from which
 * number (003_6520488e57b6da1e.txt). `phone` is where urgent ones are told now, or were.
 */
export function defectTold(
  defect: DefectToTell & { readonly state: 'open' | 'inProgress' | 'done' | 'cancelled' },
  phone: string,
  language: Language,
): string {
  const text = texts[language]
  const recorded = filled(text.recorded, {
    kind: text.kinds[defect.kind],
    reference: formatReference(defect.reference),
  })
  if (defect.state === 'done' || defect.state === 'cancelled') return `${recorded} ${text[defect.state]}`
  const day = dayText(DateTime.fromJSDate(defect.dueAt, { zone: HELSINKI }), 'onDay', language)
  const days = defect.because.find(({ why }) => why === 'countedDays')?.amount ?? 0
  const due =
    defect.urgency === 'urgent'
      ? [filled(text.urgent, { phone })]
      : defect.goesTo === 'maintenance' ||
          defect.goesTo === 'ownCleaners' ||
          defect.goesTo === 'cleaningCompany'
        ? [
            days > 0 ? filled(text.dueBy, { amount: String(days), day }) : filled(text.dueSoon, { day }),
            ...reasonTexts(defect.because, language),
          ]
        : []
  const calls =
    defect.goesTo === 'maintenance' && defect.place === 'apartment'
      ? [filled(text.calls, { number: contactPoints.maintenanceCallsBeginWith })]
      : []
  return [recorded, ...due, ...whoTexts(defect, language), ...calls].join(' ')
}
