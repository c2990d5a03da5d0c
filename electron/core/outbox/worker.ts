import { randomUUID } from 'node:crypto'
import { remindDue } from '../keys/reminders'
import { withoutWords } from '../store/errors'
import type { Store } from '../store/store'
import type { MessageRow } from './mail'
import { claimNext, dropLate, layBack, nextDue, recover, writeHandOver, writeOutcome } from './queue'
import { readSmtp, type SmtpServer } from './settings'

export interface OutboxParts {
  readonly store: Store
  readonly clock: () => Date
  readonly report: (error: unknown, procedure: string) => void
}

export interface OutboxWorker {
  /** Ends it: a message that the server does not have yet is laid back, one that it may have is waited for a while. */
  stop(): Promise<void>
}

/** Messages of other desks, and the desk's own clock, are looked at so often at least. Milliseconds. */
const longestSleep = 60_000
/** How soon it is tried again when the database failed, a little later each time. Milliseconds. */
const firstPause = 2_000
/** How often writing down an outcome is tried; afterwards the claim runs out and a person looks. */
const outcomeTries = 5

/** What builds a message and gives it to the server. */
type Mailer = Pick<typeof import('./mail'), 'composeMail'> & Pick<typeof import('./smtp'), 'deliver'>

/** The mail client is loaded with the first message, not when the program starts. */
async function mailer(): Promise<Mailer> {
  const [{ composeMail }, { deliver }] = await Promise.all([import('./mail'), import('./smtp')])
  return { composeMail, deliver }
}

const cannotBeBuilt = { ok: false, problem: 'messageRefused', permanent: true, handedOver: false } as const

/**
 * Sends what is due in the outbox, one message at a time, for as long as the desk is open. Two desks of one PostgreSQL
 * both do; a message is claimed before it is sent.
 */
export function startOutbox({ store, clock, report }: OutboxParts): OutboxWorker {
  const claimedBy = randomUUID()
  const stopping = new AbortController()
  let wake: () => void = () => undefined
  let woken = false
  const unlisten = store.onChange(({ topic }) => {
    if (topic !== 'outbox' && topic !== 'settings') return
    woken = true
    wake()
  })
  const tell = (error: unknown) => report(withoutWords(error), 'outbox')

  const sleep = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      timer.unref()
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
      if (woken || stopping.signal.aborted) wake()
    })

  async function send(message: MessageRow, server: SmtpServer): Promise<void> {
    const { composeMail, deliver } = await mailer()
    const handOver = () =>
      writeHandOver(store, message, clock()).catch((error: unknown) => {
        tell(error)
        return false
      })
    const mail = await composeMail(message, server, clock()).catch((error: unknown) => {
      tell(error)
      return null
    })
    const delivery = mail ? await deliver(server, mail, handOver, stopping.signal) : cannotBeBuilt
    await insisting(() =>
      delivery === 'letGo'
        ? layBack(store, message, new Date(clock().getTime() + (stopping.signal.aborted ? 0 : longestSleep)))
        : writeOutcome(store, message, delivery, clock()),
    )
  }

  /** What became of a message must be written down; when it cannot be, the message is never sent by mistake again. */
  async function insisting(write: () => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await write()
      } catch (error) {
        tell(error)
        if (attempt === outcomeTries || stopping.signal.aborted) return
        await new Promise((resolve) => setTimeout(resolve, 200 * attempt))
      }
    }
  }

  /** Sends everything that is due. */
  async function sendDue(): Promise<void> {
    for (;;) {
      if (stopping.signal.aborted) return
      const server = await store.read((db) => readSmtp(db, store.tables))
      const due = server && (await store.read((db) => nextDue(db, store.tables)))
      if (!server || !due || due > clock()) return
      const claim = await claimNext(store, claimedBy, clock())
      if (claim === 'nothing') return
      if (claim !== 'gone') await send(claim, server)
    }
  }

  /** How long nothing needs to be done. */
  async function untilNext(): Promise<number> {
    const due = await store.read((db) => nextDue(db, store.tables))
    const left = due ? due.getTime() - clock().getTime() : longestSleep
    // What is due and was not sent has no server: it waits for the settings.
    return left <= 0 ? longestSleep : Math.min(left, longestSleep)
  }

  async function run(): Promise<void> {
    let alone = store.engine === 'sqlite'
    let looked = Number.NEGATIVE_INFINITY
    let failures = 0
    while (!stopping.signal.aborted) {
      woken = false
      let pause = longestSleep
      try {
        // After a change there is only something to send; what only time brings is looked at once a minute.
        if (performance.now() - looked >= longestSleep || alone) {
          await recover(store, clock(), alone)
          await dropLate(store, clock())
          // What goes wrong with reminders keeps no other message back.
          await remindDue(store, clock()).catch(tell)
          alone = false
          looked = performance.now()
        }
        await sendDue()
        pause = await untilNext()
        failures = 0
      } catch (error) {
        tell(error)
        pause = Math.min(firstPause * 2 ** failures, longestSleep)
        failures += 1
      }
      await sleep(pause)
    }
  }

  const running = run()
  return {
    async stop() {
      unlisten()
      stopping.abort()
      wake()
      await running
    },
  }
}
