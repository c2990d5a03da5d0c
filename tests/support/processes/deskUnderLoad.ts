import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { createRouterClient, ORPCError } from '@orpc/server'
import { openDesk } from '#core/desk'
import type { DeskClient } from '#shared/contract/index'

/** One desk's program with one clerk, and what they do when the file `go` is there. */
export interface LoadInput {
  readonly dataDir: string
  readonly postgresUrl: string
  readonly deskName: string
  readonly username: string
  readonly password: string
  readonly deskNo: number
  readonly now: string
  readonly go: string
  readonly work: Work
}

interface Slot {
  readonly startsAt: string
  readonly lane: number
}

export type Work =
  /** Tries to book each of these slots. */
  | { readonly kind: 'book'; readonly slots: readonly Slot[] }
  /** Calls and serves whoever is next until nobody waits. */
  | { readonly kind: 'call' }
  /** Writes a note, tries to book the next slot and serves whoever is next, in turn, until the file `stop` is there. */
  | {
      readonly kind: 'everything'
      readonly residentId: string
      readonly slots: readonly Slot[]
      readonly stop: string
    }

/** A command that was answered: what it did, and when the answer came (milliseconds since 1970). */
export interface Acknowledged {
  readonly did: 'booked' | 'called' | 'finished' | 'noted'
  /** The slot and the desk that has it, the visit's id, or the note's text. */
  readonly what: string
  readonly at: number
}

/** How a piece of work ended. */
export interface LoadOutcome {
  /** How often the clerk was told something else, by its name. */
  readonly told: Readonly<Record<string, number>>
  /** Errors of the program that no clerk should be shown. */
  readonly reported: readonly string[]
  /** The longest that a command took, with all its tries; milliseconds. */
  readonly longestMs: number
}

/** The error that means that no answer came: the same command is sent again, with its key. */
const unanswered = 'DATABASE_LOST'
const againMs = 200

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
  while (!existsSync(input.go)) await pause(5)
  const outcome = await doWork(page, input, input.work, say)
  say({ ...outcome, reported } satisfies LoadOutcome)
  await desk.close()
}

/** The page of a clerk, with the key of the command that it sends. */
type PageOf = (commandKey?: string) => DeskClient
type Clerk = Pick<LoadInput, 'deskName' | 'deskNo'>

/** Does a piece of work as a clerk at a page does: what was not answered is sent again with its key. */
export async function doWork(
  page: PageOf,
  clerk: Clerk,
  work: Work,
  acknowledge: (done: Acknowledged) => void,
): Promise<Omit<LoadOutcome, 'reported'>> {
  const told: Record<string, number> = {}
  let longestMs = 0

  /** One command until it is answered; null when the answer is a refusal. */
  async function act<Value>(command: (client: DeskClient) => Promise<Value>): Promise<Value | null> {
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
        if (name !== unanswered) return null
        await pause(againMs)
      }
    }
  }
  const done = (did: Acknowledged['did'], what: string) => acknowledge({ did, what, at: Date.now() })

  async function book({ startsAt, lane }: Slot): Promise<void> {
    const booked = await act((client) => client.appointments.book(booking(clerk.deskName, startsAt, lane)))
    if (booked) done('booked', `${startsAt} ${lane} ${clerk.deskName}`)
  }
  const takeDesk = () => act((client) => client.visits.takeDesk({ deskNo: clerk.deskNo, takeOver: false }))
  /** Whether somebody was waiting. */
  async function serve(): Promise<boolean> {
    const called = await act((client) => client.visits.callNext())
    if (!called?.visit) return false
    const { id, version } = called.visit
    done('called', id)
    const finished = await act((client) => client.visits.finish({ id, version, outcome: 'done', note: '' }))
    if (finished) done('finished', id)
    return true
  }

  if (work.kind === 'book') for (const slot of work.slots) await book(slot)
  if (work.kind === 'call') {
    await takeDesk()
    while (await serve());
  }
  if (work.kind === 'everything') {
    await takeDesk()
    for (let turn = 0; !existsSync(work.stop); turn += 1) {
      const text = `${clerk.deskName}, ${turn + 1}. muistiinpano`
      if (await act((client) => client.residents.addNote({ id: work.residentId, text }))) done('noted', text)
      const slot = work.slots[turn]
      if (slot) await book(slot)
      await serve()
    }
  }
  return { told, longestMs }
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
