import { isContractProcedure } from '@orpc/contract'
import type { ProcedureMeta } from '#shared/contract/base'
import { contract, type DeskClient } from '#shared/contract/index'
import { defectKinds } from '#shared/rules/defectKinds'
import { doorDayKinds } from '#shared/rules/doorPriceTable'
import { requestKinds } from '#shared/rules/requestKinds'
import { deadlineKinds } from '#shared/rules/workingHours'
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
  readonly propertyId: string
  readonly apartmentId: string
  readonly keyId: string
  readonly handoffId: string
  readonly reportId: string
  readonly reportRowId: string
  readonly caseId: string
  readonly callId: string
  readonly taskId: string
  readonly defectId: string
  readonly pictureId: string
  readonly doorId: string
  readonly pricesId: string
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
  propertyId: '0193afaf-afaf-7faf-8faf-afafafafafaf',
  apartmentId: '0193bcbc-bcbc-7cbc-8cbc-bcbcbcbcbcbc',
  keyId: '0193bdbd-bdbd-7dbd-8dbd-bdbdbdbdbdbd',
  handoffId: '0193bebe-bebe-7ebe-8ebe-bebebebebebe',
  reportId: '0193bfbf-bfbf-7fbf-8fbf-bfbfbfbfbfbf',
  reportRowId: '0193cdcd-cdcd-7dcd-8dcd-cdcdcdcdcdcd',
  caseId: '0193cece-cece-7ece-8ece-cececececece',
  callId: '0193afaf-afaf-7faf-8faf-afafafafafaf',
  taskId: '0193baba-baba-7aba-8aba-babababababa',
  defectId: '0193dada-dada-7ada-8ada-dadadadadada',
  pictureId: '0193dbdb-dbdb-7bdb-8bdb-dbdbdbdbdbdb',
  doorId: '0193dcdc-dcdc-7cdc-8cdc-dcdcdcdcdcdc',
  pricesId: '0193dede-dede-7ede-8ede-dededededede',
  leaseNo: 'L900000',
}

// Nobody's.
const password = 'jonkun muun salasana'

/** A valid input of every procedure that takes one. */
export function examples(known: Known): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const { residentId, staffId, uploadId, registrationId, visitId, messageId } = known
  const { mandateId, granteeId, askId, requestId, leaseNo } = known
  const { propertyId, apartmentId, keyId, handoffId } = known
  const resident = { id: residentId }
  const defect = { id: known.defectId, version: 1 }
  const door = { id: known.doorId, version: 1 }
  const doorPrices = {
    fromOn: '2199-01-01',
    prices: doorDayKinds.map((dayKind) => ({ dayKind, from: '00:00', to: '24:00', cents: 5000 })),
  }
  const answerText = { title: 'Otsikko', text: 'Teksti.', words: '' }
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
  const unreadable = { kind: 'passport', issuingCountry: 'FIN', reading: 'mrzFormat' }
  const request = { id: requestId, version: 1 }
  const handoff = { id: handoffId, version: 1 }
  const key = { id: keyId, seq: 1 }
  const difference = { id: known.caseId, version: 1 }
  const reportFile = {
    name: 'raportti.csv',
    base64: Buffer.from(
      'reference;key_kind;key_number;result;day\nK7QM-2XRT-9DPV;apartment;007;arrived;2026-11-24\n',
    ).toString('base64'),
    month: '2026-11',
  }
  const happened = { happenedOn: '2026-11-24', word: 'heka', wordText: 'nähty' }
  const kinds = Object.fromEntries(
    requestKinds.map((kind) => [kind, { goesTo: 'buildingManager', workingDays: 5 }]),
  )
  const call = { id: known.callId, version: 1 }
  const caller = { number: '', withheld: false, callerKind: 'resident', residentId, callerName: '' }
  const task = { id: known.taskId, version: 1 }
  const newTask = { kind: 'callBack', subject: 'soita takaisin', body: 'hana vuotaa', owner: null }
  const workday = [{ from: '09:00', to: '12:00' }]
  const workingWeek = {
    ...{ monday: workday, tuesday: workday, wednesday: workday, thursday: workday, friday: workday },
    ...{ saturday: [], sunday: [] },
  }
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
    'identity.recordUnreadable': { residentId, purpose: 'portal', ...unreadable },
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
    'mandates.recordUnreadableOfGrantee': { id: mandateId, granteeId, ...unreadable },
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
    'keys.places': { text: 'sörnäisten' },
    'keys.ofApartment': { apartmentId },
    'keys.ofProperty': { propertyId },
    'keys.ofResident': { residentId },
    'keys.history': { keyId },
    'keys.register': {
      apartmentId,
      keys: [{ kind: 'apartment', number: '007', setName: '', note: '' }],
      holder: { kind: 'heka' },
      ...happened,
    },
    'keys.edit': { id: keyId, version: 1, setName: 'nippu', note: '' },
    'keys.move': { keys: [key], to: { kind: 'blc' }, ...happened },
    'keys.correct': { key, corrects: 1, to: { kind: 'blc' }, ...happened },
    'keys.correctKey': {
      id: keyId,
      version: 1,
      kind: 'apartment',
      number: '0072',
      word: 'heka',
      wordText: 'nähty',
    },
    'keys.setActive': { key, active: false, ...happened },
    'keys.transfer': { residentId, leaseNo, toResidentId: staffId, keys: [key], ...happened },
    'keys.handoffForm': { residentId, leaseNo, direction: 'return' },
    'keys.makeHandoff': {
      residentId,
      leaseNo,
      direction: 'return',
      keys: [key],
      dueOn: '2026-12-31',
      who: { kind: 'resident' },
      language: 'fi',
      send: 'paper',
      note: '',
      requestId: null,
    },
    'keys.readHandoff': { id: handoffId },
    'keys.findHandoff': { reference: 'K7QM2XRT9DPV' },
    'keys.handoffs': { show: 'open', direction: null, page: 0 },
    'keys.cancelHandoff': { ...handoff, because: 'mistake', note: 'väärä asunto' },
    'keys.settleHandoff': { ...handoff, note: '' },
    'keys.instructions': { id: handoffId, language: 'fi' },
    'keys.blcList': { direction: 'return' },
    'keys.receipt': { id: handoffId, language: 'fi' },
    'keys.signReceipt': { ...handoff, signerName: 'Meija Virtanen', strokes: null },
    'keys.previewReport': reportFile,
    'keys.applyReport': {
      ...reportFile,
      withoutRejected: false,
      previewed: { rejected: 0, kept: 1, repeated: 0, matched: 0 },
      note: '',
    },
    'keys.enterReport': {
      ...handoff,
      happenedOn: '2026-11-24',
      at: 'blc',
      withBlc: false,
      keys: [{ keyId, result: 'arrived' }],
      extra: [],
      note: '',
    },
    'keys.reports': { page: 0 },
    'keys.readReport': { id: known.reportId },
    'keys.openRows': { page: 0 },
    'keys.matchRow': { id: known.reportRowId, version: 1, handoffId, keyId: null, note: '' },
    'keys.dismissRow': { id: known.reportRowId, version: 1, note: 'vieras kuori' },
    'keys.openCase': { ...handoff, keyId, kind: 'missing', note: '' },
    'keys.chooseInCase': { ...difference, choice: 'charge', chargeCents: 8900, note: 'kadonnut' },
    'keys.closeCase': { ...difference, outcome: 'found', at: 'blc', happenedOn: '2026-11-24', note: '' },
    'keys.chase': { show: 'late', direction: null, page: 0 },
    'keys.remind': handoff,
    'keys.reminderLetter': { id: handoffId, language: 'fi' },
    'keys.figures': { weeks: 12 },
    'keys.saveSettings': {
      version: 0,
      blcEmail: null,
      graceDays: 0,
      reminderDays: [1, 5],
      chargeCents: null,
      settleWhenCounted: true,
      closedText: { fi: '', sv: '', en: '' },
    },
    'advice.summary': {
      language: 'fi',
      figures: {
        day: '2024-06-15',
        people: 2,
        rooms: 1,
        grounds: ['homeless'],
        housingCostsCents: 80_000,
        assets: [{ kind: 'funds', cents: 1_000_000, debtCents: 0 }],
        home: { movesForWork: false, livesThere: false, kilometres: null },
        incomes: [{ item: 'salary', cents: 250_000, per: 'month' }],
        notIncome: ['familyAllowance'],
      },
    },
    'calls.find': { text: '040 123 4567' },
    'calls.start': { line: 'general', ...caller },
    'calls.read': { id: known.callId },
    'calls.setCaller': { ...call, ...caller },
    'calls.recognise': { ...call, asked: [{ question: 'rooms', outcome: 'right' }] },
    'calls.park': { ...call, topic: null, said: 'kesken' },
    'calls.resume': call,
    'calls.log': { ...call, topic: 'other', said: 'neuvottu', outcome: 'answered', followUp: null },
    'calls.handOver': { ...call, topic: 'other', said: 'kysyy vuokrasta' },
    'calls.list': { show: 'all', day: null, page: 0 },
    'tasks.list': { show: 'mine', team: null, page: 0 },
    'tasks.ofResident': { residentId },
    'tasks.read': { id: known.taskId },
    'tasks.due': { kind: 'minorDefect' },
    'tasks.make': { ...newTask, residentId, leaseNo: null, callId: null },
    'tasks.toManager': {
      residentId,
      leaseNo,
      subject: 'lausunto',
      body: 'pyytää lausuntoa',
      callId: null,
      owner: null,
    },
    'tasks.give': { ...task, owner: { kind: 'team', team: 'phone' }, note: '' },
    'tasks.wait': { ...task, waitsFor: 'customer', note: '' },
    'tasks.note': { ...task, note: 'soitettu' },
    'tasks.done': { ...task, note: '' },
    'tasks.cancel': { ...task, note: 'ei tarvetta' },
    'tasks.handOff': task,
    'tasks.reopen': { ...task, note: '' },
    'tasks.saveSettings': {
      version: 0,
      week: workingWeek,
      deadlines: Object.fromEntries(deadlineKinds.map((kind) => [kind, { unit: 'days', amount: 1 }])),
      urgentMinutes: 60,
      caller: { right: 2, wrong: 2 },
    },
    'defects.form': { residentId, leaseNo },
    'defects.report': {
      residentId,
      leaseNo,
      kind: 'heating',
      place: 'apartment',
      description: 'patteri on kylmä',
      masterKey: true,
      pets: '',
      atHome: '',
      phone: '',
      via: 'phone',
      toldUrgent: false,
      sameAsId: null,
      call: null,
    },
    'defects.read': { id: known.defectId },
    'defects.ofResident': { residentId },
    'defects.list': { show: 'open', area: null, page: 0 },
    'defects.start': { ...defect, note: '' },
    'defects.note': { ...defect, note: 'osa tilattu' },
    'defects.done': { ...defect, note: '' },
    'defects.cancel': { ...defect, note: 'ei tarvetta' },
    'defects.reopen': { ...defect, note: 'taas kylmä' },
    'defects.handOff': defect,
    'defects.startPicture': { name: 'kuva.png', bytes: 10 },
    'defects.pictureChunk': { uploadId, offset: 0, base64: 'YQ==' },
    'defects.attachPicture': { id: known.defectId, uploadId },
    'defects.removePicture': { ...defect, pictureId: known.pictureId },
    'defects.readPicture': { id: known.defectId, pictureId: known.pictureId },
    'defects.tell': { id: known.defectId, language: 'fi' },
    'defects.saveSettings': {
      version: 0,
      areas: [],
      ownCleaners: null,
      cleaningCompanies: [],
      housingCompanies: [],
      asOy: Object.fromEntries(defectKinds.map((kind) => [kind, null])),
    },
    'doors.form': { residentId, leaseNo },
    'doors.order': {
      residentId,
      leaseNo,
      via: 'phone',
      phone: '',
      note: '',
      photoIdTold: true,
      feeAccepted: true,
      feeCents: null,
      call: null,
    },
    'doors.read': { id: known.doorId },
    'doors.ofResident': { residentId },
    'doors.list': { show: 'ordered', page: 0 },
    'doors.opened': { ...door, note: '' },
    'doors.cancel': { ...door, because: 'foundKeys', note: '' },
    'doors.savePrices': { ...doorPrices, id: null, version: 0 },
    'doors.removePrices': { id: known.pricesId, version: 1 },
    'doors.exportAgain': { exportedAt: new Date('2026-11-24T08:00:00Z') },
    'answers.find': { text: 'puhelin auki', topic: null },
    'answers.save': {
      key: null,
      version: 0,
      topic: 'other',
      texts: { fi: answerText, sv: answerText, en: answerText },
      validFrom: null,
      validUntil: null,
    },
    'answers.withdraw': { key: 'phoneHours', version: 0 },
    'answers.restore': { key: 'phoneHours', version: 0 },
    'outbox.list': { show: 'all', page: 0 },
    'outbox.read': { id: messageId },
    'outbox.resend': { id: messageId },
    'outbox.settle': { id: messageId, as: 'dropped' },
    'outbox.saveSettings': { version: 0, smtp: null },
    'outbox.test': { smtp },
    'audit.list': { residentId, staffId, from: null, to: null, upTo: null, page: 0 },
  }
}
