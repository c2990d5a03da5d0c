import { useTranslation } from 'react-i18next'
import type { TimelineEvent } from '#shared/contract/residents'
import { handoffDirections } from '#shared/rules/keyHandoff'
import { keyEventWhats, keyHolderKinds } from '#shared/rules/keyLedger'
import { useFormat } from '../../app/format'
import { textIn } from '../residents/eventDetail'

const told = ['cancelled', 'settled', 'reported', 'caseClosed', 'reminded'] as const

/** What was done with a resident's keys, in the timeline. Leads to the hand-off. */
export function KeysText({ detail }: { readonly detail: TimelineEvent['detail'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { keys } = detail
  const what = told.find((each) => each === detail.what)
  const moved = keyEventWhats.find((each) => each === detail.what)
  const direction = handoffDirections.find((each) => each === detail.direction)
  const to = keyHolderKinds.find((each) => each === detail.to)
  const handoffId = textIn(detail, 'handoffId')
  const head = what
    ? t(`keys:timeline.${what}`)
    : moved
      ? t('keys:timeline.moved', {
          count: typeof keys === 'number' ? keys : 1,
          what: t(`keys:what.${moved}`),
        })
      : direction
        ? t(`keys:timeline.handedOff.${direction}`)
        : t('keys:title')
  const dueOn = textIn(detail, 'dueOn')
  const said = [
    what && direction && t(`keys:direction.${direction}`),
    moved && to && t(`keys:holder.${to}`),
    textIn(detail, 'name'),
    dueOn !== '' && direction && t(`keys:due.${direction}`, { day: format.day(dueOn) }),
    textIn(detail, 'because') !== '' && t(`keys:because.${textIn(detail, 'because')}`),
    textIn(detail, 'outcome') !== '' && t(`keys:outcome.${textIn(detail, 'outcome')}`),
  ].filter(Boolean)
  return (
    <>
      {handoffId === '' ? head : <a href={`#/keys/handoffs/${handoffId}`}>{head}</a>}
      {said.length > 0 && `: ${said.join(', ')}`}
    </>
  )
}
