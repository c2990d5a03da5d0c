import type { Language } from '#shared/contract/base'
import type { AdviceContent } from './adviceContent'

/** What an applicant was told, as a PDF on A4 with no name on it. */
export async function renderAdviceSummary(content: AdviceContent, language: Language): Promise<Buffer> {
  // The PDF library is loaded at the first print, not at start-up.
  const { renderSlipPage } = await import('./slipPage')
  return renderSlipPage(content, language, 'A4')
}
