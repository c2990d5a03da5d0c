/** Not built yet. */
export default function PortalPage() {
  return null
}
