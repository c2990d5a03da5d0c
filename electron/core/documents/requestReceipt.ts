import type { Language } from '#shared/contract/base'
import { type RequestToTell, receiptContent } from './requestContent'

/** The receipt of a service request as a PDF on A5, for whoever asked. */
export async function renderRequestReceipt(request: RequestToTell, language: Language): Promise<Buffer> {
  // The PDF library is loaded at the first print, not at start-up.
  const { renderSlipPage } = await import('./slipPage')
  return renderSlipPage(receiptContent(request, language), language)
}
