import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { VisitView } from '#shared/contract/visits'
import { api } from '../../app/client'
import { useDraft } from '../../app/drafts'
import { errorName, isNamed } from '../../app/errors'
import { type ContactValues, contactProblem } from './booking'
import { changeDraftKey } from './changeDraft'
import { contactChange, visitContacts } from './contactChange'

type Checked = 'phone' | 'email'
type Problems = Partial<Record<Checked, 'phoneInvalid' | 'emailInvalid'>>

/**
 * The form of what was said of a visit. What was typed stays in a draft until it is saved or thrown away; when somebody
 * else has changed the visit meanwhile, only what was typed here is changed on top of that.
 */
export function useChangeForm(visit: VisitView, onSaved: () => void) {
  const queryClient = useQueryClient()
  const now = visitContacts(visit)
  const draft = useDraft(changeDraftKey(visit.id), { base: now, values: now })
  const { base, values } = draft.value
  const [problems, setProblems] = useState<Problems>({})
  const [attempt, setAttempt] = useState(0)
  const save = useMutation({ ...api.appointments.change.mutationOptions(), gcTime: 0 })
  const changes = contactChange(base, values)
  const dirty = Object.keys(changes).length > 0

  const check = (field: Checked, form: ContactValues = values) => {
    const problem = contactProblem(field, form[field])
    setProblems(({ [field]: _, ...rest }) => (problem === null ? rest : { ...rest, [field]: problem }))
    return problem === null
  }
  const set = (changed: Partial<ContactValues>) => {
    const next = { ...values, ...changed }
    draft.set({ base, values: next })
    // What was wrong stops being so as soon as it is right; what is typed is not called wrong before it is left.
    for (const field of ['phone', 'email'] as const) if (problems[field]) check(field, next)
  }
  const submit = () => {
    if (save.isPending) return
    setAttempt((tries) => tries + 1)
    const right = (['phone', 'email'] as const).map((field) => check(field)).every(Boolean)
    if (!right) return
    if (!dirty) {
      draft.clear()
      onSaved()
      return
    }
    save.mutate(
      { id: visit.id, version: visit.version, ...changes },
      {
        onSuccess: () => {
          draft.clear()
          onSaved()
        },
        onError: (error) => {
          const { name } = errorName(error)
          if (name === 'phoneInvalid' || name === 'emailInvalid')
            setProblems((before) => ({ ...before, [name === 'phoneInvalid' ? 'phone' : 'email']: name }))
        },
        onSettled: () => void queryClient.invalidateQueries({ queryKey: api.appointments.key() }),
      },
    )
  }
  return {
    values,
    problems,
    attempt,
    dirty,
    busy: save.isPending,
    meanwhile: isNamed(save.error, 'CHANGED_MEANWHILE'),
    error: save.error,
    set,
    check: (field: Checked) => void check(field),
    submit,
    throwAway: draft.clear,
  }
}
