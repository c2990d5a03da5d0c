import { openDesk } from '#core/desk'

/** Opens a desk, says so, and holds it until the process is ended. */
export async function run(
  { dataDir, key }: { dataDir: string; key: string },
  say: (said: unknown) => void,
): Promise<void> {
  const desk = await openDesk({
    dataDir,
    key: Buffer.from(key, 'hex'),
    keyStore: 'ownerOnlyFile',
    host: 'web',
    version: '0.0.0-test',
    deskName: 'Toinen',
  })
  say({ open: Object.keys(desk.router).length > 0 })
  setInterval(() => undefined, 60_000)
}
