import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallPage } from '#shared/contract/calls'
import { api } from '../../app/client'
import { announce } from '../../components/Live'
import { useCallAgain, useCallChanged } from './useCallChanged'

type Asked = CallPage['asked']

/** What the caller was asked and whether they knew it, told to the desk one after another: keys come faster than answers. */
export function useRecognise(call: CallPage) {
  const { t } = useTranslation()
  const changed = useCallChanged()
  const again = useCallAgain()
  const recognise = useMutation({ ...api.calls.recognise.mutationOptions(), gcTime: 0 })
  /** What was marked last; it holds until the desk has answered. */
  const [marked, setMarked] = useState<Asked | null>(null)
  const latest = useRef<Asked>(call.asked)
  const sending = useRef(false)
  const answered = useRef<Pick<CallPage, 'id' | 'version'> | null>(null)
  // Until the call is drawn as the desk answered with it, or a mark would be gone for a moment.
  const known =
    answered.current?.id === call.id ? Math.max(call.version, answered.current.version) : call.version
  const asked = marked !== null && (sending.current || call.version < known) ? marked : call.asked
  if (!sending.current) latest.current = asked

  const send = (version: number, list: Asked) => {
    sending.current = true
    recognise.mutate(
      { id: call.id, version, asked: list },
      {
        onSuccess: (told) => {
          changed(told)
          if (latest.current !== list) {
            send(told.call.version, latest.current)
            return
          }
          sending.current = false
          answered.current = told.call
          announce(t(`calls:recognition.${told.call.recognition}`))
        },
        onError: () => {
          sending.current = false
          setMarked(null)
          again(call.id)
        },
      },
    )
  }
  const mark = (question: Asked[number]['question'], outcome: Asked[number]['outcome'] | null) => {
    const others = latest.current.filter((each) => each.question !== question)
    const list = outcome === null ? others : [...others, { question, outcome }]
    latest.current = list
    setMarked(list)
    if (!sending.current) send(known, list)
  }
  return { asked, mark, error: recognise.error }
}
