import { describe, expect, it } from 'vitest'
import { inputFrom, isKeptFor, typedFrom } from './serverForm'

const address = { host: 'tietokanta.example', port: 5433, database: 'heka', user: 'desk', authority: '' }
const chosen = { kind: 'postgres', address } as const

describe('the form of an office’s PostgreSQL', () => {
  it('begins with what is usual, or with what is chosen, and never with a password', () => {
    expect(typedFrom({ kind: 'embedded' })).toMatchObject({ host: '', port: '5432', password: '' })
    expect(typedFrom(chosen)).toEqual({ ...address, port: '5433', password: '' })
  })

  it('gives what was typed, and null for a password that was not', () => {
    expect(inputFrom(typedFrom(chosen))).toEqual({ address, password: null })
    const typed = { ...typedFrom(chosen), host: ' toinen.example ', password: ' salainen ' }
    expect(inputFrom(typed)).toEqual({
      address: { ...address, host: 'toinen.example' },
      password: ' salainen ',
    })
  })

  it('keeps the password for exactly the address it was given for', () => {
    const typed = typedFrom(chosen)
    expect(isKeptFor(chosen, true, typed)).toBe(true)
    expect(isKeptFor(chosen, false, typed)).toBe(false)
    expect(isKeptFor({ kind: 'embedded' }, true, typed)).toBe(false)
    for (const change of [
      { host: 'toinen.example' },
      { port: '5432' },
      { database: 'x' },
      { user: 'x' },
      { authority: 'x' },
    ])
      expect(isKeptFor(chosen, true, { ...typed, ...change })).toBe(false)
  })
})
