import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { composeMail, type MessageRow } from './mail'
import type { SmtpServer } from './settings'

const now = new Date('2026-11-24T08:30:00Z')
const server: SmtpServer = {
  host: 'localhost',
  port: 25,
  security: 'none',
  username: null,
  password: null,
  senderName: 'Hekan asiakaspalvelu',
  senderAddress: 'ajanvaraus@example.com',
}
const ics = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', 'END:VEVENT', 'END:VCALENDAR'].join('\r\n')
const message: MessageRow = {
  id: '1',
  kind: 'confirmation',
  visitId: '2',
  requestId: null,
  keyHandoffId: null,
  defectId: null,
  taskId: null,
  recipientName: 'Meija Virtanen',
  recipient: 'meija@example.com',
  language: 'fi',
  subject: 'Ajanvarauksesi',
  body: 'Hei\n.\n\nfrom here\n',
  ics,
  icsMethod: 'REQUEST',
  messageKey: 'abcdef',
  state: 'sending',
  problem: null,
  attempts: 1,
  nextTryAt: null,
  notAfter: null,
  claimedBy: null,
  claimedUntil: null,
  handedOverAt: null,
  createdAt: now,
  sentAt: null,
}
async function composed(change: Partial<MessageRow> = {}, sender: Partial<SmtpServer> = {}) {
  const mail = await composeMail({ ...message, ...change }, { ...server, ...sender }, now)
  const raw = mail.content.toString('latin1')
  return { ...mail, raw, head: raw.slice(0, raw.indexOf('\r\n\r\n')), read: await simpleParser(mail.content) }
}
const names = (head: string) =>
  head
    .split('\r\n')
    .filter((line) => /^\S/.test(line))
    .map((line) => line.slice(0, line.indexOf(':')))
    .sort()

const hostile = [
  'Meija\r\nBcc: all@example.com',
  'Meija\nX-Injected: 1\n\nbody',
  'Meija\rBcc: all@example.com',
  'Meija\u0000\u2028\u2029\u0085Bcc: all@example.com',
  '"Meija" <other@example.com>, x',
  'Meija\\" <other@example.com>, "x',
  '=?utf-8?Q?Meija=0D=0ABcc:_all@example.com?=',
  'Meija;,:()<>@[]\\.',
  'ä'.repeat(5000),
  'a'.repeat(5000),
  '\ud800 half a letter',
  '😀李小龍 Δοκιμή عربي',
]

describe('an e-mail', () => {
  it('has the headers it needs, and the text as it was written', async () => {
    const { head, read, from, to } = await composed()
    expect(read.messageId).toBe('<abcdef@example.com>')
    expect(read.date).toEqual(now)
    expect(read.text).toBe(message.body)
    expect(read.headers.get('content-language')).toBe('fi')
    expect(head).toMatch(/^Auto-Submitted: auto-generated$/m)
    expect([from, to]).toEqual(['ajanvaraus@example.com', 'meija@example.com'])
  })

  it.each(hostile)('takes %j for a name of the customer', async (recipientName) => {
    const { head, read, to } = await composed({ recipientName })
    expect(names(head)).toEqual(names((await composed()).head))
    expect(to).toBe('meija@example.com')
    const addresses = [read.to].flat().flatMap((one) => one?.value ?? [])
    expect(addresses.map(({ address }) => address)).toEqual(['meija@example.com'])
    for (const line of head.split('\r\n')) expect(line.length).toBeLessThan(998)
  })

  it.each(hostile)('takes %j for a name of the sender, and for a subject', async (text) => {
    const { head, read, raw } = await composed({ subject: text }, { senderName: text })
    expect(names(head)).toEqual(names((await composed()).head))
    expect(read.from?.value.map(({ address }) => address)).toEqual(['ajanvaraus@example.com'])
    const entry = read.attachments.find(({ contentType }) => contentType === 'application/ics')
    const lines = String(entry?.content).replaceAll('\r\n ', '').trim().split('\r\n')
    expect(lines.map((line) => line.split(/[:;]/)[0])).toEqual([
      'BEGIN',
      'BEGIN',
      'UID',
      'ORGANIZER',
      'ATTENDEE',
      'END',
      'END',
    ])
    expect(lines[3]).toMatch(/^ORGANIZER;CN="[^"]*":mailto:ajanvaraus@example\.com$/)
    expect(raw).not.toMatch(/^X-Injected/m)
  })

  it('writes a domain that is not ASCII so that every server takes it', async () => {
    const { to, from, head } = await composed(
      { recipient: 'meija@äö.example' },
      { senderAddress: 'heka@åå.example' },
    )
    expect([to, from]).toEqual(['meija@xn--4ca0b.example', 'heka@xn--5caa.example'])
    expect(head).toMatch(/^Message-ID: <abcdef@xn--5caa\.example>$/m)
  })
})
