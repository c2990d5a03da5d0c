import { Pool, type PoolClient } from 'pg'
import { isStoreProblem } from './errors'

/** For so long a server that had no room for another connection is not asked for one. Milliseconds. */
const contentMs = 5_000
/** So often a wait begins anew: those that were open may have closed meanwhile. */
const tries = 4

type Callback = Parameters<Pool['connect']>[0]

/**
 * A desk's connections. When the server has no room for another (PostgreSQL's 53300), what wants one waits until one of
 * those that are open is free: a desk too many is told so, and keeps nobody who is at work from working.
 */
export class OfficePool extends Pool {
  private readonly open = new Set<PoolClient>()
  private readonly most = this.options.max

  constructor(config: ConstructorParameters<typeof Pool>[0]) {
    super(config)
    this.on('connect', (client) => this.open.add(client))
    this.on('remove', (client) => this.open.delete(client))
  }

  override connect(): Promise<PoolClient>
  override connect(callback: Callback): void
  // biome-ignore lint/suspicious/noConfusingVoidType: the driver's own, which its `query` calls with a callback
  override connect(callback?: Callback): Promise<PoolClient> | void {
    const got = this.patiently()
    if (!callback) return got
    got.then(
      (client) => callback(undefined, client, client.release),
      (error: Error) => callback(error, undefined, () => undefined),
    )
  }

  private async patiently(): Promise<PoolClient> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await super.connect()
      } catch (error) {
        if (tried === tries || this.open.size === 0 || !isStoreProblem(error, 'tooManyDesks')) throw error
        this.makeDo()
      }
    }
  }

  /** Makes do with the connections that are open, for a while. */
  private makeDo(): void {
    if (this.options.max === this.most) setTimeout(() => this.wantAll(), contentMs).unref()
    this.options.max = this.open.size
  }

  private wantAll(): void {
    this.options.max = this.most
  }
}
