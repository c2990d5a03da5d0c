import { inArray } from 'drizzle-orm'
import type { Change, Store } from '../store/store'
import { readSettings } from '../system/settings'
import type { Sessions } from './sessions'

/**
 * Keeps the sign-ins of this program as the database says, whichever desk changed it: what somebody is called and may do,
 * whether they may work here at all and with which password, and how soon a desk locks itself.
 */
export async function followChange(store: Store, sessions: Sessions, { topic, id }: Change): Promise<void> {
  if (topic === 'settings') {
    const settings = await store.read((db) => readSettings(db, store.tables))
    sessions.setLockAfter(settings.lockAfterMinutes)
  }
  if (topic === 'staff') await followStaff(store, sessions, id)
}

async function followStaff(store: Store, sessions: Sessions, changed: string | null): Promise<void> {
  const here = [...new Set([...sessions.all().values()].map(({ staffId }) => staffId))]
  const concerned = here.filter((staffId) => changed === null || changed === staffId)
  if (concerned.length === 0) return
  const { staff } = store.tables
  const people = await store.read((db) => db.select().from(staff).where(inArray(staff.id, concerned)))
  for (const staffId of concerned) {
    const person = people.find((each) => each.id === staffId)
    if (!person || person.disabledAt !== null) sessions.endAllOf(staffId)
    else sessions.follow(person)
  }
}
