import type { Language } from '#shared/contract/base'
import { contactPoints, timetable } from '#shared/rules/facts'
import { linkLifetimeHours, portalPasswordRule } from '#shared/rules/portalRegistration'
import en from '../../../resources/letters/portalLeaflet.en.json' with { type: 'json' }
import fi from '../../../resources/letters/portalLeaflet.fi.json' with { type: 'json' }
import sv from '../../../resources/letters/portalLeaflet.sv.json' with { type: 'json' }
import { hoursText } from './hoursText'

const texts = { fi, sv, en } as const

/** How long the password reset link lives (003_6520488e57b6da1e.txt). */
const resetLinkLifetimeHours = 24

/** Everything that the leaflet says, ready to print. */
export interface LeafletContent {
  readonly kind: string
  readonly title: string
  readonly lead: string
  /** The Portal's address, as it stands in the first step. */
  readonly address: string
  readonly stepsHeading: string
  readonly steps: readonly string[]
  readonly passwordHeading: string
  readonly passwordParts: readonly string[]
  readonly notesHeading: string
  readonly notes: readonly { readonly title: string; readonly text: string }[]
  readonly contactHeading: string
  readonly contacts: readonly { readonly title: string; readonly phone: string; readonly hours: string }[]
  /** That calls are recorded; null when they are not. */
  readonly recorded: string | null
}

/** A number that stays on one line. */
const unbroken = (text: string) => text.replaceAll(' ', '\u00a0')

/**
 * The leaflet's text in a language: the letter's own words from resources/letters, with the numbers, the hours and the
 * password rule from where the rest of the program has them. Sources: 003_6520488e57b6da1e.txt, 004_e662d1745ec30d2d.txt.
 */
export function leafletContent(language: Language): LeafletContent {
  const { kind, title, lead, stepsHeading, passwordHeading, notesHeading, contactHeading, ...text } =
    texts[language]
  const values: Readonly<Record<string, string | number>> = {
    address: contactPoints.portal.address,
    linkHours: linkLifetimeHours,
    resetHours: resetLinkLifetimeHours,
  }
  const filled = (template: string) =>
    template.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
  const plural = new Intl.PluralRules(language)
  const counted = (part: keyof typeof portalPasswordRule) => {
    const count = portalPasswordRule[part]
    const form = plural.select(count) === 'one' ? 'one' : 'other'
    return text.password[part][form].replace('{count}', String(count))
  }
  return {
    kind,
    title,
    lead,
    address: contactPoints.portal.address,
    stepsHeading,
    steps: text.steps.map(filled),
    passwordHeading,
    passwordParts: (['minLength', 'upper', 'lower', 'digit', 'special'] as const).map(counted),
    notesHeading,
    notes: text.notes.map((note) => ({ title: note.title, text: filled(note.text) })),
    contactHeading,
    contacts: (['phoneLine', 'asOy'] as const).map((place) => ({
      title: text[place],
      phone: unbroken(contactPoints[place].phone),
      hours: unbroken(hoursText(timetable[place], language, text.hours)),
    })),
    recorded: contactPoints.phoneLine.callsRecorded ? text.recorded : null,
  }
}
