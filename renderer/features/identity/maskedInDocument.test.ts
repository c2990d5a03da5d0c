import { describe, expect, it } from 'vitest'
import { maskedInDocument } from './maskedInDocument'

describe('a code as a document has it', () => {
  it('is masked with its sign, with the filler for it, and without either', () => {
    expect(maskedInDocument('040483-904C')).toBe('040483-••••')
    expect(maskedInDocument('040483<904C')).toBe('040483-••••')
    expect(maskedInDocument('040483904C')).toBe('040483••••')
    expect(maskedInDocument('0404')).toBe('••••')
  })
})
