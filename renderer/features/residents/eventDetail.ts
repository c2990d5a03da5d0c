import type { TimelineEvent } from '#shared/contract/residents'

type Detail = TimelineEvent['detail']

/** A text of an event's detail; empty when there is none, so that an old record never breaks the page. */
export const textIn = (detail: Detail, key: string): string => {
  const value = detail[key]
  return typeof value === 'string' ? value : ''
}

/** The texts of a list in an event's detail. */
export const textsIn = (detail: Detail, key: string): readonly string[] => {
  const value = detail[key]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

export interface ChangedField {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

/** What a correction changed: `before` and `after` are null when there was or is nothing, or when they are hidden. */
export function changedFields(detail: Detail): readonly ChangedField[] {
  const { changed } = detail
  if (!Array.isArray(changed)) return []
  return changed.flatMap((each) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return []
    const { field, before, after } = each
    if (typeof field !== 'string') return []
    const text = (value: unknown) => (typeof value === 'string' ? value : null)
    return [{ field, before: text(before), after: text(after) }]
  })
}
