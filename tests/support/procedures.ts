import { isContractProcedure } from '@orpc/contract'
import type { ProcedureMeta } from '#shared/contract/base'
import { contract, type DeskClient } from '#shared/contract/index'
import { requestKinds } from '#shared/rules/requestKinds'
import { nameOf } from './outcomes'

/** One procedure of the contract: its name, such as `residents.read`, and what the contract says of it. */
export interface ContractProcedure {
  readonly name: string
  readonly meta: ProcedureMeta
  /** Absent when it takes nothing. */
  readonly takesInput: boolean
}

/** Every procedure of the contract, found by walking it, so that a new one is in every test from its first day. */
export const allProcedures: readonly ContractProcedure[] = walk(contract, [])

function walk(part: unknown, path: readonly string[]): ContractProcedure[] {
  if (isContractProcedure(part)) {
    const { meta, inputSchema } = part['~orpc']
    return [{ name: path.join('.'), meta: meta as ProcedureMeta, takesInput: inputSchema !== undefined }]
  }
  return Object.entries(part as object).flatMap(([key, value]) => walk(value, [...path, key]))
}

/** Calls a procedure by its name with anything at all. A stream is read until its first event, and ended. */
export async function call(page: DeskClient, name: string, input: unknown): Promise<unknown> {
  const [feature, procedure] = name.split('.') as [string, string]
  const features = page as unknown as Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>
  const stop = new AbortController()
  const output = await features[feature]![procedure]!(input, { signal: stop.signal })
  if (!isStream(output)) return output
  // Asked first, then stopped: a stream with nothing to say, such as that of changes, ends without an event.
  const first = output.next()
  setTimeout(() => stop.abort(), 20)
  try {
    return (await first).value
  } finally {
    stop.abort()
    await output.return?.(undefined)
  }
}

const isStream = (output: unknown): output is AsyncIterator<unknown> & AsyncIterable<unknown> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output

/** What calling a procedure ended with, by name. */
export const outcomeOf = (page: DeskClient, name: string, input: unknown) => nameOf(call(page, name, input))

/** Ids of things that exist, for examples of input. */
export interface Known {
  readonly residentId: string
  readonly staffId: string
  readonly uploadId: string
  readonly registrationId: string
  readonly visitId: string
  readonly messageId: string
  readonly mandateId: string
  readonly granteeId: string
  readonly askId: string
  readonly requestId: string
  readonly leaseNo: string
}

export const nobody: Known = {
  residentId: '0193aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa',
  staffId: '0193bbbb-bbbb-7bbb-8bbb-bbbbbbbbbbbb',
  uploadId: '0193cccc-cccc-7ccc-8ccc-cccccccccccc',
  registrationId: '0193dddd-dddd-7ddd-8ddd-dddddddddddd',
  visitId: '0193eeee-eeee-7eee-8eee-eeeeeeeeeeee',
  messageId: '0193ffff-ffff-7fff-8fff-ffffffffffff',
  mandateId: '0193abab-abab-7bab-8bab-abababababab',
  granteeId: '0193acac-acac-7cac-8cac-acacacacacac',
  askId: '0193adad-adad-7dad-8dad-adadadadadad',
  requestId: '0193aeae-aeae-7eae-8eae-aeaeaeaeaeae',
  leaseNo: 'L900000',
}

// Nobody's.
const password = 'jonkun muun salasana'

/** A valid input of every procedure that takes one. */
export function examples(known: Known): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const { residentId, staffId, uploadId, registrationId, visitId, messageId } = known
  const { mandateId, granteeId, askId, requestId, leaseNo } = known
  const resident = { id: residentId }
  const document = {
    source: 'manual',
    kind: 'passport',
    issuingCountry: 'FIN',
    lastName: 'Virtanen',
    firstNames: 'Meija Katariina',
    birthDate: '1983-04-04',
    expiresOn: '2030-01-01',
    personalIdentityCode: null,
  }
  const check = { residentId, purpose: 'portal', document }
  const visit = { id: visitId, version: 1 }
  const contacts = { phone: null, email: null, language: 'fi', additionalInformation: '' }
  const wednesday = '2026-11-25'
  const closed = { kind: 'day', day: wednesday, periods: [], note: 'koulutus' }
  const mandate = { id: mandateId, version: 1 }
  const content = {
    otherGrantorIds: [],
    parties: [],
    diedOn: null,
    grantees: [
      {
        residentId: null,
        firstNames: 'Pekka',
        lastName: 'Poika',
        birthDate: '1980-01-01',
        personalIdentityCode: null,
        phone: null,
        email: null,
      },
    ],
    general: false,
    scopes: ['keys'],
    openSection: '',
    object: null,
    signedOn: '2026-11-20',
    validFrom: '2026-11-20',
    validUntil: null,
    arrived: 'atCounter',
  }
  const { signedOn: _signed, arrived: _arrived, ...toSign } = content
  const grantee = { id: mandateId, granteeId, document }
  const request = { id: requestId, version: 1 }
  const kinds = Object.fromEntries(
    requestKinds.map((kind) => [kind, { goesTo: 'buildingManager', workingDays: 5 }]),
  )
  const smtp = {
    host: '127.0.0.1',
    port: 9,
    security: 'none',
    username: null,
    password: null,
    senderName: 'Heka',
    senderAddress: 'heka@example.org',
  }
  const nowhere = { host: '127.0.0.1', port: 9, database: 'heka_desk', user: 'heka_desk', authority: '' }
  return {
    'system.saveSettings': { version: 0, lockAfterMinutes: 10 },
    'database.test': { address: nowhere, password },
    'database.choose': { choice: { kind: 'embedded' }, password: null },
    'staff.createFirstAdministrator': { name: 'Aino', username: 'aino', password, servesResidents: true },
    'staff.signIn': { username: 'nobody', password },
    'staff.unlock': { password },
    'staff.changeOwnPassword': { current: password, next: password },
    'staff.add': { name: 'Uusi', username: 'uusi', roles: ['counter'], password },
    'staff.change': { id: staffId, version: 1, name: 'Uusi', roles: ['counter'] },
    'staff.setDisabled': { id: staffId, version: 1, disabled: true },
    'staff.resetPassword': { id: staffId, version: 1, password },
    'presence.at': { residentId },
    'presence.withResident': { residentId },
    'drafts.save': { key: 'note:1', value: 'kesken' },
    'drafts.drop': { key: 'note:1' },
    'register.startUpload': { files: [{ name: 'people.csv', size: 10 }] },
    'register.uploadChunk': { uploadId, name: 'people.csv', offset: 0, base64: 'YQ==' },
    'register.generatePractice': { apartments: 1, seed: 1 },
    'register.preview': { uploadId },
    'register.previewRows': { uploadId, file: 'people', change: 'added', page: 0 },
    'register.apply': { uploadId, withoutRejected: false, endsManyMeant: false },
    'register.discardUpload': { uploadId },
    'residents.search': { text: 'virtanen' },
    'residents.read': resident,
    'residents.timeline': { ...resident, page: 0 },
    'residents.revealCode': { ...resident, reason: 'syy' },
    'residents.revealContacts': { ...resident, reason: 'syy' },
    'residents.correctContacts': { ...resident, version: 1, phone: '040 123 4567' },
    'residents.addNote': { ...resident, text: 'muistiinpano' },
    'identity.judge': check,
    'identity.record': { ...check, outcome: 'accepted', confirmed: ['photoMatches'], clerkRefuses: null },
    'identity.recordUnreadable': {
      residentId,
      purpose: 'portal',
      kind: 'passport',
      issuingCountry: 'FIN',
      reading: 'mrzFormat',
    },
    'identity.list': { residentId },
    'portal.read': { residentId },
    'portal.start': { residentId },
    'portal.tick': { residentId, registrationId, version: 1, step: 'linkSent', email: null },
    'portal.startAnew': { residentId, version: 1, because: 'mistake' },
    'portal.leaflet': { language: 'fi' },
    'timetable.preview': { change: closed },
    'timetable.save': { version: 1, change: closed },
    'timetable.explain': { day: wednesday, time: '09:00', reason: 'lease', team: 'service' },
    'appointments.times': { from: wednesday, days: 1, reason: 'lease', team: 'service' },
    'appointments.next': { reason: 'lease', team: 'service', after: null, limit: 3 },
    'appointments.teamOf': { residentId },
    'appointments.book': {
      residentId,
      person: null,
      team: 'service',
      reason: 'lease',
      startsAt: new Date('2026-11-25T07:30:00Z'),
      lane: null,
      ...contacts,
    },
    'appointments.read': { id: visitId },
    'appointments.change': { ...visit, additionalInformation: 'tuo kirjeen' },
    'appointments.move': { ...visit, startsAt: new Date('2026-11-25T08:30:00Z'), lane: null },
    'appointments.cancel': { ...visit, by: 'customer' },
    'appointments.ofResident': { residentId },
    'appointments.calendar': { from: wednesday, days: 5 },
    'appointments.slip': { id: visitId },
    'visits.day': { day: null },
    'visits.find': { text: 'virtanen' },
    'visits.checkIn': visit,
    'visits.undoCheckIn': visit,
    'visits.giveNumber': {
      residentId,
      person: null,
      reason: 'keys',
      language: 'fi',
      additionalInformation: '',
    },
    'visits.takeDesk': { deskNo: 1, takeOver: false },
    'visits.call': visit,
    'visits.recall': visit,
    'visits.park': visit,
    'visits.transfer': { ...visit, toDesk: null, reason: 'lease', note: '' },
    'visits.noShow': visit,
    'visits.finish': { ...visit, outcome: 'done', note: '' },
    'visits.numberSlip': { id: visitId },
    'mandates.ofResident': { residentId },
    'mandates.read': { id: mandateId },
    'mandates.record': { residentId, renews: null, ...content },
    'mandates.correct': { ...mandate, ...content },
    'mandates.startPaper': { name: 'valtakirja.pdf', bytes: 10 },
    'mandates.paperChunk': { uploadId, offset: 0, base64: 'YQ==' },
    'mandates.attachPaper': { id: mandateId, uploadId },
    'mandates.removePaper': { ...mandate, paperId: uploadId },
    'mandates.readPaper': { id: mandateId, paperId: uploadId },
    'mandates.confirm': { ...mandate, checked: ['signedAndDated', 'grantorIdentified', 'scopeReadable'] },
    'mandates.refuse': { ...mandate, why: 'notSigned', note: '' },
    'mandates.revoke': { ...mandate, by: 'grantor', how: 'byPhone', on: '2026-11-24', note: '' },
    'mandates.renewal': { id: mandateId },
    'mandates.blankForm': { language: 'fi' },
    'mandates.form': { residentId, language: 'fi', ...toSign },
    'mandates.receipt': { id: mandateId, language: 'fi' },
    'mandates.judgeGrantee': grantee,
    'mandates.identifyGrantee': {
      ...grantee,
      outcome: 'accepted',
      confirmed: ['photoMatches'],
      clerkRefuses: null,
    },
    'mandates.ask': { residentId, who: { kind: 'self' }, action: 'returnKeys', leaseNo, name: null },
    'mandates.decide': { askId, allowed: true, note: 'luettu' },
    'mandates.leaseInformation': { askId },
    'requests.form': { residentId, leaseNo },
    'requests.make': {
      residentId,
      leaseNo,
      kind: 'messageLeaseControl',
      fields: { what: 'soittakaa' },
      who: { kind: 'caller', questions: ['rooms', 'household'] },
    },
    'requests.ofResident': { residentId },
    'requests.read': { id: requestId },
    'requests.open': { show: 'all', goesTo: null, page: 0 },
    'requests.markDone': { ...request, note: '' },
    'requests.cancel': { ...request, by: 'customer', note: 'ei tarvetta' },
    'requests.handOff': request,
    'requests.receipt': { id: requestId, language: 'fi' },
    'requests.saveSettings': {
      version: 0,
      emails: { leaseControl: null, maintenance: null, asOy: 'asoy@example.org' },
      kinds,
      notice: { months: 1, countedFrom: 'monthEnd' },
    },
    'outbox.list': { show: 'all', page: 0 },
    'outbox.read': { id: messageId },
    'outbox.resend': { id: messageId },
    'outbox.settle': { id: messageId, as: 'dropped' },
    'outbox.saveSettings': { version: 0, smtp: null },
    'outbox.test': { smtp },
    'audit.list': { residentId, staffId, from: null, to: null, upTo: null, page: 0 },
  }
}
