import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { createRouterClient, ORPCError } from '@orpc/server'
import { type Desk, type DeskConfig, openDesk } from '#core/desk'
import type { DeskClient } from '#shared/contract/index'

/** One desk's program and its clerks. Moments are written as text, which is how they come to another program. */
export interface BookSlotsInput {
  readonly dataDir: string
  readonly key: string
  readonly postgresUrl: string | null
  readonly deskName: string
  readonly now: string
  readonly password: string
  readonly usernames: readonly string[]
  /** What each clerk tries in each round, one after the other. A round begins when its file is there. */
  readonly rounds: readonly { readonly go: string; readonly tries: readonly (readonly BookingTry[])[] }[]
}

export interface BookingTry {
  readonly booking: object
  readonly startsAt: string
}

/** What a try came to: a lane, or what the clerk was told. */
export interface BookingOutcome {
  readonly clerk: string
  readonly startsAt: string
  readonly error: string | null
  readonly lane: number | null
  readonly takenBy: string | null
  readonly next: readonly string[]
}

export interface RoundOutcome {
  readonly outcomes: readonly BookingOutcome[]
  readonly reported: readonly string[]
}

/** Signs clerks in at a desk of its own and books what it is told, all clerks at once; says what each came to. */
export async function run(input: BookSlotsInput, say: (said: unknown) => void): Promise<void> {
  const reported: string[] = []
  const config: DeskConfig = {
    dataDir: input.dataDir,
    key: Buffer.from(input.key, 'hex'),
    keyStore: 'ownerOnlyFile',
    host: 'web',
    version: '0.0.0-test',
    deskName: input.deskName,
    clock: () => new Date(input.now),
    report: (error) => reported.push(error instanceof Error ? error.message : String(error)),
    ...(input.postgresUrl ? { postgres: { connectionString: input.postgresUrl } } : {}),
  }
  const desk = await openDesk(config).catch((error: { problem?: string }) => error.problem ?? String(error))
  if (typeof desk === 'string') {
    say({ refused: desk })
    return
  }
  const clerks = await Promise.all(input.usernames.map((username) => signIn(desk, username, input.password)))
  say({ open: true })
  for (const { go, tries } of input.rounds) {
    while (!existsSync(go)) await pause(1)
    const outcomes = await Promise.all(clerks.map((clerk, index) => tryAll(clerk, tries[index] ?? [])))
    say({ outcomes: outcomes.flat(), reported } satisfies RoundOutcome)
  }
  await desk.close()
}

interface Clerk {
  readonly name: string
  readonly page: DeskClient
}

async function signIn(desk: Desk, username: string, password: string): Promise<Clerk> {
  const page = createRouterClient(desk.router, { context: { clientId: username } }) as DeskClient
  await page.staff.signIn({ username, password })
  return { page, name: (await page.staff.session())!.name }
}

/** Books one time after the other. */
export async function tryAll({ name, page }: Clerk, tries: readonly BookingTry[]): Promise<BookingOutcome[]> {
  const outcomes: BookingOutcome[] = []
  for (const { booking, startsAt } of tries) {
    const common = { clerk: name, startsAt, error: null, lane: null, takenBy: null, next: [] }
    try {
      const wanted = { ...booking, startsAt: new Date(startsAt) } as Parameters<
        typeof page.appointments.book
      >[0]
      const { visit } = await page.appointments.book(wanted)
      outcomes.push({ ...common, lane: visit.lane })
    } catch (error) {
      if (!(error instanceof ORPCError)) throw error
      const { code, data } = error as { code: string; data?: { takenBy?: string; next?: Date[] } }
      const next = (data?.next ?? []).map((time) => time.toISOString())
      outcomes.push({ ...common, error: code, takenBy: data?.takenBy ?? null, next })
    }
  }
  return outcomes
}
