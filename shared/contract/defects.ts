import * as z from 'zod'
import {
  asOyFaultOwners,
  defectDestinations,
  defectKinds,
  defectPlaces,
  defectUrgencies,
} from '../rules/defectKinds'
import { mailProblems, messageStates } from '../rules/outbox'
import {
  base,
  id,
  languages,
  line,
  localDay,
  paragraph,
  refusals as plainRefusals,
  requiredLine,
  servingRoles,
  version,
} from './base'
import { deadline, deadlineReason } from './tasks'

/** Where a defect is. That it is late follows from its due time. */
export const defectStates = ['open', 'inProgress', 'done', 'cancelled'] as const
export type DefectState = (typeof defectStates)[number]

export const defectEvents = [
  'reported',
  'told',
  'started',
  'noted',
  'done',
  'cancelled',
  'reopened',
  'handedOff',
  'pictureAdded',
  'pictureRemoved',
] as const
export type DefectEventWhat = (typeof defectEvents)[number]

/** A picture is no larger, and a defect has no more of them. */
export const largestPicture = 10 * 1024 * 1024
export const mostPictures = 6

/** Why a file is no picture that can be kept. */
export const pictureRefusals = [
  'fileEmpty',
  'fileTooLarge',
  'notPicture',
  'notWhatItsNameSays',
  'brokenPicture',
  'activeContent',
  'samePicture',
  'tooManyPictures',
] as const

/** Where the e-mail is. `noAddress`: nobody has set one, so it waits. `byPhone`: urgent, told by phone; `notOurs`: the resident's own to repair. */
const handOff = z.object({
  state: z.enum([...messageStates, 'noAddress', 'byPhone', 'notOurs']),
  problem: z.enum(mailProblems).nullable(),
  messageId: id.nullable(),
  at: z.date().nullable(),
})

const summary = z.object({
  id,
  version,
  /** Twelve letters and digits; written with hyphens. */
  reference: z.string(),
  state: z.enum(defectStates),
  kind: z.enum(defectKinds),
  place: z.enum(defectPlaces),
  urgency: z.enum(defectUrgencies),
  goesTo: z.enum(defectDestinations),
  /** The maintenance area or the company; empty when it has no name. */
  goesToName: z.string(),
  residentId: id,
  name: z.string(),
  /** Of the home, or of the building when it is not in the home; null under non-disclosure. */
  address: z.string().nullable(),
  asOy: z.boolean(),
  ...deadline.shape,
  late: z.boolean(),
  reportedAt: z.date(),
  reportedBy: z.string(),
  timesReopened: z.int(),
  pictures: z.int(),
  handOff,
})
export type DefectSummary = z.infer<typeof summary>

/** Another open defect of the same fault in the building: nothing in it says whose. */
const similar = z.object({
  id,
  reference: z.string(),
  kind: z.enum(defectKinds),
  place: z.enum(defectPlaces),
  state: z.enum(defectStates),
  reportedAt: z.date(),
  /** It is of the same home. */
  sameHome: z.boolean(),
})

const page = summary.extend({
  leaseNo: z.string(),
  description: z.string(),
  masterKey: z.boolean(),
  pets: z.string(),
  atHome: z.string(),
  /** Null under non-disclosure, or when there is none. */
  phone: z.string().nullable(),
  via: z.enum(['phone', 'counter', 'email']),
  callId: id.nullable(),
  toldNumber: z.string().nullable(),
  toldAt: z.date().nullable(),
  sameAsId: id.nullable(),
  similar: z.array(similar),
  pictureList: z.array(
    z.object({
      id,
      name: z.string(),
      kind: z.enum(['jpeg', 'png']),
      bytes: z.int(),
      addedAt: z.date(),
      addedBy: z.string(),
    }),
  ),
  ended: z.object({ at: z.date(), by: z.string(), note: z.string() }).nullable(),
  events: z.array(
    z.object({
      at: z.date(),
      by: z.string(),
      what: z.enum(defectEvents),
      detail: z.record(z.string(), z.json()),
    }),
  ),
  /** `+358 9 5767`: maintenance calls from a number that begins so before it comes. */
  maintenanceCallsFrom: z.string(),
  mailConfigured: z.boolean(),
})
export type DefectPage = z.infer<typeof page>

/** What a kind of defect means for a home now. */
const kindNow = z.object({
  kind: z.enum(defectKinds),
  urgency: z.enum(defectUrgencies),
  goesTo: z.enum(defectDestinations),
  goesToName: z.string(),
  /** Of an As Oy apartment: whose it is by the table; null when the table does not say. Of others null. */
  asOyOwner: z.enum(asOyFaultOwners).nullable(),
  /** False: the e-mail would wait until somebody sets an address. */
  hasAddress: z.boolean(),
  ...deadline.shape,
})

const email = line(254).nullable()
const asOyTable = z.object(
  Object.fromEntries(defectKinds.map((kind) => [kind, z.enum(asOyFaultOwners).nullable()])) as Record<
    (typeof defectKinds)[number],
    z.ZodNullable<z.ZodEnum<{ [Name in (typeof asOyFaultOwners)[number]]: Name }>>
  >,
)

/** Where defects go. `version` grows with every change; 0 as shipped, when nobody has set any address or whose an As Oy fault is. */
export const defectSettings = z.object({
  version,
  /** By the maintenance area's name in the register. */
  areas: z.array(z.object({ area: requiredLine(120), email })).max(500),
  ownCleaners: email,
  /** By the company's name in the register. */
  cleaningCompanies: z.array(z.object({ company: requiredLine(160), email })).max(500),
  /** Of the housing companies, by the property's number. */
  housingCompanies: z.array(z.object({ propertyNo: requiredLine(40), name: line(160), email })).max(2000),
  /** Whose a fault in an As Oy apartment is; null: nobody has said, and it goes to the As Oy team. */
  asOy: asOyTable,
})
export type DefectSettings = z.infer<typeof defectSettings>

const refusals = <const Names extends readonly [string, ...string[]]>(...names: Names) =>
  plainRefusals(...names)

const resident = { subjectKind: 'resident', subject: 'residentId' } as const
const read = { roles: servingRoles, audit: resident }
const acts = { command: true, roles: servingRoles, audit: resident }
const which = { id, version }
const answered = z.object({ residentId: id, defect: page })
const pageNo = z.int().min(0).max(100_000)

/** Defect notifications: only for the apartment or the building that the person lives in. */
export const defects = {
  /** What each kind means for a home now, whom to call for an urgent one, and what is open in the building already. */
  form: base
    .meta(read)
    .errors(refusals('notTheirLease', 'notLivingThere'))
    .input(z.object({ residentId: id, leaseNo: line(40) }))
    .output(
      z.object({
        residentId: id,
        now: z.date(),
        asOy: z.boolean(),
        kinds: z.array(kindNow),
        urgent: z.object({
          phone: z.string(),
          because: z.enum(['phoneHours', 'onCall']),
          until: z.date().nullable(),
        }),
        similar: z.array(similar),
        maintenanceCallsFrom: z.string(),
      }),
    ),
  /**
   * Reports a defect and routes it: an urgent one is told by phone to the number of the hour (`toldUrgent` that this was said), the
   * others by an e-mail that is written into the outbox with it. `call` is the live call that it came by; `endsCall` logs that
   * call with it, its topic and what was said.
   */
  report: base
    .meta({ ...acts, audit: { ...resident, keep: ['kind', 'place', 'via'] } })
    .errors(
      refusals(
        'notTheirLease',
        'notLivingThere',
        'descriptionRequired',
        'urgentNotTold',
        'phoneInvalid',
        'callOver',
        'notYourCall',
        'callOfAnother',
        'notSameFault',
      ),
    )
    .input(
      z.object({
        residentId: id,
        leaseNo: line(40),
        kind: z.enum(defectKinds),
        place: z.enum(defectPlaces),
        description: paragraph(4000),
        masterKey: z.boolean(),
        pets: line(200),
        atHome: line(200),
        /** Empty: the register's number. */
        phone: line(40),
        via: z.enum(['phone', 'counter', 'email']),
        toldUrgent: z.boolean(),
        sameAsId: id.nullable(),
        call: z.object({ ...which, endsCall: z.boolean() }).nullable(),
      }),
    )
    .output(answered),
  read: base.meta(read).input(z.object({ id })).output(answered),
  /** A resident's defects, the newest first. */
  ofResident: base
    .meta(read)
    .input(z.object({ residentId: id }))
    .output(z.object({ residentId: id, defects: z.array(summary) })),
  /** Defects of everybody, the first due first; those that are over, the latest first. */
  list: base
    .meta({ roles: servingRoles })
    .input(
      z.object({
        show: z.enum(['open', 'urgent', 'late', 'notHandedOff', 'asOy', 'over']),
        area: line(120).nullable(),
        page: pageNo,
      }),
    )
    .output(
      z.object({
        defects: z.array(summary),
        total: z.int(),
        counts: z.object({
          open: z.int(),
          urgent: z.int(),
          late: z.int(),
          notHandedOff: z.int(),
          asOy: z.int(),
        }),
        areas: z.array(z.string()),
      }),
    ),
  /** Work has begun, by what maintenance said. */
  start: base
    .meta(acts)
    .errors(refusals('defectOver', 'alreadyStarted'))
    .input(z.object({ ...which, note: line(300) }))
    .output(answered),
  note: base
    .meta(acts)
    .errors(refusals('defectOver'))
    .input(z.object({ ...which, note: requiredLine(1000) }))
    .output(answered),
  done: base
    .meta(acts)
    .errors(refusals('defectOver'))
    .input(z.object({ ...which, note: paragraph(1000) }))
    .output(answered),
  /** Not needed any more. Who was told is told so; what was not sent is dropped. */
  cancel: base
    .meta(acts)
    .errors(refusals('defectOver', 'noteRequired'))
    .input(z.object({ ...which, note: paragraph(1000) }))
    .output(answered),
  /** Opens again what was done or cancelled: it is there still, or again. A new deadline, and told anew. */
  reopen: base
    .meta(acts)
    .errors(refusals('defectOpen', 'noteRequired', 'notLivingThere'))
    .input(z.object({ ...which, note: paragraph(1000) }))
    .output(answered),
  /**
   * Hands a defect off that no e-mail has gone out of: there was no address, or the message was dropped. Of an urgent one that was opened
   * again (`toldAt` null): the resident was told to call the number of now.
   */
  handOff: base
    .meta(acts)
    .errors(refusals('defectOver', 'alreadyHandedOff', 'noAddress'))
    .input(z.object(which))
    .output(answered),
  /** Opens an upload for a picture: JPEG or PNG, at most 10 MB. It is kept in memory, and forgotten after an hour. */
  startPicture: base
    .meta({ command: true, again: true, roles: servingRoles })
    .errors(plainRefusals('fileTooLarge', 'fileEmpty'))
    .input(z.object({ name: requiredLine(255), bytes: z.int().min(0) }))
    .output(z.object({ uploadId: id })),
  /** The next chunk of a picture, base64, at most 1 MiB of bytes; chunks come in order. */
  pictureChunk: base
    .meta({ command: true, again: true, roles: servingRoles })
    .errors(plainRefusals('fileTooLarge', 'chunkOutOfOrder'))
    .input(z.object({ uploadId: id, offset: z.int().min(0), base64: z.base64().max(1_400_000) }))
    .output(z.object({ received: z.int() })),
  attachPicture: base
    .meta(acts)
    .errors(refusals(...pictureRefusals, 'uploadUnfinished', 'defectOver'))
    .input(z.object({ id, uploadId: id }))
    .output(answered),
  removePicture: base
    .meta(acts)
    .errors(refusals('defectOver'))
    .input(z.object({ ...which, pictureId: id }))
    .output(answered),
  readPicture: base
    .meta(read)
    .input(z.object({ id, pictureId: id }))
    .output(
      z.object({
        residentId: id,
        name: z.string(),
        kind: z.enum(['jpeg', 'png']),
        base64: z.string().max(Math.ceil(largestPicture / 3) * 4),
      }),
    ),
  /** What the resident is told in their language, to read aloud: by when, that maintenance calls first and from where, and the deadline's reasons. */
  tell: base
    .meta(read)
    .input(z.object({ id, language: z.enum(languages) }))
    .output(
      z.object({ residentId: id, text: z.string(), because: z.array(deadlineReason), readOn: localDay }),
    ),
  readSettings: base.meta({ roles: ['lead', 'administrator'] }).output(
    defectSettings.extend({
      /** What the register names and has no address. */
      missing: z.object({ areas: z.array(z.string()), companies: z.array(z.string()), asOyKinds: z.int() }),
    }),
  ),
  /** Sets them, of the version that was read. Defects that waited for an address are handed off. */
  saveSettings: base
    .meta({ command: true, roles: ['lead', 'administrator'], audit: {} })
    .errors(plainRefusals('emailInvalid', 'sameTwice'))
    .input(defectSettings)
    .output(defectSettings),
}
