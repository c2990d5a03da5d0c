import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ResidentPage } from '#shared/contract/residents'
import { api } from '../../app/client'
import { useDraft } from '../../app/drafts'
import { errorName, isNamed } from '../../app/errors'
import type { Kept } from '../../components/threeWay'
import { useTogether } from '../../components/useTogether'
import {
  type CheckedField,
  type ContactProblem,
  type ContactValues,
  checkedFields,
  contactChanges,
  contactFields,
  contactValues,
  correctedBy,
  problemOf,
} from './contactChanges'
import type { Revealed } from './useReveal'

export const contactsDraftKey = (id: string) => `contacts:${id}`

/** Who corrected this resident since the form was opened, as the timeline beside it shows; it is not read for this. */
function useCorrectedBy(id: string) {
  const { data } = useQuery({
    ...api.residents.timeline.queryOptions({ input: { id, page: 0 } }),
    enabled: false,
  })
  const [seen, setSeen] = useState(data?.total)
  // The form may be there before the timeline is.
  if (seen === undefined && data !== undefined) setSeen(data.total)
  return correctedBy(data, seen)
}

/**
 * The form of contact details: what is typed, what is wrong, what changed meanwhile, and saving. What was typed stays in
 * a draft until it is saved or thrown away, also when somebody else has changed the same resident.
 */
export function useContactsForm(page: ResidentPage, revealed: Revealed | null, onSaved: () => void) {
  const queryClient = useQueryClient()
  const now = contactValues(page, revealed)
  const [opened] = useState(now)
  const draft = useDraft<Kept<ContactValues> | null>(contactsDraftKey(page.id), null)
  const [problems, setProblems] = useState<Partial<Record<CheckedField, ContactProblem>>>({})
  const [attempt, setAttempt] = useState(0)
  const save = useMutation({ ...api.residents.correctContacts.mutationOptions(), gcTime: 0 })
  const all = useTogether({
    kept: draft.value,
    keep: draft.set,
    opened: { base: opened, values: opened },
    now,
    comparing: contactFields,
    saving: save.isPending,
  })
  const { values } = all
  // Of what is withheld and was not typed here there is nothing to tell.
  const changed = all.changed.filter(
    ({ field, mine }) => mine !== null || !now.withheld || field === 'language' || field === 'iban',
  )
  const together = { ...all, changed, shown: changed.length > 0 }
  const refused = isNamed(save.error, 'CHANGED_MEANWHILE')

  const set = (part: Partial<ContactValues>) => {
    const next = { ...values, ...part }
    together.set(part)
    if (save.isError) save.reset()
    // What was wrong stops being so as soon as it is right; what is typed is not called wrong before it is left.
    setProblems((before) =>
      Object.fromEntries(
        Object.entries(before).filter(([field]) => problemOf(field as CheckedField, next) !== null),
      ),
    )
  }
  const check = (field: CheckedField) => {
    const problem = problemOf(field, values)
    setProblems(({ [field]: _, ...rest }) => (problem === null ? rest : { ...rest, [field]: problem }))
  }

  const submit = () => {
    if (save.isPending) return
    const found = Object.fromEntries(
      checkedFields.flatMap((field) => {
        const problem = problemOf(field, values)
        return problem === null ? [] : [[field, problem]]
      }),
    )
    setProblems(found)
    setAttempt((tries) => tries + 1)
    if (Object.keys(found).length > 0 || !together.settled()) return
    const send = contactChanges(now, values)
    if (Object.keys(send).length === 0) {
      draft.clear()
      onSaved()
      return
    }
    save.mutate(
      { id: page.id, version: now.version, ...send },
      {
        onSuccess: (saved) => {
          queryClient.setQueryData(api.residents.read.queryKey({ input: { id: page.id } }), saved)
          draft.clear()
          onSaved()
        },
        onError: (error) => {
          const { name, field } = errorName(error)
          if (name === 'CHANGED_MEANWHILE') {
            void queryClient.invalidateQueries({
              queryKey: api.residents.read.key({ input: { id: page.id } }),
            })
          }
          if (field === 'phone' || field === 'email' || field === 'iban') {
            setProblems((before) => ({ ...before, [field]: name as ContactProblem }))
          }
        },
      },
    )
  }

  return {
    values,
    now,
    problems,
    attempt,
    together,
    by: useCorrectedBy(page.id),
    refused,
    busy: save.isPending,
    // What changed is shown beside what was typed, in place of the bare error.
    error: refused && together.shown ? null : save.error,
    set,
    check,
    submit,
    throwAway: draft.clear,
  }
}
