import { useTranslation } from 'react-i18next'
import type { MandateSummary } from '#shared/contract/mandateViews'
import type { CoveringScope } from '#shared/rules/mandateScopes'

type Granted = Pick<MandateSummary, 'general' | 'scopes' | 'openSection'>

/** A power's parts in words. */
export function useMandateWords() {
  const { t } = useTranslation()
  const scope = (name: CoveringScope) => t(`mandates:scope.${name}`)
  return {
    scope,
    /** What it is for, in short: keys, information on payments, open section. */
    scopes: ({ general, scopes, openSection }: Granted) =>
      [
        ...(general ? [scope('general')] : []),
        ...scopes.map(scope),
        ...(openSection === '' ? [] : [scope('openSection')]),
      ].join(', '),
    /** What it is limited to; null when it is for everything of the tenancy. */
    object: (object: MandateSummary['object']) => {
      if (object === null) return null
      const of = object.kind === 'lease' || object.kind === 'apartment' ? object.leaseNo : object.name
      return t(`mandates:object.${object.kind}`, { name: of ?? '' })
    },
  }
}
