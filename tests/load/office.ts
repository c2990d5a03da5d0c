import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { DeskClient } from '#shared/contract/index'
import type { TimetableChange } from '#shared/contract/timetable'
import { openProxy, type ServerProxy } from '../store/proxy'
import { password } from '../support/desk'
import type { Engine, Opened } from '../support/engines'
import { type OtherProcess, startProcess } from '../support/otherProcess'
import {
  type Acknowledged,
  doWork,
  type LoadInput,
  type LoadOutcome,
  type Work,
} from '../support/processes/deskUnderLoad'
import { openServer, type TestServer } from '../support/server'
import { deskRole, makeTemplate, onServer, template } from '../support/template'
import { opening } from '../support/timetable'
import { at, type Counter, openCounter, tuesday } from '../visits/counter'

/** A Friday on which all desks are open from eight to four. */
export const friday = '2026-11-27'
const quarter = 15 * 60_000

/** The first slots of the Friday, so many, of an office with so many desks. */
export const slotsOf = (desks: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    startsAt: new Date(at(friday, '08:00').getTime() + Math.floor(index / desks) * quarter).toISOString(),
    lane: (index % desks) + 1,
  }))

/** An office with a clerk for each desk, and on PostgreSQL a server of its own. */
export interface LoadedOffice {
  readonly counter: Counter
  readonly server: TestServer | null
  /** The way to the server of every other desk. */
  readonly proxy: ServerProxy | null
  /** A desk for each clerk: a program on PostgreSQL, a page of the one program on SQLite. It waits for its work. */
  open(work: (desk: number) => Work): Promise<Desks>
}

export interface Desks {
  /** Lets all begin; when all have done their work it gives what each came to. */
  work(): Promise<LoadOutcome[]>
  /** What each desk's commands were answered so far, in its order. */
  readonly acknowledged: readonly (readonly Acknowledged[])[]
}

/** The address that desks have of a database of a server. */
export function asDesk(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  url.username = deskRole
  url.password = deskRole
  return url.href
}

async function officeDatabase(server: TestServer): Promise<string> {
  const name = `office_${randomBytes(4).toString('hex')}`
  await onServer(server.url, (owner) => owner.query(`CREATE DATABASE ${name} TEMPLATE ${template}`))
  return asDesk(server.url, name)
}

/** Opens an office on the engine with so many clerks and desks, and a long Friday. */
export async function openLoadedOffice(engine: Engine, desks: number): Promise<Opened<LoadedOffice>> {
  const server = engine === 'postgres' ? await openServer([]) : null
  if (server) await makeTemplate(server.url)
  const postgresUrl = server && (await officeDatabase(server))
  const proxy = postgresUrl ? await openProxy(postgresUrl) : null
  const { value: counter, cleanUp } = await openCounter(engine, postgresUrl ? { postgresUrl } : {})
  const clerks: { deskName: string; deskNo: number; username: string }[] = []
  for (let deskNo = 1; deskNo <= desks; deskNo += 1) {
    const { username } = (await (await counter.colleague('counter')).staff.session())!
    clerks.push({ deskName: `Työpiste ${deskNo}`, deskNo, username })
  }
  const { timetable } = await counter.page.timetable.read()
  const changes: TimetableChange[] = [
    { kind: 'rules', rules: { ...timetable.rules, desks } },
    { kind: 'day', day: friday, periods: [opening('08:00', '16:00', 'appointment', desks)], note: 'Kaikki' },
    { kind: 'day', day: tuesday, periods: [opening('09:00', '15:00', 'walkIn', desks)], note: 'Kaikki' },
  ]
  for (const [index, change] of changes.entries())
    await counter.page.timetable.save({ version: timetable.version + index, change })
  const folder = await mkdtemp(join(tmpdir(), 'heka-desk-load-'))

  const started: OtherProcess[] = []
  async function openPrograms(url: string, work: (desk: number) => Work): Promise<Desks> {
    const mark = randomBytes(4).toString('hex')
    const go = join(folder, `${mark}-go`)
    const programs: OtherProcess[] = []
    for (const [desk, clerk] of clerks.entries()) {
      const dataDir = join(folder, `${mark}-${desk}`)
      await mkdir(dataDir)
      const input: LoadInput = {
        ...clerk,
        dataDir,
        postgresUrl: proxy && desk % 2 === 0 ? proxy.value.url : url,
        password,
        now: counter.desk.now().toISOString(),
        go,
        work: work(desk),
      }
      const program = startProcess('deskUnderLoad', input)
      programs.push(program)
      started.push(program)
    }
    for (const program of programs) await program.next()
    const acknowledged = programs.map((): Acknowledged[] => [])
    return {
      acknowledged,
      async work() {
        await writeFile(go, '')
        const ended = programs.map(async (program, desk) => {
          for (;;) {
            const said = await program.next<Acknowledged | LoadOutcome>()
            if ('told' in said) return said
            acknowledged[desk]?.push(said)
          }
        })
        return Promise.all(ended)
      },
    }
  }

  async function openPages(work: (desk: number) => Work): Promise<Desks> {
    const pages = clerks.map(({ username }) => (commandKey?: string) => {
      const context = { clientId: username, commandKey }
      return createRouterClient(counter.desk.desk.router, { context }) as DeskClient
    })
    for (const [desk, page] of pages.entries())
      await page().staff.signIn({ username: clerks[desk]!.username, password })
    const acknowledged = pages.map((): Acknowledged[] => [])
    return {
      acknowledged,
      work: () =>
        Promise.all(
          pages.map(async (page, desk) => {
            const done = await doWork(page, clerks[desk]!, work(desk), (each) =>
              acknowledged[desk]?.push(each),
            )
            return { ...done, reported: counter.desk.reported.splice(0).map(String) }
          }),
        ),
    }
  }

  return {
    value: {
      counter,
      server,
      proxy: proxy?.value ?? null,
      open: (work) => (postgresUrl ? openPrograms(postgresUrl, work) : openPages(work)),
    },
    async cleanUp() {
      for (const program of started) await program.kill()
      await cleanUp().finally(async () => {
        await proxy?.cleanUp()
        await server?.stop()
        await rm(folder, { recursive: true, force: true })
      })
    },
  }
}

/** The same things in an order of its own for each seed. */
export function shuffled<Value>(values: readonly Value[], seed: number): Value[] {
  const rest = [...values]
  const mixed: Value[] = []
  let state = seed + 1
  while (rest.length > 0) {
    state = (state * 48_271) % 2_147_483_647
    mixed.push(...rest.splice(state % rest.length, 1))
  }
  return mixed
}

/** How often anybody was told what. */
export function tallied(outcomes: readonly LoadOutcome[]): Record<string, number> {
  const all: Record<string, number> = {}
  for (const { told } of outcomes)
    for (const [name, times] of Object.entries(told)) all[name] = (all[name] ?? 0) + times
  return all
}
