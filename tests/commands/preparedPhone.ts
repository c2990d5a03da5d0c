import type { DeskClient } from '#shared/contract/index'
import { callingAt } from '../calls/calling'
import { defecting, uploadPicture, which } from '../defects/defecting'
import { leaseOf } from '../mandates/granting'
import { png } from '../mandates/papers'
import type { Office } from '../residents/office'
import { examples, nobody } from '../support/procedures'

/** For every command of the phone line, what has to be so that it can be carried out, and with which input it then is. */
export function preparingPhone(
  office: Office,
  atDesk: DeskClient,
): Readonly<Record<string, () => Promise<object | undefined>>> {
  const { page, ids } = office
  const residentId = ids.asa
  const leaseNo = leaseOf.asa
  const given = examples({ ...nobody, residentId, leaseNo }) as Readonly<Record<string, object>>
  const from = <Name extends string>(name: Name) => given[name] as never
  const calls = callingAt(
    () => office,
    () => atDesk,
  )
  const { reported } = defecting(() => office)

  /** A call at this desk: one at a time is live there. */
  const call = async (who: 'asa' | 'asoy' = 'asa') => {
    const { live } = await atDesk.calls.mine()
    if (live) await atDesk.calls.park({ ...which(live), topic: null, said: '' })
    return calls.start(who)
  }
  const withCall = async (name: string) => ({ ...given[name], ...which(await call()) })
  const task = async () => (await page.tasks.make(from('tasks.make'))).task
  const withTask = async (name: string) => ({ ...given[name], ...which(await task()) })
  const withDefect = async (name: string) => ({ ...given[name], ...which(await reported('asa')) })
  const withPicture = async () => {
    const { id } = await reported('asa')
    const uploadId = await uploadPicture(page, 'kuva.png', png())
    return (await page.defects.attachPicture({ id, uploadId })).defect
  }
  const ended = async () => {
    const defect = await reported('asa')
    return (await page.defects.done({ ...which(defect), note: '' })).defect
  }
  /** An ordered opening of the home: there is one at a time. */
  const door = async () => {
    const { doors } = await page.doors.ofResident({ residentId })
    const ordered = doors.find(({ state }) => state === 'ordered')
    return ordered ?? (await page.doors.order(from('doors.order'))).door
  }
  const withDoor = async (name: string) => ({ ...given[name], ...which(await door()) })
  const withAnswer = async () => {
    const { answer } = await page.answers.save(from('answers.save'))
    return { key: answer.key, version: answer.version }
  }

  return {
    'calls.start': async () => {
      await calls.log(await call())
      return given['calls.start']
    },
    'calls.setCaller': () => withCall('calls.setCaller'),
    'calls.recognise': () => withCall('calls.recognise'),
    'calls.park': () => withCall('calls.park'),
    'calls.resume': async () => which(await calls.park(await call())),
    'calls.log': () => withCall('calls.log'),
    'calls.handOver': async () => ({ ...given['calls.handOver'], ...which(await call('asoy')) }),
    'tasks.make': async () => given['tasks.make'],
    'tasks.toManager': async () => given['tasks.toManager'],
    'tasks.give': () => withTask('tasks.give'),
    'tasks.wait': () => withTask('tasks.wait'),
    'tasks.note': () => withTask('tasks.note'),
    'tasks.done': () => withTask('tasks.done'),
    'tasks.cancel': () => withTask('tasks.cancel'),
    'tasks.handOff': async () => {
      const { task } = await page.tasks.toManager(from('tasks.toManager'))
      await page.outbox.settle({ id: task.message!.id!, as: 'dropped' })
      return which(task)
    },
    'tasks.reopen': async () => ({
      ...given['tasks.reopen'],
      ...which((await page.tasks.done({ ...which(await task()), note: '' })).task),
    }),
    'tasks.saveSettings': () => page.tasks.readSettings(),
    'defects.report': async () => given['defects.report'],
    'defects.start': () => withDefect('defects.start'),
    'defects.note': () => withDefect('defects.note'),
    'defects.done': () => withDefect('defects.done'),
    'defects.cancel': () => withDefect('defects.cancel'),
    'defects.reopen': async () => ({ ...given['defects.reopen'], ...which(await ended()) }),
    'defects.handOff': async () => {
      const { missing, ...settings } = await page.defects.readSettings()
      const areas = missing.areas.map((area) => ({ area, email: 'huolto@example.org' }))
      await page.defects.saveSettings({ ...settings, areas: [...settings.areas, ...areas] })
      const defect = await reported('asa')
      await page.outbox.settle({ id: defect.handOff.messageId!, as: 'dropped' })
      return which(defect)
    },
    'defects.attachPicture': async () => ({
      id: (await reported('asa')).id,
      uploadId: await uploadPicture(atDesk, 'kuva.png', png()),
    }),
    'defects.removePicture': async () => {
      const defect = await withPicture()
      return { ...which(defect), pictureId: defect.pictureList[0]!.id }
    },
    'defects.saveSettings': async () => {
      const { missing: _missing, ...settings } = await page.defects.readSettings()
      return settings
    },
    'doors.order': async () => given['doors.order'],
    'doors.opened': () => withDoor('doors.opened'),
    'doors.cancel': () => withDoor('doors.cancel'),
    'doors.savePrices': async () => given['doors.savePrices'],
    'doors.removePrices': async () => {
      const { tables } = await page.doors.prices()
      const { id, version } = tables[0] ?? (await page.doors.savePrices(from('doors.savePrices'))).tables[0]!
      return { id, version }
    },
    'doors.exportInvoices': async () => {
      await page.doors.opened({ ...which(await door()), note: '' })
      return undefined
    },
    'answers.save': async () => given['answers.save'],
    'answers.withdraw': withAnswer,
    'answers.restore': async () => {
      const { answer } = await page.answers.withdraw(await withAnswer())
      return { key: answer.key, version: answer.version }
    },
  }
}
