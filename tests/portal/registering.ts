import type { DeskClient } from '#shared/contract/index'
import type { PortalOverview, PortalRegistration } from '#shared/contract/portal'
import { typedFor } from '../identity/documents'
import type { Office } from '../residents/office'
import type { PersonName } from '../residents/testRegister'

export type TickedStep = Parameters<DeskClient['portal']['tick']>[0]['step']

/** What a clerk does at the counter to register somebody, with the register's person named as the tests name them. */
export function registering(getOffice: () => Office) {
  const page = () => getOffice().page
  const id = (who: PersonName) => getOffice().ids[who]
  const read = (who: PersonName): Promise<PortalOverview> => page().portal.read({ residentId: id(who) })

  /** The registration that is open or latest. */
  async function registration(who: PersonName): Promise<PortalRegistration> {
    const found = (await read(who)).registration
    if (!found) throw new Error(`${who} has no registration`)
    return found
  }

  /** Accepts the person's own passport for the Portal. */
  const identify = (who: PersonName, purpose: 'portal' | 'doorOpening' = 'portal') =>
    page().identity.record({
      residentId: id(who),
      purpose,
      document: typedFor(who),
      outcome: 'accepted',
      confirmed: ['photoMatches'],
      clerkRefuses: null,
    })

  const start = (who: PersonName) => page().portal.start({ residentId: id(who) })

  async function tick(who: PersonName, step: TickedStep, email: string | null = null) {
    const { id: registrationId, version } = await registration(who)
    return page().portal.tick({ residentId: id(who), registrationId, version, step, email })
  }

  async function startAnew(who: PersonName, because: 'linkExpired' | 'emailChanged' | 'mistake') {
    const version = (await read(who)).registration?.version ?? 1
    return page().portal.startAnew({ residentId: id(who), version, because })
  }

  /** Identifies somebody and goes through the steps up to and with the named one. */
  async function upTo(who: PersonName, last: 'identified' | TickedStep, email = `${who}@example.com`) {
    await identify(who)
    await start(who)
    for (const step of ['usernameCreated', 'linkSent', 'confirmed', 'registered'] as const) {
      if ((await registration(who)).state === last) return
      await tick(who, step, step === 'usernameCreated' ? email : null)
    }
  }

  return { read, registration, identify, start, tick, startAnew, upTo }
}
