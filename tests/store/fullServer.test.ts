import { execFileSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, expect, inject, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { signInAt } from '../commands/keyed'
import { openTestDesk } from '../support/desk'
import { nameOf } from '../support/outcomes'
import { deskRole, template } from '../support/template'
import { openCounter } from '../visits/counter'

const cleanUps: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
})

/** A disk of so many megabytes that the server's user writes on; null where nobody may mount one. */
function smallDisk(megabytes: number): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'heka-desk-disk-'))
  cleanUps.push(() => rmSync(folder, { recursive: true }))
  const options = `size=${megabytes}m,mode=700,uid=postgres,gid=postgres`
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  cleanUps.push(() => execFileSync('/bin/umount', ['--lazy', folder]))
  return folder
}

/** Takes all the room that is left, until the answer is called. */
function fill(folder: string): () => void {
  const path = join(folder, 'something-else')
  const file = openSync(path, 'w')
  for (let size = 1 << 20; size >= 1024; ) {
    try {
      writeSync(file, Buffer.alloc(size))
    } catch {
      size /= 2
    }
  }
  closeSync(file)
  return () => rmSync(path)
}

/** An office's database that lies on a disk, by the address that desks have. */
async function officeOn(folder: string): Promise<string> {
  const owner = new Client({ connectionString: inject('postgresUrl') })
  await owner.connect()
  const name = `full_${randomBytes(4).toString('hex')}`
  await owner.query(`CREATE TABLESPACE ${name} LOCATION '${folder}'`)
  await owner.query(`CREATE DATABASE ${name} TEMPLATE ${template} TABLESPACE ${name}`)
  cleanUps.push(async () => {
    await owner.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await owner.query(`DROP TABLESPACE ${name}`)
    await owner.end()
  })
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  url.username = deskRole
  url.password = deskRole
  return url.href
}

const note = () => randomBytes(900).toString('hex')

/** Writes notes until one is told something else than that it is done. */
async function writeUntilTold(page: DeskClient, id: string): Promise<string> {
  for (let n = 0; n < 2_000; n += 1) {
    const told = await nameOf(page.residents.addNote({ id, text: note() }))
    if (told !== 'done') return told
  }
  return 'done'
}

it('a server whose disk is full says so by name, stays to be read, and is written to when there is room', async ({
  skip,
}) => {
  const folder = smallDisk(32)
  if (folder === null) return skip('nobody may mount a small disk here')
  const postgresUrl = await officeOn(folder)
  const { value: counter, cleanUp } = await openCounter('postgres', { postgresUrl })
  cleanUps.push(cleanUp)
  const { page, desk, ids } = counter
  const { withKey } = await signInAt(desk, 'aino')

  const makeRoom = fill(folder)
  expect(await writeUntilTold(page, ids.asa)).toBe('DISK_FULL')
  const send = withKey(randomUUID())
  const last = { id: ids.asa, text: note() }
  // Rows that are little enough may still find room in pages that are there; this one does not.
  expect(await nameOf(send.residents.addNote(last))).toBe('DISK_FULL')
  expect(await page.residents.read({ id: ids.asa })).toMatchObject({ id: ids.asa })
  expect(await page.system.status()).toMatchObject({ database: { state: 'ready' } })
  const other = await openTestDesk('postgres', { postgresUrl, deskName: 'Tiski 2' })
  expect(await other.value.page().system.status()).toMatchObject({ database: { state: 'ready' } })
  await other.cleanUp()

  makeRoom()
  const written = await send.residents.addNote(last)
  expect(await send.residents.addNote(last)).toEqual(written)
  const kept = await counter.sql(`SELECT id FROM timeline_event WHERE detail ->> 'text' = '${last.text}'`)
  expect(kept).toHaveLength(1)
  expect(await page.audit.verify()).toMatchObject({ intact: true })
  const reported = desk.reported.splice(0).map(String)
  expect(new Set(reported)).toEqual(new Set(['Error: StoreError diskFull 53100']))
})
