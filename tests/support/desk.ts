import { randomBytes } from 'node:crypto'
import { createRouterClient } from '@orpc/server'
import { type Desk, openDesk } from '#core/desk'
import type { Role } from '#shared/contract/base'
import type { DeskClient } from '#shared/contract/index'
import { type Engine, type Opened, officePostgres, temporaryFolder } from './engines'
import { cheapHash, password } from './password'
import { inDatabase } from './raw'

export { password } from './password'

/** A day on which everything in the tests happens, unless a test turns the clock. */
export const testNow = new Date('2026-11-24T08:30:00Z')

export interface TestDesk {
  readonly desk: Desk
  readonly dataDir: string
  readonly postgresUrl: string | null
  readonly key: Buffer
  /** What unexpected errors were reported. */
  readonly reported: unknown[]
  /** A page of this desk, nobody signed in. */
  page(clientId?: string): DeskClient
  /** A page with the first administrator, who is also the lead and serves at the counter, signed in. */
  administrator(): Promise<DeskClient>
  /** A page with a new member of staff signed in, whose password takes no time. */
  member(...roles: Role[]): Promise<DeskClient>
  /** Signs the administrator and the members in again, at their pages: their passwords were changed past the program. */
  signInAgain(): Promise<void>
  /** Moves the desk's clock. */
  wait(milliseconds: number): void
  now(): Date
  /** Closes the desk and opens it again in the same place at the same time, as after a restart of the computer. */
  reopen(): Promise<Opened<TestDesk>>
}

/** Where a desk is opened when not in a place of its own: beside another, or again after it was closed. */
export interface Place {
  readonly dataDir?: string
  readonly postgresUrl?: string | null
  readonly key?: Buffer
  readonly deskName?: string
  readonly now?: Date
}

const given = <Value>(value: Value): Opened<Value> => ({ value, cleanUp: async () => undefined })

/** A real desk on the named engine, with a clock that the test holds. What it was given outlives it. */
export async function openTestDesk(engine: Engine, place: Place = {}): Promise<Opened<TestDesk>> {
  const folder = place.dataDir ? given(place.dataDir) : await temporaryFolder()
  const database = place.postgresUrl
    ? given(place.postgresUrl)
    : engine === 'postgres'
      ? await officePostgres()
      : null
  const key = place.key ?? randomBytes(32)
  let now = place.now ?? testNow
  let pages = 0
  let members = 0
  let administrator: DeskClient | null = null
  const signedIn = new Map<string, DeskClient>()
  const reported: unknown[] = []
  const desk = await openDesk({
    dataDir: folder.value,
    key,
    keyStore: 'ownerOnlyFile',
    host: 'web',
    version: '0.0.0-test',
    deskName: place.deskName ?? 'Tiski 1',
    clock: () => now,
    report: (error) => reported.push(error),
    ...(database ? { postgres: { connectionString: database.value } } : {}),
  })
  const value: TestDesk = {
    desk,
    dataDir: folder.value,
    postgresUrl: database?.value ?? null,
    key,
    reported,
    page(clientId) {
      pages += 1
      return createRouterClient(desk.router, {
        context: { clientId: clientId ?? `page-${pages}` },
      }) as DeskClient
    },
    async administrator() {
      if (administrator) return administrator
      administrator = value.page()
      await administrator.staff.createFirstAdministrator({
        name: 'Aino Pääkäyttäjä',
        username: 'aino',
        password,
        servesResidents: true,
      })
      signedIn.set('aino', administrator)
      return administrator
    },
    async member(...roles) {
      const admin = await value.administrator()
      members += 1
      const username = `tekija${members}`
      await admin.staff.add({ name: `Tekijä ${members}`, username, roles, password })
      await inDatabase(value, (raw) =>
        raw.run(
          `UPDATE staff SET password_hash = '${cheapHash}', must_change_password = FALSE WHERE username = '${username}'`,
        ),
      )
      const page = value.page()
      await page.staff.signIn({ username, password })
      signedIn.set(username, page)
      return page
    },
    async signInAgain() {
      for (const [username, page] of signedIn) await page.staff.signIn({ username, password })
    },
    wait: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds)
    },
    now: () => now,
    async reopen() {
      await close()
      const { dataDir, key, postgresUrl } = value
      return openTestDesk(engine, { ...place, dataDir, key, postgresUrl, now })
    },
  }
  let closed = false
  async function close() {
    if (!closed) await desk.close()
    closed = true
  }
  return {
    value,
    cleanUp: async () => {
      await close()
      await folder.cleanUp()
      await database?.cleanUp()
    },
  }
}
