import { ORPCError } from '@orpc/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MandateSummary } from '#shared/contract/mandateViews'
import type { ResidentPage } from '#shared/contract/residents'
import { lastDayAfterNotice, lastDayOfLease, type NoticeRule } from '#shared/rules/leaseTermination'
import { isLocalDay, type LocalDay, parseFinnishDay } from '#shared/rules/localDay'
import type { MandateAction } from '#shared/rules/mandateScopes'
import { foldedName } from '#shared/rules/mayAct'
import type { RequestPerson } from '#shared/rules/requestFields'
import { type callerQuestions, fewestQuestions, requestKindRule } from '#shared/rules/requestKinds'
import { api } from '../../app/client'
import { useDraft } from '../../app/drafts'
import { errorName } from '../../app/errors'
import { useFormat } from '../../app/format'
import { useLeft } from '../../components/useLeft'
import { firstLease } from '../mandates/PowerForm'
import { type Here, isYes, useQuestion } from '../mandates/useQuestion'
import { emptyRequest, fieldsOf, isFilled, type RequestValues, requestProblems } from './requestForm'
import type { Answered } from './useRequestChanged'

type Question = (typeof callerQuestions)[number]
/** Who asks: at the counter the resident or another, or the resident on the phone. */
type Asker = Here | { readonly kind: 'caller' }

/** The id of a field in the page. */
export const idOf = (field: string) => `request-${field}`

interface RefusedData {
  readonly reason?: string
  readonly requestId?: string
  readonly firstDay?: string
}
const dataOf = (error: unknown): RefusedData =>
  error instanceof ORPCError ? ((error.data ?? {}) as RefusedData) : {}

/** The last day of the lease by what is typed of a notice, or why there is none; null until there is a day. */
function terminationOf(values: RequestValues, { leases, today }: ResidentPage, rule: NoticeRule | undefined) {
  const lease = leases.find(({ leaseNo }) => leaseNo === values.leaseNo)
  const noticeOn = parseFinnishDay(values.texts.noticeOn ?? '')
  if (values.kind !== 'terminateLease' || !lease || !rule || noticeOn === null || noticeOn > today)
    return null
  const wished = parseFinnishDay(values.texts.endsOn ?? '')
  return {
    ...lastDayOfLease({ noticeOn, wished, lease, today }, rule),
    firstDay: lastDayAfterNotice(noticeOn, rule),
  }
}

/** The form of a request: what is typed and kept, who asks and whether they may, what is wrong, and making it. */
export function useRequestForm(
  person: ResidentPage,
  given: readonly MandateSummary[],
  identifiedToday: boolean,
  onMade: (answered: Answered) => void,
) {
  const { t } = useTranslation()
  const format = useFormat()
  const queryClient = useQueryClient()
  const draft = useDraft<RequestValues | null>(`request:${person.id}`, null)
  const values = draft.value ?? emptyRequest(firstLease(person))
  const [who, setWho] = useState<Asker | null>(null)
  const [questions, setQuestions] = useState<readonly Question[]>([])
  const asking = useQuestion(person.id, given)
  const make = useMutation({ ...api.requests.make.mutationOptions(), gcTime: 0 })
  const form = useQuery(
    api.requests.form.queryOptions({ input: { residentId: person.id, leaseNo: values.leaseNo } }),
  )
  const { data } = form
  const { kind } = values
  const rule = kind === '' ? null : requestKindRule(kind)
  const hasSpace = rule?.fields.some(({ type }) => type === 'space') ?? false
  const space = hasSpace ? (values.texts.space?.trim() ?? '') : ''
  /** The answer is about another space than the form. */
  const otherSpace =
    asking.asked !== null && foldedName(asking.asked.spaceName) !== foldedName(space) && hasSpace

  const words = (name: string, { reason, firstDay }: RefusedData = {}): string => {
    if (name === 'notAllowed' && reason !== undefined)
      return `${t('requests:problem.notAllowed')} ${t(`mandates:reason.${reason}`)}`
    const said = t(`refusals:${name}`)
    return firstDay !== undefined && isLocalDay(firstDay)
      ? `${said} ${t('requests:firstDay', { day: format.day(firstDay) })}`
      : said
  }

  const whoProblem = (): { readonly id: string; readonly text: string } | null => {
    if (who === null) return { id: idOf('who'), text: t('requests:problem.who') }
    if (who.kind === 'caller')
      return questions.length < (data?.fewestQuestions ?? fewestQuestions)
        ? { id: idOf('questions'), text: words('callerNotIdentified') }
        : null
    if (who.kind === 'self')
      return identifiedToday ? null : { id: idOf('who'), text: words('documentNeeded') }
    if (asking.answer === null || otherSpace || isYes(asking.answer)) return null
    return { id: idOf('who'), text: t('requests:problem.notAllowed') }
  }
  const termination = terminationOf(values, person, data?.notice)
  const facts = { today: person.today, living: data?.living ?? [], residentId: person.id }
  const wrongFields =
    kind === '' || data === undefined
      ? []
      : requestProblems(kind, values, facts).map(({ field, problem }) => ({
          id: idOf(field),
          text: t(`refusals:${problem}`),
        }))
  const terminationProblem =
    termination && !termination.ok
      ? {
          id: idOf(termination.refusal === 'beforeNoticeEnds' ? 'endsOn' : 'noticeOn'),
          text: words(
            termination.refusal,
            termination.refusal === 'beforeNoticeEnds' ? { firstDay: termination.firstDay } : {},
          ),
        }
      : null
  const asksWho = whoProblem()
  const found = [
    ...(asksWho ? [asksWho] : []),
    ...wrongFields,
    ...(terminationProblem && !wrongFields.some(({ id }) => id === terminationProblem.id)
      ? [terminationProblem]
      : []),
  ]
  const left = useLeft(found)

  const refusal = make.error === null ? null : errorName(make.error)
  const refusedAt = rule?.fields.find(({ name }) => name === refusal?.field)
  const refusedText = refusal === null ? '' : words(refusal.name, dataOf(make.error))
  const refused = refusedAt ? { id: idOf(refusedAt.name), text: refusedText } : null

  const set = (part: Partial<RequestValues>) => {
    draft.set({ ...values, ...part })
    if (make.isError) make.reset()
  }
  const setText = (name: string, text: string) => set({ texts: { ...values.texts, [name]: text } })
  const questionOf = (action: MandateAction, asker: Here, spaceName: string) => ({
    who: asker,
    action,
    leaseNo: values.leaseNo,
    spaceName,
  })
  const put = (asker: Here, spaceName: string) => {
    if (rule !== null) void asking.put(questionOf(rule.action, asker, spaceName))
  }

  const chooseWho = (asker: Asker | null) => {
    setWho(asker)
    setQuestions([])
    asking.reset()
    if (make.isError) make.reset()
    if (asker === null || asker.kind === 'self' || asker.kind === 'caller') return
    put(asker, space)
  }
  const send = async () => {
    if (rule === null || kind === '' || who === null || make.isPending) return
    const another = who.kind !== 'self' && who.kind !== 'caller'
    const answer = another ? await asking.answerTo(questionOf(rule.action, who, space), otherSpace) : null
    if (another && !isYes(answer)) return
    // The contract's own lists may be changed; what is kept here is not.
    const fields = Object.fromEntries(
      Object.entries(fieldsOf(kind, values, facts.living)).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : value.map((each: RequestPerson) => ({ ...each })),
      ]),
    )
    make.mutate(
      {
        residentId: person.id,
        leaseNo: values.leaseNo,
        kind,
        fields,
        who:
          who.kind === 'self'
            ? { kind: 'self' }
            : who.kind === 'caller'
              ? { kind: 'caller', questions: [...questions] }
              : { kind: 'asked', askId: answer?.askId ?? '' },
      },
      {
        onSuccess: (answered) => {
          draft.clear()
          onMade(answered)
        },
        onError: () => {
          for (const key of [api.requests.form.key(), api.requests.ofResident.key()])
            void queryClient.invalidateQueries({ queryKey: key })
        },
      },
    )
  }
  return {
    values,
    rule,
    who,
    questions,
    asking,
    form,
    termination: termination?.ok ? (termination.value as LocalDay) : null,
    dirty: isFilled(values),
    busy: make.isPending,
    attempt: left.attempt,
    items: refused ? [refused] : left.items,
    /** What the desk answered that is about no field, in words, and the request that is open already. */
    refused:
      make.error === null || refused !== null
        ? null
        : { text: refusedText, requestId: dataOf(make.error).requestId ?? null },
    problem: (field: string) => {
      const id = idOf(field)
      if (refused?.id === id) return refused.text
      return left.isLeft(id) ? found.find((each) => each.id === id)?.text : undefined
    },
    leave: (field: string) => left.leave(idOf(field)),
    set,
    setText,
    chooseKind: (next: RequestValues['kind']) => {
      chooseWho(null)
      set({ kind: next })
    },
    chooseLease: (leaseNo: string) => {
      chooseWho(null)
      // Who lives in one home does not live in another.
      set({ leaseNo, one: '', movingOut: {} })
    },
    chooseWho,
    setQuestions,
    again: (spaceName?: string) => {
      if (who === null || who.kind === 'self' || who.kind === 'caller') return
      if (spaceName !== undefined && hasSpace) setText('space', spaceName)
      put(who, hasSpace ? (spaceName ?? space) : '')
    },
    submit: () => {
      // What is to be filled in is not there yet.
      if (rule === null || data === undefined) return
      if (left.tried()) void send()
    },
    throwAway: draft.clear,
  }
}
export type RequestFormState = ReturnType<typeof useRequestForm>
