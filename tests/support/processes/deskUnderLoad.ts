import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { createRouterClient, ORPCError } from '@orpc/server'
import { openDesk } from '#core/desk'
import type { DeskClient } from '#shared/contract/index'

/** One desk's program with one clerk, told what to do by lines of work. */
export interface LoadInput {
  readonly dataDir: string
  readonly postgresUrl: string
  readonly deskName: string
  readonly username: string
  readonly password: string
  readonly deskNo: number
  readonly now: string
  /** The work, each piece begun when its file is there. */
  readonly work: readonly { readonly go: string; readonly what: Work }[]
}

export type Work =
  /** Tries to book each of these slots. */
  | { readonly kind: 'book'; readonly slots: readonly { readonly startsAt: string; readonly lane: number }[] }
  /** Calls and serves whoever is next until nobody waits. */
  | { readonly kind: 'call' }
  /** Writes notes on a resident, numbered, until the file `stop` is there. */
  | { readonly kind: 'note'; readonly residentId: string; readonly stop: string }

export interface LoadOutcome {
  /** What was acknowledged: slots, visits or notes. */
  readonly done: readonly string[]
  /** How often the clerk was told something else, by its name. */
  readonly told: Readonly<Record<string, number>>
  /** Errors of the program that no clerk should be shown. */
  readonly reported: readonly string[]
  /** The longest that an act took, with all its tries; milliseconds. */
  readonly longestMs: number
}

/** Errors that mean that no answer came: the same command is sent again, with its key. */
const unanswered = new Set(['DATABASE_LOST', 'STORE_FAILED', 'BUSY'])

export async function run(input: LoadInput, say: (said: unknown) => void): Promise<void> {
  const reported: string[] = []
  const desk = await openDesk({
    dataDir: input.dataDir,
    key: Buffer.alloc(32, 1),
    keyStore: 'ownerOnlyFile',
    host: 'web',
    version: '0.0.0-test',
    deskName: input.deskName,
    clock: () => new Date(input.now),
    report: (error) => reported.push(error instanceof Error ? error.message : String(error)),
    postgres: { connectionString: input.postgresUrl },
  })
  const page: PageOf = (commandKey) =>
    createRouterClient(desk.router, { context: { clientId: 'page', commandKey } }) as DeskClient
  await page().staff.signIn({ username: input.username, password: input.password })
  say({ open: true })
  for (const { go, what } of input.work) {
    while (!existsSync(go)) await pause(5)
    say({ ...(await doWork(page, input, what)), reported: [...reported] } satisfies LoadOutcome)
  }
  await desk.close()
  say({ closed: true })
}

/** The page of a clerk, with the key of the command that it sends. */
type PageOf = (commandKey?: string) => DeskClient
type Clerk = Pick<LoadInput, 'deskName' | 'deskNo'>

/** Does a piece of work as a clerk at a page does: what was not answered is sent again with its key. */
export async function doWork(page: PageOf, clerk: Clerk, what: Work): Promise<Omit<LoadOutcome, 'reported'>> {
  const done: string[] = []
  const told: Record<string, number> = {}
  let longestMs = 0
  const act = async <Value>(command: (client: DeskClient) => Promise<Value>): Promise<Value | null> => {
    const client = page(randomUUID())
    const began = performance.now()
    for (;;) {
      try {
        const value = await command(client)
        longestMs = Math.max(longestMs, performance.now() - began)
        return value
      } catch (error) {
        if (!(error instanceof ORPCError)) throw error
        const name = String((error.data as { refusal?: string } | undefined)?.refusal ?? error.code)
        told[name] = (told[name] ?? 0) + 1
        if (!unanswered.has(error.code)) return null
        await pause(200)
      }
    }
  }
  if (what.kind === 'book') {
    for (const { startsAt, lane } of what.slots) {
      const booked = await act((client) => client.appointments.book(booking(clerk.deskName, startsAt, lane)))
      if (booked) done.push(`${startsAt} ${lane}`)
    }
  }
  if (what.kind === 'call') {
    await act((client) => client.visits.takeDesk({ deskNo: clerk.deskNo, takeOver: false }))
    for (;;) {
      const called = await act((client) => client.visits.callNext())
      if (!called?.visit) break
      const { id, version } = called.visit
      done.push(id)
      await act((client) => client.visits.finish({ id, version, outcome: 'done', note: '' }))
    }
  }
  if (what.kind === 'note') {
    for (let number = 1; !existsSync(what.stop); number += 1) {
      const text = `${clerk.deskName}, ${number}. muistiinpano`
      if (await act((client) => client.residents.addNote({ id: what.residentId, text }))) done.push(text)
    }
  }
  return { done, told, longestMs }
}

const booking = (name: string, startsAt: string, lane: number) => ({
  residentId: null,
  person: { kind: 'applicant' as const, name },
  team: 'service' as const,
  reason: 'keys' as const,
  startsAt: new Date(startsAt),
  lane,
  phone: null,
  email: null,
  language: 'fi' as const,
  additionalInformation: '',
})
