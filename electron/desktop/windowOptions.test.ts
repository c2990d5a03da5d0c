import { describe, expect, it } from 'vitest'
import { windowOptions } from './windowOptions'

describe('windowOptions', () => {
  it('gives developer tools to an unpackaged program only', () => {
    expect(windowOptions('preload.cjs', false).webPreferences?.devTools).toBe(true)
    expect(windowOptions('preload.cjs', true).webPreferences?.devTools).toBe(false)
  })
})
