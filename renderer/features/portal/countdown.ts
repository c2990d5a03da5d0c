/** What is left of a time, in whole hours and minutes; null when nothing is. The last, begun minute counts as one. */
export function timeLeft(
  until: Date,
  now: Date,
): { readonly hours: number; readonly minutes: number } | null {
  const milliseconds = until.getTime() - now.getTime()
  if (milliseconds <= 0) return null
  const minutes = Math.max(1, Math.floor(milliseconds / 60_000))
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}

/** Milliseconds until `timeLeft` changes, so that the page looks again then and no oftener. */
export function nextChange(until: Date, now: Date): number {
  const milliseconds = until.getTime() - now.getTime()
  if (milliseconds <= 0) return 0
  return milliseconds <= 60_000 ? milliseconds : (milliseconds % 60_000) + 1
}
