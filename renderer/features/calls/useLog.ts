import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
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

/** What is done with the caller while the call is typed. */
const settlingKeys = [api.calls.recognise.key(), api.calls.setCaller.key()] as const

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
  // A caller who has just been found or marked: what is pressed meanwhile is done when the desk has answered, or it would be of a
  // call that was read before.
  const queryClient = useQueryClient()
  const settling =
    useIsMutating({ mutationKey: settlingKeys[0] }) + useIsMutating({ mutationKey: settlingKeys[1] })
  const [waits, setWaits] = useState<'submit' | 'park' | 'handOver' | null>(null)
  const [saidMissing, setSaidMissing] = useState(false)
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
  const { id } = call
  /** As the desk has answered last, drawn or not. */
  const versionNow = () =>
    queryClient.getQueryData(api.calls.read.queryKey({ input: { id } }))?.call.version ?? call.version
  const typed = () => ({
    id,
    version: versionNow(),
    topic: values.topic === '' ? null : values.topic,
    said: values.said.trim(),
  })
  const onError = () => again(call.id)
  const later = (what: NonNullable<typeof waits>): boolean => {
    // As it is now: the key may come before this is drawn.
    const busyNow = settlingKeys.some((mutationKey) => queryClient.isMutating({ mutationKey }) > 0)
    if (busyNow) setWaits(what)
    return busyNow
  }
  const acts = {
    submit: () => {
      if (busy || !left.tried() || later('submit')) return
      reset()
      log.mutate(
        {
          ...typed(),
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
      if (busy || later('park')) return
      reset()
      park.mutate(typed(), {
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
      if (values.said.trim() === '') {
        // The team has to know what it is about: it can be typed at once.
        setSaidMissing(true)
        requestAnimationFrame(() => document.getElementById(idOf('said'))?.focus())
        return
      }
      if (later('handOver')) return
      reset()
      handOver.mutate(typed(), {
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
  useEffect(() => {
    if (waits === null || settling > 0) return
    setWaits(null)
    acts[waits]()
  })
  return {
    values,
    busy,
    error: refusedItem === undefined ? error : null,
    items: refusedItem === undefined ? left.items : [refusedItem],
    attempt: left.attempt,
    problem: (field: Field) => {
      const id = idOf(field)
      if (refusedItem?.id === id) return refusedItem.text
      if (field === 'said' && saidMissing && values.said.trim() === '') return t('refusals:saidRequired')
      return left.items.find((each) => each.id === id)?.text
    },
    set: (part: Partial<LogValues>) => {
      draft.set({ ...values, ...part })
      reset()
    },
    clear: draft.clear,
    ...acts,
  }
}
export type LogState = ReturnType<typeof useLog>
