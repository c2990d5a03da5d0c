import { domainToASCII } from 'node:url'
import MailComposer from 'nodemailer/lib/mail-composer'
import { withPeople } from '../documents/visitIcs'
import { asOneLine } from '../documents/visitMessage'
import type { Tables } from '../store/schema'
import type { SmtpServer } from './settings'

export type MessageRow = Tables['outboxMessage']['$inferSelect']

/** A message as SMTP takes it. */
export interface Mail {
  readonly from: string
  readonly to: string
  /** The whole message with its headers. */
  readonly content: Buffer
}

/** An address as a server without SMTPUTF8 takes it, when it can be: the domain in ASCII. */
function asciiDomain(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at + 1)}${domainToASCII(address.slice(at + 1))}`
}

/**
 * Builds the e-mail of an outbox message: plain text, and the calendar entry both as what mail programs show as an
 * invitation (RFC 6047) and as a file. Every try has the same Message-ID.
 */
export async function composeMail(message: MessageRow, server: SmtpServer, now: Date): Promise<Mail> {
  const from = asciiDomain(server.senderAddress)
  const to = asciiDomain(message.recipient)
  const senderName = asOneLine(server.senderName)
  const { ics, icsMethod } = message
  const people = { organizerName: senderName, organizer: from, attendee: to }
  const mail = new MailComposer({
    from: { name: senderName, address: from },
    to: { name: asOneLine(message.recipientName), address: to },
    subject: asOneLine(message.subject),
    text: message.body,
    date: now,
    messageId: `<${message.messageKey}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    headers: {
      // RFC 3834, and the same for Exchange: nobody's holiday is answered to a machine.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': message.language,
    },
    ...(ics && icsMethod
      ? { icalEvent: { content: withPeople(ics, people), method: icsMethod, filename: 'invite.ics' } }
      : {}),
    newline: 'win',
    disableUrlAccess: true,
    disableFileAccess: true,
  })
  return { from, to, content: await mail.compile().build() }
}
