/** Not built yet. */
export default function AuditPage() {
  return null
}
