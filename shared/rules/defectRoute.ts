import type { AsOyFaultOwner, DefectDestination, DefectKind } from './defectKinds'
import { foldName } from './names'

/** What the register says of the building that a defect is in. */
export interface DefectBuilding {
  readonly propertyNo: string
  readonly kind: 'rental' | 'special' | 'asoy'
  readonly maintenanceArea: string
  readonly cleaning: 'own' | 'company'
  readonly cleaningCompany: string | null
}

/** Where defects are told, as the lead has set it. Null: nobody has set an address. */
export interface DefectAddresses {
  readonly areas: readonly { readonly area: string; readonly email: string | null }[]
  readonly ownCleaners: string | null
  readonly cleaningCompanies: readonly { readonly company: string; readonly email: string | null }[]
  readonly housingCompanies: readonly {
    readonly propertyNo: string
    readonly name: string
    readonly email: string | null
  }[]
  /** Whose a fault in an As Oy apartment is; null: nobody has said. */
  readonly asOy: Readonly<Record<DefectKind, AsOyFaultOwner | null>>
}

export interface DefectRoute {
  readonly goesTo: DefectDestination
  /** The maintenance area or the company by its name; empty when it has none. */
  readonly goesToName: string
  /** Of an As Oy apartment: whose it is by the table; otherwise null. */
  readonly asOyOwner: AsOyFaultOwner | null
}

/** Names of areas and companies are the same whatever their case, accents and spaces. */
export const sameName = (one: string, other: string): boolean =>
  foldName(one).trim() === foldName(other).trim()

/** Heka's own: the cleaners for cleaning (001_d06e02930518563b.txt), otherwise the maintenance area of the property's district. */
function own(kind: DefectKind, building: DefectBuilding): Omit<DefectRoute, 'asOyOwner'> {
  if (kind !== 'cleaning') return { goesTo: 'maintenance', goesToName: building.maintenanceArea }
  if (building.cleaning === 'own') return { goesTo: 'ownCleaners', goesToName: '' }
  return { goesTo: 'cleaningCompany', goesToName: building.cleaningCompany ?? '' }
}

/**
 * Where a defect goes. As Oy apartments stand in ordinary housing companies, whose maintenance and cleaning the company arranges: the
 * table of the As Oy lead says whose a fault is, and what it does not say goes to the As Oy team (domain.md).
 */
export function routeDefect(
  kind: DefectKind,
  building: DefectBuilding,
  addresses: DefectAddresses,
): DefectRoute {
  if (building.kind !== 'asoy') return { ...own(kind, building), asOyOwner: null }
  const asOyOwner = addresses.asOy[kind]
  if (asOyOwner === null) return { goesTo: 'asOyTeam', goesToName: '', asOyOwner }
  if (asOyOwner === 'resident') return { goesTo: 'resident', goesToName: '', asOyOwner }
  if (asOyOwner === 'heka') return { ...own(kind, building), asOyOwner }
  const company = addresses.housingCompanies.find(({ propertyNo }) => propertyNo === building.propertyNo)
  return { goesTo: 'housingCompany', goesToName: company?.name ?? '', asOyOwner }
}

/** The address of where a defect goes; null when nobody has set one, and of the resident's own to repair. */
export function defectAddress(
  { goesTo, goesToName }: Pick<DefectRoute, 'goesTo' | 'goesToName'>,
  propertyNo: string,
  addresses: DefectAddresses,
  asOyTeam: string,
): string | null {
  const named = <Entry extends { readonly email: string | null }>(
    entries: readonly Entry[],
    nameOf: (entry: Entry) => string,
  ) => entries.find((entry) => sameName(nameOf(entry), goesToName))?.email ?? null
  switch (goesTo) {
    case 'maintenance':
      return named(addresses.areas, ({ area }) => area)
    case 'ownCleaners':
      return addresses.ownCleaners
    case 'cleaningCompany':
      return named(addresses.cleaningCompanies, ({ company }) => company)
    case 'housingCompany':
      return addresses.housingCompanies.find((each) => each.propertyNo === propertyNo)?.email ?? null
    case 'asOyTeam':
      return asOyTeam
    case 'resident':
      return null
  }
}
