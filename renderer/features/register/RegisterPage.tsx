/** Not built yet. */
export default function RegisterPage() {
  return null
}
