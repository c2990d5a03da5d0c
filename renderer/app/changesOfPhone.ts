import { partialMatchKey, type Query } from '@tanstack/react-query'
import { api } from './client'

/** Whatever a query about calls, defects, door openings or tasks can show, as far as it tells what it shows. */
interface Shown {
  readonly calls?: readonly { readonly id: string }[]
  readonly defects?: readonly {
    readonly id: string
    readonly handOff: { readonly messageId: string | null }
  }[]
  readonly defect?: {
    readonly handOff: { readonly messageId: string | null }
    readonly similar: readonly { readonly id: string }[]
  }
  readonly doors?: readonly { readonly id: string }[]
  readonly tasks?: readonly { readonly id: string }[]
  readonly task?: { readonly message: { readonly id: string | null } | null }
}

const features = [api.calls.key(), api.defects.key(), api.doors.key(), api.tasks.key()]
const forms = [api.defects.form.key(), api.doors.form.key()].map(([path]) => JSON.stringify(path))

/** Whether a query is about calls, defects, door openings or tasks. */
export const isOfPhone = (query: Query): boolean =>
  features.some((key) => partialMatchKey(query.queryKey, key))

/**
 * Whether a query shows this call, defect, door opening, task or message of one. A list of everybody's may have it now; that a
 * resident has a new one is told as a change of theirs, and reading another person's would be one more look at them.
 */
export function showsOfPhone(query: Query, id: string): boolean {
  if (forms.includes(JSON.stringify(query.queryKey[0]))) return false
  const { input } = (query.queryKey[1] ?? {}) as {
    readonly input?: { readonly id?: string; readonly residentId?: string }
  }
  const shown = (query.state.data ?? {}) as Shown
  const told = [
    ...(shown.calls ?? []),
    ...(shown.defects ?? []),
    ...(shown.doors ?? []),
    ...(shown.tasks ?? []),
    ...(shown.defect?.similar ?? []),
  ].map((each) => each.id)
  const messages = [
    shown.defect?.handOff.messageId,
    shown.task?.message?.id,
    ...(shown.defects ?? []).map(({ handOff }) => handOff.messageId),
  ]
  if (input?.id !== undefined) return input.id === id || told.includes(id) || messages.includes(id)
  return input?.residentId === undefined || told.includes(id) || messages.includes(id)
}
