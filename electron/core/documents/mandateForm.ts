import type { Language } from '#shared/contract/base'
import { formContent, mandateReceiptContent, type PowerReceived, type PowerToSign } from './mandateContent'

/** The form of a power of attorney as a PDF on A4: blank, or filled for signing. */
export async function renderMandateForm(power: PowerToSign | null, language: Language): Promise<Buffer> {
  // The PDF library and its fonts are heavy and few sessions print: they are loaded at the first print, not at start-up.
  const { renderMandateFormPage } = await import('./mandateFormPage')
  return renderMandateFormPage(formContent(power, language), language)
}

/** The grantor's receipt for a power of attorney as a PDF on A4. */
export async function renderMandateReceipt(power: PowerReceived, language: Language): Promise<Buffer> {
  const { renderSlipPage } = await import('./slipPage')
  return renderSlipPage(mandateReceiptContent(power, language), language, 'A4')
}
