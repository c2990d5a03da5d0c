import type { Query } from '@tanstack/react-query'
import { api, type client } from './client'

type Keys = typeof client.keys
type Answer<Name extends keyof Keys> = Awaited<ReturnType<Keys[Name]>>
/** Whatever a query about keys can show. */
type Shown = Partial<
  Pick<Answer<'readHandoff'>, 'handoff'> &
    Pick<Answer<'ofResident'>, 'homes' | 'otherKeys'> &
    Pick<Answer<'ofApartment'>, 'apartmentId' | 'keys'> &
    Pick<Answer<'history'>, 'key'>
>

const pathOf = (key: readonly unknown[]) => JSON.stringify(key[0])
/** Lists of all hand-offs, and what is reckoned of them: any of them may be in it now. */
const lists = [
  api.keys.chase.key(),
  api.keys.handoffs.key(),
  api.keys.figures.key(),
  api.keys.openRows.key(),
  api.keys.reports.key(),
].map(pathOf)
const property = pathOf(api.keys.ofProperty.key())
const handoffPath = pathOf(api.keys.readHandoff.key())
const formPath = pathOf(api.keys.handoffForm.key())

const shownBy = (query: Query) => (query.state.data ?? {}) as Shown
const inputOf = ({ queryKey }: Query) =>
  (queryKey[1] as { readonly input?: { readonly id?: string; readonly apartmentId?: string } } | undefined)
    ?.input

/** Whether a query shows keys of this apartment. */
export function showsKeysOf(query: Query, apartmentId: string): boolean {
  const path = pathOf(query.queryKey)
  if (path === property) return true
  const { handoff, homes = [], otherKeys = [], apartmentId: own } = shownBy(query)
  return [
    own,
    inputOf(query)?.apartmentId,
    handoff?.apartmentId,
    ...homes.map((home) => home.apartmentId),
    ...otherKeys.map((each) => each.apartmentId),
  ].includes(apartmentId)
}

/** Whether a query shows this hand-off, or a list that it may be in. */
export function showsHandoff(query: Query, id: string): boolean {
  const path = pathOf(query.queryKey)
  if (lists.includes(path) || path === property) return true
  if (path === handoffPath) return inputOf(query)?.id === id
  const { homes = [], keys = [], key } = shownBy(query)
  if (path === formPath) return keys.some(({ handoff }) => handoff?.id === id)
  return (
    homes.some(({ handoffs }) => handoffs.some((each) => each.id === id)) ||
    [...keys, ...(key ? [key] : [])].some(({ handoff }) => handoff?.id === id)
  )
}

/** Whether a query shows this message of a hand-off. */
export const showsKeyMessage = (query: Query, id: string): boolean =>
  shownBy(query).handoff?.messages.some((message) => message.id === id) ?? false
