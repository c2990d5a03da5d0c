import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { registerFiles as contractFiles, importFiles as contractImportFiles } from '#shared/contract/register'
import { addFiles, checklistOf, importFiles, registerFiles, whichFile } from './files'

const named = (...names: string[]) => names.map((name) => ({ name }))
const five = named('properties.csv', 'apartments.csv', 'people.csv', 'leases.csv', 'occupancies.csv')

describe('the five files', () => {
  it('are those of the contract, in its order', () => {
    expect(registerFiles).toEqual(contractFiles)
    expect(importFiles).toEqual(contractImportFiles)
  })

  it('are known by their names in any case, and by nothing else', () => {
    expect(whichFile('people.csv')).toBe('people')
    expect(whichFile('PEOPLE.CSV')).toBe('people')
    expect(whichFile('people (1).csv')).toBeNull()
    expect(whichFile('people.xlsx')).toBeNull()
    expect(whichFile('people')).toBeNull()
  })
})

describe('choosing files', () => {
  it('puts a mended file in the place of the one before it', () => {
    const mended = { name: 'People.csv', mended: true }
    expect(addFiles([...five], [mended])).toEqual([
      ...five.filter(({ name }) => name !== 'people.csv'),
      mended,
    ])
  })

  it('replaces an unknown file only by one of the same name', () => {
    const chosen = addFiles(named('notes.txt', 'more.txt'), named('notes.txt'))
    expect(chosen).toEqual(named('more.txt', 'notes.txt'))
  })

  it('keeps both when one choice has the same file twice', () => {
    expect(addFiles([], named('people.csv', 'PEOPLE.CSV'))).toHaveLength(2)
  })

  it('never loses what was chosen last', () => {
    const name = fc.constantFrom('people.csv', 'People.CSV', 'leases.csv', 'notes.txt', 'x.csv')
    fc.assert(
      fc.property(fc.array(name), fc.array(name), (before, added) => {
        const result = addFiles(named(...before), named(...added))
        expect(result.slice(result.length - added.length)).toEqual(named(...added))
      }),
    )
  })
})

describe('the checklist', () => {
  it('is complete with exactly the five', () => {
    const list = checklistOf(five)
    expect(list.complete).toBe(true)
    expect(list.missing).toEqual([])
    expect(list.items.map(({ chosen }) => chosen.length)).toEqual([1, 1, 1, 1, 1, 0])
  })

  it('is complete with the keys too, once', () => {
    const list = checklistOf([...five, { name: 'Keys.csv' }])
    expect(list).toMatchObject({ complete: true, missing: [], unknown: [] })
    const twice = checklistOf([...five, { name: 'keys.csv' }, { name: 'KEYS.csv' }])
    expect(twice.complete).toBe(false)
    expect(checklistOf(named('keys.csv')).missing).toEqual(registerFiles)
  })

  it('names what is missing', () => {
    const list = checklistOf(named('people.csv', 'leases.csv'))
    expect(list.complete).toBe(false)
    expect(list.missing).toEqual(['properties', 'apartments', 'occupancies'])
  })

  it('is not complete with a file too many or twice', () => {
    expect(checklistOf([...five, { name: 'notes.txt' }])).toMatchObject({
      complete: false,
      missing: [],
      unknown: [{ name: 'notes.txt' }],
    })
    const twice = checklistOf([...five, { name: 'LEASES.csv' }])
    expect(twice.complete).toBe(false)
    expect(twice.items[3]?.chosen).toHaveLength(2)
  })
})
