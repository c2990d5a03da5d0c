/** Not built yet. */
export default function IdentityPage() {
  return null
}
