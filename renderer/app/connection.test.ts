import { ORPCError } from '@orpc/client'
import { beforeEach, describe, expect, it } from 'vitest'
import { noteAnswer, readLoss } from './connection'
import { NotLaunched, Unreachable } from './unreachable'

describe('what is lost', () => {
  beforeEach(() => noteAnswer(null))

  it('is nothing while calls come back, whole or refused', () => {
    noteAnswer(new ORPCError('REFUSED', { data: { refusal: 'minor' } }))
    expect(readLoss()).toBeNull()
  })

  it('is the desk until it answers anything', () => {
    noteAnswer(new Unreachable('gone'))
    expect(readLoss()?.of).toBe('desk')
    noteAnswer(new ORPCError('FORBIDDEN'))
    expect(readLoss()).toBeNull()
  })

  it('is the database until a call comes back whole: a refusal may not have asked it', () => {
    noteAnswer(new ORPCError('STORE_FAILED'))
    noteAnswer(new ORPCError('FORBIDDEN'))
    expect(readLoss()?.of).toBe('database')
    noteAnswer(null)
    expect(readLoss()).toBeNull()
  })

  it('keeps its beginning when the program comes back as another that does not know this window', () => {
    noteAnswer(new Unreachable('gone'))
    const since = readLoss()?.since
    noteAnswer(new NotLaunched('started anew'))
    expect(readLoss()).toEqual({ of: 'launch', since })
  })
})
