import { describe, expect, it } from 'vitest'
import { districts } from './districts'
import { givenNamesFor, surnameFor } from './names'
import { finnish } from './names.finnish'
import { otherCultures } from './names.other'
import { swedish } from './names.swedish'
import { createRandom } from './random'

const russian = otherCultures.find(({ declined }) => declined)

describe('name pools', () => {
  it('are large, and nothing in them stands twice or is empty', () => {
    expect(finnish.surnames.length).toBeGreaterThanOrEqual(150)
    expect(swedish.surnames.length).toBeGreaterThanOrEqual(60)
    expect(otherCultures.flatMap(({ surnames }) => surnames).length).toBeGreaterThanOrEqual(100)
    for (const { surnames, first, further } of [finnish, swedish, ...otherCultures]) {
      const lists = [
        surnames,
        ...[...first, ...(further ? [further] : [])].flatMap(({ women, men }) => [women, men]),
      ]
      for (const list of lists) {
        expect(
          list.filter((name) => name.trim() === '' || list.indexOf(name) !== list.lastIndexOf(name)),
        ).toEqual([])
      }
    }
    const given = [finnish, swedish].flatMap(({ first }) =>
      first.flatMap(({ women, men }) => [...women, ...men]),
    )
    expect(new Set(given).size).toBeGreaterThanOrEqual(200)
  })

  it('give every household a culture: 75 % Finnish, 7 % Swedish, 18 % others', () => {
    expect(finnish.share).toBe(750)
    expect(swedish.share).toBe(70)
    expect(otherCultures.reduce((sum, { share }) => sum + share, 0)).toBe(180)
  })

  it('give names of the time of birth, two or three to a Finn, none twice', () => {
    const random = createRandom(1)
    const names = (year: number) =>
      Array.from({ length: 300 }, () => givenNamesFor(random, finnish, true, year).split(' '))
    const [old, young] = [names(1935), names(2015)]
    expect(old.some(([first]) => first === 'Sirkka')).toBe(true)
    expect(young.some(([first]) => first === 'Sirkka')).toBe(false)
    for (const all of [...old, ...young]) expect(new Set(all).size).toBe(all.length)
    expect(old.filter((all) => all.length >= 2).length).toBeGreaterThan(280)
  })

  it('decline Russian surnames for women only', () => {
    expect(russian && surnameFor(russian, 'Ivanov', true)).toBe('Ivanova')
    expect(russian && surnameFor(russian, 'Iljin', true)).toBe('Iljina')
    expect(russian && surnameFor(russian, 'Žukovski', true)).toBe('Žukovskaja')
    expect(russian && surnameFor(russian, 'Ivanov', false)).toBe('Ivanov')
    expect(surnameFor(finnish, 'Virtanen', true)).toBe('Virtanen')
  })
})

describe('districts', () => {
  it('are at least 40, each with a Helsinki postal code and four streets, in 12 maintenance areas', () => {
    expect(districts.length).toBeGreaterThanOrEqual(40)
    for (const { name, postalCode, streets, weight } of districts) {
      expect(postalCode, name).toMatch(/^00\d{3}$/)
      expect(new Set(streets).size, name).toBeGreaterThanOrEqual(4)
      expect(weight, name).toBeGreaterThan(0)
    }
    expect(new Set(districts.map(({ name }) => name)).size).toBe(districts.length)
    expect(new Set(districts.map(({ maintenanceArea }) => maintenanceArea)).size).toBe(12)
    expect(districts[0]).toMatchObject({
      name: 'Vallila',
      postalCode: '00550',
      streets: expect.arrayContaining(['Mäkelänkatu']),
    })
  })
})
