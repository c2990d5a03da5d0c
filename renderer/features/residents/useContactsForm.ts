import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ResidentPage } from '#shared/contract/residents'
import { api } from '../../app/client'
import { useDraft } from '../../app/drafts'
import { errorName, isNamed } from '../../app/errors'
import {
  type CheckedField,
  type ContactBase,
  type ContactProblem,
  type ContactValues,
  checkedFields,
  contactBase,
  contactChanges,
  contactValues,
  meanwhile,
  problemOf,
  rebase,
} from './contactChanges'
import type { Revealed } from './useReveal'

/** What is kept of the form: what was typed, and what the register said when it was opened. */
interface Typed {
  readonly base: ContactBase
  readonly values: ContactValues
}

export const contactsDraftKey = (id: string) => `contacts:${id}`

/**
 * The form of contact details: what is typed, what is wrong, what changed meanwhile, and saving. What was typed stays in
 * a draft until it is saved or thrown away, also when somebody else has changed the same resident.
 */
export function useContactsForm(page: ResidentPage, revealed: Revealed | null, onSaved: () => void) {
  const queryClient = useQueryClient()
  const now = contactBase(page, revealed)
  const draft = useDraft<Typed>(contactsDraftKey(page.id), { base: now, values: contactValues(now) })
  const { base, values } = draft.value
  const [problems, setProblems] = useState<Partial<Record<CheckedField, ContactProblem>>>({})
  const [attempt, setAttempt] = useState(0)
  const save = useMutation({ ...api.residents.correctContacts.mutationOptions(), gcTime: 0 })

  const changes = contactChanges(base, values)
  const dirty = Object.keys(changes).length > 0 || values.iban !== ''
  const others = base.version === now.version ? [] : meanwhile(base, now, values)

  const problemIn = (field: CheckedField, form = values) =>
    field === 'iban' && form.removeIban ? null : problemOf(field, form[field])
  const set = (changed: Partial<ContactValues>) => {
    const next = { ...values, ...changed }
    draft.set({ base, values: next })
    if (save.isError) save.reset()
    // What was wrong stops being so as soon as it is right; what is typed is not called wrong before it is left.
    setProblems((before) =>
      Object.fromEntries(
        Object.entries(before).filter(([field]) => problemIn(field as CheckedField, next) !== null),
      ),
    )
  }
  const check = (field: CheckedField) => {
    const problem = problemIn(field)
    setProblems(({ [field]: _, ...rest }) => (problem === null ? rest : { ...rest, [field]: problem }))
  }

  const submit = () => {
    if (save.isPending) return
    const found = Object.fromEntries(
      checkedFields.flatMap((field) => {
        const problem = problemIn(field)
        return problem === null ? [] : [[field, problem]]
      }),
    )
    setProblems(found)
    setAttempt((tries) => tries + 1)
    if (Object.keys(found).length > 0) return
    const current = rebase(base, now, values)
    const send = contactChanges(now, current)
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
    base: now,
    problems,
    attempt,
    dirty,
    others,
    busy: save.isPending,
    // What changed is shown beside what was typed, in place of the bare error.
    error: isNamed(save.error, 'CHANGED_MEANWHILE') && others.length > 0 ? null : save.error,
    set,
    check,
    submit,
    /** Takes what the register says now for one field, in place of what was typed. */
    takeTheirs: (field: 'phone' | 'email' | 'language' | 'iban') => {
      const fresh = contactValues(now)
      const theirs = field === 'iban' ? { iban: '', removeIban: false } : { [field]: fresh[field] }
      draft.set({ base: now, values: { ...rebase(base, now, values), ...theirs } })
    },
    throwAway: draft.clear,
  }
}
