import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResidentPage } from '#shared/contract/residents'
import { api } from '../../app/client'
import { useDraft } from '../../app/drafts'
import { errorName } from '../../app/errors'
import { useLeft } from '../../components/useLeft'
import { useAgainAt } from '../calls/useAgainAt'
import type { ByCall } from '../defects/useDefectForm'
import { type Answered, useDoorChanged } from './useDoorChanged'

type Field = 'told' | 'fee' | 'phone'
/** The id of a field of the form. */
export const idOf = (field: string) => `door-${field}`
const fieldOf: Readonly<Record<string, Field>> = { phone: 'phone', photoIdTold: 'told', feeAccepted: 'fee' }

/** The form of a door opening: whether they may, what was told and accepted, what is wrong, and ordering it. */
export function useDoorForm(
  person: ResidentPage,
  call: ByCall | null,
  onOrdered: (answered: Answered, endsCall: boolean) => void,
) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const changed = useDoorChanged()
  const draft = useDraft(`door:${person.id}`, {
    leaseNo: person.leases[0]?.leaseNo ?? '',
    photoIdTold: false,
    feeAccepted: false,
    phone: '',
    note: '',
  })
  const values = draft.value
  const form = useQuery(
    api.doors.form.queryOptions({
      input: { residentId: person.id, leaseNo: values.leaseNo },
      enabled: values.leaseNo !== '',
    }),
  )
  const { data } = form
  useAgainAt(data?.dispatch.until, () => void form.refetch())
  const order = useMutation({ ...api.doors.order.mutationOptions(), gcTime: 0 })
  const left = useLeft([
    ...(values.photoIdTold ? [] : [{ id: idOf('told'), text: t('refusals:photoIdNotTold') }]),
    ...(values.feeAccepted ? [] : [{ id: idOf('fee'), text: t('refusals:feeNotAccepted') }]),
  ])
  const refused = order.error === null ? null : errorName(order.error)
  const refusedField = refused?.field === undefined ? undefined : fieldOf[refused.field]
  const refusedItem =
    refusedField === undefined ? undefined : { id: idOf(refusedField), text: t(`refusals:${refused?.name}`) }
  const send = (endsCall: boolean) => {
    if (data === undefined || data.refused !== null || order.isPending) return
    order.mutate(
      {
        residentId: person.id,
        leaseNo: values.leaseNo,
        via: call === null ? 'counter' : 'phone',
        phone: values.phone.trim(),
        note: values.note.trim(),
        photoIdTold: values.photoIdTold,
        feeAccepted: values.feeAccepted,
        feeCents: data.fee.cents,
        call: call === null ? null : { ...call, endsCall },
      },
      {
        onSuccess: (answered) => {
          draft.clear()
          changed(answered)
          onOrdered(answered, call !== null && endsCall)
        },
        onError: (error) => {
          // It costs something else by now, which has to be accepted anew.
          if (errorName(error).name === 'feeChanged') draft.set({ ...values, feeAccepted: false })
          void queryClient.invalidateQueries({ queryKey: api.doors.form.key() })
          if (call) void queryClient.invalidateQueries({ queryKey: api.calls.key() })
        },
      },
    )
  }
  // Pressed before it was known where it goes and what it costs: it is sent as soon as that is.
  const waits = useRef<boolean | null>(null)
  useEffect(() => {
    if (waits.current === null || data === undefined) return
    const endsCall = waits.current
    waits.current = null
    send(endsCall)
  })
  return {
    values,
    form,
    data,
    busy: order.isPending,
    error: refusedItem === undefined ? order.error : null,
    items: refusedItem === undefined ? left.items : [refusedItem],
    attempt: left.attempt,
    problem: (field: Field) => (refusedItem?.id === idOf(field) ? refusedItem.text : undefined),
    set: (part: Partial<typeof values>) => {
      draft.set({ ...values, ...part })
      if (order.isError) order.reset()
    },
    submit: (endsCall: boolean) => {
      if (order.isPending || !left.tried()) return
      if (data === undefined) waits.current = endsCall
      else send(endsCall)
    },
  }
}
export type DoorFormState = ReturnType<typeof useDoorForm>
