import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Role } from '#shared/contract/base'
import { type TaskOwner, type TaskTeam, taskTeams } from '#shared/contract/tasks'
import { accept, type Result, refuse } from '#shared/rules/result'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import type { TaskRow } from './rows'

/** The teams that somebody with these roles belongs to. */
export const teamsOf = (roles: readonly Role[]): TaskTeam[] =>
  taskTeams.filter((team) => roles.includes(team))

/** Everyone who can have a task: who serves, and can sign in. */
export async function possibleOwners(db: Db, { staff }: Tables) {
  const people = await db
    .select({ staffId: staff.id, name: staff.name, roles: staff.roles })
    .from(staff)
    .where(isNull(staff.disabledAt))
    .orderBy(asc(staff.name), asc(staff.id))
  return people.filter(({ roles }) => teamsOf(roles).length > 0)
}

/** The two columns of an owner, of which exactly one says who has it. Refuses a person who cannot have a task. */
export async function ownerColumns(
  db: Db,
  { staff }: Tables,
  owner: TaskOwner,
): Promise<Result<Pick<TaskRow, 'ownerStaffId' | 'ownerTeam'>, 'ownerUnknown'>> {
  if (owner.kind === 'team') return accept({ ownerStaffId: null, ownerTeam: owner.team })
  const [person] = await db
    .select({ roles: staff.roles })
    .from(staff)
    .where(and(eq(staff.id, owner.staffId), isNull(staff.disabledAt)))
  return person && teamsOf(person.roles).length > 0
    ? accept({ ownerStaffId: owner.staffId, ownerTeam: null })
    : refuse('ownerUnknown')
}

/** Who has a task. */
export const ownerOf = ({ ownerStaffId, ownerTeam }: TaskRow): TaskOwner =>
  ownerStaffId === null
    ? { kind: 'team', team: ownerTeam ?? 'lead' }
    : { kind: 'person', staffId: ownerStaffId }
