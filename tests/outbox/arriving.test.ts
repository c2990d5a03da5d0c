import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Opened, onBothEngines } from '../support/engines'
import { type Arrived, type MailServer, openMailServer } from './mailServer'
import { eventually, type OutboxOffice, openOutboxOffice, quarter } from './outboxOffice'

/** The calendar entry that a message carries. */
function entryOf({ mail }: Arrived) {
  const file = mail.attachments.find(({ contentType }) => contentType === 'application/ics')
  const calendar = new ICAL.Component(ICAL.parse(String(file?.content)))
  return { method: calendar.getFirstPropertyValue('method'), event: calendar.getFirstSubcomponent('vevent')! }
}

onBothEngines('what arrives', (engine) => {
  let server: Opened<MailServer>
  let opened: Opened<OutboxOffice>
  let office: OutboxOffice
  beforeAll(async () => {
    server = await openMailServer()
    opened = await openOutboxOffice(engine)
    office = opened.value
    await office.server(server.value.port)
  })
  afterAll(async () => {
    await opened.cleanUp()
    await server.cleanUp()
    expect(office.desk.reported).toEqual([])
  })
  const arriving = (email: string, count: number) =>
    eventually(() => {
      const theirs = server.value.arrived.filter(({ to }) => to.includes(email))
      expect(theirs).toHaveLength(count)
      return theirs
    })

  it.each([
    [
      'fi',
      'Hei Meija Virtanen,',
      'keskiviikko 25.11.2026 klo 9.15',
      'voimassa oleva passi tai henkilökortti',
    ],
    ['sv', 'Hej Meija Virtanen,', 'onsdag 25.11.2026 kl. 9.15', 'ett giltigt pass eller identitetskort'],
    ['en', 'Dear Meija Virtanen,', 'Wednesday 25 November 2026 at 9:15', 'a valid passport or identity card'],
  ] as const)('says in %s everything that the customer needs', async (language, greeting, when, bring) => {
    const email = `${language}@example.com`
    const { visit } = await office.book({ email, language, additionalInformation: 'Avioero, salainen' })
    const [message] = await arriving(email, 1)
    const { mail, raw, from } = message!
    expect(from).toBe('ajanvaraus@example.com')
    expect(mail.subject).toContain(when)
    expect(mail.from?.value).toEqual([{ name: 'Hekan asiakaspalvelu', address: 'ajanvaraus@example.com' }])
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail.date).toEqual(office.desk.now())
    const text = mail.text ?? ''
    for (const said of [
      greeting,
      when,
      bring,
      visit.reference!,
      'Viipurinkatu 2',
      '500',
      '510',
      'Sturenkatu',
      'Alppila',
      'Linnanmäki',
      '09 5767 3000',
    ])
      expect(text).toContain(said)
    expect(text).not.toMatch(/[{}]|undefined|\bnull\b/)
    expect(raw + text).not.toContain('salainen')
    // The invitation that mail programs show, and the same as a file.
    expect(raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/m)
    expect(raw).toMatch(/^Content-Type: application\/ics; name=invite\.ics/m)
    await office.until('confirmation', { state: 'sent', attempts: 1, sentAt: office.desk.now() })
  })

  it('moves and cancels the entry in the customer’s calendar', async () => {
    const email = 'calendar@example.com'
    const { visit } = await office.book({ email, startsAt: quarter(2) })
    await arriving(email, 1)
    const moved = await office.page.appointments.move({
      id: visit.id,
      version: visit.version,
      startsAt: new Date('2026-11-26T11:00:00Z'),
      lane: null,
    })
    await arriving(email, 2)
    await office.page.appointments.cancel({ id: visit.id, version: moved.visit.version, by: 'customer' })
    const messages = await arriving(email, 3)
    const entries = messages.map(entryOf)
    expect(entries.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL'])
    expect(entries.map(({ event }) => event.getFirstPropertyValue('uid'))).toEqual(
      Array(3).fill(`${visit.id}@hekaoy.fi`),
    )
    const sequences = entries.map(({ event }) => Number(event.getFirstPropertyValue('sequence')))
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b))
    expect(new Set(sequences).size).toBe(3)
    expect(entries.map(({ event }) => event.getFirstPropertyValue('status'))).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'CANCELLED',
    ])
    expect(entries.map(({ event }) => new ICAL.Event(event).startDate.toJSDate().toISOString())).toEqual([
      quarter(2),
      '2026-11-26T11:00:00.000Z',
      '2026-11-26T11:00:00.000Z',
    ])
    for (const { event } of entries) {
      expect(event.getFirstPropertyValue('organizer')).toBe('mailto:ajanvaraus@example.com')
      expect(event.getFirstPropertyValue('attendee')).toBe(`mailto:${email}`)
      expect(event.getFirstPropertyValue('location')).toContain('Viipurinkatu 2')
    }
    const [, second, third] = messages
    expect(second!.mail.text).toContain('torstai 26.11.2026 klo 13.00')
    expect(second!.mail.text).not.toContain('25.11.2026')
    expect(second!.mail.subject).toContain('siirretty')
    expect(third!.mail.subject).toContain('peruttu')
    expect(new Set(messages.map(({ mail }) => mail.messageId)).size).toBe(3)
  })

  it.each([
    ['another recipient', 'Meija" <other@example.com>, "Virtanen'],
    ['letters from everywhere', 'Þórð Żółć Ñandú 李小龍 Δοκιμή 😀'],
    ['a very long name', 'Pitkänimi-'.repeat(11)],
    ['an encoded word', '=?utf-8?Q?Meija=0D=0ABcc:_all@example.com?='],
    ['a template', '$& {name} $1'],
  ])('takes a name with %s as a name', async (_what, name) => {
    const email = 'names@example.com'
    const before = server.value.arrived.length
    const booked = await office.book({ email, name, startsAt: quarter(4) })
    await eventually(() => expect(server.value.arrived).toHaveLength(before + 1))
    const { mail, raw, to } = server.value.arrived.at(-1)!
    expect(to).toEqual([email])
    expect(
      [mail.to]
        .flat()
        .flatMap((one) => one?.value ?? [])
        .map(({ address }) => address),
    ).toEqual([email])
    expect(mail.bcc).toBeUndefined()
    expect(mail.text).toContain(`Hei ${name.trim()},`)
    const head = raw.slice(0, raw.indexOf('\r\n\r\n'))
    for (const line of head.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998)
    await office.page.appointments.cancel({ id: booked.visit.id, version: booked.visit.version, by: 'heka' })
    await eventually(() => expect(server.value.arrived).toHaveLength(before + 2))
  })
})
