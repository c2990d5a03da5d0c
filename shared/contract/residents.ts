import * as z from 'zod'
import { residentMarks } from '../rules/residentMarks'
import {
  base,
  counterRoles,
  id,
  line,
  localDay,
  paragraph,
  refusals,
  requiredLine,
  servingRoles,
  version,
} from './base'

/** Which part of a resident's data a search matched. */
export const matchFields = [
  'name',
  'address',
  'phone',
  'email',
  'birthDate',
  'personalIdentityCode',
  'lease',
] as const

export const hit = z.object({
  id,
  name: z.string(),
  birthDate: localDay.nullable(),
  /** Street, stair and apartment, district; null under non-disclosure or without a home. */
  home: z.string().nullable(),
  marks: z.array(z.enum(residentMarks)),
  /** What the words matched; a code is never shown, only that it matched. */
  matched: z.array(z.object({ field: z.enum(matchFields), text: z.string().nullable() })),
})
export type ResidentHit = z.infer<typeof hit>

export const leaseStates = ['unsigned', 'future', 'running', 'noticeGiven', 'ended'] as const

const leaseView = z.object({
  leaseNo: z.string(),
  state: z.enum(leaseStates),
  signedOn: localDay.nullable(),
  beginsOn: localDay,
  endsOn: localDay.nullable(),
  noticeGivenOn: localDay.nullable(),
  role: z.enum(['mainTenant', 'resident']),
  from: localDay,
  to: localDay.nullable(),
  /** Null under non-disclosure, until revealed. */
  address: z.string().nullable(),
  postalCode: z.string().nullable(),
  district: z.string().nullable(),
  rooms: z.int(),
  areaM2: z.number(),
  /** The others on the lease whose living there has not ended. */
  household: z.array(
    z.object({
      id,
      name: z.string(),
      role: z.enum(['mainTenant', 'resident']),
      birthDate: localDay.nullable(),
      from: localDay,
      to: localDay.nullable(),
      nonDisclosure: z.boolean(),
    }),
  ),
  property: z.object({
    /** Null while the address is withheld: the number names the building. */
    propertyNo: z.string().nullable(),
    /** Null under non-disclosure, until revealed: the property's address is most of the home's. */
    address: z.string().nullable(),
    kind: z.enum(['rental', 'special', 'asoy']),
    buildingManager: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
    maintenanceArea: z.string(),
    cleaning: z.enum(['own', 'company']),
    cleaningCompany: z.string().nullable(),
  }),
})
export type LeaseView = z.infer<typeof leaseView>

const contacts = z.object({
  phone: z.string().nullable(),
  email: z.string().nullable(),
  language: z.string(),
  /** Only that there is one, and its last four characters: the whole is asked for when it is corrected. */
  ibanEnding: z.string().nullable(),
})

const page = z.object({
  id,
  version,
  residentNo: z.string(),
  firstNames: z.string(),
  lastName: z.string(),
  birthDate: localDay.nullable(),
  age: z.int().nullable(),
  /** `040785-••••`; null when the register has no code. */
  maskedCode: z.string().nullable(),
  marks: z.array(z.enum(residentMarks)),
  /** Phone and e-mail are null while `hidden`. */
  contacts,
  /** What is withheld for non-disclosure: everything by which the person is reached, or only a home shared with one. */
  hidden: z.enum(['nothing', 'address', 'all']),
  /** Newest first: what matters now before what is over. */
  leases: z.array(leaseView),
  /** Today in Helsinki by the program's clock, which the states were judged by. */
  today: localDay,
  /** The holiday or eve that closes today, if one does; for who to call now. */
  closedToday: z.string().nullable(),
})
export type ResidentPage = z.infer<typeof page>

/** What can stand in a resident's timeline. Details hold names of choices and what was changed. */
export const timelineKinds = [
  'identityCheck',
  'portalStep',
  'contactsCorrected',
  'note',
  'codeRevealed',
  'addressRevealed',
  'visit',
  'mandate',
  'request',
  'keys',
  'call',
  'defect',
  'doorOpening',
  'task',
] as const

const timelineEvent = z.object({
  id,
  at: z.date(),
  by: z.string(),
  kind: z.enum(timelineKinds),
  detail: z.record(z.string(), z.json()),
})
export type TimelineEvent = z.infer<typeof timelineEvent>

const revealed = z.object({
  phone: z.string().nullable(),
  email: z.string().nullable(),
  addresses: z.array(
    z.object({ leaseNo: z.string(), address: z.string(), postalCode: z.string(), district: z.string() }),
  ),
})

/** A reason for looking at what is hidden, in the clerk's own words. */
const reason = requiredLine(200)

export const residents = {
  /** The 20 best matches for what was typed, as it is typed. Nothing is found for fewer than two characters. */
  search: base
    .meta({ roles: servingRoles })
    .input(z.object({ text: z.string().max(200) }))
    .output(z.object({ hits: z.array(hit), more: z.boolean() })),
  /** A resident's page: who, contacts, home, leases, household, property. Audited as a look. */
  read: base
    .meta({ roles: servingRoles, audit: { subjectKind: 'resident', subject: 'id' } })
    .input(z.object({ id }))
    .output(page),
  /** What was done with a resident, newest first, 20 to a page. */
  timeline: base
    .meta({ roles: servingRoles, audit: { subjectKind: 'resident', subject: 'id' } })
    .input(z.object({ id, page: z.int().min(0).max(10_000) }))
    .output(z.object({ events: z.array(timelineEvent), total: z.int() })),
  /** Reveals the whole personal identity code, with a reason. */
  revealCode: base
    .meta({
      command: true,
      again: true,
      roles: servingRoles,
      audit: { subjectKind: 'resident', subject: 'id', reason: 'reason' },
    })
    .errors(refusals('noCode'))
    .input(z.object({ id, reason }))
    .output(z.object({ code: z.string() })),
  /** Reveals the address, phone and e-mail withheld for non-disclosure, with a reason. For those who meet the person. */
  revealContacts: base
    .meta({
      command: true,
      again: true,
      roles: counterRoles,
      audit: { subjectKind: 'resident', subject: 'id', reason: 'reason' },
    })
    .errors(refusals('notHidden'))
    .input(z.object({ id, reason }))
    .output(revealed),
  /**
   * Corrects contact details, language or bank account. Absent fields stay; an empty text removes. `version` is the one
   * that was read; a page that is out of date gets CHANGED_MEANWHILE and nothing is written.
   */
  correctContacts: base
    .meta({ command: true, roles: servingRoles, audit: { subjectKind: 'resident', subject: 'id' } })
    .errors(refusals('phoneInvalid', 'emailInvalid', 'ibanInvalid', 'languageUnknown', 'nothingChanged'))
    .input(
      z.object({
        id,
        version,
        phone: line(40).optional(),
        email: line(254).optional(),
        iban: line(42).optional(),
        language: z.string().max(8).optional(),
      }),
    )
    .output(page),
  /** Writes a note into the timeline. */
  addNote: base
    .meta({ command: true, roles: servingRoles, audit: { subjectKind: 'resident', subject: 'id' } })
    .errors(refusals('noteEmpty'))
    .input(z.object({ id, text: paragraph(2000) }))
    .output(timelineEvent),
}
