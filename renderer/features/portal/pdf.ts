/** A PDF given as base64, as an address that a frame can show; revoke it when it is no longer shown. */
export function pdfAddress(base64: string): string {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  return URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
}
