import { inArray } from 'drizzle-orm'
import type { MandateContent } from '#shared/contract/mandateViews'
import type { LocalDay } from '#shared/rules/localDay'
import { contentProblem, type GranteeFacts } from '#shared/rules/mandateContent'
import { lastDayOf } from '#shared/rules/mandateTerm'
import { parsePersonalIdentityCode } from '#shared/rules/personalIdentityCode'
import { accept, type Result, refuse } from '#shared/rules/result'
import { named } from '../access/procedure'
import { readContacts } from '../appointments/contacts'
import { homesOf } from '../residents/homes'
import type { ResidentRow } from '../residents/page'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import type { MandateRow } from './rows'

type GranteeInput = MandateContent['grantees'][number]

/** Why the content is not taken: a rule's refusal, with the field and the grantee it is about. */
class Refused extends Error {
  constructor(readonly data: RefusedContent) {
    super(data.refusal)
  }
}

interface RefusedContent {
  readonly refusal:
    | NonNullable<ReturnType<typeof contentProblem>>['refusal']
    | 'granteeBirthDateDiffers'
    | 'codeFormat'
    | 'codeDate'
    | 'codeFuture'
    | 'codeCheckCharacter'
    | 'phoneInvalid'
    | 'emailInvalid'
    | 'notGrantorsLease'
  readonly field?: string
  readonly grantee?: number
}

/** What is written of a power: its own columns, its grantors and its grantees. */
export interface ReadContent {
  readonly columns: Pick<
    MandateRow,
    | 'general'
    | 'scopes'
    | 'openSection'
    | 'parties'
    | 'diedOn'
    | 'objectKind'
    | 'objectLeaseId'
    | 'objectApartmentId'
    | 'objectName'
    | 'signedOn'
    | 'validFrom'
    | 'validUntil'
    | 'lastDay'
    | 'arrived'
  >
  readonly grantorIds: readonly string[]
  readonly grantees: readonly (Omit<GranteeFacts, 'diedOn'> & {
    readonly phone: string | null
    readonly email: string | null
  })[]
}

/** The birth date of a grantee who is no resident. Of a personal identity code nothing else is kept. */
function birthDateOf(
  input: GranteeInput,
  today: LocalDay,
): Result<LocalDay | null, RefusedContent['refusal']> {
  if (!input.personalIdentityCode) return accept(input.birthDate)
  const code = parsePersonalIdentityCode(input.personalIdentityCode, today)
  if (!code.ok) return code
  const differs = input.birthDate !== null && input.birthDate !== code.value.birthDate
  return differs ? refuse('granteeBirthDateDiffers') : accept(code.value.birthDate)
}

function granteeOf(
  input: GranteeInput,
  at: number,
  people: ReadonlyMap<string, ResidentRow>,
  today: LocalDay,
) {
  const contacts = readContacts(input)
  if (!contacts.ok) throw new Refused({ refusal: contacts.refusal, field: contacts.field, grantee: at })
  if (input.residentId !== null) {
    const person = people.get(input.residentId)
    if (!person) throw named('NOT_FOUND')
    const { firstNames, lastName, birthDate, diedOn } = person
    return { residentId: person.id, firstNames, lastName, birthDate, diedOn, ...contacts.value }
  }
  const birthDate = birthDateOf(input, today)
  if (!birthDate.ok)
    throw new Refused({ refusal: birthDate.refusal, field: 'personalIdentityCode', grantee: at })
  const { firstNames, lastName } = input
  return {
    residentId: null,
    firstNames,
    lastName,
    birthDate: birthDate.value,
    diedOn: null,
    ...contacts.value,
  }
}

async function peopleById(db: Db, { resident }: Tables, ids: readonly string[]) {
  const rows = await db
    .select()
    .from(resident)
    .where(inArray(resident.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row]))
}

/** What a power is limited to, by the grantor's own lease. */
async function objectColumns(db: Db, tables: Tables, grantorId: string, object: MandateContent['object']) {
  const none = { objectKind: null, objectLeaseId: null, objectApartmentId: null, objectName: null }
  if (object === null) return none
  if (object.kind === 'parkingSpace' || object.kind === 'saunaTurn') {
    return { ...none, objectKind: object.kind, objectName: object.name }
  }
  const home = (await homesOf(db, tables, [grantorId])).find(({ leaseNo }) => leaseNo === object.leaseNo)
  if (!home) throw new Refused({ refusal: 'notGrantorsLease', field: 'object' })
  const objectApartmentId = object.kind === 'apartment' ? home.apartment.id : null
  return { ...none, objectKind: object.kind, objectLeaseId: home.leaseId, objectApartmentId }
}

async function read(
  db: Db,
  tables: Tables,
  residentId: string,
  content: MandateContent,
  today: LocalDay,
): Promise<ReadContent> {
  const granteeIds = content.grantees.flatMap((each) => each.residentId ?? [])
  const people = await peopleById(db, tables, [residentId, ...content.otherGrantorIds, ...granteeIds])
  const personOf = (id: string) => {
    const person = people.get(id)
    if (!person) throw named('NOT_FOUND')
    return person
  }
  const grantees = content.grantees.map((input, at) => granteeOf(input, at, people, today))
  const { signedOn, validFrom, validUntil, openSection, diedOn, general, arrived } = content
  const parties = content.parties.filter((name) => name !== '')
  const scopes = [...new Set(content.scopes)]
  const object = await objectColumns(db, tables, residentId, content.object)
  const problem = contentProblem(
    {
      ...{ signedOn, validFrom, validUntil, openSection, diedOn, general, scopes, parties, grantees },
      objectName: object.objectName,
      grantor: personOf(residentId),
      otherGrantors: content.otherGrantorIds.map(personOf),
    },
    today,
  )
  if (problem) throw new Refused(problem)
  const term = { signedOn, validFrom, validUntil }
  return {
    columns: {
      general,
      scopes,
      openSection,
      parties,
      diedOn,
      ...object,
      ...term,
      lastDay: lastDayOf(term),
      arrived,
    },
    grantorIds: [residentId, ...content.otherGrantorIds],
    grantees,
  }
}

/** Reads what was typed of a power, with what the register knows of its people; or gives why it is none. */
export async function readContent(
  ...given: Parameters<typeof read>
): Promise<
  { readonly ok: true; readonly value: ReadContent } | { readonly ok: false; readonly data: RefusedContent }
> {
  try {
    return { ok: true, value: await read(...given) }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, data: error.data }
    throw error
  }
}
