const two = (number: number) => String(number).padStart(2, '0')

/** Seconds as a clock that counts up: 3:12, 1:03:12. */
export function elapsedText(seconds: number): string {
  const whole = Math.floor(seconds)
  const minutes = Math.floor(whole / 60)
  const rest = two(whole % 60)
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`
}
