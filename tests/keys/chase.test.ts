import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPdf, withoutSpace } from '#core/documents/testing'
import { type Office, openOffice } from '../residents/office'
import { type Opened, onBothEngines } from '../support/engines'
import { csv, reporting } from './reporting'

onBothEngines('the chase', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const kept = reporting(() => office)
  const { keys, make, enter, apply, settings } = kept
  const chase = (show: 'dueToday' | 'late' | 'missing', direction: 'return' | 'pickup' | null = null) =>
    office.page.keys.chase({ show, direction, page: 0 })
  const shown = async (...which: Parameters<typeof chase>) =>
    (await chase(...which)).handoffs.map(({ id }) => id)
  const onDay = (day: string) => new Date(`${day}T09:00:00+02:00`)

  it('lists what is due, late and missing, the first due first, and nothing in between is lost', async () => {
    const all = await keys('asa', 4)
    const waiting = await keys('fatima', 1, { holder: { kind: 'heka' } })
    const today = await make('asa', [all[0]!], { dueOn: '2026-11-24' })
    const tomorrow = await make('asa', [all[1]!], { dueOn: '2026-11-25' })
    const missing = await make('asa', [all[2]!], { dueOn: '2026-11-30' })
    const there = await make('asa', [all[3]!], { dueOn: '2026-11-24' })
    const pickup = await make('fatima', waiting, { dueOn: '2026-11-24', direction: 'pickup' })
    await enter(missing.id, { keys: [{ keyId: all[2]!.id, result: 'missing' }] })
    await enter(there.id, { withBlc: true })
    await apply(csv('AAAABBBBCCCC;apartment;1;arrived;2026-11-24;'))
    expect((await shown('dueToday')).sort()).toEqual([today.id, pickup.id].sort())
    expect(await shown('dueToday', 'pickup')).toEqual([pickup.id])
    expect(await shown('late')).toEqual([])
    expect(await shown('missing')).toEqual([missing.id])
    expect(await chase('missing', 'pickup')).toMatchObject({
      total: 0,
      counts: { dueToday: 1, late: 0, missing: 0, openRows: 1 },
    })

    await office.turnTo(onDay('2026-11-26'))
    expect((await shown('late')).slice(0, 2).sort()).toEqual([today.id, pickup.id].sort())
    expect((await shown('late'))[2]).toBe(tomorrow.id)
    expect(await chase('late')).toMatchObject({
      total: 3,
      counts: { dueToday: 0, late: 3, missing: 1, openRows: 1 },
    })
    expect((await chase('late')).handoffs.every(({ overdue }) => overdue)).toBe(true)
    // Within the days of grace it is due still.
    await settings({ graceDays: 1 })
    expect(await shown('dueToday')).toEqual([tomorrow.id])
    expect((await chase('late')).total).toBe(2)
    await settings({ graceDays: 0 })
  })

  it('prints the reminder in the language asked for, without the home’s address', async () => {
    const [one] = await keys('jukka', 1)
    const { id, reference } = await make('jukka', [one!], { dueOn: '2026-11-26' })
    const letter = async (language: 'fi' | 'sv' | 'en') => {
      const { pdfBase64, residentId } = await office.page.keys.reminderLetter({ id, language })
      expect(residentId).toBe(office.ids.jukka)
      return readPdf(Buffer.from(pdfBase64, 'base64'))
    }
    const finnish = await letter('fi')
    expect(finnish).toMatchObject({ pages: 1, missingGlyphs: 0, language: 'fi' })
    for (const words of [
      'Muistutus avainten palautuksesta',
      'Mäkelänkatu 2',
      reference.match(/.{4}/g)!.join('-'),
    ])
      expect(finnish.text).toContain(withoutSpace(words))
    expect(finnish.text).toContain(withoutSpace('viimeistään 26.11.2026'))
    expect((await letter('sv')).text).toContain(withoutSpace('nyckelåterlämning'))
    expect((await letter('en')).text).toContain(withoutSpace('Please remember to return'))
    for (const secret of ['Sörnäisten', 'C13', 'L900002', '00500'])
      expect(finnish.text).not.toContain(withoutSpace(secret))
    await office.turnTo(onDay('2026-11-27'))
    expect((await letter('fi')).text).toContain(withoutSpace('ei ole vielä palautettu'))
  })
})
