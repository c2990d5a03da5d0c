import type { LocalDay } from '#shared/rules/localDay'
import { toBase64 } from '../register/chunks'

/** As large as a report may be, bytes. The contract's own number would bring its schemas along. */
export const largestReport = 1024 * 1024

/** A chosen report in base64. */
export const base64Of = async (file: File): Promise<string> =>
  toBase64(new Uint8Array(await file.arrayBuffer()))

/** So many months, `YYYY-MM`, this one first. */
export function latestMonths(today: LocalDay, count: number): readonly string[] {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7)) - 1
  return Array.from({ length: count }, (_, back) => {
    const at = year * 12 + month - back
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}
