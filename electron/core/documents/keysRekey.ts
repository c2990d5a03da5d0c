import type { CaseKind } from '#shared/rules/keyHandoff'
import type { KeyKind } from '#shared/rules/keyLedger'
import { formatReference } from '#shared/rules/visitReference'
import fi from '../../../resources/letters/keysRekey.fi.json' with { type: 'json' }
import { type KeyWords, keyKindText } from './keysContent'
import { filled, sender } from './visitMessage'

/** What maintenance needs to know of a lock. No key's number: beside an address it would say what the key opens. */
interface LockToTell {
  readonly reference: string
  /** Null for a key that the ledger does not know. */
  readonly keyKind: KeyKind | null
  readonly because: CaseKind
  /** Null when it may not be told: then nothing but the reference is. */
  readonly address: string | null
  readonly maintenanceArea: string
}

/** The e-mail to maintenance, in Finnish, that a lock must be changed. */
export function rekeyMessage({
  reference,
  keyKind,
  because,
  address,
  maintenanceArea,
}: LockToTell): KeyWords {
  const number = formatReference(reference)
  const home =
    address === null
      ? []
      : [
          `${fi.apartment}: ${address}`,
          `${fi.maintenanceArea}: ${maintenanceArea}`,
          ...(keyKind ? [`${fi.key}: ${keyKindText(keyKind, 'fi')}`] : []),
        ]
  const body = [
    fi.lead[because],
    [`${fi.reference}: ${number}`, ...home].join('\n'),
    ...(address === null ? [fi.protected] : []),
    [fi.automatic, sender].join('\n'),
  ]
  return { subject: filled(fi.subject, { reference: number }), text: `${body.join('\n\n')}\n` }
}
