import type { TFunction } from 'i18next'
import type {
  MandatePage,
  mandateArrivals,
  mandateEvents,
  mandateRefusedBecause,
  mandateRevokedBy,
  mandateRevokedHow,
} from '#shared/contract/mandateViews'
import { mandateActions } from '#shared/rules/mandateScopes'

type Detail = MandatePage['history'][number]['detail']

// As in the contract, whose own lists would bring its schemas along.
const told = [
  'recorded',
  'corrected',
  'paperAttached',
  'paperRemoved',
  'confirmed',
  'refused',
  'revoked',
  'asked',
  'decided',
  'granteeIdentified',
  'renewed',
] as const satisfies readonly (typeof mandateEvents)[number][]
export const arrivals = [
  'atCounter',
  'withGrantee',
  'byEmail',
  'byPost',
] as const satisfies readonly (typeof mandateArrivals)[number][]
export const refusedBecause = [
  'notSigned',
  'notDated',
  'grantorNotIdentified',
  'unreadable',
  'partiesUnclear',
  'mistake',
  'other',
] as const satisfies readonly (typeof mandateRefusedBecause)[number][]
export const revokedBy = [
  'grantor',
  'guardian',
  'estateParty',
  'grantee',
] as const satisfies readonly (typeof mandateRevokedBy)[number][]
export const revokedHow = [
  'atCounter',
  'byLetter',
  'byEmail',
  'byPhone',
] as const satisfies readonly (typeof mandateRevokedHow)[number][]

const text = (detail: Detail, key: string): string => {
  const value = detail[key]
  return typeof value === 'string' ? value : ''
}
const oneOf = <Name extends string>(names: readonly Name[], value: unknown): Name | undefined =>
  names.find((name) => name === value)

/** What was done with a power or asked about it, in words; what is not known is left out, so that an old record never breaks the page. */
export function eventWords(t: TFunction, what: unknown, detail: Detail): string {
  const known = oneOf(told, what)
  if (known === undefined) return t('mandates:event.other')
  const said: (string | undefined | false)[] = []
  const why = oneOf(refusedBecause, detail.why)
  const by = oneOf(revokedBy, detail.by)
  const arrived = oneOf(arrivals, detail.arrived)
  if (arrived) said.push(t(`mandates:arrivedShort.${arrived}`))
  if (why) said.push(t(`mandates:refusedBecause.${why}`))
  if (known === 'revoked' && by) said.push(t(`mandates:revokedBy.${by}`))
  if (known === 'asked' || known === 'decided') said.push(...askedWords(t, known, detail))
  if (known === 'granteeIdentified')
    said.push(
      oneOf(['accepted', 'refused'], detail.outcome) === 'refused' && t('mandates:event.documentRefused'),
    )
  said.push(text(detail, 'note'))
  return [t(`mandates:event.${known}`), said.filter(Boolean).join(', ')].filter(Boolean).join(': ')
}

const answers = ['yes', 'no', 'readOpenSection'] as const

function askedWords(t: TFunction, known: 'asked' | 'decided', detail: Detail) {
  const action = oneOf(mandateActions, detail.action)
  const answer = oneOf(answers, detail.answer)
  const reason = text(detail, 'reason')
  return [
    detail.who === 'self' ? t('mandates:event.self') : text(detail, 'name'),
    action && t(`mandates:want.${action}`),
    known === 'decided'
      ? detail.allowed === true
        ? t('mandates:event.allowed')
        : t('mandates:event.notAllowed')
      : answer && t(`mandates:event.answer.${answer}`),
    reason !== '' && t(`mandates:reasonShort.${reason}`),
  ]
}
