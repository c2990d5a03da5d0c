import { named, procedures } from '../access/procedure'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import type { MessageRow } from './mail'
import { changeMessage, isSuperseded } from './queue'
import { mailToChange, readMail, readSmtp, shownMail, smtpFrom, writeMail } from './settings'
import { type About, isAboutOver, subjectOf } from './subject'
import { messageById, messageList, messageView } from './view'

const os = procedures.outbox

const resendable: readonly MessageRow['state'][] = ['failed', 'uncertain', 'sent']
const settleable = {
  arrived: ['failed', 'uncertain'],
  dropped: ['waiting', 'failed', 'uncertain'],
} as const satisfies Record<string, readonly MessageRow['state'][]>

/** Whether a message tells nothing true any more: the visit has begun, it or the request is over, or something later was said. */
async function isOutOfDate(db: Db, tables: Tables, message: MessageRow, about: About, now: Date) {
  if (message.notAfter !== null && message.notAfter <= now) return true
  if (isAboutOver(message, about)) return true
  return isSuperseded(db, tables, message)
}

export const outboxProcedures = os.router({
  list: os.list.handler(({ input, context }) => {
    const { tables } = context.parts.store
    return context.read(async (db) => ({
      ...(await messageList(db, tables, input.show, input.page)),
      configured: (await readSmtp(db, tables)) !== null,
    }))
  }),

  read: os.read.handler(({ input, context }) => {
    const { tables } = context.parts.store
    return context.read(async (db) => {
      const found = await messageById(db, tables, input.id)
      const { subject, body, ics } = found.message
      const { residentId } = found
      return { residentId, message: messageView(found), subject, text: body, hasCalendarEntry: ics !== null }
    })
  }),

  resend: os.resend.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    return context.write(async (tx) => {
      const found = await messageById(tx.db, tables, input.id)
      const about = await subjectOf(tx.db, tables, found.message)
      // Without an address there is nowhere to send it to; one that was corrected meanwhile is the one it goes to.
      if (!resendable.includes(found.message.state) || about.email === null)
        throw errors.REFUSED({ data: { refusal: 'notResendable' } })
      if (await isOutOfDate(tx.db, tables, found.message, about, context.now))
        throw errors.REFUSED({ data: { refusal: 'outOfDate' } })
      const message = await changeMessage(tx, tables, found.message, {
        state: 'waiting',
        problem: null,
        recipient: about.email,
        attempts: 0,
        nextTryAt: context.now,
        handedOverAt: null,
        sentAt: null,
      })
      if (!message) throw named('CHANGED_MEANWHILE')
      return { residentId: found.residentId, message: messageView({ ...found, message }) }
    })
  }),

  settle: os.settle.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    return context.write(async (tx) => {
      const found = await messageById(tx.db, tables, input.id)
      const states: readonly MessageRow['state'][] = settleable[input.as]
      if (!states.includes(found.message.state)) throw errors.REFUSED({ data: { refusal: 'notSettleable' } })
      const message = await changeMessage(tx, tables, found.message, {
        nextTryAt: null,
        ...(input.as === 'arrived'
          ? { state: 'sent', problem: null, sentAt: found.message.handedOverAt ?? context.now }
          : { state: 'dropped', problem: 'droppedByHand' }),
      })
      if (!message) throw named('CHANGED_MEANWHILE')
      return { residentId: found.residentId, message: messageView({ ...found, message }) }
    })
  }),

  readSettings: os.readSettings.handler(({ context }) =>
    context.read(async (db) => shownMail(await readMail(db, context.parts.store.tables))),
  ),

  saveSettings: os.saveSettings.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    return context.write(async (tx) => {
      const before = await mailToChange(tx, tables, input.version)
      const checked = input.smtp && smtpFrom(input.smtp, before.server)
      if (checked && !checked.ok)
        throw errors.REFUSED({ data: { refusal: checked.refusal, field: checked.field } })
      const mail = { version: before.version + 1, server: checked?.value ?? null }
      await writeMail(tx, tables, mail)
      return shownMail(mail)
    })
  }),

  test: os.test.handler(async ({ input, context, errors, signal }) => {
    const before = await context.read((db) => readSmtp(db, context.parts.store.tables))
    const checked = smtpFrom(input.smtp, before)
    if (!checked.ok) throw errors.REFUSED({ data: { refusal: checked.refusal, field: checked.field } })
    const { tryServer } = await import('./smtp')
    return { problem: await tryServer(checked.value, signal ?? new AbortController().signal) }
  }),
})
