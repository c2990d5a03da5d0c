import { createRouterClient } from '@orpc/server'
import { openDesk } from '#core/desk'
import type { DeskClient } from '#shared/contract/index'

export interface ServeInput {
  readonly dataDir: string
  readonly key: string
  readonly postgresUrl: string | null
  readonly now: string
  readonly username: string
  readonly password: string
  readonly deskNo: number
}

/** Signs a clerk in, takes a service desk, calls whose turn it is and says whom, and serves them until it is killed. */
export async function run(input: ServeInput, say: (said: unknown) => void): Promise<void> {
  const desk = await openDesk({
    dataDir: input.dataDir,
    key: Buffer.from(input.key, 'hex'),
    keyStore: 'ownerOnlyFile',
    host: 'web',
    version: '0.0.0-test',
    deskName: 'Katoava',
    clock: () => new Date(input.now),
    ...(input.postgresUrl ? { postgres: { connectionString: input.postgresUrl } } : {}),
  })
  const page = createRouterClient(desk.router, { context: { clientId: 'secret' } }) as DeskClient
  await page.staff.signIn({ username: input.username, password: input.password })
  await page.visits.takeDesk({ deskNo: input.deskNo, takeOver: false })
  const { visit, because } = await page.visits.callNext()
  await page.presence.at({ residentId: visit?.residentId ?? null })
  say({ called: visit?.id ?? null, because })
  setInterval(() => undefined, 60_000)
}
