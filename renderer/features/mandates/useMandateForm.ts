import { ORPCError } from '@orpc/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MandateContent } from '#shared/contract/mandateViews'
import type { LocalDay } from '#shared/rules/localDay'
import { api } from '../../app/client'
import { useDraft } from '../../app/drafts'
import { errorName, isNamed } from '../../app/errors'
import type { Kept } from '../../components/threeWay'
import { useLeft } from '../../components/useLeft'
import { useTogether } from '../../components/useTogether'
import { typedDay } from '../timetable/times'
import { granteeField, mandateContentOf, mandateProblems, placeOf, readBorn } from './mandateForm'
import { type GranteeValues, type MandateValues, mandateComparing } from './mandateValues'
import type { Answered } from './useMandateChanged'

const ownProblems = ['dayFormat', 'dayRequired', 'arrivedRequired', 'leaseRequired', 'bornFormat'] as const

/** What is wrong with a field, in words. */
function useProblemText() {
  const { t } = useTranslation()
  return (problem: string) => {
    const own = ownProblems.find((name) => name === problem)
    return own ? t(`mandates:problem.${own}`) : t(`refusals:${problem}`)
  }
}

interface MandateFormOptions {
  readonly draftKey: string
  /** What the form is opened with. */
  readonly initial: MandateValues
  /** What is there now of a power that is corrected; null for a new one. */
  readonly now: MandateValues | null
  readonly today: LocalDay
  /** The register knows that the grantor has died. */
  readonly died: boolean
  readonly save: (content: MandateContent) => Promise<Answered>
  readonly onSaved: (answered: Answered) => void
}

const idOf = (at: string) => `mandate-${at}`

/** The number of a grantee whom a refusal is about, when it is about one. */
function refusedGrantee(error: unknown): number | undefined {
  const data: unknown = error instanceof ORPCError ? error.data : null
  const { grantee } = (data ?? {}) as { readonly grantee?: unknown }
  return typeof grantee === 'number' ? grantee : undefined
}

/** The form of a power: what is typed, what is wrong, what changed meanwhile, and saving. What is typed is kept in a draft. */
export function useMandateForm(options: MandateFormOptions) {
  const { today, died, onSaved } = options
  const queryClient = useQueryClient()
  const problemText = useProblemText()
  const [opened] = useState(options.initial)
  const draft = useDraft<Kept<MandateValues> | null>(options.draftKey, null)
  // A personal identity code on its way to a birth date: never in a draft.
  const [codes, setCodes] = useState<Readonly<Record<number, string>>>({})
  const mutation = useMutation({ mutationFn: options.save, gcTime: 0 })
  const together = useTogether({
    kept: draft.value,
    keep: draft.set,
    opened: { base: opened, values: opened },
    now: options.now ?? draft.value?.base ?? opened,
    comparing: mandateComparing,
    saving: mutation.isPending,
  })
  const { values } = together
  const bornOf = (grantee: GranteeValues) => codes[grantee.key] ?? grantee.born
  const facts = { today, died }
  const found = mandateProblems(values, bornOf, facts).map(({ at, problem }) => ({
    id: idOf(at),
    text: problemText(problem),
  }))
  const fields = useLeft(found)

  const refusal = mutation.error === null ? null : errorName(mutation.error)
  const refusedAt =
    refusal && placeOf(values, { field: refusal.field, grantee: refusedGrantee(mutation.error) })
  const refused =
    refusal && refusedAt !== null && refusedAt !== undefined
      ? { id: idOf(refusedAt), text: problemText(refusal.name) }
      : null
  const changedMeanwhile = isNamed(mutation.error, 'CHANGED_MEANWHILE')

  const set = (part: Partial<MandateValues>) => {
    together.set(part)
    if (mutation.isError) mutation.reset()
  }
  const setGrantee = (key: number, part: Partial<GranteeValues>) =>
    set({
      grantees: values.grantees.map((grantee) => (grantee.key === key ? { ...grantee, ...part } : grantee)),
    })
  const withoutCode = (key: number) => {
    const { [key]: _, ...rest } = codes
    setCodes(rest)
  }
  const submit = () => {
    if (mutation.isPending) return
    if (!fields.tried() || !together.settled()) return
    const content = mandateContentOf(values, bornOf, facts)
    if (content === null) return
    mutation.mutate(content, {
      onSuccess: (answered) => {
        draft.clear()
        onSaved(answered)
      },
      onError: () => void queryClient.invalidateQueries({ queryKey: api.mandates.read.key() }),
    })
  }
  return {
    values,
    together,
    /** Something was typed that is neither saved nor given up. */
    dirty: together.dirty || Object.keys(codes).length > 0,
    attempt: fields.attempt,
    busy: mutation.isPending,
    changedMeanwhile,
    items: refused ? [refused] : fields.items,
    error: refused || (changedMeanwhile && together.shown) ? null : mutation.error,
    /** What is wrong with a field that has been left or stopped a save. */
    problem: (at: string) => {
      const id = idOf(at)
      if (refused?.id === id) return refused.text
      return fields.isLeft(id) ? found.find((each) => each.id === id)?.text : undefined
    },
    idOf,
    set,
    setGrantee,
    bornOf,
    /** Types a birth date or a code; the code is turned into the date when the field is left. */
    typeBorn: (key: number, text: string) => {
      if (/^[\d.\s]*$/.test(text)) {
        withoutCode(key)
        setGrantee(key, { born: text })
      } else {
        setCodes({ ...codes, [key]: text })
        if (mutation.isError) mutation.reset()
      }
    },
    leaveBorn: (grantee: GranteeValues) => {
      if (bornOf(grantee) === '') return
      const code = codes[grantee.key]
      const born = code === undefined ? null : readBorn(code, today)
      if (born?.ok) {
        withoutCode(grantee.key)
        setGrantee(grantee.key, { born: typedDay(born.value) })
      }
      fields.leave(idOf(granteeField(grantee.key, 'born')))
    },
    leave: (at: string) => fields.leave(idOf(at)),
    submit,
    throwAway: () => {
      setCodes({})
      draft.clear()
    },
  }
}
export type MandateFormState = ReturnType<typeof useMandateForm>
