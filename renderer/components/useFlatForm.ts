import { useState } from 'react'
import type { SummaryItem } from './ErrorSummary'
import type { Comparing, Kept } from './threeWay'
import { useLeft } from './useLeft'
import { useTogether } from './useTogether'

/** A form as it stands in its fields, by their names. */
export type FlatValues = Readonly<Record<string, string>>

interface FlatFormOptions {
  /** What is saved now. */
  readonly read: FlatValues
  /** What is wrong, by the ids of the fields. */
  readonly wrong: (values: FlatValues) => readonly SummaryItem[]
  readonly saving: boolean
}

const comparing = (fields: readonly string[]): Comparing<FlatValues, string> => ({
  fields,
  same: (field, a, b) => (a[field] ?? '').trim() === (b[field] ?? '').trim(),
})

/** A form of settings whose fields are lines of text, which somebody else may save meanwhile. */
export function useFlatForm({ read, wrong, saving }: FlatFormOptions) {
  const [kept, keep] = useState<Kept<FlatValues> | null>(null)
  const together = useTogether({
    kept,
    keep,
    opened: { base: read, values: read },
    now: read,
    comparing: comparing([...new Set([...Object.keys(read), ...Object.keys(kept?.values ?? {})])]),
    saving,
  })
  const { values } = together
  const left = useLeft(wrong(values))
  return {
    values,
    together,
    left,
    value: (field: string) => values[field] ?? '',
    set: (field: string, text: string) => together.set({ [field]: text }),
    /** Nothing is wrong, and nothing is left to be chosen. */
    ready: () => left.tried() && together.settled(),
    saved: () => keep(null),
  }
}
