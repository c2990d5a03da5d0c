import { normaliseEmail, normaliseIban, normalisePhone } from '#shared/rules/contacts'
import { normaliseLanguage } from '#shared/rules/language'
import { accept, type Result } from '#shared/rules/result'
import type { ResidentRow } from './page'

/** The four things that a desk may correct; an absent one stays, an empty text removes. */
export interface Corrections {
  readonly phone?: string | undefined
  readonly email?: string | undefined
  readonly iban?: string | undefined
  readonly language?: string | undefined
}

type Field = keyof Corrections
type CorrectionRefusal = 'phoneInvalid' | 'emailInvalid' | 'ibanInvalid' | 'languageUnknown'

export interface Change {
  readonly field: Field
  readonly before: string | null
  readonly after: string | null
}

const normalise: Readonly<Record<Field, (text: string) => Result<string, CorrectionRefusal>>> = {
  phone: normalisePhone,
  email: normaliseEmail,
  iban: normaliseIban,
  language: normaliseLanguage,
}

/** The whole account number is never in the history: its last four characters tell which it was. */
const shown = (field: Field, value: string | null) =>
  field === 'iban' && value ? `•••• ${value.slice(-4)}` : value

/**
 * What corrections change of a resident, in the forms in which they are stored: E.164, IBAN without spaces, ISO 639-1.
 * Refuses by the name of the first field that is wrong.
 */
export function judgeCorrections(
  resident: Pick<ResidentRow, Field>,
  corrections: Corrections,
):
  | {
      readonly ok: true
      readonly set: Partial<Pick<ResidentRow, Field>>
      readonly changes: readonly Change[]
    }
  | { readonly ok: false; readonly refusal: CorrectionRefusal; readonly field: Field } {
  const set: Partial<Record<Field, string | null>> = {}
  const changes: Change[] = []
  for (const field of Object.keys(normalise) as Field[]) {
    const typed = corrections[field]
    if (typed === undefined) continue
    const empty = typed.trim() === '' && field !== 'language'
    const result = empty ? accept(null) : normalise[field](typed)
    if (!result.ok) return { ok: false, refusal: result.refusal, field }
    if (result.value === resident[field]) continue
    set[field] = result.value
    changes.push({ field, before: shown(field, resident[field]), after: shown(field, result.value) })
  }
  return { ok: true, set: set as Partial<Pick<ResidentRow, Field>>, changes }
}
