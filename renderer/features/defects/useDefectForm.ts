import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResidentPage } from '#shared/contract/residents'
import type { DefectKind, DefectPlace } from '#shared/rules/defectKinds'
import { api } from '../../app/client'
import { useDraft } from '../../app/drafts'
import { errorName } from '../../app/errors'
import { useLeft } from '../../components/useLeft'
import { useAgainAt } from '../calls/useAgainAt'
import { kindFromWords, usualPlace } from './kindWords'
import { type Answered, useDefectChanged } from './useDefectChanged'

/** The live call that a defect is reported by. */
export interface ByCall {
  readonly id: string
  readonly version: number
}
export type Via = 'phone' | 'counter' | 'email'

interface Values {
  readonly leaseNo: string
  readonly description: string
  /** Empty until one is chosen: then it is what the words sound like. */
  readonly kind: DefectKind | ''
  readonly place: DefectPlace | ''
  readonly masterKey: boolean
  readonly pets: string
  readonly atHome: string
  readonly phone: string
  readonly sameAsId: string
  readonly via: Via
}
type Field = 'description' | 'kind' | 'place' | 'phone' | 'same'
/** The id of a field of the form. */
export const idOf = (field: string) => `defect-${field}`
const fieldOf: Readonly<Record<string, Field>> = {
  description: 'description',
  phone: 'phone',
  sameAsId: 'same',
}

/** The form of a defect: what is typed and kept, what it means now, what is wrong, and reporting it. */
export function useDefectForm(
  person: ResidentPage,
  call: ByCall | null,
  onReported: (answered: Answered, endsCall: boolean) => void,
) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const changed = useDefectChanged()
  const draft = useDraft<Values | null>(`defect:${person.id}`, null)
  const values: Values = draft.value ?? {
    leaseNo: person.leases[0]?.leaseNo ?? '',
    description: '',
    kind: '',
    place: '',
    masterKey: false,
    pets: '',
    atHome: '',
    phone: '',
    sameAsId: '',
    via: call === null ? 'counter' : 'phone',
  }
  const kind = values.kind || (kindFromWords(values.description) ?? '')
  const place = values.place || usualPlace(kind)
  const form = useQuery(
    api.defects.form.queryOptions({
      input: { residentId: person.id, leaseNo: values.leaseNo },
      enabled: values.leaseNo !== '',
    }),
  )
  useAgainAt(form.data?.urgent.until, () => void form.refetch())
  const now = form.data?.kinds.find((each) => each.kind === kind) ?? null
  const similar = form.data?.similar.filter((each) => each.kind === kind) ?? []
  const report = useMutation({ ...api.defects.report.mutationOptions(), gcTime: 0 })
  const left = useLeft([
    ...(values.description.trim() === ''
      ? [{ id: idOf('description'), text: t('refusals:descriptionRequired') }]
      : []),
    ...(kind === '' ? [{ id: idOf('kind'), text: t('defects:form.chooseKind') }] : []),
  ])
  const refused = report.error === null ? null : errorName(report.error)
  const refusedField = refused?.field === undefined ? undefined : fieldOf[refused.field]
  const refusedItem =
    refusedField === undefined ? undefined : { id: idOf(refusedField), text: t(`refusals:${refused?.name}`) }

  const send = (endsCall: boolean) => {
    if (kind === '' || now === null || report.isPending) return
    report.mutate(
      {
        residentId: person.id,
        leaseNo: values.leaseNo,
        kind,
        place,
        description: values.description.trim(),
        masterKey: values.masterKey,
        pets: values.pets.trim(),
        atHome: values.atHome.trim(),
        phone: values.phone.trim(),
        via: call === null ? values.via : 'phone',
        // The button says that it was.
        toldUrgent: now.urgency === 'urgent',
        sameAsId: values.sameAsId === '' ? null : values.sameAsId,
        call: call === null ? null : { ...call, endsCall },
      },
      {
        onSuccess: (answered) => {
          draft.clear()
          changed(answered)
          onReported(answered, call !== null && endsCall)
        },
        onError: () => {
          void queryClient.invalidateQueries({ queryKey: api.defects.form.key() })
          if (call) void queryClient.invalidateQueries({ queryKey: api.calls.key() })
        },
      },
    )
  }
  // Pressed before it was known what the kind means: it is sent as soon as that is.
  const waits = useRef<boolean | null>(null)
  useEffect(() => {
    if (waits.current === null || now === null) return
    const endsCall = waits.current
    waits.current = null
    // An urgent one is to be told first, and that was not on the screen yet.
    if (now.urgency !== 'urgent') send(endsCall)
  })
  return {
    values,
    kind,
    place,
    /** The kind is what the words sound like. */
    suggested: values.kind === '' && kind !== '',
    form,
    now,
    similar,
    busy: report.isPending,
    error: refusedItem === undefined ? report.error : null,
    items: refusedItem === undefined ? left.items : [refusedItem],
    attempt: left.attempt,
    dirty: draft.dirty,
    problem: (field: Field) => {
      const id = idOf(field)
      if (refusedItem?.id === id) return refusedItem.text
      return left.items.find((each) => each.id === id)?.text
    },
    set: (part: Partial<Values>) => {
      draft.set({ ...values, ...part })
      if (report.isError) report.reset()
    },
    submit: (endsCall: boolean) => {
      if (report.isPending || !left.tried()) return
      if (report.isError) report.reset()
      if (now === null) waits.current = endsCall
      else send(endsCall)
    },
    throwAway: draft.clear,
  }
}
export type DefectFormState = ReturnType<typeof useDefectForm>
