import type { Language } from '#shared/contract/base'
import { type VisitToTell, visitContent } from './visitMessage'

/**
 * The paper slip of an appointment, as a one-page A5 PDF that says what the confirmation says: for a customer without
 * e-mail. It carries no name and nothing that the customer wrote.
 */
export async function renderVisitSlip(visit: VisitToTell, language: Language): Promise<Buffer> {
  // The PDF library and its fonts are heavy and few sessions print: they are loaded at the first print, not at start-up.
  const { renderSlipPage } = await import('./slipPage')
  return renderSlipPage(visitContent(visit, 'confirmation', language), language)
}
