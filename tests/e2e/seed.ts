import { randomBytes, scryptSync } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { DeskClient } from '#shared/contract/index'
import { registerFiles } from '#shared/contract/register'
import { connect, startHost } from './host'
import type { OfficeServer } from './officeServer'

/** The first administrator, who is also the lead and serves at the counter. */
export const administrator = { name: 'Aino Lehtinen', username: 'aino', password: 'kolme kissaa ja koira' }
/** Somebody who serves residents on the phone and nothing else. */
export const phoneAgent = { name: 'Pekka Salo', username: 'pekka', password: 'neljä hiirtä ja juusto' }

/** A new, empty data folder. */
export const newFolder = () => mkdtempSync(join(tmpdir(), 'heka-desk-e2e-'))

const root = join(import.meta.dirname, '..', '..')
const thisYear = new Date().getFullYear()

// The example is of November 2026; these days are moved, so that who has ended and who is coming stays so in other years.
const moved: readonly (readonly [text: string, to: string])[] = [
  ['2012-06-01,2026-12-31,2026-11-10', `2012-06-01,${thisYear - 1}-12-31,${thisYear - 1}-11-10`],
  ['L000009,1006-B14,2026-11-12,2026-12-15', `L000009,1006-B14,${thisYear - 1}-11-12,${thisYear + 1}-12-15`],
  ['L000009,P000014,main_tenant,2026-12-15', `L000009,P000014,main_tenant,${thisYear + 1}-12-15`],
  ['L000010,1003-A5,,2027-01-15', `L000010,1003-A5,,${thisYear + 2}-01-15`],
  ['L000010,P000015,main_tenant,2027-01-15', `L000010,P000015,main_tenant,${thisYear + 2}-01-15`],
  ['301212A968B,2012-12-30', `,${thisYear - 13}-12-30`],
]

/** The five files of docs/example-register, by name. */
export const exampleRegister = (): ReadonlyMap<string, string> =>
  new Map(
    registerFiles.map((file) => {
      const name = `${file}.csv`
      return [name, readFileSync(join(root, 'docs', 'example-register', name), 'utf8')]
    }),
  )

async function importFiles(desk: DeskClient, files: ReadonlyMap<string, string>) {
  const named = [...files].map(([name, text]) => ({ name, bytes: Buffer.from(text) }))
  const { uploadId } = await desk.register.startUpload({
    files: named.map(({ name, bytes }) => ({ name, size: bytes.length })),
  })
  for (const { name, bytes } of named) {
    await desk.register.uploadChunk({ uploadId, name, offset: 0, base64: bytes.toString('base64') })
  }
  await importUpload(desk, uploadId)
}

async function importUpload(desk: DeskClient, uploadId: string) {
  for await (const event of await desk.register.preview({ uploadId })) {
    if (event.type === 'preview' && event.preview.problems.length > 0) throw new Error('a file is unusable')
  }
  const meant = { withoutRejected: false, endsManyMeant: false }
  for await (const _ of await desk.register.apply({ uploadId, ...meant }));
}

/**
 * A hash of a password that takes no time to check: a hash carries its own parameters. What the program itself makes of a
 * password is as dear as ever.
 */
function cheapHash(password: string): string {
  const salt = randomBytes(16)
  const key = scryptSync(password.normalize('NFKC'), salt, 32, { N: 16, r: 8, p: 1 })
  return `scrypt$16$8$1$${salt.toString('base64url')}$${key.toString('base64url')}`
}

/** Gives the people of a folder that no program has open such hashes. */
async function makePasswordsCheap({ dataDir, office, database }: Filled) {
  const hashes = [administrator, phoneAgent].map(({ username, password }) => [cheapHash(password), username])
  if (office) {
    const change = 'UPDATE staff SET password_hash = $1 WHERE username = $2'
    for (const each of hashes) await office.asOwner(database, change, each)
    return
  }
  const file = new Database(join(dataDir, 'desk.db'))
  try {
    file.pragma(`cipher='sqlcipher'`)
    file.pragma(`key="x'${readFileSync(join(dataDir, 'desk.key'), 'latin1').trim()}'"`)
    const change = file.prepare('UPDATE staff SET password_hash = ? WHERE username = ?')
    for (const each of hashes) change.run(...each)
  } finally {
    file.close()
  }
}

/** A data folder to make copies of, and the office's server and database that it works with, if it is not on its own. */
export interface Filled {
  readonly dataDir: string
  readonly office: OfficeServer | null
  readonly database: string
}

/** A name for a database that no other has. */
const newDatabase = () => `desk_${randomBytes(6).toString('hex')}`

/** A data folder that works with a database of its own: copies of others, or both empty. */
export async function copyFilled(of: Filled | null, office: OfficeServer | null): Promise<Filled> {
  const made: Filled = { dataDir: newFolder(), office: of ? of.office : office, database: newDatabase() }
  if (of) cpSync(of.dataDir, made.dataDir, { recursive: true })
  await made.office?.use(made.dataDir, made.database, of?.database)
  return made
}

/** Makes a data folder with the administrator and what `fill` puts there. */
export async function filledFolder(
  office: OfficeServer | null,
  fill: (desk: DeskClient) => Promise<void>,
): Promise<Filled> {
  const filled = await copyFilled(null, office)
  const host = await startHost(filled.dataDir)
  try {
    const desk = await connect(host.address)
    await desk.staff.createFirstAdministrator({ ...administrator, servesResidents: true })
    await fill(desk)
  } finally {
    await host.stop()
  }
  await makePasswordsCheap(filled)
  return filled
}

/** A data folder with the example register (a real one to the program), the administrator and the phone agent. */
export const exampleFolder = (office: OfficeServer | null) =>
  filledFolder(office, async (desk) => {
    const files = [...exampleRegister()].map(
      ([name, text]) =>
        [name, moved.reduce((changed, [from, to]) => changed.replace(from, to), text)] as const,
    )
    await importFiles(desk, new Map(files))
    const { password, ...agent } = phoneAgent
    const first = 'vain ensimmäiseksi kerraksi'
    await desk.staff.add({ ...agent, roles: ['phone'], password: first })
    await desk.staff.signIn({ username: agent.username, password: first })
    await desk.staff.changeOwnPassword({ current: first, next: password })
  })

/** Writes a practice register of so many apartments into an empty desk. */
export async function loadPractice(desk: DeskClient, apartments: number) {
  for await (const event of await desk.register.generatePractice({ apartments, seed: 1 })) {
    if (event.type === 'ready') await importUpload(desk, event.uploadId)
  }
}

/** A data folder with a practice register and the administrator, and a dozen notes on its best-known resident. */
export const practiceFolder = (office: OfficeServer | null) =>
  filledFolder(office, async (desk) => {
    await loadPractice(desk, 300)
    const { hits } = await desk.residents.search({ text: 'virtanen meija katariina' })
    const id = hits[0]!.id
    for (let at = 1; at <= 12; at++) {
      await desk.residents.addNote({ id, text: `Asukas kysyi saunavuorosta, ${at}. kerran.` })
    }
  })
