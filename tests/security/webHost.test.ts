import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../electron/host/headers'
import { maxBodyBytes } from '../../electron/web/guards'
import { startTestHost, type TestHost } from './webHost'

let host: TestHost
beforeAll(async () => {
  host = await startTestHost()
})
afterAll(() => host.close())

const codeOf = (body: string) => JSON.parse(body).json.code

describe('2. the page comes from its own folder', () => {
  it('is there', async () => {
    expect(await host.ask({})).toMatchObject({ status: 200, body: expect.stringContaining('Heka Desk') })
    expect(await host.ask({ path: '/assets/index-Abcd1234.js' })).toMatchObject({ status: 200 })
    expect(await host.ask({ method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
  })

  it("has the waiting room's board under its own address, which tells nothing without the launch", async () => {
    expect(await host.ask({ path: '/board' })).toMatchObject({
      status: 200,
      body: expect.stringContaining('Board'),
      headers: { 'content-security-policy': contentSecurityPolicy, 'cache-control': 'no-store' },
    })
    expect((await host.ask({ path: '/board/' })).status).toBe(404)
    const answer = await host.call('/rpc/visits/board', { Cookie: null })
    expect([answer.status, codeOf(answer.body)]).toEqual([401, 'NOT_LAUNCHED'])
  })

  it.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/%2E%2E%2Fsecret.json',
    '/..%2fsecret.json',
    '/..%5csecret.json',
    '/..\\secret.json',
    '/assets/..%2f..%2fsecret.json',
    '/%252e%252e/secret.json',
    '/link.json',
    '/secret.json%00.html',
    '//secret.json',
    '/etc/passwd',
    '/%',
  ])('answers 404 to %s', async (path) => {
    const answer = await host.ask({ path })
    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain('secret')
  })
})

describe('3. security headers on every response', () => {
  const sent: readonly (readonly [string, () => ReturnType<TestHost['ask']>, number])[] = [
    ['the page', () => host.ask({}), 200],
    ['a script', () => host.ask({ path: '/assets/index-Abcd1234.js' }), 200],
    ['404', () => host.ask({ path: '/missing' }), 404],
    ['405', () => host.ask({ method: 'DELETE' }), 405],
    ['a wrong host', () => host.ask({ headers: { Host: 'evil.example' } }), 403],
    ['a wrong token', () => host.ask({ path: '/launch?token=a' }), 403],
    ['a call that works', () => host.call('/rpc/system/status'), 200],
    ['a call without a procedure', () => host.call('/rpc/nothing'), 404],
    ['a call from elsewhere', () => host.call('/rpc/system/status', { Origin: 'https://evil.example' }), 403],
    ['a call with broken input', () => host.call('/rpc/system/status', {}, '{'), 400],
    ['an expectation', () => host.ask({ headers: { Expect: 'wonders' } }), 417],
  ]
  it.each(sent)('%s', async (_what, ask, status) => {
    const { status: got, headers } = await ask()
    expect(got).toBe(status)
    expect(headers).toMatchObject({
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  })

  it('what was no request at all', async () => {
    const text = await host.raw('nonsense\r\n\r\n')
    expect(text).toContain(`Content-Security-Policy: ${contentSecurityPolicy}`)
    expect(text).toMatch(/^HTTP\/1\.1 400 /)
  })

  it('allows no inline or eval script, no plugin, no frame and no base', () => {
    const policy = new Map(
      contentSecurityPolicy.split('; ').map((line) => line.split(/ (.*)/, 2) as [string, string]),
    )
    expect(policy.get('default-src')).toBe("'none'")
    expect(policy.get('script-src')).toBe("'self'")
    for (const name of ['object-src', 'frame-ancestors', 'base-uri', 'form-action'])
      expect(policy.get(name)).toBe("'none'")
    expect(contentSecurityPolicy).not.toContain('unsafe-eval')
  })

  it('keeps nothing but files whose name changes with their content', async () => {
    const cached = async (path: string) => (await host.ask({ path })).headers['cache-control']
    expect(await cached('/assets/index-Abcd1234.js')).toContain('immutable')
    for (const path of ['/', '/missing', '/launch']) expect(await cached(path)).toBe('no-store')
    expect((await host.call('/rpc/system/status')).headers['cache-control']).toBe('no-store')
  })
})

describe('8. binds 127.0.0.1 and takes requests for exactly that address', () => {
  it.each(['evil.example', 'evil.example:80', 'localhost', '127.0.0.1', '[::1]'])(
    'refuses the host %s',
    async (Host) => {
      expect((await host.ask({ headers: { Host } })).status).toBe(403)
      expect((await host.call('/rpc/system/status', { Host })).status).toBe(403)
    },
  )

  it('refuses localhost with our port, and our address with another', async () => {
    for (const Host of [`localhost:${host.port}`, `127.0.0.1:${host.port + 1}`]) {
      expect((await host.ask({ headers: { Host } })).status).toBe(403)
    }
  })

  it('refuses evil.example as both Host and Origin', async () => {
    const headers = { Host: 'evil.example', Origin: 'http://evil.example' }
    expect((await host.call('/rpc/system/status', headers)).status).toBe(403)
    const Host = `evil.example:${host.port}`
    expect((await host.call('/rpc/system/status', { Host, Origin: `http://${Host}` })).status).toBe(403)
  })

  it('refuses no host, and two', async () => {
    expect(await host.raw('GET / HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /)
    const own = `Host: 127.0.0.1:${host.port}\r\n`
    expect(await host.raw(`GET / HTTP/1.1\r\n${own}Host: evil.example\r\n\r\n`)).toMatch(/^HTTP\/1\.1 4/)
    expect(await host.raw(`GET / HTTP/1.1\r\n${own}\r\n`)).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('is not there on any other address of this computer', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .map(({ address }) => address)
      .filter((address) => address !== '127.0.0.1')
    for (const address of ['::1', ...others]) {
      const answered = await new Promise<boolean>((resolve) => {
        const socket = connect({ host: address, port: host.port, timeout: 1000 }, () => resolve(true))
        socket.on('error', () => resolve(false))
        socket.on('timeout', () => resolve(false))
        socket.on('close', () => socket.destroy())
      })
      expect([address, answered]).toEqual([address, false])
    }
  })
})

describe('9. calls come from our own page', () => {
  it('takes them from there', async () => {
    expect((await host.call('/rpc/system/status', { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200)
  })

  it.each([null, 'null', 'https://evil.example', 'http://localhost', 'http://127.0.0.1', 'file://'])(
    'refuses the origin %s',
    async (Origin) => {
      const answer = await host.call('/rpc/system/status', { Origin })
      expect([answer.status, codeOf(answer.body)]).toEqual([403, 'wrongOrigin'])
    },
  )

  it("refuses another port of this computer's as origin", async () => {
    const Origin = `http://127.0.0.1:${host.port + 1}`
    expect((await host.call('/rpc/system/status', { Origin })).status).toBe(403)
  })

  it.each(['cross-site', 'same-site', 'none'])('refuses Sec-Fetch-Site %s', async (site) => {
    expect((await host.call('/rpc/system/status', { 'Sec-Fetch-Site': site })).status).toBe(403)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a', null])(
    'refuses the content type %s',
    async (type) => {
      expect((await host.call('/rpc/system/status', { 'Content-Type': type })).status).toBe(415)
    },
  )

  it.each(['GET', 'HEAD', 'OPTIONS', 'PUT'])('refuses %s', async (method) => {
    const headers = { Origin: host.origin, Cookie: await host.launch() }
    expect((await host.ask({ method, path: '/rpc/system/status?data=%7B%7D', headers })).status).toBe(405)
  })

  it('refuses a body over 2 MiB, announced or not', async () => {
    const body = JSON.stringify({ json: 'a'.repeat(maxBodyBytes) })
    expect((await host.call('/rpc/system/status', {}, body)).status).toBe(413)
    const unannounced = await host
      .call('/rpc/staff/signIn', { 'Transfer-Encoding': 'chunked' }, body)
      .catch(() => ({ status: 'connection closed' }))
    expect([413, 'connection closed']).toContain(unannounced.status)
    expect((await host.ask({})).status).toBe(200)
  })
})

describe('10. the launch token', () => {
  it('becomes a cookie, once, and leaves the address', async () => {
    const fresh = await startTestHost()
    try {
      expect((await fresh.ask({ path: '/launch?token=wrong' })).status).toBe(403)
      expect((await fresh.ask({ path: '/launch' })).status).toBe(403)
      expect((await fresh.ask({ path: fresh.launchPath, method: 'HEAD' })).status).toBe(403)
      expect(
        (await fresh.ask({ path: fresh.launchPath, headers: { 'Sec-Purpose': 'prefetch' } })).status,
      ).toBe(403)

      const first = await fresh.ask({ path: fresh.launchPath })
      expect(first.status).toBe(303)
      expect(first.headers.location).toBe('/')
      const [cookie, ...more] = first.headers['set-cookie'] ?? []
      expect(more).toEqual([])
      expect(cookie?.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/rpc', 'SameSite=Strict'])
      expect(cookie).toMatch(new RegExp(`^heka_desk_${fresh.port}=[\\w-]{43};`))
      expect(cookie).not.toContain(fresh.launchPath.split('=')[1])

      const second = await fresh.ask({ path: fresh.launchPath })
      expect(second.status).toBe(403)
      expect(second.headers).not.toHaveProperty('set-cookie')
      expect(second.body).toContain('it works only once')
    } finally {
      await fresh.close()
    }
  })

  it('is needed: a call without the cookie, or with a wrong one, says so by name', async () => {
    for (const Cookie of [null, '', 'heka_desk=1', `heka_desk_${host.port}=${'a'.repeat(43)}`]) {
      const answer = await host.call('/rpc/system/status', { Cookie })
      expect([answer.status, codeOf(answer.body)]).toEqual([401, 'NOT_LAUNCHED'])
    }
  })
})
