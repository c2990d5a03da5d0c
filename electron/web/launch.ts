import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** How a browser becomes this desk's browser: by an address that works once. */
export interface Launch {
  /** The path with the token; whoever opens it first is let in. */
  readonly path: string
  /** Takes the token of a launch request. Gives a Set-Cookie value the first time the right one comes, null after that. */
  redeem(token: string | null): string | null
  /** The session that a Cookie header carries; null when it is not the one we gave out. */
  sessionOf(cookieHeader: string | undefined): string | null
}

const secret = () => randomBytes(32).toString('base64url')
const digest = (text: string) => createHash('sha256').update(text).digest()
/** Compares in a time that says nothing about where the two differ, nor about their lengths. */
const same = (one: string, other: string) => timingSafeEqual(digest(one), digest(other))

/** A cookie belongs to a host name whatever the port: the port in its name keeps two desks' cookies apart. */
export const cookieName = (port: number): string => `heka_desk_${port}`

/**
 * A launch token for a server on this port, and the one session it can be exchanged for.
 * Both live in this process only, so that neither outlives it.
 */
export function createLaunch(port: number): Launch {
  const token = secret()
  let session: string | null = null
  return {
    path: `/launch?token=${token}`,
    redeem(given) {
      if (given === null || !same(given, token) || session !== null) return null
      session = secret()
      // Only calls need it; with this path it is not sent to other programs' pages on 127.0.0.1.
      return `${cookieName(port)}=${session}; Path=/rpc; HttpOnly; SameSite=Strict`
    },
    sessionOf(cookieHeader) {
      const given = cookieValue(cookieHeader ?? '', cookieName(port))
      return session !== null && given !== null && same(given, session) ? session : null
    },
  }
}

/** The value of the first cookie of this name in a Cookie header. */
function cookieValue(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return null
}
