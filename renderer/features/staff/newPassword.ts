/** The shortest password that staff may have, as in the contract's `staffPassword`. */
export const shortestPassword = 12

const consonants = 'bdfghjklmnprstv'
const vowels = 'aeiou'

type Fill = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>

/** An even choice from a text: bytes past the last full round are thrown away, or early letters would come oftener. */
function pick(from: string, fill: Fill): string {
  const rounds = 256 - (256 % from.length)
  for (;;) {
    const byte = fill(new Uint8Array(1))[0] ?? 0
    if (byte < rounds) return from.charAt(byte % from.length)
  }
}

/**
 * A first password that can be read aloud, such as `kuvo-mesa-tiru-lapo-4829`: eight syllables and four digits, 63 bits.
 * `fill` gives random bytes; the default is the browser's cryptographic source.
 */
export function newPassword(fill: Fill = (bytes) => globalThis.crypto.getRandomValues(bytes)): string {
  const syllable = () => pick(consonants, fill) + pick(vowels, fill)
  const groups = Array.from({ length: 4 }, () => syllable() + syllable())
  const digits = Array.from({ length: 4 }, () => pick('0123456789', fill)).join('')
  return [...groups, digits].join('-')
}
