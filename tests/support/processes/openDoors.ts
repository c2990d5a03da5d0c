import { openDesk } from '#core/desk'
import { ownerOnlyKey } from '../../../electron/host/keyFile'
import { startWebHost } from '../../../electron/web/server'

/** A desk that is opened for pages to come to. */
export interface Doors {
  readonly dataDir: string
  readonly pageFolder: string
  /** So many web hosts: with two, two people are signed in to one program at once. */
  readonly doors: number
  readonly deskName: string
  /** How far its time is ahead of this computer's, milliseconds; null: it goes by the database's clock. */
  readonly aheadMs: number | null
}

/** Opens the desk, says the launch addresses of its web hosts, and holds them until the process is ended. */
export async function run(
  { dataDir, pageFolder, doors, deskName, aheadMs }: Doors,
  say: (said: unknown) => void,
): Promise<void> {
  const desk = await openDesk({
    dataDir,
    key: await ownerOnlyKey(dataDir),
    keyStore: 'ownerOnlyFile',
    host: 'web',
    version: '0.0.0-test',
    deskName,
    ...(aheadMs === null ? {} : { clock: () => new Date(Date.now() + aheadMs) }),
  })
  const hosts = await Promise.all(
    Array.from({ length: doors }, () => startWebHost({ desk, pageFolder, port: 0 })),
  )
  say({ addresses: hosts.map(({ launchAddress }) => launchAddress) })
}
