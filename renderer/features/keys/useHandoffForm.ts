import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#shared/contract/base'
import type { MandateSummary } from '#shared/contract/mandateViews'
import type { ResidentPage } from '#shared/contract/residents'
import { type HandoffDirection, handoffAction } from '#shared/rules/keyHandoff'
import { parseFinnishDay } from '#shared/rules/localDay'
import { api } from '../../app/client'
import { useDraft } from '../../app/drafts'
import { errorName } from '../../app/errors'
import { useLeft } from '../../components/useLeft'
import { type Here, isYes, useQuestion } from '../mandates/useQuestion'
import { typedDay } from '../timetable/times'
import { dueDayProblem, emptyHandoff, type HandoffValues, whyNotKey } from './handoffForm'
import { refusedWith } from './KeyError'
import { type Answered, useKeysChanged } from './useKeysChanged'

/** Who brings or collects: the resident, another who is on the lease, or somebody of whom it is asked whether they may. */
export type Bringer = Here | { readonly kind: 'coTenant'; readonly id: string }

/** The id of a field in the page. */
export const idOf = (field: 'who' | 'keys' | 'dueOn' | 'language' | 'send' | 'note' | 'lease') =>
  `handoff-${field}`

const draftOf = { return: 'keyReturn', pickup: 'keyPickup' } as const

/** The form of a hand-off: what the desk proposes, what is chosen instead, who brings and whether they may. */
export function useHandoffForm(
  person: ResidentPage,
  given: readonly MandateSummary[],
  direction: HandoffDirection,
  leaseNo: string,
  onMade: (answered: Answered) => void,
) {
  const { t } = useTranslation()
  const changed = useKeysChanged()
  const draft = useDraft<HandoffValues | null>(`${draftOf[direction]}:${person.id}`, null)
  const values = draft.value ?? emptyHandoff(leaseNo)
  const [who, setWho] = useState<Bringer | null>(null)
  const asking = useQuestion(person.id, given)
  const make = useMutation({ ...api.keys.makeHandoff.mutationOptions(), gcTime: 0 })
  const read = useQuery(
    api.keys.handoffForm.queryOptions({
      input: { residentId: person.id, leaseNo: values.leaseNo, direction },
    }),
  )
  const { data } = read
  const able = data?.keys.filter((each) => whyNotKey(each, direction) === null) ?? []
  const chosen = able
    .filter((each) => (values.keys === null ? each.chosen : values.keys.includes(each.id)))
    .map(({ id }) => id)
  const dueOn = values.dueOn ?? (data?.dueOn ? typedDay(data.dueOn) : '')
  const bringer =
    who?.kind === 'self'
      ? data?.bringers.find(({ kind }) => kind === 'resident')
      : who?.kind === 'coTenant'
        ? data?.bringers.find(({ residentId }) => residentId === who.id)
        : undefined
  const asked = who !== null && who.kind !== 'self' && who.kind !== 'coTenant' ? who : null
  const own = data?.bringers.find(({ kind }) => kind === 'resident')
  const language: Language = values.language ?? bringer?.language ?? own?.language ?? 'fi'
  const send = values.send ?? (bringer?.hasEmail ? 'email' : 'paper')

  const whoProblem = (): string | null => {
    if (who === null) return t(`keys:problem.who.${direction}`)
    if (bringer?.whyNot === 'grantorIsMinor') return t('keys:problem.minor')
    if (bringer?.whyNot) return t(`mandates:reason.${bringer.whyNot}`)
    return asked === null || asking.answer === null || isYes(asking.answer)
      ? null
      : t('keys:problem.notAllowed')
  }
  const problems = data && {
    who: whoProblem(),
    keys: chosen.length === 0 ? t('keys:problem.keysMissing') : null,
    dueOn: dueDayProblem(dueOn, person.today),
  }
  const found = problems
    ? [
        ...(problems.who ? [{ id: idOf('who'), text: problems.who }] : []),
        ...(problems.keys ? [{ id: idOf('keys'), text: problems.keys }] : []),
        ...(problems.dueOn
          ? [
              {
                id: idOf('dueOn'),
                text: problems.dueOn === 'badDay' ? t('keys:problem.badDay') : t('refusals:dueDayPast'),
              },
            ]
          : []),
      ]
    : []
  const left = useLeft(found)
  const refusedField = { dueDayPast: 'dueOn', dueDayTooFar: 'dueOn', noEmail: 'send' } as const
  const refusal = make.error === null ? null : errorName(make.error).name
  const field = refusedField[refusal as keyof typeof refusedField]
  const refused = field ? { id: idOf(field), text: t(`refusals:${refusal}`) } : null

  const set = (part: Partial<HandoffValues>) => {
    draft.set({ ...values, ...part })
    if (make.isError) make.reset()
  }
  const questionOf = (whoAsks: Here) => ({
    who: whoAsks,
    action: handoffAction[direction],
    leaseNo: values.leaseNo,
    spaceName: '',
  })
  const chooseWho = (next: Bringer | null) => {
    setWho(next)
    asking.reset()
    if (make.isError) make.reset()
    if (next !== null && next.kind !== 'self' && next.kind !== 'coTenant') void asking.put(questionOf(next))
  }
  const submit = async () => {
    if (!left.tried() || who === null || !data || make.isPending) return
    const answer = asked && (await asking.answerTo(questionOf(asked), false))
    if (asked && !isYes(answer)) return
    make.mutate(
      {
        residentId: person.id,
        leaseNo: values.leaseNo,
        direction,
        keys: able.filter(({ id }) => chosen.includes(id)).map(({ id, seq }) => ({ id, seq })),
        dueOn: parseFinnishDay(dueOn) ?? '',
        who:
          who.kind === 'self'
            ? { kind: 'resident' }
            : who.kind === 'coTenant'
              ? { kind: 'coTenant', residentId: who.id }
              : { kind: 'asked', askId: answer?.askId ?? '' },
        language,
        send,
        note: values.note.trim(),
        requestId: direction === 'return' ? data.terminationId : null,
      },
      {
        onSuccess: (answered) => {
          draft.clear()
          changed.handoff(answered)
          onMade(answered)
        },
        onError: changed.again,
      },
    )
  }
  return {
    direction,
    values,
    read,
    able,
    chosen,
    dueOn,
    language,
    send,
    who,
    asked,
    asking,
    busy: make.isPending,
    dirty: draft.dirty,
    attempt: left.attempt,
    items: refused ? [refused] : left.items,
    error: refused ? null : make.error,
    /** Why the desk said that whoever brings may not, in words. */
    reason: refusedWith(make.error).reason,
    problem: (name: Parameters<typeof idOf>[0]) => {
      const id = idOf(name)
      if (refused?.id === id) return refused.text
      return left.isLeft(id) ? found.find((each) => each.id === id)?.text : undefined
    },
    leave: (name: Parameters<typeof idOf>[0]) => left.leave(idOf(name)),
    set,
    toggle: (id: string) =>
      set({ keys: chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id] }),
    chooseWho,
    chooseLease: (next: string) => {
      chooseWho(null)
      set({ leaseNo: next, keys: null, dueOn: null })
    },
    again: () => {
      if (asked) void asking.put(questionOf(asked))
    },
    submit: () => void submit(),
    throwAway: draft.clear,
  }
}
export type HandoffFormState = ReturnType<typeof useHandoffForm>
