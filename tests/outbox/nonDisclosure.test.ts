import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../residents/office'
import { type Opened, onBothEngines } from '../support/engines'
import { setServer } from '../support/settings'
import { type MailServer, openMailServer, reply } from './mailServer'
import { eventually, smtpTo } from './outboxOffice'

onBothEngines('a message to a person under non-disclosure', (engine) => {
  let server: Opened<MailServer>
  let opened: Opened<Office>
  beforeAll(async () => {
    server = await openMailServer({
      onRecipient: () => {
        throw reply(550)
      },
    })
    opened = await openOffice(engine)
  })
  afterAll(async () => {
    await opened.cleanUp()
    await server.cleanUp()
  })

  it('shows its address in no list, no page and no answer', async () => {
    const { page, ids } = opened.value
    await setServer(page, smtpTo(server.value.port))
    const { visit } = await page.appointments.book({
      residentId: ids.salla,
      person: null,
      team: 'service',
      reason: 'lease',
      startsAt: new Date('2026-11-25T07:15:00Z'),
      lane: null,
      phone: null,
      email: 'kerrottu@example.com',
      language: 'fi',
      additionalInformation: '',
    })
    const failed = await eventually(async () => {
      const { messages } = await page.outbox.list({ show: 'attention', page: 0 })
      expect(messages).toHaveLength(1)
      return messages[0]!
    })
    expect(failed).toMatchObject({ to: null, residentId: ids.salla, problem: 'recipientRefused' })
    const answers = [
      failed,
      visit,
      await page.outbox.read({ id: failed.id }),
      await page.outbox.resend({ id: failed.id }),
      await page.appointments.read({ id: visit.id }),
    ]
    expect(JSON.stringify(answers)).not.toContain('kerrottu')
    const { records } = await page.audit.list({
      residentId: ids.salla,
      staffId: null,
      from: null,
      to: null,
      upTo: null,
      page: 0,
    })
    const actions = records.map(({ action }) => action)
    expect(actions).toEqual(expect.arrayContaining(['outbox.read', 'outbox.resend']))
  })
})
