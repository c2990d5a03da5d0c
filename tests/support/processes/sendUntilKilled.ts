import { openDesk } from '#core/desk'

/** Opens a desk at a time, whose worker sends what waits, and says so. */
export async function run(
  input: { dataDir: string; key: string; postgresUrl: string | null; now: string },
  say: (said: unknown) => void,
): Promise<void> {
  await openDesk({
    dataDir: input.dataDir,
    key: Buffer.from(input.key, 'hex'),
    keyStore: 'ownerOnlyFile',
    host: 'web',
    version: '0.0.0-test',
    deskName: 'Tiski 1',
    clock: () => new Date(input.now),
    ...(input.postgresUrl ? { postgresUrl: input.postgresUrl } : {}),
  })
  say({ open: true })
  setInterval(() => undefined, 60_000)
}
