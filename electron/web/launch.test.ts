import { describe, expect, it } from 'vitest'
import { createLaunch } from './launch'

const tokenOf = (path: string) => new URL(path, 'http://127.0.0.1').searchParams.get('token')
const sessionIn = (cookie: string | null) => /=([^;]+)/.exec(cookie ?? '')?.[1] ?? ''

describe('createLaunch', () => {
  it('lets the first in, and nobody after', () => {
    const launch = createLaunch(4711)
    const token = tokenOf(launch.path)
    expect(Buffer.from(token ?? '', 'base64url')).toHaveLength(32)
    expect(launch.redeem(token)).toMatch(/^heka_desk_4711=[\w-]{43}; Path=\/rpc; HttpOnly; SameSite=Strict$/)
    expect(launch.redeem(token)).toBeNull()
  })

  it('is not used up by a wrong token', () => {
    const launch = createLaunch(4711)
    const token = tokenOf(launch.path) ?? ''
    for (const wrong of [null, '', token.slice(1), `${token}a`, token.toUpperCase(), 'ä'.repeat(43)]) {
      expect(launch.redeem(wrong)).toBeNull()
    }
    expect(launch.redeem(token)).not.toBeNull()
  })

  it('knows its own cookie only, and only after it was given', () => {
    const launch = createLaunch(4711)
    expect(launch.sessionOf('heka_desk_4711=')).toBeNull()
    const session = sessionIn(launch.redeem(tokenOf(launch.path)))
    expect(launch.sessionOf(`heka_desk_4711=${session}`)).toBe(session)
    expect(launch.sessionOf(`other=1; heka_desk_4711=${session}; more=2`)).toBe(session)
    for (const header of [
      undefined,
      '',
      session,
      `heka_desk_4712=${session}`,
      `heka_desk_4711=${session}x`,
      '=;;=',
      'a',
    ]) {
      expect(launch.sessionOf(header)).toBeNull()
    }
  })

  it('makes another token and another session each time', () => {
    const [one, other] = [createLaunch(4711), createLaunch(4711)]
    expect(one.path).not.toBe(other.path)
    const session = sessionIn(one.redeem(tokenOf(one.path)))
    other.redeem(tokenOf(other.path))
    expect(other.sessionOf(`heka_desk_4711=${session}`)).toBeNull()
  })
})
