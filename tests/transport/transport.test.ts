import { isDefinedError, ORPCError, safe } from '@orpc/client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Connection, http, messagePort, openTestDesk } from './transports'

const password = 'a long enough password'

/** What a call failed with. */
async function errorOf(call: Promise<unknown>): Promise<ORPCError<string, unknown>> {
  const { error } = await safe(call)
  if (error instanceof ORPCError) return error
  throw new Error('the call did not fail by name')
}

describe.each([messagePort, http])('the desk over $name', (transport) => {
  let desk: Awaited<ReturnType<typeof openTestDesk>>
  let page: Connection
  beforeAll(async () => {
    desk = await openTestDesk()
    page = await transport.connect(desk.desk)
  })
  afterAll(async () => {
    await page.close()
    await desk.close()
  })

  it('says what it is before anyone signs in', async () => {
    expect(await page.client.system.status()).toMatchObject({
      state: 'firstRun',
      version: '1.2.3',
      database: { kind: 'embedded', state: 'ready' },
    })
    expect(await page.client.staff.session()).toBeNull()
  })

  it('names what it refuses before anyone signs in', async () => {
    const error = await errorOf(page.client.staff.list())
    expect([error.code, isDefinedError(error)]).toEqual(['SIGN_IN_REQUIRED', true])
  })

  it('names the fields of wrong input', async () => {
    const error = await errorOf(
      page.client.staff.createFirstAdministrator({
        name: '',
        username: 'a',
        password: 'short',
        servesResidents: true,
      }),
    )
    expect(error.code).toBe('BAD_REQUEST')
    expect(JSON.stringify(error.data)).toContain('password')
  })

  it('creates the first administrator, and gives moments as moments', async () => {
    const session = await page.client.staff.createFirstAdministrator({
      name: 'Åsa Öhman',
      username: 'asa',
      password,
      servesResidents: true,
    })
    expect(session.name).toBe('Åsa Öhman')
    expect(session.locksAt).toBeInstanceOf(Date)
    expect(await page.client.staff.session()).toMatchObject({ username: 'asa' })
  })

  it('carries a refusal by its name', async () => {
    const error = await errorOf(page.client.staff.signIn({ username: 'asa', password: 'wrong' }))
    expect([error.code, isDefinedError(error)]).toEqual(['REFUSED', true])
    expect(error.data).toMatchObject({ refusal: 'signInFailed' })
    expect(await page.client.staff.signIn({ username: 'asa', password })).toMatchObject({ username: 'asa' })
  })

  it('refuses a choice that does not exist', async () => {
    const roles = ['king'] as unknown as ['lead']
    const error = await errorOf(page.client.staff.add({ name: 'A B', username: 'ab', roles, password }))
    expect(error.code).toBe('BAD_REQUEST')
  })

  it('carries long text, and any letters', async () => {
    const long = 'ä€😀'.repeat(200_000)
    const error = await errorOf(page.client.staff.signIn({ username: long.slice(0, 60), password: long }))
    expect(error.code).toBe('BAD_REQUEST')
    const name = 'Юлия Ťśščřě 漢字 ÅÄÖ'
    const added = await page.client.staff.add({ name, username: 'julia', roles: ['counter'], password })
    expect(added).toMatchObject({ name, version: expect.any(Number) })
  })

  it('answers many calls at once, each with its own answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        index % 2 === 0 ? page.client.system.status() : errorOf(page.client.staff.unlock({ password: '' })),
      ),
    )
    answers.forEach((answer, index) => {
      expect(answer).toMatchObject(index % 2 === 0 ? { state: 'ready' } : { code: 'BAD_REQUEST' })
    })
  })

  it('tells of changes as they happen, until the page stops listening', async () => {
    const stop = new AbortController()
    const changes = await page.client.system.changes(undefined, { signal: stop.signal })
    const first = changes.next()
    const { id } = await page.client.staff.add({ name: 'C D', username: 'cd', roles: ['phone'], password })
    const heard = []
    for (let next = await first; !next.done; next = await changes.next()) {
      heard.push(next.value)
      if (next.value.topic === 'staff') break
    }
    expect(heard.at(-1)).toEqual({ topic: 'staff', id })

    const listening = (async () => {
      for await (const _ of changes);
    })().catch(() => undefined)
    stop.abort()
    await listening
    expect((await page.client.system.status()).state).toBe('ready')
  })

  it('ends a stream that the page returns from', async () => {
    const changes = await page.client.system.changes()
    await changes.return?.()
    expect(await changes.next()).toMatchObject({ done: true })
    expect((await page.client.system.status()).state).toBe('ready')
  })

  it('signs out', async () => {
    expect(await page.client.staff.signOut()).toEqual({ signedOut: true })
    expect((await errorOf(page.client.staff.list())).code).toBe('SIGN_IN_REQUIRED')
  })
})

describe('a page of its own', () => {
  it('is not signed in because another one is, nor after it was closed', async () => {
    const { desk, close } = await openTestDesk()
    const forget = vi.fn(desk.forget)
    const one = await messagePort.connect({ ...desk, forget })
    await one.client.staff.createFirstAdministrator({
      name: 'A',
      username: 'a',
      password,
      servesResidents: false,
    })
    const other = await http.connect(desk)
    expect(await other.client.staff.session()).toBeNull()
    expect(await one.client.staff.session()).not.toBeNull()
    await one.close()
    expect(forget).toHaveBeenCalledOnce()
    const again = await messagePort.connect(desk)
    expect(await again.client.staff.session()).toBeNull()
    await again.close()
    await other.close()
    await close()
  })
})
