import type { Role } from '#shared/contract/base'

/** Who is signed in at one page or window. It lives in memory: a program that is closed has nobody signed in. */
export interface DeskSession {
  readonly staffId: string
  readonly name: string
  readonly username: string
  readonly roles: readonly Role[]
  readonly mustChangePassword: boolean
  /** The hash of the password that it began with: another one ends it. */
  readonly passwordHash: string
  readonly lastActiveAt: Date
  readonly lockedAt: Date | null
}

type Followed = 'name' | 'roles' | 'mustChangePassword' | 'passwordHash'

/** A locked desk is opened again by its owner's password for so long; after that it is an expired sign-in. */
const longestLockHours = 12
const minute = 60_000

/** The sign-ins of every page of this program, by the page's client id. `lockAfter` is in minutes. */
export function createSessions(clock: () => Date) {
  const sessions = new Map<string, DeskSession>()
  let lockAfter = 10
  let tell: () => void = () => undefined

  // Every change of who is here, or is locked out, goes through these two. That somebody did something is none.
  function put(clientId: string, session: DeskSession): DeskSession {
    sessions.set(clientId, session)
    tell()
    return session
  }
  function remove(clientId: string): boolean {
    const was = sessions.delete(clientId)
    if (was) tell()
    return was
  }

  const idle = (session: DeskSession) => clock().getTime() - session.lastActiveAt.getTime()

  /** The session as it is now: locked when idle for too long, gone when locked for too long. */
  function current(clientId: string): DeskSession | null {
    const session = sessions.get(clientId)
    if (!session) return null
    if (idle(session) > longestLockHours * 60 * minute) {
      remove(clientId)
      return null
    }
    if (session.lockedAt || idle(session) <= lockAfter * minute) return session
    return put(clientId, { ...session, lockedAt: clock() })
  }

  return {
    current,
    /** When the session locks itself if nobody does anything. */
    locksAt: (session: DeskSession) => new Date(session.lastActiveAt.getTime() + lockAfter * minute),
    begin(clientId: string, who: Omit<DeskSession, 'lastActiveAt' | 'lockedAt'>) {
      return put(clientId, { ...who, lastActiveAt: clock(), lockedAt: null })
    },
    /** Says that the person did something now. */
    touch(clientId: string) {
      const session = current(clientId)
      if (session && !session.lockedAt) sessions.set(clientId, { ...session, lastActiveAt: clock() })
    },
    lock(clientId: string): boolean {
      const session = current(clientId)
      if (session && !session.lockedAt) put(clientId, { ...session, lockedAt: clock() })
      return session !== null
    },
    end: remove,
    /** Makes every session of a person say what the database says of them; one that began with another password ends. */
    follow(person: { readonly id: string } & Pick<DeskSession, Followed>) {
      const { name, roles, mustChangePassword, passwordHash } = person
      for (const [clientId, session] of sessions) {
        if (session.staffId !== person.id) continue
        if (session.passwordHash === passwordHash)
          sessions.set(clientId, { ...session, name, roles, mustChangePassword })
        else remove(clientId)
      }
    },
    /** Ends every sign-in of a person: they were disabled or given a new password. */
    endAllOf(staffId: string) {
      for (const [clientId, session] of sessions) if (session.staffId === staffId) remove(clientId)
    },
    /** Ends every sign-in: the desk works with another database now. */
    endAll() {
      for (const clientId of sessions.keys()) remove(clientId)
    },
    /** Everybody who is signed in here, locked or not, by their page's client id. */
    all: (): ReadonlyMap<string, DeskSession> =>
      new Map(
        [...sessions.keys()].flatMap((clientId) => {
          const session = current(clientId)
          return session ? [[clientId, session] as const] : []
        }),
      ),
    /** Who is told, after it is so, that somebody has signed in or out, or has locked or unlocked a page. One listens. */
    onChange(listener: () => void) {
      tell = listener
    },
    setLockAfter(minutes: number) {
      lockAfter = minutes
    },
  }
}

export type Sessions = ReturnType<typeof createSessions>
