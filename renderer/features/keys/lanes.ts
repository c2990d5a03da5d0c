import type { KeyHolderView, KeyView } from '#shared/contract/keyViews'
import type { KeyHolderKind } from '#shared/rules/keyLedger'

/** Where keys are, from the home outwards, always in this order: the same place says the same thing in every picture. */
export const laneOrder = [
  'resident',
  'grantee',
  'blc',
  'heka',
  'maintenance',
  'lost',
] as const satisfies readonly KeyHolderKind[]

/** Everybody of a lane with their keys. */
interface Holding {
  readonly key: string
  readonly holder: KeyHolderView
  readonly keys: readonly KeyView[]
}

export interface Lane {
  readonly kind: KeyHolderKind
  readonly count: number
  /** Of residents and grantees one for each; of the rest one. */
  readonly holdings: readonly Holding[]
}

const holderKey = ({ kind, residentId, name, hidden }: KeyHolderView) =>
  [kind, residentId ?? '', name ?? '', hidden].join('\n')

/** The keys that are in use by who has them: every lane, also those with none. */
export function lanesOf(keys: readonly KeyView[]): readonly Lane[] {
  const used = keys.filter(({ active }) => active)
  return laneOrder.map((kind) => {
    const own = used.filter(({ holder }) => holder.kind === kind)
    const holdings = [...Map.groupBy(own, ({ holder }) => holderKey(holder))].map(([key, held]) => ({
      key,
      holder: (held[0] as KeyView).holder,
      keys: held,
    }))
    return { kind, count: own.length, holdings }
  })
}
