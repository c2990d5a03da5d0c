import { useTranslation } from 'react-i18next'
import type { VisitState } from '#shared/rules/visitStates'
import { StateIcon } from '../calendar/StateIcon'

/** Where a visit is, in words with an icon. */
export function StateMark({ state }: { readonly state: VisitState }) {
  const { t } = useTranslation()
  return (
    <>
      <StateIcon state={state} /> {t(`appointments:state.${state}`)}
    </>
  )
}
