import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Language } from '#shared/contract/base'
import type { MandateToSign } from '#shared/contract/mandateViews'
import { helsinkiDay } from '#shared/rules/localDay'
import { procedures } from '../access/procedure'
import { homeOfLease, type PowerToSign } from '../documents/mandateContent'
import { renderMandateForm, renderMandateReceipt } from '../documents/mandateForm'
import { type Home, homesOf, protectedLeases, streetAddress } from '../residents/homes'
import { type ResidentRow, residentById } from '../residents/page'
import type { Tables } from '../store/schema'
import type { Db } from '../store/store'
import { deadAmong } from './facts'
import { homeOnLease } from './grantor'
import { mandateById } from './rows'
import { mandateView } from './view'

const os = procedures.mandates

const nameOf = ({ firstNames, lastName }: Pick<ResidentRow, 'firstNames' | 'lastName'>) =>
  `${firstNames} ${lastName}`.trim()

/** A form goes through the grantee's hands: it has no contacts of a resident under non-disclosure, nor the address of their home. */
async function addressOf(db: Db, tables: Tables, grantor: ResidentRow, home: Home | null) {
  if (home === null || grantor.nonDisclosure) return null
  const hidden = await protectedLeases(db, tables, [home.leaseId])
  return hidden.has(home.leaseId) ? null : `${streetAddress(home)}, ${home.property.postalCode} Helsinki`
}

async function residentsById(db: Db, { resident }: Tables, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, ResidentRow>()
  const rows = await db
    .select()
    .from(resident)
    .where(inArray(resident.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row]))
}

function granteeToSign(
  typed: MandateToSign['grantees'][number],
  people: ReadonlyMap<string, ResidentRow>,
): PowerToSign['grantees'][number] {
  const { phone, email } = typed
  const person = typed.residentId === null ? undefined : people.get(typed.residentId)
  if (!person) return { name: nameOf(typed), birthDate: typed.birthDate, phone, email }
  const contacts = person.nonDisclosure ? { phone: null, email: null } : { phone, email }
  return { name: nameOf(person), birthDate: person.birthDate, ...contacts }
}

/** Where the grantor lives: the home that the power is about, else the one that has not ended. */
async function homeOfGrantor(db: Db, tables: Tables, grantor: ResidentRow, typed: MandateToSign, now: Date) {
  const today = helsinkiDay(now)
  if (typed.object !== null && 'leaseNo' in typed.object)
    return homeOnLease(db, tables, grantor.id, typed.object.leaseNo, today)
  const homes = await homesOf(db, tables, [grantor.id])
  return (
    homes.find(({ to, lease }) => (to ?? lease.endsOn ?? today) >= today && lease.beginsOn <= today) ?? null
  )
}

/** What stands on the form; null when it is about a lease that is not the grantor's. */
async function powerToSign(
  db: Db,
  tables: Tables,
  typed: MandateToSign & { readonly residentId: string; readonly language: Language },
  now: Date,
): Promise<PowerToSign | null> {
  const grantor = await residentById(db, tables, typed.residentId)
  const { object, otherGrantorIds, general, scopes, openSection, validFrom, validUntil } = typed
  const home = await homeOfGrantor(db, tables, grantor, typed, now)
  const leaseNo = object !== null && 'leaseNo' in object ? object.leaseNo : null
  if (leaseNo !== null && leaseNo !== '' && home === null) return null
  const address = await addressOf(db, tables, grantor, home)
  const granteeIds = typed.grantees.flatMap(({ residentId }) => residentId ?? [])
  const people = await residentsById(db, tables, [...otherGrantorIds, ...granteeIds])
  const dead = await deadAmong(db, tables, otherGrantorIds)
  const living = otherGrantorIds.filter((id) => !dead.has(id)).flatMap((id) => people.get(id) ?? [])
  return {
    grantor: {
      name: nameOf(grantor),
      birthDate: grantor.birthDate,
      address,
      // A tenant who has died answers no phone.
      phone: grantor.nonDisclosure || scopes.includes('estate') ? null : grantor.phone,
    },
    estate: scopes.includes('estate')
      ? {
          diedOn: grantor.diedOn ?? typed.diedOn,
          parties: [...living.map(nameOf), ...typed.parties.filter((name) => name !== '')],
        }
      : null,
    grantees: typed.grantees.map((grantee) => granteeToSign(grantee, people)),
    ...{ general, scopes, openSection, validFrom, validUntil },
    object: object && {
      kind: object.kind,
      what: objectText(object, address, typed.language),
    },
  }
}

function objectText(
  object: NonNullable<MandateToSign['object']>,
  address: string | null,
  language: Language,
): string {
  if (!('leaseNo' in object)) return object.name
  if (object.kind === 'lease' || object.leaseNo === '') return object.leaseNo
  return address ?? homeOfLease(object.leaseNo, language)
}

/** The day on which a power was confirmed; null when it was not. */
async function confirmedOn(db: Db, { mandateEvent }: Tables, id: string) {
  const [event] = await db
    .select({ at: mandateEvent.at })
    .from(mandateEvent)
    .where(and(eq(mandateEvent.mandateId, id), eq(mandateEvent.what, 'confirmed')))
    .orderBy(desc(mandateEvent.at))
    .limit(1)
  return event ? helsinkiDay(event.at) : null
}

const base64 = (pdf: Buffer) => pdf.toString('base64')

/** Powers on paper: the form, blank or filled, and the grantor's receipt. */
export const printing = {
  blankForm: os.blankForm.handler(async ({ input }) => ({
    pdfBase64: base64(await renderMandateForm(null, input.language)),
  })),

  form: os.form.handler(async ({ input, context, errors }) => {
    const { tables } = context.parts.store
    const power = await context.read((db) => powerToSign(db, tables, input, context.now))
    if (power === null) throw errors.REFUSED({ data: { refusal: 'notGrantorsLease', field: 'object' } })
    const pdfBase64 = base64(await renderMandateForm(power, input.language))
    return { residentId: input.residentId, pdfBase64 }
  }),

  receipt: os.receipt.handler(async ({ input, context }) => {
    const { tables } = context.parts.store
    const { residentId, mandate, received, confirmed } = await context.read(async (db) => ({
      ...(await mandateView(db, tables, input.id, context.now)),
      received: (await mandateById(db, tables, input.id)).recordedAt,
      confirmed: await confirmedOn(db, tables, input.id),
    }))
    const pdf = await renderMandateReceipt(
      { ...mandate, receivedOn: helsinkiDay(received), confirmedOn: confirmed },
      input.language,
    )
    return { residentId, pdfBase64: base64(pdf) }
  }),
}
