import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TimetableChange } from '#shared/contract/timetable'
import { password } from '../support/desk'
import type { Engine, Opened } from '../support/engines'
import { type OtherProcess, startProcess } from '../support/otherProcess'
import type { LoadInput, LoadOutcome, Work } from '../support/processes/deskUnderLoad'
import { openServer, type TestServer } from '../support/server'
import { deskRole, makeTemplate, template } from '../support/template'
import { opening } from '../support/timetable'
import { type Counter, openCounter, tuesday } from '../visits/counter'

/** So many desks work at once. */
export const desks = 16
/** A Friday on which all of them are open from eight to four: 512 slots. */
export const friday = '2026-11-27'

/** An office with sixteen clerks, and on PostgreSQL a server of its own. */
export interface LoadedOffice {
  readonly counter: Counter
  readonly server: TestServer | null
  readonly usernames: readonly string[]
  /** Sixteen programs, each with its clerk, that wait for their work. */
  programs(work: (desk: number) => readonly Work[]): Promise<Programs>
}

export interface Programs {
  /** Lets all begin their next piece of work; gives what each came to. */
  go(): Promise<() => Promise<LoadOutcome[]>>
  end(): Promise<void>
}

async function officeDatabase(server: TestServer): Promise<string> {
  const name = `office_${randomBytes(4).toString('hex')}`
  const client = new Client({ connectionString: server.url })
  await client.connect()
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  await client.end()
  const url = new URL(server.url)
  url.pathname = `/${name}`
  url.username = deskRole
  url.password = deskRole
  return url.href
}

/** Opens an office on the engine with sixteen clerks, desks and a long Friday. */
export async function openLoadedOffice(engine: Engine): Promise<Opened<LoadedOffice>> {
  const server = engine === 'postgres' ? await openServer([]) : null
  if (server) await makeTemplate(server.url)
  const postgresUrl = server && (await officeDatabase(server))
  const { value: counter, cleanUp } = await openCounter(engine, postgresUrl ? { postgresUrl } : {})
  const usernames: string[] = []
  for (let clerk = 0; clerk < desks; clerk += 1) {
    const page = await counter.colleague('counter')
    usernames.push((await page.staff.session())!.username)
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
  async function programs(work: (desk: number) => readonly Work[]): Promise<Programs> {
    const mark = randomBytes(4).toString('hex')
    let begun = 0
    const goFile = (piece: number) => join(folder, `${mark}-go-${piece}`)
    const started: OtherProcess[] = []
    for (let desk = 0; desk < desks; desk += 1) {
      const dataDir = await mkdtemp(join(folder, 'desk-'))
      const input: LoadInput = {
        dataDir,
        postgresUrl: postgresUrl!,
        deskName: `Työpiste ${desk + 1}`,
        username: usernames[desk]!,
        password,
        deskNo: desk + 1,
        now: counter.desk.now().toISOString(),
        work: work(desk).map((what, piece) => ({ go: goFile(piece), what })),
      }
      started.push(startProcess('deskUnderLoad', input))
    }
    for (const program of started) await program.next()
    return {
      async go() {
        await writeFile(goFile(begun), '')
        begun += 1
        return () => Promise.all(started.map((program) => program.next<LoadOutcome>()))
      },
      async end() {
        for (const program of started) await program.kill()
      },
    }
  }
  return {
    value: { counter, server, usernames, programs },
    async cleanUp() {
      await cleanUp().finally(async () => {
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
