import { randomUUID } from 'node:crypto'
import { createRouterClient } from '@orpc/server'
import { expect } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { waitUntil } from '../support/atOnce'
import { openTestDesk, password, type TestDesk } from '../support/desk'
import type { Opened } from '../support/engines'
import { namesOf } from '../support/outcomes'

/** What a page asks for at once when it opens, and more than a desk has connections when there is no room. */
const atOnce = 8
/** Nothing here takes so long; a busy computer does. */
const patienceMs = 60_000

const stateOf = async ({ value }: Opened<TestDesk>) => (await value.page().system.status()).database

/**
 * Opens more desks than a database has room for, and closes those that are in until every one has been in. Those that are in
 * work as if nobody else were there; the others are told why they are not, and come in by themselves. Gives how many were in
 * each time.
 */
export async function letEveryoneIn(postgresUrl: string, desks: number): Promise<number[]> {
  const open = new Set(
    await Promise.all(
      Array.from({ length: desks }, (_, desk) =>
        openTestDesk('postgres', { postgresUrl, deskName: `Työpiste ${desk + 1}` }),
      ),
    ),
  )
  const waves: number[] = []
  try {
    while (open.size > 0) {
      const look = () => Promise.all([...open].map(async (desk) => ({ desk, ...(await stateOf(desk)) })))
      await waitUntil(async () => (await look()).some(({ state }) => state === 'ready'), patienceMs)
      const seen = await look()
      const now = seen.flatMap(({ desk, state }) => (state === 'ready' ? [desk] : []))
      expect(now).not.toEqual([])
      const others = seen.filter(({ state }) => state !== 'ready')
      for (const each of others) expect(each).toMatchObject({ state: 'closed', problem: 'tooManyDesks' })
      await work(now[0]!.value, waves.length === 0)
      for (const desk of now) {
        await desk.cleanUp()
        open.delete(desk)
      }
      waves.push(now.length)
    }
  } finally {
    for (const desk of open) await desk.cleanUp()
  }
  return waves
}

/** Does at a desk that is in what a page does: much at once. */
async function work({ desk, page, reported }: TestDesk, first: boolean): Promise<void> {
  reported.splice(0)
  const clientId = randomUUID()
  const at = page(clientId)
  const credentials = { username: 'aino', password }
  if (first) await at.staff.createFirstAdministrator({ ...credentials, name: 'Aino', servesResidents: true })
  else await at.staff.signIn(credentials)
  const settings = await at.system.readSettings()
  const send = createRouterClient(desk.router, {
    context: { clientId, commandKey: randomUUID() },
  }) as DeskClient
  const calls = await Promise.allSettled([
    send.system.saveSettings(settings),
    ...Array.from({ length: atOnce }, () => at.staff.list()),
  ])
  expect(namesOf(calls)).toEqual(Array(atOnce + 1).fill('done'))
  expect(reported).toEqual([])
}
