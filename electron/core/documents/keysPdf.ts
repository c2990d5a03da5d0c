import type { Language } from '#shared/contract/base'
import type { KeySettings } from '#shared/contract/keyViews'
import type { HandoffDirection } from '#shared/rules/keyHandoff'
import type { LocalDay } from '#shared/rules/localDay'
import {
  blcListContent,
  type HandoffToTell,
  instructionContent,
  keyReceiptContent,
  signatureWords,
} from './keysContent'

/** The instructions for whoever brings or collects, as a PDF on A4. */
export async function renderKeyInstructions(
  handoff: HandoffToTell,
  settings: Pick<KeySettings, 'closedText'>,
  language: Language,
): Promise<Buffer> {
  // The PDF library is loaded at the first print, not at start-up.
  const { renderSlipPage } = await import('./slipPage')
  return renderSlipPage(instructionContent(handoff, settings, language), language, 'A4')
}

/** BLC Turva's list as a PDF on A4. */
export async function renderBlcList(
  handoffs: readonly HandoffToTell[],
  direction: HandoffDirection,
  today: LocalDay,
  language: Language,
): Promise<Buffer> {
  const { renderSlipPage } = await import('./slipPage')
  return renderSlipPage(blcListContent(handoffs, direction, today, language), language, 'A4')
}

/** Who signed on the screen or on paper. */
export interface Signed {
  readonly name: string
  readonly day: LocalDay
  readonly strokes: readonly (readonly (readonly [number, number])[])[]
}

/** The receipt as a PDF on A4, with the signature drawn, or the place for one. */
export async function renderKeyReceipt(
  handoff: HandoffToTell & { readonly countedOn: LocalDay | null },
  signed: Signed | null,
  language: Language,
): Promise<Buffer> {
  const { renderSlipPage } = await import('./slipPage')
  return renderSlipPage(keyReceiptContent(handoff, language), language, 'A4', {
    ...signatureWords(signed, language),
    strokes: signed?.strokes ?? [],
  })
}
