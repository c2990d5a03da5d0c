import type { TaskOwner, TaskTeam } from '#shared/contract/tasks'

/** The teams in the order in which they are offered. The contract's own list would bring its schemas along. */
export const teams = ['phone', 'counter', 'asoy', 'lead'] as const satisfies readonly TaskTeam[]

/** An owner as the value of a choice: `team:asoy`, `person:…`. */
export const ownerText = (owner: TaskOwner): string =>
  owner.kind === 'team' ? `team:${owner.team}` : `person:${owner.staffId}`

/** The owner that a choice stands for; null for oneself. */
export function ownerOf(text: string): TaskOwner | null {
  const [kind, value = ''] = text.split(':')
  const team = teams.find((each) => each === value)
  if (kind === 'team' && team) return { kind: 'team', team }
  return kind === 'person' && value !== '' ? { kind: 'person', staffId: value } : null
}
