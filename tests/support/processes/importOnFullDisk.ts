import { createRouterClient } from '@orpc/server'
import { openDesk } from '#core/desk'
import type { DeskClient } from '#shared/contract/index'
import { nameOf } from '../outcomes'
import { apply, preview, startPractice } from '../register'

/** Imports a register that the disk has no room for, and says how that ended and whether the desk still works. */
export async function run(
  input: { dataDir: string; key: string; password: string; now: string; apartments: number },
  say: (said: unknown) => void,
): Promise<void> {
  const reported: string[] = []
  const desk = await openDesk({
    dataDir: input.dataDir,
    key: Buffer.from(input.key, 'hex'),
    keyStore: 'ownerOnlyFile',
    host: 'web',
    version: '0.0.0-test',
    deskName: 'Tiski 1',
    clock: () => new Date(input.now),
    report: (error) => reported.push(error instanceof Error ? error.message : String(error)),
  })
  const page = createRouterClient(desk.router, { context: { clientId: 'page' } }) as DeskClient
  await page.staff.signIn({ username: 'aino', password: input.password })
  const uploadId = await startPractice(page, input.apartments)
  await preview(page, uploadId)
  const outcome = await nameOf(apply(page, uploadId))
  const { hits } = await page.residents.search({ text: 'virtanen meija' })
  const read = await nameOf(page.residents.read({ id: hits[0]!.id }))
  say({ outcome, reported, found: hits.length, read, residents: (await page.register.status()).residents })
  await desk.close()
}
