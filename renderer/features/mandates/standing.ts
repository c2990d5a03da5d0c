import type { MandatePage } from '#shared/contract/mandateViews'

type Decided = Pick<MandatePage, 'history' | 'refused' | 'revoked' | 'standing'>

/** Whether nothing more is done with a power: it was not accepted, or was taken back. */
export const isOver = ({ refused, revoked }: Decided): boolean => refused !== null || revoked !== null

/** Whether nobody has decided on a power yet, also when its days or its grantor's life have ended meanwhile. */
export function isReceived(mandate: Decided): boolean {
  if (mandate.standing === 'valid' || mandate.standing === 'notYetValid' || isOver(mandate)) return false
  return mandate.standing === 'received' || !mandate.history.some(({ what }) => what === 'confirmed')
}

/** How often a power was corrected: what was ticked of it before holds no more. */
export const corrections = ({ history }: Decided): number =>
  history.filter(({ what }) => what === 'corrected').length
