import { execFileSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { signInAt } from '../commands/keyed'
import { asDesk } from '../load/office'
import { openTestDesk } from '../support/desk'
import { nameOf } from '../support/outcomes'
import { openServer } from '../support/server'
import { makeTemplate, onServer, template } from '../support/template'
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

/**
 * An office's database that lies on a disk, by the address that desks have. Its server is the test's own: a full disk holds up
 * what the server does for its other databases too.
 */
async function officeOn(folder: string): Promise<string> {
  const server = await openServer(['-c', 'fsync=off'])
  cleanUps.push(() => server.stop())
  await makeTemplate(server.url)
  await onServer(server.url, async (owner) => {
    await owner.query(`CREATE TABLESPACE full_disk LOCATION '${folder}'`)
    await owner.query(`CREATE DATABASE on_full_disk TEMPLATE ${template} TABLESPACE full_disk`)
  })
  return asDesk(server.url, 'on_full_disk')
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
