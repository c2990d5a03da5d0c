import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTestDesk, password, testNow } from '../support/desk'
import { startProcess } from '../support/otherProcess'
import { inDatabase } from '../support/raw'
import { apply, preview, startPractice } from '../support/register'

// A file size limit makes the same writes fail as a full disk does. Windows has none.
describe.skipIf(process.platform === 'win32')('a full disk', () => {
  const residents = 'SELECT * FROM resident ORDER BY id'

  it('ends an import by its name and leaves the register as it was', async () => {
    const opened = await openTestDesk('sqlite')
    const desk = opened.value
    const page = await desk.administrator()
    const uploadId = await startPractice(page, 30)
    await preview(page, uploadId)
    await apply(page, uploadId)
    const before = await inDatabase(desk, (raw) => raw.rows<unknown>(residents))
    await (await desk.reopen()).value.desk.close()
    const { size } = await stat(join(desk.dataDir, 'desk.db'))

    const { dataDir, key } = desk
    const input = { dataDir, key: key.toString('hex'), password, now: testNow, apartments: 1200 }
    const other = startProcess('importOnFullDisk', input, size + 1_000_000)
    expect(await other.next()).toMatchObject({
      outcome: 'DISK_FULL',
      found: 1,
      read: 'done',
      residents: before.length,
    })
    await other.kill()

    const reopened = await openTestDesk('sqlite', { dataDir, key })
    expect(await inDatabase(desk, (raw) => raw.rows(residents))).toEqual(before)
    expect(await inDatabase(desk, (raw) => raw.rows('PRAGMA quick_check'))).toEqual([{ quick_check: 'ok' }])
    const after = reopened.value.page()
    await after.staff.signIn({ username: 'aino', password })
    expect(await after.audit.verify()).toMatchObject({ intact: true })
    await reopened.cleanUp()
    await opened.cleanUp()
  })
})
