import type { CallPage } from '#shared/contract/calls'
import type { DeskClient } from '#shared/contract/index'
import type { Office } from '../residents/office'
import type { PersonName } from '../residents/testRegister'

type Starting = Parameters<DeskClient['calls']['start']>[0]
type Logging = Parameters<DeskClient['calls']['log']>[0]

/** Calls by short names, at a page of an office. */
export function callingAt(getOffice: () => Office, getPage: () => DeskClient = () => getOffice().page) {
  const which = ({ id, version }: Pick<CallPage, 'id' | 'version'>) => ({ id, version })
  const caller = (who: PersonName | null, number = ''): Omit<Starting, 'line'> => ({
    number,
    withheld: false,
    callerKind: who === null ? 'unknown' : 'resident',
    residentId: who === null ? null : getOffice().ids[who],
    callerName: '',
  })
  const start = async (who: PersonName | null, more: Partial<Starting> = {}) =>
    (await getPage().calls.start({ line: 'general', ...caller(who), ...more })).call
  const recognise = async (call: CallPage, asked: Parameters<DeskClient['calls']['recognise']>[0]['asked']) =>
    (await getPage().calls.recognise({ ...which(call), asked })).call
  const park = async (call: CallPage, said = 'kesken') =>
    (await getPage().calls.park({ ...which(call), topic: null, said })).call
  const resume = async (call: CallPage) => (await getPage().calls.resume(which(call))).call
  const log = async (call: CallPage, more: Partial<Logging> = {}) =>
    (
      await getPage().calls.log({
        ...which(call),
        topic: 'other',
        said: 'neuvottu',
        outcome: 'answered',
        followUp: null,
        ...more,
      })
    ).call
  const told = async (who: PersonName) => {
    const { events } = await getOffice().page.residents.timeline({ id: getOffice().ids[who], page: 0 })
    return events
  }
  return { which, caller, start, recognise, park, resume, log, told }
}
