import { DateTime } from 'luxon'
import { contactPoints } from '#shared/rules/facts'
import { HELSINKI } from '#shared/rules/localDay'
import words from '../../../resources/letters/task.fi.json' with { type: 'json' }
import { asOneLine, filled, sender } from './visitMessage'

/** What a building manager is told of a matter. */
export interface TaskToTell {
  readonly subject: string
  readonly body: string
  readonly residentName: string
  readonly leaseNo: string
  readonly address: string
  readonly dueAt: Date
  readonly madeAt: Date
  readonly madeBy: string
}

const momentText = (moment: Date, format: string) =>
  DateTime.fromJSDate(moment, { zone: HELSINKI }).setLocale('fi').toFormat(format)

/**
 * The e-mail to a building manager, in Finnish, that a matter is handed off to them or needs nothing any more. No phone number,
 * e-mail address or code. Of a protected person or home (`secret`) only that there is something and whom to ask.
 */
export function taskMessage(
  task: TaskToTell,
  kind: 'task' | 'taskCancelled',
  secret: boolean,
): { readonly subject: string; readonly text: string } {
  const { lead, subject } = words[kind]
  const moment = momentText(task.madeAt, words.moment)
  const end = [filled(words.answerTo, { phone: contactPoints.phoneLine.phone }), sender]
  if (secret) {
    return {
      subject: filled(words.secretSubject, { day: momentText(task.madeAt, words.day) }),
      text: [lead, filled(words.secret, { by: asOneLine(task.madeBy), moment }), ...end].join('\n\n'),
    }
  }
  const facts = [
    [words.resident, asOneLine(task.residentName)],
    [words.apartment, task.address],
    [words.lease, task.leaseNo],
    [words.matter, task.subject],
    ...(kind === 'task' ? [[words.dueAt, momentText(task.dueAt, words.moment)]] : []),
    [words.handedBy, `${asOneLine(task.madeBy)}, ${moment}`],
  ].map((fact) => fact.join(': '))
  return {
    subject: filled(subject, { subject: asOneLine(task.subject) }),
    text: [lead, facts.join('\n'), ...(kind === 'task' && task.body ? [task.body] : []), ...end].join('\n\n'),
  }
}
