import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDesk, password, type TestDesk } from '../support/desk'
import type { Opened } from '../support/engines'
import { inDatabase } from '../support/raw'
import { setServer } from '../support/settings'
import { type MailServer, openMailServer } from './mailServer'
import { eventually, type OutboxOffice, officeOf, openOutboxOffice, quarter, smtpTo } from './outboxOffice'

describe('two desks of one PostgreSQL', () => {
  let server: Opened<MailServer>
  let first: Opened<OutboxOffice>
  let second: Opened<TestDesk>
  beforeAll(async () => {
    server = await openMailServer()
    first = await openOutboxOffice('postgres')
    second = await openTestDesk('postgres', {
      postgresUrl: first.value.desk.postgresUrl,
      deskName: 'Tiski 2',
    })
  })
  afterAll(async () => {
    await second.cleanUp()
    await first.cleanUp()
    await server.cleanUp()
  })

  it('send each message once', async () => {
    const page = second.value.page()
    await page.staff.signIn({ username: 'aino', password })
    const other = officeOf(second.value, page)
    const count = 24
    for (let n = 0; n < count; n += 1)
      await first.value.book({ email: `n${n}@example.com`, startsAt: quarter(n % 8) })
    const { smtp } = await setServer(page, smtpTo(server.value.port))
    // Both wake at once.
    await Promise.all([first.value.server(server.value.port), other.later(0)])
    await eventually(async () =>
      expect((await page.outbox.list({ show: 'sent', page: 0 })).total).toBe(count),
    )
    expect(smtp?.port).toBe(server.value.port)
    const recipients = server.value.arrived.flatMap(({ to }) => to)
    expect(recipients.toSorted()).toEqual([...new Set(recipients)].toSorted())
    expect(recipients).toHaveLength(count)
    const confirmations = (await other.messages()).filter(({ kind }) => kind === 'confirmation')
    expect(confirmations.map(({ attempts }) => attempts)).toEqual(Array(count).fill(1))
    expect([...first.value.desk.reported, ...second.value.reported]).toEqual([])
  })

  it.each([
    ['waits for its claim to run out', 1, 'NULL', 'sending'],
    ['sends it when its claim has run out', -1, 'NULL', 'sent'],
    ['shows it when the server may have it', -1, 'now()', 'uncertain'],
  ] as const)(
    'and one that lost its power with a message in hand: the other %s',
    async (_what, minutes, handedOver, state) => {
      const { desk } = first.value
      const { visit } = await first.value.book({
        email: `${state}@example.com`,
        startsAt: '2026-12-02T07:15:00Z',
      })
      await first.value.until('confirmation', { state: 'sent', visitId: visit.id })
      const arrived = server.value.arrived.length
      const until = new Date(desk.now().getTime() + minutes * 60_000).toISOString()
      await inDatabase(desk, (raw) =>
        raw.run(
          `UPDATE outbox_message SET state = 'sending', claimed_by = 'another', claimed_until = '${until}',
           handed_over_at = ${handedOver}, sent_at = NULL WHERE visit_id = '${visit.id}' AND kind = 'confirmation'`,
        ),
      )
      // A third desk opens, and looks at once.
      const third = await openTestDesk('postgres', { postgresUrl: desk.postgresUrl, now: desk.now() })
      await first.value.until('confirmation', { state, visitId: visit.id })
      await third.cleanUp()
      expect(server.value.arrived).toHaveLength(arrived + (state === 'sent' ? 1 : 0))
      expect(third.value.reported).toEqual([])
      await first.value.page.appointments.cancel({ id: visit.id, version: visit.version, by: 'heka' })
      await first.value.until('cancelled', { state: 'sent', visitId: visit.id })
    },
  )
})
