import { procedures } from '../access/procedure'
import { adviceContent, adviceText } from '../documents/adviceContent'
import { renderAdviceSummary } from '../documents/adviceSummary'

const os = procedures.advice

export const adviceProcedures = os.router({
  summary: os.summary.handler(async ({ input: { figures, language } }) => {
    const content = adviceContent(figures, language)
    const pdf = await renderAdviceSummary(content, language)
    return { pdfBase64: pdf.toString('base64'), text: adviceText(content) }
  }),
})
