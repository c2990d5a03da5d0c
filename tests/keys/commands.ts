import type { Office } from '../residents/office'
import { keeping, today } from './keeping'

/** For every command about the ledger and hand-offs, what has to be so that it can be carried out, and with which input it then is. */
export function preparingKeys(office: Office): Readonly<Record<string, () => Promise<object>>> {
  const { id, homeOf, keys, asSeen, handoff, which, report, settings } = keeping(() => office)
  const happened = { happenedOn: today, word: 'heka', wordText: 'nähty' } as const
  const residentId = id('asa')
  const ofAsa = { residentId, leaseNo: 'L900001' }
  let numbers = 0
  const one = async () => asSeen(await keys('asa'))
  return {
    'keys.register': async () => {
      numbers += 1
      const key = { kind: 'laundry', number: `0${numbers}`, setName: '', note: '' }
      const { apartmentId } = await homeOf('asa')
      return { apartmentId, keys: [key], holder: { kind: 'heka' }, ...happened }
    },
    'keys.edit': async () => {
      const [key] = await keys('asa')
      return { id: key!.id, version: key!.version, setName: 'nippu', note: '' }
    },
    'keys.move': async () => ({ keys: await one(), to: { kind: 'blc' }, ...happened }),
    'keys.correct': async () => ({ key: (await one())[0], corrects: 1, to: { kind: 'heka' }, ...happened }),
    'keys.correctKey': async () => {
      const [key] = await keys('asa')
      const word = { word: 'maintenance', wordText: 'luki väärin' }
      return { id: key!.id, version: key!.version, kind: 'apartment', number: `${key!.number}k`, ...word }
    },
    'keys.setActive': async () => ({ key: (await one())[0], active: false, ...happened }),
    'keys.transfer': async () => ({ ...ofAsa, toResidentId: id('eino'), keys: await one(), ...happened }),
    'keys.makeHandoff': async () => ({
      ...{ ...ofAsa, direction: 'return', keys: await one(), dueOn: '2026-12-31', who: { kind: 'resident' } },
      ...{ language: 'fi', send: 'email', note: '', requestId: null },
    }),
    'keys.cancelHandoff': async () => ({
      ...which(await handoff('asa', await keys('asa'))),
      ...{ because: 'mistake', note: '' },
    }),
    'keys.settleHandoff': async () => {
      await settings({ settleWhenCounted: false })
      const counted = await report(await handoff('asa', await keys('asa')))
      await settings({ settleWhenCounted: true })
      return { ...which(counted), note: '' }
    },
    'keys.signReceipt': async () => ({
      ...which(await report(await handoff('asa', await keys('asa')))),
      ...{ signerName: 'Åsa Östling', strokes: null },
    }),
    'keys.saveSettings': () => office.page.keys.readSettings(),
  }
}
