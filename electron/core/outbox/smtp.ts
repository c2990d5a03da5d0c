import { Readable } from 'node:stream'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { NodemailerError } from 'nodemailer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { MailProblem, SendOutcome } from '#shared/rules/outbox'
import type { Mail } from './mail'
import { type MailFailure, mailFailure } from './mailProblem'
import { isLoopback, type SmtpServer } from './settings'

/** Milliseconds of real time, whatever the desk's clock says. */
export interface SmtpTimeouts {
  readonly connection: number
  readonly greeting: number
  /** Without a byte from the server. */
  readonly socket: number
  /** For all of a message, however the server trickles: well within the time a claim holds. */
  readonly message: number
}

export const smtpTimeouts: SmtpTimeouts = {
  connection: 15_000,
  greeting: 15_000,
  socket: 30_000,
  message: 120_000,
}

/** How long the server is watched before it is given the end: one that has had enough says so, or goes, at once. Milliseconds. */
const watchMilliseconds = 25

/** Why a message was let go of before it was handed over, when it was not the server. */
class LetGo extends Error {}

function connectionTo(server: SmtpServer, timeouts: SmtpTimeouts): SMTPConnection {
  const { host, port, security } = server
  return new SMTPConnection({
    // The client asks DNS, which knows nothing of this name, or knows it wrong.
    host: host === 'localhost' ? '127.0.0.1' : host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    // Nobody stands between the desk and its own computer, whose certificate nobody has signed.
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: !isLoopback(host) },
    connectionTimeout: timeouts.connection,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.socket,
    dnsTimeout: timeouts.connection,
    socketCloseTimeout: 1000,
    maxResponseSize: 64 * 1024,
    logger: false,
  })
}

/**
 * Connects, signs in and does something with the connection; rejects with the first thing that goes wrong, and always
 * closes. `signal` breaks off.
 */
async function connected<Value>(
  server: SmtpServer,
  timeouts: SmtpTimeouts,
  signal: AbortSignal,
  work: (connection: SMTPConnection) => Promise<Value>,
): Promise<Value> {
  const connection = connectionTo(server, timeouts)
  const stop = AbortSignal.any([signal, AbortSignal.timeout(timeouts.message)])
  const broken = new Promise<never>((_, reject) => {
    // It stays: an error after the end, such as of the farewell, would otherwise stop the program.
    connection.on('error', reject)
    connection.once('end', () => reject(Object.assign(new Error('ended'), { code: 'ECONNECTION' })))
    const give = () => reject(signal.aborted ? new LetGo() : timedOut())
    if (stop.aborted) give()
    else stop.addEventListener('abort', give, { once: true })
  })
  broken.catch(() => undefined)
  try {
    const value = await Promise.race([broken, signedIn(connection, server).then(() => work(connection))])
    if (!connection.destroyed) connection.quit()
    return value
  } finally {
    connection.close()
  }
}

const timedOut = () => Object.assign(new Error('message timeout'), { code: 'ETIMEDOUT' })

async function signedIn(connection: SMTPConnection, { username, password }: SmtpServer): Promise<void> {
  await new Promise<void>((resolve, reject) =>
    connection.connect((error) => (error ? reject(error) : resolve())),
  )
  if (!username || !password) return
  await new Promise<void>((resolve, reject) =>
    connection.login({ user: username, pass: password }, (error) => (error ? reject(error) : resolve())),
  )
}

/** What a failed delivery was, without the server's words. `null`: it was let go of by ourselves. */
const failureOf = (error: unknown): MailFailure | null =>
  error instanceof LetGo ? null : mailFailure(error as NodemailerError)

/** Connects and signs in as a message would, and sends nothing. Null when all of it works. */
export async function tryServer(
  server: SmtpServer,
  signal: AbortSignal,
  timeouts = smtpTimeouts,
): Promise<MailProblem | null> {
  try {
    await connected(server, timeouts, signal, async () => undefined)
    return null
  } catch (error) {
    return failureOf(error)?.problem ?? 'timedOut'
  }
}

/** How an attempt ended: an outcome to be kept, or `letGo` when the message was given up before the server had it. */
export type Delivery = SendOutcome | 'letGo'

/**
 * Gives one message to the server. All but its last piece goes first: without that the server has no message, whatever
 * breaks. Then `handOver` writes down that the server may have it, and only when that is on the disk the last piece
 * follows. `handOver` answers false when the message is not ours any more. After `signal` nothing more is handed over;
 * a message that has been is waited for, at most `lastWait` milliseconds.
 */
export async function deliver(
  server: SmtpServer,
  mail: Mail,
  handOver: () => Promise<boolean>,
  signal: AbortSignal,
  { timeouts = smtpTimeouts, lastWait = 5_000 } = {},
): Promise<Delivery> {
  let over = false
  let handedOver = false
  const giveUp = new AbortController()
  const stopped = () => {
    if (!handedOver) giveUp.abort()
    else void setTimeout(lastWait, undefined, { ref: false }).then(() => giveUp.abort())
  }
  if (signal.aborted) return 'letGo'
  signal.addEventListener('abort', stopped, { once: true })

  async function* content() {
    const last = Math.floor(mail.content.length / 2)
    yield mail.content.subarray(0, last)
    await setTimeout(watchMilliseconds)
    if (over || signal.aborted || !(await handOver())) throw new LetGo()
    // What came from the server while that was being written is heard first.
    await setImmediate()
    if (over || signal.aborted) throw new LetGo()
    handedOver = true
    yield mail.content.subarray(last)
  }
  try {
    await connected(server, timeouts, giveUp.signal, (connection) => {
      const stream = Readable.from(content(), { objectMode: false })
      return new Promise<void>((resolve, reject) => {
        const envelope = { from: mail.from, to: [mail.to], size: mail.content.length }
        connection.send(envelope, stream, (error) => (error ? reject(error) : resolve()))
      })
    })
    // A server that thanks for a message it has not been given has not taken it.
    return handedOver ? { ok: true } : { ok: false, problem: 'notSmtp', permanent: false, handedOver: false }
  } catch (error) {
    return afterError(error, handedOver)
  } finally {
    over = true
    signal.removeEventListener('abort', stopped)
  }
}

function afterError(error: unknown, handedOver: boolean): Delivery {
  const failure = failureOf(error)
  // A reply to the message says that it was not taken, whenever it comes.
  const { responseCode } = error as NodemailerError
  const answered = responseCode !== undefined && responseCode >= 400 && responseCode < 600
  if (handedOver && !answered) return { ok: false, problem: 'answerLost', permanent: false, handedOver: true }
  return failure ? { ok: false, ...failure, handedOver: false } : 'letGo'
}
