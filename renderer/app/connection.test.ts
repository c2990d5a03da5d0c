import { ORPCError } from '@orpc/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DatabaseState } from '#shared/contract/database'
import { noteAnswer, noteStatus, readLoss } from './connection'
import { NotLaunched, Unreachable } from './unreachable'
import { deskNow } from './useNow'

const ready: DatabaseState = {
  kind: 'postgres',
  state: 'ready',
  since: null,
  problem: null,
  clockAheadMs: 0,
}
const since = new Date('2026-11-24T07:15:00Z')
const lost: DatabaseState = { ...ready, state: 'lost', since, problem: 'unreachable' }
const status = (database: DatabaseState) => {
  noteAnswer(null)
  noteStatus({ database })
}

beforeEach(() => status(ready))

describe('what is lost', () => {
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

  it.each(['DATABASE_LOST', 'STORE_FAILED'])(
    'is the database after %s, until the desk says that it is back',
    (code) => {
      noteAnswer(new ORPCError(code))
      expect(readLoss()?.of).toBe('database')
      // Who is signed in is known without asking the database.
      noteAnswer(new ORPCError('FORBIDDEN'))
      noteAnswer(null)
      expect(readLoss()?.of).toBe('database')
      status(ready)
      expect(readLoss()).toBeNull()
    },
  )

  it('is the database since when the desk says it', () => {
    noteAnswer(new ORPCError('DATABASE_LOST'))
    status(lost)
    expect(readLoss()).toEqual({ of: 'database', since })
    noteAnswer(new ORPCError('DATABASE_LOST'))
    expect(readLoss()).toEqual({ of: 'database', since })
    status({ ...lost, state: 'closed', problem: 'olderDatabase' })
    expect(readLoss()).toEqual({ of: 'closed', since, problem: 'olderDatabase' })
  })

  it('is no news while it is the same', () => {
    status(lost)
    const before = readLoss()
    status({ ...lost, since: new Date(since) })
    expect(readLoss()).toBe(before)
  })

  it('keeps its beginning when the program comes back as another that does not know this window', () => {
    noteAnswer(new Unreachable('gone'))
    const begun = readLoss()?.since
    noteAnswer(new NotLaunched('started anew'))
    expect(readLoss()).toEqual({ of: 'launch', since: begun })
  })
})

describe('the time of the page', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-24T09:00:00Z') })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is the desk’s: what this computer’s clock is ahead of the database’s is taken off', () => {
    status({ ...ready, clockAheadMs: 4 * 60_000 })
    expect(deskNow()).toEqual(new Date('2026-11-24T08:56:00Z'))
    status({ ...ready, clockAheadMs: -4 * 60_000 })
    expect(deskNow()).toEqual(new Date('2026-11-24T09:04:00Z'))
  })

  it('is this computer’s where the database is on it', () => {
    status({ ...ready, clockAheadMs: 4 * 60_000 })
    status({ ...ready, kind: 'embedded', clockAheadMs: null })
    expect(deskNow()).toEqual(new Date('2026-11-24T09:00:00Z'))
  })
})
