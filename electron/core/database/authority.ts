import { X509Certificate } from 'node:crypto'

const certificates = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/** Whether a text is one certificate or several in PEM form (RFC 7468), and holds no private key. */
export function isAuthority(pem: string): boolean {
  const found = pem.match(certificates) ?? []
  const isCertificate = (text: string) => {
    try {
      return new X509Certificate(text).raw.length > 0
    } catch {
      return false
    }
  }
  return found.length > 0 && found.every(isCertificate) && !pem.includes('PRIVATE KEY')
}
