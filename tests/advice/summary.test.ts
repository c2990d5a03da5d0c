import { afterAll, beforeAll, expect, it } from 'vitest'
import { languages, roles, servingRoles } from '#shared/contract/base'
import type { DeskClient } from '#shared/contract/index'
import { readPdf, withoutSpace } from '../../electron/core/documents/testing'
import { openTestDesk, type TestDesk } from '../support/desk'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { inDatabase } from '../support/raw'

type Figures = Parameters<DeskClient['advice']['summary']>[0]['figures']

const figures: Figures = {
  day: '2024-06-15',
  people: 2,
  rooms: 1,
  grounds: ['homeless'],
  housingCostsCents: 80_000,
  assets: [{ kind: 'funds', cents: 12_345_678, debtCents: 0 }],
  home: { movesForWork: false, livesThere: false, kilometres: null },
  incomes: [{ item: 'salary', cents: 246_800, per: 'month' }],
  notIncome: ['familyAllowance'],
}

onBothEngines('a summary of advice', (engine) => {
  let opened: Opened<TestDesk>
  let desk: TestDesk
  let lead: DeskClient
  beforeAll(async () => {
    opened = await openTestDesk(engine)
    desk = opened.value
    lead = await desk.administrator()
  })
  afterAll(() => opened.cleanUp())

  it.each(languages)('is a PDF and the same text in %s', async (language) => {
    const { pdfBase64, text } = await lead.advice.summary({ language, figures })
    const pdf = readPdf(Buffer.from(pdfBase64, 'base64'))
    expect(pdf).toMatchObject({ language, missingGlyphs: 0 })
    for (const line of text.split('\n')) {
      // The label and the text of a fact stand in two columns.
      for (const part of line.replace(/^- /, '').split(': ')) expect(pdf.text).toContain(withoutSpace(part))
    }
    expect(text.replace(/\s/g, '')).toMatch(/123456,78|123,456\.78/)
  })

  it('leaves a record that it was made, and nothing of what is in it', async () => {
    const everything = () =>
      inDatabase(desk, async (raw) => {
        const tables =
          engine === 'sqlite'
            ? `SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND name NOT LIKE 'search_%'`
            : `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`
        const found: Record<string, unknown[]> = {}
        for (const { name } of await raw.rows<{ name: string }>(tables))
          found[name] = await raw.rows(`SELECT * FROM "${name}" ORDER BY 1`)
        return found
      })
    const { audit: auditBefore, audit_head: _head, ...before } = await everything()
    await lead.advice.summary({ language: 'fi', figures })
    const { audit, audit_head: _after, ...after } = await everything()
    expect(after).toEqual(before)
    const added = audit!.slice(auditBefore!.length)
    expect(added).toMatchObject([
      { action: 'advice.summary', outcome: 'done', subject_kind: null, subject_id: null, kept: '{}' },
    ])
    expect(JSON.stringify(added)).not.toMatch(/homeless|funds|salary|12345678|246800|2024-06-15/)
  })

  it('is for all who serve', async () => {
    for (const role of roles) {
      const page = await desk.member(role)
      const may = servingRoles.some((each) => each === role) ? 'done' : 'FORBIDDEN'
      expect(await nameOf(page.advice.summary({ language: 'fi', figures })), role).toBe(may)
    }
  })

  it.each<[string, Partial<Record<keyof Figures, unknown>>]>([
    ['nobody', { people: 0 }],
    ['a crowd', { people: 31 }],
    ['less than nothing', { housingCostsCents: -1 }],
    ['half a cent', { housingCostsCents: 0.5 }],
    ['more than there is', { assets: [{ kind: 'funds', cents: 1e15, debtCents: 0 }] }],
    ['what is no asset', { assets: [{ kind: 'salary', cents: 1, debtCents: 0 }] }],
    ['what is no income', { incomes: [{ item: 'familyAllowance', cents: 1, per: 'month' }] }],
    ['no day', { day: '2024-02-30' }],
  ])('is refused by name for %s', async (_, wrong) => {
    const input = { language: 'fi', figures: { ...figures, ...wrong } } as never
    expect(await nameOf(lead.advice.summary(input))).toBe('BAD_REQUEST')
    expect(desk.reported).toEqual([])
  })
})
