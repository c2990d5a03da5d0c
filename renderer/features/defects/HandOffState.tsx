import { useTranslation } from 'react-i18next'
import type { DefectSummary } from '#shared/contract/defects'
import { HandOffMark } from '../../components/HandOffMark'

/** How whoever mends a defect was told, in words. */
export function HandOffState({ defect }: { readonly defect: DefectSummary }) {
  const { t } = useTranslation()
  const { state } = defect.handOff
  const needed = defect.state === 'open' || defect.state === 'inProgress'
  return <HandOffMark state={state} label={t(`defects:handOff.${state}`)} needed={needed} />
}
