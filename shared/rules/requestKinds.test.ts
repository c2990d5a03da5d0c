import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './localDay'
import { actionRules, mandateActions } from './mandateScopes'
import { actionsWithRequests, dueDay, requestKindRule, requestKinds } from './requestKinds'

describe('the table of kinds', () => {
  it('has everything that the mandate question knows but keys and contacts', () => {
    const others = mandateActions.filter((action) => !actionsWithRequests.includes(action))
    expect(others).toEqual(['returnKeys', 'collectKeys', 'correctContacts'])
  })

  it.each(requestKinds)(
    'says each field of %s once, and a day that another cannot be before comes first',
    (kind) => {
      const { fields } = requestKindRule(kind)
      const names = fields.map(({ name }) => name)
      expect(names.length).toBeGreaterThan(0)
      expect(new Set(names).size).toBe(names.length)
      for (const field of fields) {
        if (field.type === 'choice') expect(new Set(field.choices).size).toBe(field.choices.length)
        if (field.type === 'day' && field.notBefore)
          expect(names.indexOf(field.notBefore)).toBeLessThan(names.indexOf(field.name))
      }
    },
  )

  it.each(requestKinds)('asks in person for what ends, transfers or tells: %s', (kind) => {
    const { action, byPhone } = requestKindRule(kind)
    const { own, tells } = actionRules[action]
    if (tells !== null) expect(byPhone).toBe(false)
    if (own === 'mainTenant') expect(byPhone).toBe(action === 'messageLeaseControl')
  })

  it.each(requestKinds)('names the space where a power can be for one: %s', (kind) => {
    const { action, fields } = requestKindRule(kind)
    const named = fields.some(({ type }) => type === 'space')
    if (named) expect(actionRules[action].about).not.toBeNull()
    if (action === 'terminateParking' || action === 'terminateSauna') expect(named).toBe(true)
  })
})

describe('the due day', () => {
  const never = () => false
  it('counts working days, without the day itself', () => {
    // A Tuesday.
    expect(dueDay('2026-11-24', 0, never)).toBe('2026-11-24')
    expect(dueDay('2026-11-24', 3, never)).toBe('2026-11-27')
    expect(dueDay('2026-11-24', 4, never)).toBe('2026-11-30')
    expect(dueDay('2026-11-28', 1, never)).toBe('2026-11-30')
    const closed = (day: string) => ['2026-12-24', '2026-12-25'].includes(day)
    expect(dueDay('2026-12-23', 1, closed)).toBe('2026-12-28')
  })

  it('is a working day, with so many of them on the way', () => {
    const starts = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2026-01-01', n))
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2, max: 9 }), (from, n, nth) => {
        const isClosed = (day: string) => Number(day.slice(8)) % nth === 0
        const isWorking = (day: string) =>
          ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()) && !isClosed(day)
        const due = dueDay(from, n, isClosed)
        expect(isWorking(due)).toBe(true)
        let counted = 0
        for (let day = addDays(from, 1); day <= due; day = addDays(day, 1)) if (isWorking(day)) counted += 1
        expect(counted).toBe(n)
      }),
    )
  })
})
