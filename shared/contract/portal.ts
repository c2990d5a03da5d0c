import * as z from 'zod'
import { portalRefusals, portalSteps } from '../rules/portalRegistration'
import { base, counterRoles, id, languages, line, localDay, refusals, servingRoles, version } from './base'

export const registrationStates = [
  'identified',
  'usernameCreated',
  'linkSent',
  'confirmed',
  'registered',
  'expired',
  'closed',
] as const

const registration = z.object({
  id,
  version,
  state: z.enum(registrationStates),
  /** The username: the e-mail address that the resident gave the Portal; null before it is created. */
  email: z.string().nullable(),
  identifiedAt: z.date(),
  usernameCreatedAt: z.date().nullable(),
  linkSentAt: z.date().nullable(),
  linkExpiresAt: z.date().nullable(),
  confirmedAt: z.date().nullable(),
  registeredAt: z.date().nullable(),
  /** The step that may be ticked next; null when there is none. */
  nextStep: z.enum(portalSteps).nullable(),
  /** Another resident's open registration uses the same address: worth a question, not a refusal. */
  emailSharedWithAnother: z.boolean(),
})
export type PortalRegistration = z.infer<typeof registration>

const overview = z.object({
  eligibility: z.discriminatedUnion('eligible', [
    z.object({
      eligible: z.literal(true),
      /** When the Portal's features open; null when they are open. */
      featuresOpenOn: localDay.nullable(),
      mainTenant: z.boolean(),
    }),
    z.object({ eligible: z.literal(false), refusal: z.enum(portalRefusals) }),
  ]),
  /** The open registration, or the latest one that is done; null when there has been none. */
  registration: registration.nullable(),
  /** The accepted check for the Portal made today, which a registration can start from; null when there is none. */
  checkToday: z.object({ id, checkedAt: z.date(), checkedBy: z.string() }).nullable(),
  /** The address to suggest for the username; null under non-disclosure or when there is none. */
  suggestedEmail: z.string().nullable(),
  /** The program's clock, for counting down. */
  now: z.date(),
})
export type PortalOverview = z.infer<typeof overview>

const resident = { subjectKind: 'resident', subject: 'residentId' } as const

export const portal = {
  /** Whether a resident may register, and where their registration stands. */
  read: base
    .meta({ roles: servingRoles, audit: resident })
    .input(z.object({ residentId: id }))
    .output(overview),
  /**
   * Starts a registration from today's identity check. An earlier one that is open and not expired must be closed first
   * by `startAnew`.
   */
  start: base
    .meta({ command: true, roles: counterRoles, audit: resident })
    .errors(refusals(...portalRefusals, 'notIdentifiedToday', 'registrationOpen'))
    .input(z.object({ residentId: id }))
    .output(overview),
  /** Ticks the next step as seen by the clerk. `email` comes with `usernameCreated` and with no other step. */
  tick: base
    .meta({ command: true, roles: counterRoles, audit: { ...resident, keep: ['step'] } })
    .errors(
      refusals(
        ...portalRefusals,
        'stepOutOfOrder',
        'linkExpired',
        'registrationClosed',
        'emailRequired',
        'emailInvalid',
        'emailNotNow',
      ),
    )
    .input(
      z.object({
        residentId: id,
        registrationId: id,
        version,
        step: z.enum(portalSteps).exclude(['identified']),
        email: line(254).nullable(),
      }),
    )
    .output(overview),
  /** Closes the present registration and starts a new one: the link expired, or the e-mail address changed. */
  startAnew: base
    .meta({ command: true, roles: counterRoles, audit: { ...resident, keep: ['because'] } })
    .errors(refusals(...portalRefusals, 'notIdentifiedToday', 'nothingToReplace', 'linkNotExpired'))
    .input(
      z.object({
        residentId: id,
        version,
        because: z.enum(['linkExpired', 'emailChanged', 'mistake']),
      }),
    )
    .output(overview),
  /** The leaflet with the steps and the password rule, as a PDF in base64, without any name on it. */
  leaflet: base
    .meta({ roles: servingRoles })
    .input(z.object({ language: z.enum(languages) }))
    .output(z.object({ pdfBase64: z.string() })),
}
