import { randomInt } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openTestDesk } from '../support/desk'
import { officePostgres, onBothEngines, temporaryFolder } from '../support/engines'
import { startProcess } from '../support/otherProcess'
import { inDatabase } from '../support/raw'
import { openMailServer } from './mailServer'
import { eventually, openOutboxOffice, quarter } from './outboxOffice'

const bookings = 24
const rounds = 5
/** A dead program's claim has run out by then. */
const sixMinutes = 6 * 60_000

interface Row {
  readonly state: string
  readonly message_key: string
}

onBothEngines('a program that is killed while it sends', (engine) => {
  it('sends no message twice and loses none: each is sent, or is shown to be uncertain', async () => {
    // Slow enough that something is always on its way.
    const server = await openMailServer({
      onMessage: async () => {
        await setTimeout(randomInt(25))
      },
    })
    const folder = await temporaryFolder()
    const database = engine === 'postgres' ? await officePostgres() : null
    const opened = await openOutboxOffice(engine, {
      dataDir: folder.value,
      postgresUrl: database?.value ?? null,
    })
    const { desk } = opened.value
    for (let n = 0; n < bookings; n += 1)
      await opened.value.book({ email: `n${n}@example.com`, startsAt: quarter(n % 8) })
    const rows = () =>
      inDatabase(desk, (raw) => raw.rows<Row>('SELECT state, message_key FROM outbox_message'))
    const written = (await rows()).length
    expect(written).toBeGreaterThanOrEqual(bookings)
    await opened.value.server(server.value.port)
    // It is stopped as a program should be; what it has not sent yet waits.
    await opened.cleanUp()

    let now = desk.now()
    for (let round = 0; round < rounds; round += 1) {
      const program = startProcess('sendUntilKilled', {
        dataDir: desk.dataDir,
        key: desk.key.toString('hex'),
        postgresUrl: desk.postgresUrl,
        now: now.toISOString(),
      })
      const connected = server.value.connections()
      try {
        await program.next()
        await eventually(() => expect(server.value.connections()).toBeGreaterThan(connected))
        // Somewhere within a message: before its end, or between that and the answer.
        await setTimeout(randomInt(80))
      } finally {
        await program.kill()
      }
      now = new Date(now.getTime() + sixMinutes)
    }

    const { dataDir, key, postgresUrl } = desk
    const last = await openTestDesk(engine, { dataDir, key, postgresUrl, now })
    await eventually(async () => {
      for (const { state } of await rows()) expect(['sent', 'uncertain']).toContain(state)
    })
    const ended = await rows()
    expect(ended).toHaveLength(written)
    const times = (messageKey: string) =>
      server.value.arrived.filter(({ mail }) => mail.messageId?.includes(messageKey)).length
    for (const { state, message_key } of ended) {
      if (state === 'sent') expect(times(message_key)).toBe(1)
      else expect(times(message_key)).toBeLessThanOrEqual(1)
    }
    expect(last.value.reported).toEqual([])
    await last.cleanUp()
    await database?.cleanUp()
    await folder.cleanUp()
    await server.cleanUp()
  }, 180_000)
})
