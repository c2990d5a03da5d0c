import type { Role } from '#shared/contract/base'

/** Who is signed in at one page or window. It lives in memory: a program that is closed has nobody signed in. */
export interface DeskSession {
  readonly staffId: string
  readonly name: string
  readonly username: string
  readonly roles: readonly Role[]
  readonly mustChangePassword: boolean
  readonly lastActiveAt: Date
  readonly lockedAt: Date | null
}

/** A locked desk is opened again by its owner's password for so long; after that it is an expired sign-in. */
const longestLockHours = 12
const minute = 60_000

/** The sign-ins of every page of this program, by the page's client id. `lockAfter` is in minutes. */
export function createSessions(clock: () => Date) {
  const sessions = new Map<string, DeskSession>()
  let lockAfter = 10

  const idle = (session: DeskSession) => clock().getTime() - session.lastActiveAt.getTime()

  /** The session as it is now: locked when idle for too long, gone when locked for too long. */
  function current(clientId: string): DeskSession | null {
    const session = sessions.get(clientId)
    if (!session) return null
    if (idle(session) > longestLockHours * 60 * minute) {
      sessions.delete(clientId)
      return null
    }
    if (session.lockedAt || idle(session) <= lockAfter * minute) return session
    const locked = { ...session, lockedAt: clock() }
    sessions.set(clientId, locked)
    return locked
  }

  return {
    current,
    /** When the session locks itself if nobody does anything. */
    locksAt: (session: DeskSession) => new Date(session.lastActiveAt.getTime() + lockAfter * minute),
    begin(clientId: string, who: Omit<DeskSession, 'lastActiveAt' | 'lockedAt'>) {
      const session = { ...who, lastActiveAt: clock(), lockedAt: null }
      sessions.set(clientId, session)
      return session
    },
    /** Says that the person did something now. */
    touch(clientId: string) {
      const session = current(clientId)
      if (session && !session.lockedAt) sessions.set(clientId, { ...session, lastActiveAt: clock() })
    },
    lock(clientId: string): boolean {
      const session = current(clientId)
      if (session) sessions.set(clientId, { ...session, lockedAt: session.lockedAt ?? clock() })
      return session !== null
    },
    end: (clientId: string): boolean => sessions.delete(clientId),
    /** Changes what every session of a person says of them. */
    refresh(staffId: string, changes: Partial<Pick<DeskSession, 'name' | 'roles' | 'mustChangePassword'>>) {
      for (const [clientId, session] of sessions) {
        if (session.staffId === staffId) sessions.set(clientId, { ...session, ...changes })
      }
    },
    /** Ends every sign-in of a person: they were disabled or given a new password. */
    endAllOf(staffId: string) {
      for (const [clientId, session] of sessions) if (session.staffId === staffId) sessions.delete(clientId)
    },
    setLockAfter(minutes: number) {
      lockAfter = minutes
    },
  }
}

export type Sessions = ReturnType<typeof createSessions>
