import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { streetAddress } from '../residents/homes'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { protectedApartments } from './holders'

const most = 20
/** Of so many properties that an address fits, the apartments are looked through. */
const mostProperties = 3

interface Place {
  readonly kind: 'property' | 'apartment'
  readonly id: string
  readonly label: string
}

const folded = (text: string) => text.toLocaleLowerCase('fi').trim()

/**
 * Properties and apartments by the beginning of what was typed of their address, or by their whole number. The home of somebody under
 * non-disclosure is not among them.
 */
export async function placesFound(db: Db, tables: Tables, text: string): Promise<Place[]> {
  const { property, apartment } = tables
  const wanted = folded(text)
  if (wanted.length < 2) return []
  const properties = await db
    .select()
    .from(property)
    .where(isNull(property.leftOn))
    .orderBy(asc(property.address), asc(property.id))
  const byNumber = await db
    .select({ apartment, property })
    .from(apartment)
    .innerJoin(property, eq(property.id, apartment.propertyId))
    .where(
      and(inArray(apartment.apartmentNo, [text.trim(), text.trim().toUpperCase()]), isNull(apartment.leftOn)),
    )
  const named = properties.filter(
    ({ address, propertyNo }) =>
      folded(address).startsWith(wanted) ||
      folded(propertyNo) === wanted ||
      wanted.startsWith(folded(address)),
  )
  const inside = named.filter(({ address }) => wanted.startsWith(folded(address))).slice(0, mostProperties)
  const found = [...byNumber]
  for (const each of inside) {
    const rows = await db
      .select({ apartment, property })
      .from(apartment)
      .innerJoin(property, eq(property.id, apartment.propertyId))
      .where(and(eq(apartment.propertyId, each.id), isNull(apartment.leftOn)))
      .orderBy(asc(apartment.stair), asc(apartment.number))
    found.push(...rows.filter((row) => folded(streetAddress(row)).startsWith(wanted)))
  }
  const hidden = new Set<string>()
  for (const propertyId of new Set(found.map((row) => row.property.id)))
    for (const id of await protectedApartments(db, tables, propertyId)) hidden.add(id)
  const homes = found.filter((row) => !hidden.has(row.apartment.id))
  const places: Place[] = [
    ...named.map((each): Place => ({ kind: 'property', id: each.id, label: each.address })),
    ...homes.map((row): Place => ({ kind: 'apartment', id: row.apartment.id, label: streetAddress(row) })),
  ]
  return places.slice(0, most)
}
