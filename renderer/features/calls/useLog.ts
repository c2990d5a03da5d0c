import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CallPage } from '#shared/contract/calls'
import { api } from '../../app/client'
import { useDraft } from '../../app/drafts'
import { errorName } from '../../app/errors'
import { announce } from '../../components/Live'
import { useLeft } from '../../components/useLeft'
import { ownerOf } from '../tasks/owner'
import { type LogValues, openedLog, wrongInLog } from './logForm'
import { useCallAgain, useCallChanged } from './useCallChanged'

type Field = 'topic' | 'outcome' | 'said' | 'kind' | 'subject' | 'owner'
/** The id of a field of the log. */
export const idOf = (field: Field) => `call-${field}`
const fieldOf: Readonly<Record<string, Field>> = {
  topic: 'topic',
  said: 'said',
  'followUp.owner': 'owner',
  'followUp.subject': 'subject',
}

/** A call that is over, and where it was handed over to. */
export interface Ended {
  readonly callId: string
  readonly transferTo: string | null
}

/** What is typed of a call, and ending it, putting it aside or handing it over with that. */
export function useLog(call: CallPage, onEnded: (ended: Ended) => void) {
  const { t } = useTranslation()
  const changed = useCallChanged()
  const again = useCallAgain()
  const draft = useDraft<LogValues | null>(`call:${call.id}`, null)
  const values = draft.value ?? openedLog(call)
  const log = useMutation({ ...api.calls.log.mutationOptions(), gcTime: 0 })
  const park = useMutation({ ...api.calls.park.mutationOptions(), gcTime: 0 })
  const handOver = useMutation({ ...api.calls.handOver.mutationOptions(), gcTime: 0 })
  const busy = log.isPending || park.isPending || handOver.isPending
  const error = log.error ?? park.error ?? handOver.error
  const left = useLeft(
    wrongInLog(values).map(({ field, problem }) => ({ id: idOf(field), text: t(`refusals:${problem}`) })),
  )
  const refused = error === null ? null : errorName(error)
  const refusedField = refused?.field === undefined ? undefined : fieldOf[refused.field]
  const refusedItem =
    refusedField === undefined ? undefined : { id: idOf(refusedField), text: t(`refusals:${refused?.name}`) }
  const reset = () => {
    for (const each of [log, park, handOver]) if (each.isError) each.reset()
  }
  const typed = {
    id: call.id,
    version: call.version,
    topic: values.topic === '' ? null : values.topic,
    said: values.said.trim(),
  }
  const onError = () => again(call.id)
  return {
    values,
    busy,
    error: refusedItem === undefined ? error : null,
    items: refusedItem === undefined ? left.items : [refusedItem],
    attempt: left.attempt,
    problem: (field: Field) => {
      const id = idOf(field)
      if (refusedItem?.id === id) return refusedItem.text
      return left.items.find((each) => each.id === id)?.text
    },
    set: (part: Partial<LogValues>) => {
      draft.set({ ...values, ...part })
      reset()
    },
    clear: draft.clear,
    submit: () => {
      if (busy || !left.tried()) return
      reset()
      log.mutate(
        {
          ...typed,
          outcome: values.outcome,
          followUp: values.followsUp
            ? {
                kind: values.kind,
                subject: values.subject.trim(),
                body: values.said.trim(),
                owner: ownerOf(values.owner),
              }
            : null,
        },
        {
          onSuccess: (answered) => {
            draft.clear()
            announce(t('calls:logged'))
            onEnded({ callId: call.id, transferTo: null })
            changed(answered)
          },
          onError,
        },
      )
    },
    park: () => {
      if (busy) return
      reset()
      park.mutate(typed, {
        onSuccess: (answered) => {
          // What follows is nowhere but in the draft; the rest is kept with the call, for whoever takes it up.
          if (!values.followsUp) draft.clear()
          announce(t('calls:parkedNow'))
          changed(answered)
        },
        onError,
      })
    },
    handOver: () => {
      if (busy) return
      reset()
      handOver.mutate(typed, {
        onSuccess: ({ transferTo, ...answered }) => {
          draft.clear()
          announce(t('calls:asOy.handedOver', { number: transferTo }))
          onEnded({ callId: call.id, transferTo })
          changed(answered)
        },
        onError,
      })
    },
  }
}
export type LogState = ReturnType<typeof useLog>
