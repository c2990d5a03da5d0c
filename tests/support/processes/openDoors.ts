import { openDesk } from '#core/desk'
import { ownerOnlyKey } from '../../../electron/host/keyFile'
import { startWebHost } from '../../../electron/web/server'

/**
 * Opens one desk with so many web hosts before it, says their launch addresses, and holds them until the process is ended.
 * With two doors, two people are signed in to one program at once.
 */
export async function run(
  { dataDir, pageFolder, doors }: { dataDir: string; pageFolder: string; doors: number },
  say: (said: unknown) => void,
): Promise<void> {
  const desk = await openDesk({
    dataDir,
    key: await ownerOnlyKey(dataDir),
    keyStore: 'ownerOnlyFile',
    host: 'web',
    version: '0.0.0-test',
    deskName: 'Kaksi ovea',
  })
  const hosts = await Promise.all(
    Array.from({ length: doors }, () => startWebHost({ desk, pageFolder, port: 0 })),
  )
  say({ addresses: hosts.map(({ launchAddress }) => launchAddress) })
}
