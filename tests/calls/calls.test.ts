import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { type Office, openOffice } from '../residents/office'
import { people } from '../residents/testRegister'
import { atOnce } from '../support/atOnce'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { callingAt } from './calling'

onBothEngines('a call', (engine) => {
  let opened: Opened<Office>
  let office: Office
  let phone: DeskClient
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
    phone = await office.as('phone')
  })
  afterAll(() => opened.cleanUp())

  const { which, caller, start, recognise, park, resume, log, told } = callingAt(() => office)
  const there = callingAt(
    () => office,
    () => phone,
  )
  const calls = () => office.page.calls

  it('is started with nothing known, by a number that is withheld, foreign, or none at all', async () => {
    const nothing = await start(null)
    expect(nothing).toMatchObject({
      state: 'live',
      mine: true,
      numberKind: 'none',
      number: null,
      residentName: '',
      questions: [],
      told: { may: ['generalAnswers'] },
      outsideHours: false,
      talkedSeconds: 0,
    })
    await log(nothing, { outcome: 'mistake', topic: null, said: '' })
    const withheld = await start(null, { withheld: true, number: '040 555 0177' })
    expect(withheld).toMatchObject({ numberKind: 'withheld', number: null })
    await log(withheld, { outcome: 'cutOff', topic: null })
    const foreign = await start('jukka', { number: '0046 70 174 06 05' })
    expect(foreign).toMatchObject({ numberKind: 'foreign', number: '+46701740605' })
    await log(foreign)
    const unreadable = await start('jukka', { number: '12 34' })
    expect(unreadable).toMatchObject({ numberKind: 'unreadable', number: '12 34' })
    await log(unreadable)
  })

  it('finds who calls by a number, a name or an address, and says what the number is', async () => {
    const byNumber = await calls().find({ text: '040 555 0177' })
    expect(byNumber.number).toEqual({ kind: 'finnish', number: '+358405550177' })
    expect(byNumber.hits.map(({ id }) => id)).toEqual([office.ids.asa])
    const byName = await calls().find({ text: 'östling åsa' })
    expect(byName).toMatchObject({ number: { kind: 'none' }, hits: [{ id: office.ids.asa }] })
    expect((await calls().find({ text: 'porvoonkatu 21' })).hits.map(({ id }) => id)).toContain(
      office.ids.asoy,
    )
    expect(await calls().find({ text: 'Anonymous' })).toMatchObject({
      number: { kind: 'withheld' },
      hits: [],
    })
    // Somebody under non-disclosure is not found by their number.
    expect((await calls().find({ text: people.salla.phone ?? '' })).hits).toEqual([])
  })

  it('marks the caller recognised by what only they know, and keeps the questions without the answers', async () => {
    const call = await start('asa')
    expect(call).toMatchObject({ recognition: 'notYet', residentName: 'Åsa Märta Östling' })
    expect(call.questions.map(({ question }) => question)).toEqual(['moveInDay', 'household', 'rooms'])
    expect(call.questions[0]?.right.day).toBe('2019-01-01')
    expect(call.told.mayNot).toContainEqual({ thing: 'ownRequests', why: 'notRecognised' })
    const one = await recognise(call, [{ question: 'rooms', outcome: 'right' }])
    expect(one.recognition).toBe('notYet')
    // What was answered wrong stays wrong, also when the page leaves it out.
    const wrong = await recognise(one, [{ question: 'household', outcome: 'wrong' }])
    const two = await recognise(wrong, [{ question: 'moveInDay', outcome: 'right' }])
    expect(two.recognition).toBe('notYet')
    const known = await recognise(two, [{ question: 'household', outcome: 'right' }])
    expect(known.recognition).toBe('recognised')
    expect(known.told.may).toContain('ownRequests')
    expect(await nameOf(recognise(known, [{ question: 'rentAmount', outcome: 'right' }]))).toBe(
      'cannotBeAsked',
    )
    await log(known, { topic: 'lease', said: 'kysyi saunavuoroa' })
    const rows = await office.sql(`SELECT * FROM call WHERE id = '${call.id}'`)
    expect(JSON.stringify(rows)).not.toContain('2019-01-01')
    expect(JSON.stringify(rows)).not.toContain('Eino')
    expect((await told('asa'))[0]).toMatchObject({
      kind: 'call',
      detail: {
        what: 'ended',
        topic: 'lease',
        outcome: 'answered',
        recognised: true,
        said: 'kysyi saunavuoroa',
        outsideHours: false,
      },
    })
  })

  it('of another caller begins anew with the questions, and of one who has died or nobody it has none', async () => {
    const call = await start('asa')
    const known = await recognise(call, [
      { question: 'rooms', outcome: 'right' },
      { question: 'moveInDay', outcome: 'right' },
    ])
    const { call: other } = await calls().setCaller({ ...which(known), ...caller('eino') })
    expect(other).toMatchObject({ asked: [], recognition: 'notYet', residentName: 'Eino Olavi Östling' })
    const { call: dead } = await calls().setCaller({ ...which(other), ...caller('dead') })
    expect(dead.questions).toEqual([])
    expect(await nameOf(recognise(dead, []))).toBe('callerDied')
    const { call: behalf } = await calls().setCaller({
      ...which(dead),
      ...caller('asa'),
      callerKind: 'onBehalf',
      callerName: 'Poika Östling',
    })
    expect(behalf).toMatchObject({ callerName: 'Poika Östling', questions: [] })
    expect(behalf.told.mayNot).toContainEqual({ thing: 'ownVisits', why: 'mandateNeeded' })
    expect(await nameOf(recognise(behalf, []))).toBe('nobodyToRecognise')
    const whose = { ...which(behalf), ...caller(null), callerKind: 'onBehalf' } as const
    expect(await nameOf(calls().setCaller(whose))).toBe('onBehalfOfWhom')
    await log(behalf)
  })

  it('takes as many right answers as the lead has set, and stays as it was when that is changed', async () => {
    const { readSettings, saveSettings } = office.page.tasks
    const shipped = await readSettings()
    expect(shipped.caller).toEqual({ right: 2, wrong: 2 })
    const call = await start('asa')
    expect(call.needs).toEqual({ right: 2, wrong: 2 })
    const right = (question: 'rooms' | 'household' | 'moveInDay') => ({ question, outcome: 'right' }) as const
    const two = await recognise(call, [right('rooms'), right('household')])
    expect(two.recognition).toBe('recognised')
    const ended = await log(two)
    await saveSettings({ ...shipped, caller: { right: 3, wrong: 1 } })
    expect((await calls().read({ id: ended.id })).call.recognition).toBe('recognised')
    const stricter = await start('asa')
    expect(stricter.needs).toEqual({ right: 3, wrong: 1 })
    const notYet = await recognise(stricter, [right('rooms'), right('household')])
    expect(notYet.recognition).toBe('notYet')
    const over = await log(notYet)
    await saveSettings({ ...(await readSettings()), caller: { right: 2, wrong: 2 } })
    // What was not enough then is not enough now.
    expect((await calls().read({ id: over.id })).call.recognition).toBe('notYet')
    const fewer = { ...(await readSettings()), caller: { right: 1, wrong: 2 } }
    expect(await nameOf(saveSettings(fewer))).toBe('BAD_REQUEST')
  })

  it('of somebody under non-disclosure shows no number, and their contacts are not told', async () => {
    const call = await start('salla', { number: '040 555 0199' })
    expect(call.number).toBeNull()
    expect(call.marks).toContain('nonDisclosure')
    const recognised = await recognise(call, [
      { question: 'rooms', outcome: 'right' },
      { question: 'moveInDay', outcome: 'right' },
    ])
    expect(recognised.told.mayNot).toContainEqual({ thing: 'ownContacts', why: 'nonDisclosure' })
    await log(recognised)
    expect(JSON.stringify(await calls().list({ show: 'all', day: null, page: 0 }))).not.toContain('0199')
    expect(JSON.stringify(await told('salla'))).not.toContain('0199')
  })

  it('is one live call a person, also when it is pressed at two pages at once', async () => {
    const first = await start('asa')
    expect(await nameOf(start('eino'))).toBe('otherCallLive')
    // A colleague has their own.
    const theirs = await there.start('jukka')
    await there.log(theirs)
    await log(first)
    const ends = await atOnce(
      office.desk.postgresUrl,
      [0, 1, 2, 3].map(() => () => start('asa')),
    )
    expect(namesOf(ends)).toEqual(['done', 'otherCallLive', 'otherCallLive', 'otherCallLive'])
    const { live } = await calls().mine()
    await calls().log({ ...which(live!), topic: 'other', said: '', outcome: 'answered', followUp: null })
  })

  it('is parked with what was typed, and taken up again, by a colleague too, without its time being lost', async () => {
    const call = await start('asa')
    office.desk.wait(90_000)
    const parked = await park(call, 'hana vuotaa, etsii')
    expect(parked).toMatchObject({
      state: 'parked',
      talkedSeconds: 90,
      liveSince: null,
      said: 'hana vuotaa, etsii',
    })
    office.desk.wait(600_000)
    expect((await calls().mine()).parked.map(({ id }) => id)).toEqual([call.id])
    const other = await start('eino')
    expect(await nameOf(resume(parked))).toBe('otherCallLive')
    await log(other)
    expect(await nameOf(there.log(parked))).toBe('notYourCall')
    const taken = await there.resume(parked)
    expect(taken).toMatchObject({ state: 'live', talkedSeconds: 90, mine: true })
    office.desk.wait(30_000)
    expect(await nameOf(log(taken))).toBe('notYourCall')
    expect(await nameOf(there.resume(taken))).toBe('notParked')
    const ended = await there.log(taken)
    expect(ended).toMatchObject({ state: 'ended', talkedSeconds: 120, mine: false })
    expect(await nameOf(there.log(ended))).toBe('callOver')
    expect(await nameOf(there.park(call))).toBe('CHANGED_MEANWHILE')
  })

  it('is logged with a topic, and with a task that follows, or not at all', async () => {
    const call = await start('asa')
    expect(await nameOf(log(call, { topic: null }))).toBe('topicRequired')
    const followUp = {
      kind: 'callBack',
      subject: 'Soita hanasta',
      body: 'aamupäivällä',
      owner: null,
    } as const
    const blank = { ...followUp, subject: '' }
    expect(await nameOf(log(call, { followUp: blank }))).toBe('subjectRequired')
    expect((await calls().read({ id: call.id })).call.state).toBe('live')
    const logged = await log(call, { outcome: 'promised', followUp })
    expect(logged.taskIds).toHaveLength(1)
    const { task } = await office.page.tasks.read({ id: logged.taskIds[0]! })
    expect(task).toMatchObject({
      kind: 'callBack',
      subject: 'Soita hanasta',
      callId: call.id,
      residentId: office.ids.asa,
      owner: { kind: 'person' },
      state: 'open',
    })
  })

  it('of an As Oy resident is handed over with what was said, and of nobody else', async () => {
    const other = await there.start('asa')
    const said = 'Kysyy vuokravakuudesta\nsoittaa uudelleen'
    const handOver = (call: typeof other) => phone.calls.handOver({ ...which(call), topic: 'lease', said })
    expect(other.asOy).toBeNull()
    expect(await nameOf(handOver(other))).toBe('notAsOy')
    await there.log(other)
    const call = await there.start('asoy')
    expect(call.asOy).toEqual({ phone: '09 5767 4000', open: true })
    const without = { ...which(call), topic: null, said: '' }
    expect(await nameOf(phone.calls.handOver(without))).toBe('saidRequired')
    const { taskId, transferTo, call: ended } = await handOver(call)
    expect(transferTo).toBe('09 5767 4000')
    expect(ended).toMatchObject({ state: 'ended', outcome: 'handedOver', taskIds: [taskId] })
    const asOy = await office.as('asoy')
    const { tasks } = await asOy.tasks.list({ show: 'team', team: null, page: 0 })
    expect(tasks).toMatchObject([
      { id: taskId, kind: 'asOy', subject: 'Kysyy vuokravakuudesta', owner: { kind: 'team', team: 'asoy' } },
    ])
    expect((await asOy.tasks.read({ id: taskId })).task).toMatchObject({ body: said, transferTo })
    phone = await office.as('phone')
  })

  it('outside the hours of its line is possible and marked', async () => {
    await office.turnTo('2026-11-24T10:00:00Z')
    const call = await start('asa', { line: 'asoy' })
    expect(call).toMatchObject({ outsideHours: true, line: 'asoy', asOy: null })
    await log(call)
    const { calls: ofAsOy, total } = await calls().list({ show: 'asOy', day: '2026-11-24', page: 0 })
    expect([ofAsOy.length, total]).toEqual([1, 1])
    expect((await calls().list({ show: 'all', day: '2026-11-23', page: 0 })).total).toBe(0)
  })
})
