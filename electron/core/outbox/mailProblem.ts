import type { NodemailerError } from 'nodemailer'
import type { MailProblem } from '#shared/rules/outbox'

/** What went wrong between the desk and the SMTP server, and whether the message would meet the same again. */
export interface MailFailure {
  readonly problem: MailProblem
  readonly permanent: boolean
}

const later = (problem: MailProblem): MailFailure => ({ problem, permanent: false })
const never = (problem: MailProblem): MailFailure => ({ problem, permanent: true })

/** Replies by which a server asks for another sign-in at whatever command (RFC 4954). */
const signInReplies = new Set([530, 534, 535, 538])

/** Errors of Node's TLS: its own, OpenSSL's, and the names of what is wrong with a certificate. */
const tlsErrors =
  /^(ERR_TLS|ERR_SSL|EPROTO$|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)/

/** A server's reply that is no, by the command it answers. */
function refusedBy(command: string, code: number): MailFailure {
  if (signInReplies.has(code)) return later('signInRefused')
  // 421, 450, 451, 452 …: the same message can be taken another time; so does 503, which is about the conversation.
  if (code < 500 || code === 503) return later('refusedForNow')
  // Whether a sender may send is a matter of settings, so the message is not lost over it.
  if (command === 'MAIL FROM') return later('senderRefused')
  if (command === 'RCPT TO') return never('recipientRefused')
  if (command === 'DATA') return never('messageRefused')
  return later('refusedForNow')
}

/** Names an error of the SMTP client, whose message may quote the server and is not kept. */
export function mailFailure(error: NodemailerError): MailFailure {
  const { code = '', originalCode = code, command = '', responseCode } = error
  if (code === 'EAUTH')
    return later(
      responseCode && responseCode < 500 && responseCode >= 400 ? 'refusedForNow' : 'signInRefused',
    )
  if (code === 'ETLS' || tlsErrors.test(originalCode)) return later('tlsFailed')
  if (responseCode && responseCode >= 400 && responseCode < 600) return refusedBy(command, responseCode)
  // The server says how large a message may be, and this one is larger.
  if (code === 'EMESSAGE' && command === 'MAIL FROM') return never('messageRefused')
  if (code === 'EENVELOPE' && command === 'API') return never('recipientRefused')
  if (code === 'ETIMEDOUT' || originalCode === 'ETIMEDOUT') return later('timedOut')
  if (code === 'EPROTOCOL' || responseCode) return later('notSmtp')
  return later('unreachable')
}
