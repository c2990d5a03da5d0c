import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Comparing, type Kept, threeWay, withChosen, withTyped } from './threeWay'

interface Values {
  readonly phone: string
  readonly email: string
  readonly note: string
}
const base: Values = { phone: '1', email: 'a', note: '' }
const how: Comparing<Values> = { fields: ['phone', 'email', 'note'] }
const kept = (typed: Partial<Values>, from: Values | null = base): Kept<Values> => ({
  base: from,
  values: { ...base, ...typed },
  chosen: {},
})
const sidesOf = (form: Kept<Values>, now: Values) =>
  threeWay(form, now, how).changed.map(({ field, mine, side }) => [field, mine && side])

describe('a form while somebody else changes the same', () => {
  const now: Values = { phone: '2', email: 'b', note: '' }
  const form = kept({ phone: '3', note: 'x' })

  it('takes over what only they changed, keeps what only I changed, and asks about what both did', () => {
    const found = threeWay(form, now, how)
    expect(found.values).toEqual({ phone: '3', email: 'b', note: 'x' })
    expect(found.changed).toEqual([
      { field: 'phone', was: base, mine: form.values, now, side: null },
      { field: 'email', was: base, mine: null, now, side: null },
    ])
    expect(found).toMatchObject({ open: 1, typed: true, gone: false })
  })

  it('asks nothing when both changed it to the same', () => {
    expect(threeWay(kept({ phone: '2' }), { ...base, phone: '2' }, how)).toMatchObject({
      changed: [],
      open: 0,
    })
  })

  it('has what was chosen, and what was typed still when the other is chosen after all', () => {
    const { changed } = threeWay(form, now, how)
    const theirs = withChosen(form, changed, 'theirs')
    expect(threeWay(theirs, now, how)).toMatchObject({ values: { ...now, note: 'x' }, open: 0 })
    const mine = withChosen(theirs, changed, 'mine')
    expect(threeWay(mine, now, how)).toMatchObject({ values: { ...now, phone: '3', note: 'x' }, open: 0 })
  })

  it('asks again when they change it again, and only about that', () => {
    const chosen = withChosen(form, threeWay(form, now, how).changed, 'mine')
    expect(threeWay(chosen, { ...now, email: 'c' }, how).open).toBe(0)
    expect(threeWay(chosen, { ...now, phone: '9' }, how).open).toBe(1)
  })

  it('takes what is typed over their text for chosen, and what is typed before choosing for nothing', () => {
    expect(sidesOf(withTyped(form, now, how, { phone: '33' }), now)).toEqual([
      ['phone', null],
      ['email', null],
    ])
    const over = withTyped(form, now, how, { email: 'bb' })
    expect(sidesOf(over, now)).toEqual([
      ['phone', null],
      ['email', 'mine'],
    ])
    const theirs = withChosen(form, threeWay(form, now, how).changed, 'theirs')
    expect(sidesOf(withTyped(theirs, now, how, { phone: '22' }), now)).toEqual([
      ['phone', 'mine'],
      ['email', null],
    ])
  })

  it('is asked about as a whole when it was taken away', () => {
    expect(threeWay(form, null, how)).toMatchObject({ gone: true, open: 1, values: form.values })
    expect(threeWay({ ...form, gone: 'mine' }, null, how)).toMatchObject({ gone: true, open: 0 })
  })

  it('that begins something new has all of it typed', () => {
    expect(threeWay(kept({}, null), null, how)).toMatchObject({ gone: false, open: 0, changed: [] })
    expect(sidesOf(kept({}, null), { ...base, phone: '2', email: 'b' })).toEqual([
      ['phone', null],
      ['email', null],
    ])
    expect(threeWay(kept({}, null), { ...base, phone: '2' }, how).open).toBe(1)
  })

  it('compares as it is told to, and has the rest as it is now', () => {
    const loose: Comparing<Values> = {
      fields: ['phone'],
      same: (field, a, b) => a[field].trim() === b[field].trim(),
    }
    const found = threeWay(kept({ phone: ' 1 ' }), { ...base, email: 'b' }, loose)
    expect(found).toMatchObject({ typed: false, changed: [], values: { phone: '1', email: 'b' } })
  })
})

describe('whatever anybody types', () => {
  const word = fc.constantFrom('', '1', '2', '3')
  const record = fc.record({ phone: word, email: word, note: word })

  it('no word of mine is replaced but by my own choice, and none of theirs but by mine', () => {
    fc.assert(
      fc.property(record, record, record, (from, values, now) => {
        const form = { base: from, values, chosen: {} }
        const found = threeWay(form, now, how)
        for (const field of how.fields) {
          const mineChanged = values[field] !== from[field]
          expect(found.values[field]).toBe(mineChanged ? values[field] : now[field])
          const both = mineChanged && now[field] !== from[field] && now[field] !== values[field]
          const row = found.changed.find((each) => each.field === field)
          expect(row !== undefined && row.mine !== null).toBe(both)
        }
        const all = withChosen(form, found.changed, 'theirs')
        const after = threeWay(all, now, how)
        expect(after.open).toBe(0)
        for (const { field } of found.changed) expect(after.values[field]).toBe(now[field])
        expect(all.values).toEqual(values)
      }),
    )
  })
})
