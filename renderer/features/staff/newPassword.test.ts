import { describe, expect, it } from 'vitest'
import { newPassword, shortestPassword } from './newPassword'

describe('a first password', () => {
  it('is readable, long enough and never the same', () => {
    const many = Array.from({ length: 200 }, () => newPassword())
    for (const each of many) {
      expect(each).toMatch(/^([bdfghjklmnprstv][aeiou][bdfghjklmnprstv][aeiou]-){4}\d{4}$/)
      expect(each.length).toBeGreaterThanOrEqual(shortestPassword)
    }
    expect(new Set(many).size).toBe(many.length)
  })

  it('throws away bytes that would favour the first letters', () => {
    // 255 is past the last full round of 15 consonants; the next byte is taken instead.
    const bytes = [255, 1, 0]
    let next = 0
    const password = newPassword((into) => into.fill(bytes[next++] ?? 0))
    expect(password).toBe('daba-baba-baba-baba-0000')
  })
})
