import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OutboxMessage } from '#shared/contract/outbox'
import { api, client } from '../../app/client'
import { queryClient } from '../../app/queryClient'
import { announce } from '../../components/Live'
import type { Act } from './acts'

const call = async (act: Act, id: string) => {
  if (act === 'resend') return client.outbox.resend({ id })
  return client.outbox.settle({ id, as: act === 'arrived' ? 'arrived' : 'dropped' })
}

/** Resends a message or settles it by hand, and says what came of it. */
export function useMessageActs(onChanged: (message: OutboxMessage) => void) {
  const { t } = useTranslation()
  const mutation = useMutation({
    mutationFn: ({ act, id }: { readonly act: Act; readonly id: string }) => call(act, id),
    onSuccess: ({ message }, { act }) => {
      announce(t(`outbox:done.${act}`))
      onChanged(message)
    },
    // Also after a refusal: the message is not what this page believed.
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.outbox.key() }),
  })
  return {
    act: (act: Act, id: string) => mutation.mutate({ act, id }),
    busy: mutation.isPending,
    error: mutation.error,
  }
}
