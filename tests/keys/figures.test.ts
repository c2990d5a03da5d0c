import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../residents/office'
import { type Opened, onBothEngines } from '../support/engines'
import { reporting } from './reporting'

onBothEngines('the figures of weeks', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const { keys, make, enter, read } = reporting(() => office)
  const onDay = (day: string) => office.turnTo(new Date(`${day}T09:00:00+02:00`))
  const weeks = async (many = 3) => (await office.page.keys.figures({ weeks: many })).weeks

  it('say what was made, open, late, missing and settled at the end of each', async () => {
    const [one, two, three, four] = await keys('asa', 4)
    const late = await make('asa', [one!], { dueOn: '2026-11-27' })
    const missing = await make('asa', [two!], { dueOn: '2026-11-27' })
    const cancelled = await make('asa', [three!], { dueOn: '2026-11-27' })
    await office.page.keys.cancelHandoff({
      id: cancelled.id,
      version: cancelled.version,
      because: 'mistake',
      note: '',
    })
    await enter(missing.id, { keys: [{ keyId: two!.id, result: 'missing' }] })
    expect(await weeks(1)).toEqual([
      { monday: '2026-11-23', made: 3, open: 2, late: 0, missing: 1, settled: 0 },
    ])
    await onDay('2026-12-01')
    await make('asa', [four!], { dueOn: '2026-12-10' })
    const { cases } = await read(missing.id)
    const { id, version } = cases[0]!
    const found = { id, version, outcome: 'found', at: 'heka', happenedOn: '2026-12-01', note: '' } as const
    await office.page.keys.closeCase(found)
    const lastWeek = { monday: '2026-11-23', made: 3, open: 2, late: 1, missing: 1, settled: 0 }
    expect(await weeks()).toEqual([
      { monday: '2026-11-16', made: 0, open: 0, late: 0, missing: 0, settled: 0 },
      lastWeek,
      { monday: '2026-11-30', made: 1, open: 2, late: 1, missing: 0, settled: 1 },
    ])
    await onDay('2026-12-02')
    await enter(late.id, { keys: [{ keyId: one!.id, result: 'arrived' }], happenedOn: '2026-12-02' })
    expect(await weeks(2)).toEqual([
      lastWeek,
      { monday: '2026-11-30', made: 1, open: 1, late: 0, missing: 0, settled: 2 },
    ])
  })
})
