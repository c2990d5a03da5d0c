import { openDesk } from '#core/desk'
import { ownerOnlyKey } from '../../../electron/host/keyFile'
import { startWebHost } from '../../../electron/web/server'

/**
 * Opens one desk with two web hosts before it, says their launch addresses, and holds both until the process is ended: two
 * people are signed in to one program at once, as at two computers of an office.
 */
export async function run(
  { dataDir, pageFolder }: { dataDir: string; pageFolder: string },
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
  const doors = await Promise.all([1, 2].map(() => startWebHost({ desk, pageFolder, port: 0 })))
  say({ addresses: doors.map(({ launchAddress }) => launchAddress) })
}
