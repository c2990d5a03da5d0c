import { DateTime } from 'luxon'
import type { Language } from '#shared/contract/base'
import type { MandatePage } from '#shared/contract/mandateViews'
import { formatPhone } from '#shared/rules/contacts'
import { contactPoints, timetable } from '#shared/rules/facts'
import type { LocalDay } from '#shared/rules/localDay'
import { type MandateScope, mandateScopes } from '#shared/rules/mandateScopes'
import { mostYears } from '#shared/rules/mandateTerm'
import en from '../../../resources/letters/mandate.en.json' with { type: 'json' }
import fi from '../../../resources/letters/mandate.fi.json' with { type: 'json' }
import sv from '../../../resources/letters/mandate.sv.json' with { type: 'json' }
import { hoursText } from './hoursText'
import type { SlipContent } from './slipPage'
import { filled, placeText, unbroken } from './visitMessage'

const texts = { fi, sv, en } as const

const objectKinds = ['everything', 'lease', 'apartment', 'parkingSpace', 'saunaTurn'] as const

/** What of a power is written on the form that is signed. Null or empty is left to be written by hand. */
export interface PowerToSign {
  /** Of an estate the tenant who died. Address and phone are null when they may not be told. */
  readonly grantor: {
    readonly name: string
    readonly birthDate: LocalDay | null
    readonly address: string | null
    readonly phone: string | null
  }
  /** Null when it is no estate's. `parties` sign. */
  readonly estate: { readonly diedOn: LocalDay | null; readonly parties: readonly string[] } | null
  readonly grantees: readonly {
    readonly name: string
    readonly birthDate: LocalDay | null
    readonly phone: string | null
    readonly email: string | null
  }[]
  readonly general: boolean
  readonly scopes: readonly MandateScope[]
  readonly openSection: string
  /** `what` is the lease's number, the home's address, or the name of a space or turn. Null: the whole tenancy. */
  readonly object: {
    readonly kind: Exclude<(typeof objectKinds)[number], 'everything'>
    readonly what: string
  } | null
  readonly validFrom: LocalDay | null
  readonly validUntil: LocalDay | null
}

interface Field {
  readonly label: string
  readonly text: string
}
interface Choice {
  readonly label: string
  readonly ticked: boolean
}

/** Everything that stands on the form, ready to be laid out. */
export interface FormContent {
  readonly title: string
  readonly lead: string
  readonly grantor: {
    readonly heading: string
    readonly rows: readonly (readonly Field[])[]
    readonly hint: string
  }
  readonly grantees: { readonly heading: string; readonly rows: readonly (readonly Field[])[] }
  readonly scopes: {
    readonly heading: string
    readonly general: Choice
    readonly or: string
    readonly each: readonly Choice[]
  }
  readonly open: { readonly heading: string; readonly text: string }
  readonly object: {
    readonly heading: string
    readonly each: readonly (Choice & { readonly text: string | null })[]
  }
  readonly valid: { readonly heading: string; readonly fields: readonly Field[]; readonly hint: string }
  /** Each row is signed by one person. */
  readonly sign: { readonly heading: string; readonly rows: readonly (readonly Field[])[] }
  readonly send: { readonly heading: string; readonly texts: readonly string[] }
}

const dayText = (day: LocalDay, language: Language) =>
  DateTime.fromISO(day, { zone: 'utc' }).setLocale(language).toFormat(texts[language].day)

/** The address of a lease's home under non-disclosure: its lease alone. */
export const homeOfLease = (leaseNo: string, language: Language): string =>
  filled(texts[language].homeOfLease, { leaseNo })

/** How customer service is reached, for those who act with a power (003_6520488e57b6da1e.txt). */
const reached = (language: Language) => ({
  place: placeText(language),
  email: contactPoints.generalEmail,
  phone: unbroken(contactPoints.phoneLine.phone),
  hours: unbroken(hoursText(timetable.phoneLine, language, texts[language].hours)),
})

/** So many grantees and signatures have a place on a form that nothing is written on. */
const blankGrantees = 2
const blankSignatures = 2

/**
 * What stands on the form of a power: every scope that the rules know, ticked or empty. Blank when no power is given. Sources:
 * 003_6520488e57b6da1e.txt, rules.md (at most 25 years).
 */
export function formContent(power: PowerToSign | null, language: Language): FormContent {
  const text = texts[language]
  const day = (of: LocalDay | null | undefined) => (of ? dayText(of, language) : '')
  const estate = power?.estate ?? null
  const grantees = power?.grantees.length ? power.grantees : Array(power ? 1 : blankGrantees).fill(null)
  const signing = estate ? estate.parties : power ? [power.grantor.name] : []
  const signatures = signing.length > 0 ? signing : Array(blankSignatures).fill('')
  return {
    title: text.formTitle,
    lead: text.formLead,
    grantor: {
      heading: text.grantorHeading,
      rows: [
        [
          { label: text.name, text: power?.grantor.name ?? '' },
          { label: text.born, text: day(power?.grantor.birthDate) },
        ],
        [
          { label: text.address, text: power?.grantor.address ?? '' },
          { label: text.phone, text: power?.grantor.phone ? formatPhone(power.grantor.phone) : '' },
        ],
        // Whoever lives has no use for these, and a name in them by mistake would make it an estate's.
        ...(power && !estate
          ? []
          : [
              [
                { label: text.parties, text: estate?.parties.join(', ') ?? '' },
                { label: text.diedOn, text: day(estate?.diedOn) },
              ],
            ]),
      ],
      hint: power && !estate ? '' : text.estateHint,
    },
    grantees: {
      heading: text.granteesHeading,
      rows: grantees.map((grantee: PowerToSign['grantees'][number] | null) => [
        { label: text.name, text: grantee?.name ?? '' },
        { label: text.born, text: day(grantee?.birthDate) },
        {
          label: text.contact,
          text: [grantee?.phone ? formatPhone(grantee.phone) : '', grantee?.email ?? '']
            .filter(Boolean)
            .join(', '),
        },
      ]),
    },
    scopes: {
      heading: text.scopesHeading,
      general: { label: text.general, ticked: power?.general ?? false },
      or: text.or,
      each: mandateScopes.map((scope) => ({
        label: text.scopes[scope],
        ticked: power?.scopes.includes(scope) ?? false,
      })),
    },
    open: { heading: text.openHeading, text: power?.openSection ?? '' },
    object: {
      heading: text.objectHeading,
      each: objectKinds.map((kind) => {
        const ticked = power !== null && (power.object?.kind ?? 'everything') === kind
        const said = ticked ? (power.object?.what ?? '') : ''
        return { label: text.objects[kind], ticked, text: kind === 'everything' ? null : said }
      }),
    },
    valid: {
      heading: text.validHeading,
      fields: [
        { label: text.validFrom, text: day(power?.validFrom) },
        { label: text.validUntil, text: day(power?.validUntil) },
      ],
      hint: filled(text.validHint, { years: String(mostYears) }),
    },
    sign: {
      heading: text.signHeading,
      rows: signatures.map((name: string) => [
        { label: text.placeAndDate, text: '' },
        { label: estate ? text.partySignature : text.signature, text: '' },
        { label: text.printedName, text: name },
      ]),
    },
    send: { heading: text.sendHeading, texts: [filled(text.send, reached(language)), text.sendNext] },
  }
}

/** What a receipt needs to know of a power. */
export interface PowerReceived
  extends Pick<
    MandatePage,
    | 'standing'
    | 'general'
    | 'scopes'
    | 'openSection'
    | 'object'
    | 'parties'
    | 'arrived'
    | 'signedOn'
    | 'validFrom'
    | 'lastDay'
    | 'refused'
    | 'revoked'
  > {
  readonly grantors: readonly { readonly name: string; readonly died: boolean }[]
  readonly grantees: readonly { readonly firstNames: string; readonly lastName: string }[]
  readonly receivedOn: LocalDay
  readonly confirmedOn: LocalDay | null
}

const isOver = (standing: PowerReceived['standing']) =>
  standing === 'expired' || standing === 'revoked' || standing === 'refused' || standing === 'grantorDied'

function objectText(object: PowerReceived['object'], language: Language): string {
  const { objects } = texts[language]
  if (object === null) return objects.everything
  if (object.kind === 'apartment') return homeOfLease(object.leaseNo ?? '', language)
  return `${objects[object.kind]} ${object.leaseNo ?? object.name ?? ''}`
}

/**
 * What the grantor's receipt says: what was received and confirmed, when, for what and until when, and how it is revoked. Names and the
 * lease's number, but nobody's address, birth date, phone or e-mail.
 */
export function mandateReceiptContent(power: PowerReceived, language: Language): SlipContent {
  const text = texts[language]
  const { standing, scopes, openSection, general } = power
  const day = (of: LocalDay) => dayText(of, language)
  const fact = (label: string, said: string | null) => (said ? [{ label, text: said }] : [])
  const estate = scopes.includes('estate')
  const signers = power.grantors.filter(({ died }) => !estate || !died).map(({ name }) => name)
  const dead = power.grantors.filter(({ died }) => estate && died).map(({ name }) => name)
  const granted = [...(general ? [text.general] : []), ...scopes.map((scope) => text.scopes[scope])]
  const state = filled(text.state[standing], {
    validFrom: day(power.validFrom),
    lastDay: day(power.lastDay),
    revokedOn: power.revoked ? day(power.revoked.on) : '',
    why: power.refused ? text.refusedBecause[power.refused.why] : '',
  })
  const section = (heading: string, said: string) => ({ heading, items: [], texts: [said] })
  return {
    title: text.receiptTitle,
    facts: [
      ...fact(text.estateOf, dead.join(', ')),
      ...fact(text.grantor, [...signers, ...power.parties].join(', ')),
      ...fact(
        text.grantee,
        power.grantees.map(({ firstNames, lastName }) => `${firstNames} ${lastName}`).join(', '),
      ),
      ...fact(text.scope, granted.join('\n')),
      ...fact(text.openSection, openSection && text.openBelow),
      ...fact(text.object, objectText(power.object, language)),
      ...fact(text.signedOn, day(power.signedOn)),
      ...fact(text.receivedOn, filled(text.arrived[power.arrived], { day: day(power.receivedOn) })),
      ...fact(text.confirmedOn, power.confirmedOn && day(power.confirmedOn)),
      ...fact(text.beginsOn, day(power.validFrom)),
      ...fact(text.lastDay, day(power.lastDay)),
    ],
    sections: [
      ...(openSection ? [section(text.openSection, openSection)] : []),
      section(text.stateHeading, state),
      ...(isOver(standing)
        ? [section(text.anewHeading, `${text.anew} ${filled(text.questions, reached(language))}`)]
        : [
            section(text.revokeHeading, filled(text.revoke, reached(language))),
            section(text.anewHeading, text.anew),
          ]),
    ],
  }
}
