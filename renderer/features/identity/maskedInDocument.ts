import { maskPersonalIdentityCode } from '#shared/rules/personalIdentityCode'

/** A code as a document has it, masked: a machine readable zone may leave out the sign between the date and the rest. */
export function maskedInDocument(code: string): string {
  return code.length === 10 ? `${code.slice(0, 6)}••••` : maskPersonalIdentityCode(code.replace('<', '-'))
}
