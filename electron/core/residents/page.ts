import { eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { LeaseView, ResidentPage } from '#shared/contract/residents'
import { eveClosure, publicHoliday } from '#shared/rules/holidays'
import { ageOn, type LocalDay } from '#shared/rules/localDay'
import { maskPersonalIdentityCode } from '#shared/rules/personalIdentityCode'
import { marksOf, standing } from '#shared/rules/residentMarks'
import { named } from '../access/procedure'
import { given, prepared } from '../store/prepared'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { type Home, homesOf, protectedAmong, streetAddress } from './homes'

export type ResidentRow = Tables['resident']['$inferSelect']

const oneResident = prepared((db, { resident }) =>
  db
    .select()
    .from(resident)
    .where(eq(resident.id, given(resident.id, 'id')))
    .prepare('oneResident'),
)

/** Reads a resident, or answers NOT_FOUND. */
export async function residentById(db: Db, tables: Tables, id: string): Promise<ResidentRow> {
  const [row] = await oneResident(db, tables).execute({ id })
  if (!row) throw named('NOT_FOUND')
  return row
}

/** Everyone who is or was on the leases on which a resident is or was, the resident too. */
const onTheirLeases = prepared((db, { occupancy, resident }) => {
  const own = alias(occupancy, 'own')
  const theirs = db
    .select({ leaseId: own.leaseId })
    .from(own)
    .where(eq(own.residentId, given(own.residentId, 'id')))
  return db
    .select({ occupancy, resident })
    .from(occupancy)
    .innerJoin(resident, eq(resident.id, occupancy.residentId))
    .where(inArray(occupancy.leaseId, theirs))
    .prepare('onTheirLeases')
})

type Member = Awaited<ReturnType<ReturnType<typeof onTheirLeases>['execute']>>[number]

/** Everyone on these leases who has not moved out, as the household of each. */
function households(rows: readonly Member[], today: LocalDay) {
  const living = rows.filter(
    (row) => row.occupancy.leftOn === null && (row.occupancy.toOn === null || row.occupancy.toOn >= today),
  )
  const byLease = Map.groupBy(living, (row) => row.occupancy.leaseId)
  return new Map<string, LeaseView['household']>(
    [...byLease].map(([leaseId, members]) => [
      leaseId,
      members
        .map((row) => ({
          id: row.resident.id,
          name: `${row.resident.firstNames} ${row.resident.lastName}`,
          role: row.occupancy.role,
          birthDate: row.resident.birthDate,
          from: row.occupancy.fromOn,
          to: row.occupancy.toOn,
          nonDisclosure: row.resident.nonDisclosure,
        }))
        .sort((a, b) => a.role.localeCompare(b.role) || (a.birthDate ?? '').localeCompare(b.birthDate ?? '')),
    ]),
  )
}

const stateOrder = ['running', 'noticeGiven', 'future', 'unsigned', 'ended']

function leaseView(
  home: Home,
  household: LeaseView['household'],
  hidden: boolean,
  today: LocalDay,
): LeaseView {
  const { apartment, property, lease } = home
  return {
    leaseNo: home.leaseNo,
    state: standing(home, today),
    ...lease,
    role: home.role,
    from: home.from,
    to: home.to,
    address: hidden ? null : streetAddress(home),
    postalCode: hidden ? null : property.postalCode,
    district: hidden ? null : property.district,
    rooms: apartment.rooms,
    areaM2: apartment.areaM2,
    household: household.filter(({ id }) => id !== home.residentId),
    property: {
      propertyNo: hidden ? null : property.propertyNo,
      address: hidden ? null : property.address,
      kind: property.kind,
      buildingManager: {
        name: property.managerName,
        phone: property.managerPhone,
        email: property.managerEmail,
      },
      maintenanceArea: property.maintenanceArea,
      cleaning: property.cleaning,
      cleaningCompany: property.cleaningCompany,
    },
  }
}

/** A resident's page as everyone may see it: codes masked, and what non-disclosure hides left out. */
export async function residentPage(
  db: Db,
  tables: Tables,
  id: string,
  today: LocalDay,
): Promise<ResidentPage> {
  const [row, homes, together] = await Promise.all([
    residentById(db, tables, id),
    homesOf(db, tables, [id]),
    onTheirLeases(db, tables).execute({ id }),
  ])
  const hiddenLeases = protectedAmong(together)
  const members = households(together, today)
  const leases = homes
    .map((home) =>
      leaseView(
        home,
        members.get(home.leaseId) ?? [],
        row.nonDisclosure || hiddenLeases.has(home.leaseId),
        today,
      ),
    )
    .sort(
      (a, b) =>
        stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state) || b.beginsOn.localeCompare(a.beginsOn),
    )
  const addressHidden = leases.some((lease) => lease.address === null)
  return {
    id: row.id,
    version: row.version,
    residentNo: row.residentNo,
    firstNames: row.firstNames,
    lastName: row.lastName,
    birthDate: row.birthDate,
    age: row.birthDate ? ageOn(row.birthDate, today) : null,
    maskedCode: row.identityCode ? maskPersonalIdentityCode(row.identityCode) : null,
    marks: marksOf({ ...row, occupancies: homes }, today),
    contacts: {
      phone: row.nonDisclosure ? null : row.phone,
      email: row.nonDisclosure ? null : row.email,
      language: row.language,
      ibanEnding: row.iban ? row.iban.slice(-4) : null,
    },
    hidden: row.nonDisclosure ? 'all' : addressHidden ? 'address' : 'nothing',
    leases,
    today,
    closedToday: publicHoliday(today) ?? eveClosure(today),
  }
}
