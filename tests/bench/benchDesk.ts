import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Desk, openDesk } from '#core/desk'
import type { DeskClient } from '#shared/contract/index'
import { ownerOnlyKey } from '../../electron/host/keyFile'
import { testNow } from '../support/desk'
import { importRegister } from '../support/register'
import { messagePort, type Transport } from '../transport/transports'
import { benchFolder, fullRegister } from './folder'

const administrator = { name: 'Aino Pääkäyttäjä', username: 'aino', password: 'oikein hyvä salasana' }

/** Where the desk with the full-size register lies, with its key as the web host keeps it. */
export const fullDeskFolder = (): string => join(benchFolder(), 'full-desk')

/** A desk in a data folder of this name, on encrypted SQLite. */
export async function openBenchDesk(dataDir: string): Promise<Desk> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  return openDesk({
    dataDir,
    key: await ownerOnlyKey(dataDir),
    keyStore: 'ownerOnlyFile',
    host: 'web',
    version: '0.0.0-bench',
    deskName: 'bench',
    clock: () => testNow,
  })
}

/** Signs the administrator in, who is made when the desk is new. */
export async function signIn(page: DeskClient): Promise<void> {
  if ((await page.system.status({})).state === 'firstRun') {
    await page.staff.createFirstAdministrator({ ...administrator, servesResidents: true })
  } else await page.staff.signIn(administrator)
}

/** Works on a desk through a transport, as an administrator who also serves residents. */
export async function withPage<Value>(
  desk: Desk,
  transport: Transport,
  work: (page: DeskClient) => Promise<Value>,
): Promise<Value> {
  const { client, close } = await transport.connect(desk)
  try {
    await signIn(client)
    return await work(client)
  } finally {
    await close()
  }
}

/** The desk with the full-size register. The import bench leaves it behind; another bench run alone makes it. */
export async function openFullDesk(): Promise<Desk> {
  const made = existsSync(fullDeskFolder())
  const desk = await openBenchDesk(fullDeskFolder())
  if (!made) await withPage(desk, messagePort, (page) => importRegister(page, fullRegister()))
  return desk
}
