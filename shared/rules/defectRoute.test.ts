import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DefectKind, defectKinds } from './defectKinds'
import { type DefectAddresses, type DefectBuilding, defectAddress, routeDefect } from './defectRoute'

const asOyTeam = 'asoy@example.org'
const building = (more: Partial<DefectBuilding> = {}): DefectBuilding => ({
  propertyNo: 'T3',
  kind: 'rental',
  maintenanceArea: 'Keskinen 2',
  cleaning: 'own',
  cleaningCompany: null,
  ...more,
})
const addresses = (more: Partial<DefectAddresses> = {}): DefectAddresses => ({
  areas: [
    { area: 'Itäinen', email: 'ita@example.org' },
    { area: 'keskinen 2', email: 'keski@example.org' },
  ],
  ownCleaners: 'siivous@example.org',
  cleaningCompanies: [{ company: 'Puhtaus Oy', email: 'puhtaus@example.org' }],
  housingCompanies: [{ propertyNo: 'T3', name: 'As Oy Porvoonkatu 21', email: 'isannointi@example.org' }],
  asOy: Object.fromEntries(defectKinds.map((kind) => [kind, null])) as DefectAddresses['asOy'],
  ...more,
})
const goes = (kind: DefectKind, where: DefectBuilding, set = addresses()) => {
  const route = routeDefect(kind, where, set)
  return [route.goesTo, route.goesToName, defectAddress(route, where.propertyNo, set, asOyTeam)]
}
const asOy = (owner: 'housingCompany' | 'heka' | 'resident') =>
  addresses({ asOy: { ...addresses().asOy, heating: owner, cleaning: owner } })

describe('where a defect goes', () => {
  it.each<[string, DefectKind, Partial<DefectBuilding>, DefectAddresses, (string | null)[]]>([
    [
      'the area of the property',
      'heating',
      {},
      addresses(),
      ['maintenance', 'Keskinen 2', 'keski@example.org'],
    ],
    [
      'an area without an address',
      'heating',
      { maintenanceArea: 'Pohjoinen' },
      addresses(),
      ['maintenance', 'Pohjoinen', null],
    ],
    ['own cleaners', 'cleaning', {}, addresses(), ['ownCleaners', '', 'siivous@example.org']],
    [
      'the company that cleans there',
      'cleaning',
      { cleaning: 'company', cleaningCompany: 'Puhtaus Oy' },
      addresses(),
      ['cleaningCompany', 'Puhtaus Oy', 'puhtaus@example.org'],
    ],
    [
      'a company that has no name',
      'cleaning',
      { cleaning: 'company' },
      addresses(),
      ['cleaningCompany', '', null],
    ],
    [
      'of an empty As Oy table the team',
      'heating',
      { kind: 'asoy' },
      addresses(),
      ['asOyTeam', '', asOyTeam],
    ],
    [
      'the housing company',
      'heating',
      { kind: 'asoy' },
      asOy('housingCompany'),
      ['housingCompany', 'As Oy Porvoonkatu 21', 'isannointi@example.org'],
    ],
    [
      'a housing company that nobody has named',
      'heating',
      { kind: 'asoy', propertyNo: 'T4' },
      asOy('housingCompany'),
      ['housingCompany', '', null],
    ],
    ['the resident', 'heating', { kind: 'asoy' }, asOy('resident'), ['resident', '', null]],
    [
      'Heka’s maintenance',
      'heating',
      { kind: 'asoy' },
      asOy('heka'),
      ['maintenance', 'Keskinen 2', 'keski@example.org'],
    ],
    [
      'Heka’s cleaners',
      'cleaning',
      { kind: 'asoy' },
      asOy('heka'),
      ['ownCleaners', '', 'siivous@example.org'],
    ],
  ])('is %s', (_where, kind, more, set, expected) => {
    expect(goes(kind, building(more), set)).toEqual(expected)
  })

  it('is never by the As Oy table unless the home is an As Oy apartment', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...defectKinds),
        fc.constantFrom('rental' as const, 'special' as const),
        fc.constantFrom('housingCompany' as const, 'heka' as const, 'resident' as const, null),
        (kind, property, owner) => {
          const table = Object.fromEntries(defectKinds.map((one) => [one, owner])) as DefectAddresses['asOy']
          const route = routeDefect(kind, building({ kind: property }), addresses({ asOy: table }))
          expect(route.asOyOwner).toBeNull()
          expect(route.goesTo).toBe(kind === 'cleaning' ? 'ownCleaners' : 'maintenance')
        },
      ),
    )
  })
})
