import { useTranslation } from 'react-i18next'
import type { RequestSummary } from '#shared/contract/requests'
import { HandOffMark } from '../../components/HandOffMark'

/** Where the e-mail to whoever answers a request is, in words. */
export function HandOffState({ request }: { readonly request: RequestSummary }) {
  const { t } = useTranslation()
  const { state } = request.handOff
  return (
    <HandOffMark state={state} label={t(`requests:handOff.${state}`)} needed={request.state === 'open'} />
  )
}
