import type { Role } from '#shared/contract/base'
import type { LocalDay } from '#shared/rules/localDay'
import { standing } from '#shared/rules/residentMarks'
import { accept, type Result, refuse } from '#shared/rules/result'
import type { VisitTeam } from '#shared/rules/visitTimetable'
import { homesOf } from '../residents/homes'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'

const current = ['running', 'noticeGiven', 'future', 'unsigned']

/**
 * Whose visits a resident's are: the As Oy team's when they live, or are about to live, in As Oy apartments only
 * (003_6520488e57b6da1e.txt); otherwise customer service's. One who has left an As Oy apartment and has no other home is
 * the As Oy team's still.
 */
export async function teamOf(
  db: Db,
  tables: Tables,
  residentId: string,
  today: LocalDay,
): Promise<VisitTeam> {
  const homes = await homesOf(db, tables, [residentId])
  const now = homes.filter((home) => current.includes(standing(home, today)))
  const deciding = now.length > 0 ? now : homes
  return deciding.length > 0 && deciding.every(({ propertyKind }) => propertyKind === 'asoy')
    ? 'asoy'
    : 'service'
}

/** Whether somebody with these roles books, moves and cancels a team's visits. */
export function mayBookFor(
  team: VisitTeam,
  roles: readonly Role[],
): Result<VisitTeam, 'asOyTeamBooks' | 'customerServiceBooks'> {
  if (team === 'asoy') return roles.includes('asoy') ? accept(team) : refuse('asOyTeamBooks')
  const serves = (['counter', 'phone', 'lead'] as const).some((role) => roles.includes(role))
  return serves ? accept(team) : refuse('customerServiceBooks')
}
