import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AppointmentPage } from '#shared/contract/appointments'
import { api } from '../../app/client'
import { useDraft } from '../../app/drafts'
import { errorName, isNamed } from '../../app/errors'
import type { Kept } from '../../components/threeWay'
import { useTogether } from '../../components/useTogether'
import { type ContactValues, contactProblem } from './booking'
import { changeDraftKey } from './changeDraft'
import { changedBy, contactChange, contactFields, type VisitContacts, visitContacts } from './contactChange'

type Checked = 'phone' | 'email'
type Problems = Partial<Record<Checked, 'phoneInvalid' | 'emailInvalid'>>

/**
 * The form of what was said of a visit. What was typed stays in a draft until it is saved or thrown away; when somebody
 * else changes the visit meanwhile, only what was typed here is changed on top of that.
 */
export function useChangeForm({ visit, history }: AppointmentPage, onSaved: () => void) {
  const queryClient = useQueryClient()
  const now = visitContacts(visit, history)
  const [opened] = useState({ values: now, events: history.length })
  const draft = useDraft<Kept<VisitContacts> | null>(changeDraftKey(visit.id), null)
  const [problems, setProblems] = useState<Problems>({})
  const [attempt, setAttempt] = useState(0)
  const save = useMutation({ ...api.appointments.change.mutationOptions(), gcTime: 0 })
  const all = useTogether({
    kept: draft.value,
    keep: draft.set,
    opened: { base: opened.values, values: opened.values },
    now,
    comparing: contactFields,
    saving: save.isPending,
  })
  const { values } = all
  // Of what is not shown and was not typed here there is nothing to tell.
  const changed = all.changed.filter(
    ({ field, mine }) => mine !== null || !now.hidden || (field !== 'phone' && field !== 'email'),
  )
  const together = { ...all, changed, shown: changed.length > 0 }
  const refused = isNamed(save.error, 'CHANGED_MEANWHILE')

  const check = (field: Checked, form: ContactValues = values) => {
    const problem = contactProblem(field, form[field])
    setProblems(({ [field]: _, ...rest }) => (problem === null ? rest : { ...rest, [field]: problem }))
    return problem === null
  }
  const set = (part: Partial<ContactValues>) => {
    together.set(part)
    if (save.isError) save.reset()
    // What was wrong stops being so as soon as it is right; what is typed is not called wrong before it is left.
    for (const field of ['phone', 'email'] as const) if (problems[field]) check(field, { ...values, ...part })
  }
  const submit = () => {
    if (save.isPending) return
    setAttempt((tries) => tries + 1)
    const right = (['phone', 'email'] as const).map((field) => check(field)).every(Boolean)
    if (!right || !together.settled()) return
    const changes = contactChange(now, values)
    if (Object.keys(changes).length === 0) {
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
    together,
    by: changedBy(history, opened.events),
    refused,
    busy: save.isPending,
    // What changed is shown beside what was typed, in place of the bare error.
    error: refused && together.shown ? null : save.error,
    set,
    check: (field: Checked) => void check(field),
    submit,
    throwAway: draft.clear,
  }
}
