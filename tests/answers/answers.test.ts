import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shippedAnswers } from '#core/answers/shipped'
import { answerTopics } from '#shared/contract/answers'
import { languages } from '#shared/contract/base'
import type { DeskClient } from '#shared/contract/index'
import { contactPoints } from '#shared/rules/facts'
import { atOnce } from '../support/atOnce'
import { openTestDesk, type TestDesk } from '../support/desk'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'

describe('the answers that ship', () => {
  it('are each of a source document, complete in three languages, by a name of their own', () => {
    expect(new Set(shippedAnswers.map(({ key }) => key)).size).toBe(shippedAnswers.length)
    for (const { texts, topic, source } of shippedAnswers) {
      expect(answerTopics).toContain(topic)
      expect(source).toMatch(/^00[0-4]_[0-9a-f]{16}\.txt$/)
      for (const language of languages) {
        const { title, text } = texts[language]
        expect(title.length).toBeGreaterThan(3)
        expect(text.length).toBeGreaterThan(40)
        expect(text).not.toMatch(/[{}]/)
      }
    }
  })
  it('say the same numbers and addresses in every language, all of them the office’s own', () => {
    const own = JSON.stringify(contactPoints)
    for (const { texts } of shippedAnswers) {
      const said = languages.map(
        (language) => texts[language].text.match(/09 5767 \d{4}|\S+@\S+\w|\+358[\d ]+\d/g) ?? [],
      )
      expect(said[1]).toEqual(said[0])
      expect(said[2]).toEqual(said[0])
      for (const each of said[0] ?? []) expect(own).toContain(each)
    }
  })
  it('answer something of every topic', () => {
    expect(new Set(shippedAnswers.map(({ topic }) => topic))).toEqual(new Set(answerTopics))
    expect(readdirSync('resources/facts')).toContain('answers.json')
  })
})

onBothEngines('an answer', (engine) => {
  let opened: Opened<TestDesk>
  let desk: TestDesk
  let lead: DeskClient
  beforeAll(async () => {
    opened = await openTestDesk(engine)
    desk = opened.value
    lead = await desk.administrator()
  })
  afterAll(() => opened.cleanUp())

  const find = async (text: string, page = lead) =>
    (await page.answers.find({ text, topic: null })).answers.map(({ key }) => key)
  const of = async (key: string) => (await lead.answers.all()).answers.find((one) => one.key === key)!
  const text = (title: string) => ({ title, text: `${title}, pitempi teksti.`, words: '' })
  const written = {
    key: null,
    version: 0,
    topic: 'other' as const,
    texts: { fi: text('Grillikatos'), sv: text('Grillskjul'), en: text('Barbecue shelter') },
    validFrom: null,
    validUntil: null,
  }

  it.each([
    ['puh auki', 'phoneHours'],
    ['auki puh', 'phoneHours'],
    ['avain palaut', 'keys'],
    ['öppningstid', null],
    ['telefon öppet', 'phoneHours'],
    ['door fee', 'doorOpening'],
    ['salasana unohtui', 'portalPassword'],
    ['vesi vuotaa', 'urgentDefect'],
    ['bussi', 'routes'],
    ['puolesta kuolinpesä sähköposti', 'onBehalf'],
    ['asoy', 'asOy'],
  ])('is found first by typing %j', async (typed, key) => {
    const found = await find(typed)
    expect(found[0] ?? null).toBe(key)
  })

  it('that does not hold today is not read to anybody', async () => {
    expect((await find('')).length).toBe(shippedAnswers.length - 1)
    expect(await find('varallisuusrajat 2024')).not.toContain('wealthLimits2024')
    expect(await of('wealthLimits2024')).toMatchObject({ valid: false, state: 'shipped' })
    const own = { ...written, validFrom: '2026-11-25', validUntil: '2026-11-30' }
    const { answer } = await lead.answers.save(own)
    expect(await find('grillikatos')).toEqual([])
    const which = { key: answer.key, version: answer.version }
    await lead.answers.save({ ...own, ...which, validFrom: '2026-11-24' })
    expect(await find('grilli')).toEqual([answer.key])
    expect(await find('barbec')).toEqual([answer.key])
  })

  it('of the lead stands in place of what ships, until that is restored', async () => {
    const before = await of('keys')
    expect(before).toMatchObject({ state: 'shipped', version: 0, source: '003_6520488e57b6da1e.txt' })
    const change = { ...written, key: 'keys', topic: 'keys' as const }
    const { answer } = await lead.answers.save(change)
    expect(answer).toMatchObject({
      key: 'keys',
      state: 'edited',
      version: 1,
      source: null,
      changedBy: 'Aino Pääkäyttäjä',
    })
    expect(await nameOf(lead.answers.save(change))).toBe('CHANGED_MEANWHILE')
    expect(await find('BLC')).not.toContain('keys')
    const { answer: gone } = await lead.answers.withdraw({ key: 'keys', version: 1 })
    expect(gone).toMatchObject({ state: 'withdrawn', valid: false, version: 2 })
    expect(await nameOf(lead.answers.withdraw({ key: 'keys', version: 2 }))).toBe('alreadyWithdrawn')
    const { answer: restored } = await lead.answers.restore({ key: 'keys', version: 2 })
    expect(restored).toEqual(before)
    expect(await nameOf(lead.answers.restore({ key: 'keys', version: 0 }))).toBe('nothingToRestore')
  })

  it('of the lead’s own that was withdrawn is shown again', async () => {
    const { answer } = await lead.answers.save({
      ...written,
      texts: { ...written.texts, fi: text('Kesätauko') },
    })
    const at = (version: number) => ({ key: answer.key, version })
    expect(await nameOf(lead.answers.restore(at(1)))).toBe('nothingToRestore')
    await lead.answers.withdraw(at(1))
    expect(await find('kesät')).toEqual([])
    expect((await lead.answers.restore(at(2))).answer).toMatchObject({
      state: 'own',
      valid: true,
      version: 3,
    })
    expect(await find('kesät')).toEqual([answer.key])
  })

  it('is written whole, with days in order, and by one desk of two', async () => {
    const without = (part: object) => ({ ...written, texts: { ...written.texts, ...part } })
    expect(await nameOf(lead.answers.save(without({ sv: { ...text('x'), title: '' } })))).toBe(
      'titleRequired',
    )
    expect(await nameOf(lead.answers.save(without({ en: { ...text('x'), text: ' ' } })))).toBe('textRequired')
    const days = { ...written, validFrom: '2026-12-02', validUntil: '2026-12-01' }
    expect(await nameOf(lead.answers.save(days))).toBe('endsBeforeBegins')
    expect(await nameOf(lead.answers.save({ ...written, key: 'tuntematon' }))).toBe('NOT_FOUND')
    const settled = await atOnce(desk.postgresUrl, [
      () => lead.answers.save({ ...written, key: 'routes' }),
      () => lead.answers.save({ ...written, key: 'routes' }),
    ])
    expect(namesOf(settled)).toEqual(['CHANGED_MEANWHILE', 'done'])
  })

  it('is read by everyone, and written by the lead', async () => {
    const counter = await desk.member('counter')
    expect(await find('puh auki', counter)).toContain('phoneHours')
    expect(await nameOf(counter.answers.all())).toBe('FORBIDDEN')
    expect(await nameOf(counter.answers.save(written))).toBe('FORBIDDEN')
  })
})
