import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import type { PortalOverview, PortalRegistration } from '#shared/contract/portal'
import { helsinkiDay } from '#shared/rules/localDay'
import { nextStep, portalEligibility, registrationState } from '#shared/rules/portalRegistration'
import { homesOf } from '../residents/homes'
import type { ResidentRow } from '../residents/page'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'

export type RegistrationRow = Tables['portalRegistration']['$inferSelect']

/** Whether a resident may register for the Portal today, by what the register of occupants says. */
export async function eligibilityOf(db: Db, tables: Tables, resident: ResidentRow, now: Date) {
  const homes = await homesOf(db, tables, [resident.id])
  return portalEligibility({
    birthDate: resident.birthDate,
    occupancies: homes,
    diedOn: resident.diedOn,
    today: helsinkiDay(now),
  })
}

/** The registration that is open, else the latest; null when there has been none. */
export async function latestRegistration(
  db: Db,
  { portalRegistration }: Tables,
  residentId: string,
): Promise<RegistrationRow | null> {
  const own = eq(portalRegistration.residentId, residentId)
  const [open] = await db
    .select()
    .from(portalRegistration)
    .where(and(own, isNull(portalRegistration.closedAt)))
  if (open) return open
  const [latest] = await db
    .select()
    .from(portalRegistration)
    .where(own)
    .orderBy(desc(portalRegistration.identifiedAt))
    .limit(1)
  return latest ?? null
}

/** The accepted check for the Portal made today (Helsinki), the latest first. */
export async function checkToday(db: Db, { identityCheck, staff }: Tables, residentId: string, now: Date) {
  const [row] = await db
    .select({ id: identityCheck.id, checkedAt: identityCheck.checkedAt, checkedBy: staff.name })
    .from(identityCheck)
    .innerJoin(staff, eq(staff.id, identityCheck.checkedBy))
    .where(
      and(
        eq(identityCheck.residentId, residentId),
        eq(identityCheck.purpose, 'portal'),
        eq(identityCheck.outcome, 'accepted'),
      ),
    )
    .orderBy(desc(identityCheck.checkedAt))
    .limit(1)
  return row && helsinkiDay(row.checkedAt) === helsinkiDay(now) ? row : null
}

/** True when another resident's registration that is open or done has the same address as its username. */
async function isShared(db: Db, { portalRegistration }: Tables, row: RegistrationRow): Promise<boolean> {
  if (!row.email) return false
  const [other] = await db
    .select({ id: portalRegistration.id })
    .from(portalRegistration)
    .where(
      and(
        eq(sql`lower(${portalRegistration.email})`, row.email.toLowerCase()),
        ne(portalRegistration.residentId, row.residentId),
        isNull(portalRegistration.closedAt),
      ),
    )
    .limit(1)
  return other !== undefined
}

async function view(
  db: Db,
  tables: Tables,
  row: RegistrationRow,
  hidden: boolean,
  now: Date,
): Promise<PortalRegistration> {
  const { state, linkExpiresAt } = registrationState(row, now)
  const next = nextStep(state)
  return {
    id: row.id,
    version: row.version,
    state,
    email: hidden ? null : row.email,
    identifiedAt: row.identifiedAt,
    usernameCreatedAt: row.usernameCreatedAt,
    linkSentAt: row.linkSentAt,
    linkExpiresAt,
    confirmedAt: row.confirmedAt,
    registeredAt: row.registeredAt,
    nextStep: next.ok ? next.value : null,
    emailSharedWithAnother: await isShared(db, tables, row),
  }
}

/** Everything the Portal page shows of a resident. Under non-disclosure no e-mail address is shown. */
export async function portalOverview(
  db: Db,
  tables: Tables,
  resident: ResidentRow,
  now: Date,
): Promise<PortalOverview> {
  const eligibility = await eligibilityOf(db, tables, resident, now)
  const registration = await latestRegistration(db, tables, resident.id)
  return {
    eligibility: eligibility.ok
      ? { eligible: true, ...eligibility.value }
      : { eligible: false, refusal: eligibility.refusal },
    registration: registration ? await view(db, tables, registration, resident.nonDisclosure, now) : null,
    checkToday: await checkToday(db, tables, resident.id, now),
    suggestedEmail: resident.nonDisclosure ? null : resident.email,
    now,
  }
}
