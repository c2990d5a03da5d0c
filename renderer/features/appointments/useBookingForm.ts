import { isDefinedError } from '@orpc/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { VisitView } from '#shared/contract/visits'
import { api } from '../../app/client'
import { useDraft } from '../../app/drafts'
import { errorName } from '../../app/errors'
import {
  type BookingField,
  type BookingProblem,
  type BookingValues,
  bookingInput,
  bookingProblem,
  bookingProblems,
  isTyped,
} from './booking'

/** Where a booking that was begun is kept: by the resident, or for somebody who is not in the register. */
export const bookingDraftKey = (residentId: string | null) => `booking:${residentId ?? 'new'}`

const ofField: Readonly<Record<string, BookingField>> = {
  phoneInvalid: 'phone',
  emailInvalid: 'email',
  nameRequired: 'name',
}

/**
 * The form of a booking: what is typed, what is wrong, and booking. What was typed stays in a draft until the visit is
 * booked or the form is thrown away, also when somebody else takes the time first.
 */
export function useBookingForm(
  residentId: string | null,
  initial: BookingValues,
  onBooked: (visit: VisitView) => void,
) {
  const queryClient = useQueryClient()
  const draft = useDraft<BookingValues>(bookingDraftKey(residentId), initial)
  // A time that has just been pointed at in the calendar comes before the one in an old draft.
  const [pointed, setPointed] = useState(draft.dirty && initial.startsAt !== null)
  const values = pointed
    ? { ...draft.value, startsAt: initial.startsAt, lane: initial.lane, team: initial.team }
    : { ...draft.value, team: residentId === null ? draft.value.team : initial.team }
  const [problems, setProblems] = useState<Partial<Record<BookingField, BookingProblem>>>({})
  const [attempt, setAttempt] = useState(0)
  const hasResident = residentId !== null
  const book = useMutation({ ...api.appointments.book.mutationOptions(), gcTime: 0 })

  const set = (changed: Partial<BookingValues>) => {
    const next = { ...values, ...changed }
    draft.set(next)
    setPointed(false)
    if (book.isError) book.reset()
    // What was wrong stops being so as soon as it is right; what is typed is not called wrong before it is left.
    setProblems((before) =>
      Object.fromEntries(
        Object.entries(before).filter(
          ([field]) => bookingProblem(field as BookingField, next, hasResident) !== null,
        ),
      ),
    )
  }
  const check = (field: BookingField) => {
    const problem = bookingProblem(field, values, hasResident)
    setProblems(({ [field]: _, ...rest }) => (problem === null ? rest : { ...rest, [field]: problem }))
  }
  const submit = () => {
    if (book.isPending) return
    const found = bookingProblems(values, hasResident)
    setProblems(found)
    setAttempt((tries) => tries + 1)
    const input = Object.keys(found).length === 0 ? bookingInput(residentId, values) : null
    if (input === null) return
    book.mutate(input, {
      onSuccess: ({ visit }) => {
        draft.clear()
        onBooked(visit)
      },
      onError: (error) => {
        void queryClient.invalidateQueries({ queryKey: api.appointments.key() })
        const { name } = errorName(error)
        const field = ofField[name]
        if (field) setProblems((before) => ({ ...before, [field]: name as BookingProblem }))
      },
    })
  }
  const { error } = book
  const taken = error !== null && isDefinedError(error) && error.code === 'SLOT_TAKEN' ? error.data : null
  return {
    values,
    problems,
    attempt,
    typed: isTyped(initial, values),
    busy: book.isPending,
    /** Who took the time first, and what is free next. */
    taken,
    error: taken === null ? error : null,
    set,
    check,
    submit,
    throwAway: draft.clear,
  }
}
export type BookingForm = ReturnType<typeof useBookingForm>
