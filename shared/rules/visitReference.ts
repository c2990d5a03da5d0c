import { accept, type Result, refuse } from './result'

/** Crockford's base 32: no I, L, O or U, so that a reference survives being read out on the phone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 12

/** How many random bytes a reference takes: 60 bits of 64 are used. */
export const referenceBytes = 8

/** A reference from random bytes, such as 'K7QM2XRT9DPV'. 60 bits: nobody guesses one (security by the caller's randomness). */
export function referenceFrom(bytes: Uint8Array): string {
  let number = bytes.slice(0, referenceBytes).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  let text = ''
  for (let at = 0; at < length; at += 1) {
    text = alphabet[Number(number % 32n)] + text
    number /= 32n
  }
  return text
}

/** As it is written for people: 'K7QM-2XRT-9DPV'. */
export const formatReference = (reference: string): string =>
  reference.match(/.{1,4}/g)?.join('-') ?? reference

/** Reads a reference as it was typed or read out: any case, with or without hyphens (or any dashes) and spaces, O as 0, I and L as 1. */
export function parseReference(text: string): Result<string, 'noReference'> {
  const read = text
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return read.length === length && [...read].every((letter) => alphabet.includes(letter))
    ? accept(read)
    : refuse('noReference')
}
