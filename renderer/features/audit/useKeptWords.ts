import { useTranslation } from 'react-i18next'
import type { AuditRecord } from '#shared/contract/audit'
import { useFormat } from '../../app/format'

/** Kept fields whose values are names of choices, with the choices' words under their own names. */
export const choiceFields = [
  'purpose',
  'outcome',
  'step',
  'because',
  'change',
  'reason',
  'team',
  'by',
  'as',
  'kind',
  'direction',
  'send',
  'choice',
  'place',
  'via',
  'line',
  'topic',
] as const

const isChoice = (field: string): field is (typeof choiceFields)[number] =>
  choiceFields.some((choice) => choice === field)

/** What a record keeps of a call, name and value in plain words; what was left empty is not told. */
export function useKeptWords() {
  const { t } = useTranslation()
  const { day, number } = useFormat()
  const words = (field: string, value: unknown): string => {
    if (typeof value === 'boolean') return value ? t('audit:yes') : t('audit:no')
    if (typeof value === 'number') return number(value)
    if (Array.isArray(value)) return value.map((each) => words(field, each)).join(', ')
    const text = String(value)
    if (field === 'roles') return t(`staff:role.${text}`, { defaultValue: text })
    if (field === 'file') return `${text}.csv`
    if (field === 'from' || field === 'to') return day(text)
    if (isChoice(field)) return t(`audit:value.${field}.${text}`, { defaultValue: text })
    return text
  }
  return (kept: AuditRecord['kept']) =>
    Object.entries(kept)
      .filter(([, value]) => value !== null)
      .map(([field, value]) => ({
        field,
        name: t(`audit:kept.${field}`, { defaultValue: field }),
        value: words(field, value),
      }))
}
