import type { Language } from '#shared/contract/base'
import type { LocalDay } from '#shared/rules/localDay'
import type { VisitReason } from '#shared/rules/visitReasons'

/** A queue number that somebody was given. */
export interface NumberSlip {
  /** As the board shows it, such as A12. */
  readonly number: string
  /** The day it is good on. */
  readonly day: LocalDay
  /** When it was given. */
  readonly at: Date
  readonly reason: VisitReason
  readonly language: Language
}

/** The paper slip with a queue number, as a PDF for the receipt printer: 80 mm wide, one page, no name. */
export async function renderNumberSlip(slip: NumberSlip): Promise<Buffer> {
  // As heavy as every PDF, and loaded at the first print.
  const { renderNumberSlipPage } = await import('./numberSlipPage')
  return renderNumberSlipPage(slip)
}
