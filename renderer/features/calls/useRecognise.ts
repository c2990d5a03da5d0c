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
  /** What was marked and has not been answered by the desk yet. */
  const [marked, setMarked] = useState<Asked | null>(null)
  const latest = useRef<Asked>(call.asked)
  const sending = useRef(false)
  const asked = marked ?? call.asked
  if (!sending.current) latest.current = call.asked

  const send = (version: number, list: Asked) => {
    sending.current = true
    recognise.mutate(
      { id: call.id, version, asked: list },
      {
        onSuccess: (answered) => {
          changed(answered)
          if (latest.current !== list) {
            send(answered.call.version, latest.current)
            return
          }
          sending.current = false
          setMarked(null)
          announce(t(`calls:recognition.${answered.call.recognition}`))
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
    if (!sending.current) send(call.version, list)
  }
  return { asked, mark, error: recognise.error }
}
