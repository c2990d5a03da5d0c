import { and, eq, inArray } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { helsinkiDay } from '#shared/rules/localDay'
import { samePerson } from '#shared/rules/mandateContent'
import { type Call, procedures } from '../access/procedure'
import { residentById } from '../residents/page'
import type { Tx } from '../store/store'
import { changeMandate, noteMandate, recordMandate, sameMandate } from './change'
import { type ReadContent, readContent } from './content'
import { granteesOf, grantorsOf, mandateById } from './rows'
import { mandateView } from './view'

const os = procedures.mandates

const writeGrantors = (tx: Tx, call: Call, mandateId: string, ids: readonly string[]) =>
  tx.insertMany(
    call.parts.store.tables.mandateGrantor,
    ids.map((residentId, place) => ({ id: uuidv7(), mandateId, residentId, place })),
  )

const granteeRows = (mandateId: string, grantees: ReadContent['grantees']) =>
  grantees.map(({ residentId, firstNames, lastName, birthDate, phone, email }, place) => ({
    id: uuidv7(),
    mandateId,
    ...{ residentId, firstNames, lastName, birthDate, phone, email, place },
    removed: false,
  }))

/** What was changed by a correction, by name. */
const changedFields = (before: object, after: object) =>
  Object.entries(after)
    .filter(
      ([field, value]) =>
        JSON.stringify(value) !== JSON.stringify((before as Record<string, unknown>)[field]),
    )
    .map(([field]) => field)

/** Those of these residents who are under non-disclosure: a page is not shown their contacts. */
async function withheldFrom(
  tx: Tx,
  call: Call,
  grantees: ReadContent['grantees'],
): Promise<ReadonlySet<string | null>> {
  const { resident } = call.parts.store.tables
  const ids = grantees.flatMap(({ residentId }) => residentId ?? [])
  if (ids.length === 0) return new Set()
  const rows = await tx.db
    .select({ id: resident.id })
    .from(resident)
    .where(and(inArray(resident.id, ids), eq(resident.nonDisclosure, true)))
  return new Set(rows.map(({ id }) => id))
}

/**
 * Whoever is still a grantee keeps their row, and with it the check of their identity; contacts that the page was not shown,
 * and so cannot have meant to take away, stay as well. Gives whether anything changed.
 */
async function replaceGrantees(
  tx: Tx,
  call: Call,
  mandateId: string,
  grantees: ReadContent['grantees'],
): Promise<boolean> {
  const { tables } = call.parts.store
  const before = await granteesOf(tx.db, tables, [mandateId], true)
  const withheld = await withheldFrom(tx, call, grantees)
  const kept = new Set<string>()
  const after = granteeRows(mandateId, grantees).map((row) => {
    const old = before.find((each) => !kept.has(each.id) && samePerson(each, row))
    const id = old?.id ?? row.id
    kept.add(id)
    if (!old || !withheld.has(row.residentId)) return { ...row, id }
    return { ...row, id, phone: row.phone ?? old.phone, email: row.email ?? old.email }
  })
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  const { mandateGrantee } = tables
  if (gone.length > 0) {
    await tx.db.update(mandateGrantee).set({ removed: true }).where(inArray(mandateGrantee.id, gone))
  }
  const known = new Set(before.map(({ id }) => id))
  for (const row of after.filter(({ id }) => known.has(id))) {
    await tx.db.update(mandateGrantee).set(row).where(eq(mandateGrantee.id, row.id))
  }
  await tx.insertMany(
    mandateGrantee,
    after.filter(({ id }) => !known.has(id)),
  )
  const present = before.filter(({ removed }) => !removed)
  return (
    present.length !== after.length ||
    after.some((row, at) => changedFields(present[at] ?? {}, row).length > 0)
  )
}

/** A power on paper, written down as it says. */
export const recording = {
  record: os.record.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    return context.write(async (tx) => {
      await residentById(tx.db, tables, input.residentId)
      const old = input.renews === null ? null : await mandateById(tx.db, tables, input.renews)
      if (
        old &&
        (old.residentId !== input.residentId || old.state === 'received' || old.state === 'refused')
      ) {
        throw errors.REFUSED({ data: { refusal: 'notRenewable' } })
      }
      const content = await readContent(tx.db, tables, input.residentId, input, helsinkiDay(context.now))
      if (!content.ok) throw errors.REFUSED({ data: content.data })
      const id = uuidv7()
      const { columns, grantorIds, grantees } = content.value
      await tx.insertMany(tables.mandate, [
        {
          id,
          residentId: input.residentId,
          state: 'received',
          ...columns,
          renews: input.renews,
          recordedAt: context.now,
          version: 1,
        },
      ])
      await writeGrantors(tx, context, id, grantorIds)
      await tx.insertMany(tables.mandateGrantee, granteeRows(id, grantees))
      await recordMandate(tx, context, id, 'recorded', { arrived: columns.arrived })
      if (old) await noteMandate(tx, context, old.id, 'renewed', { mandateId: id })
      return mandateView(tx.db, tables, id, context.now)
    })
  }),

  correct: os.correct.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { mandateGrantor } = tables
    return context.write(async (tx) => {
      const row = await sameMandate(tx, context, input)
      if (row.state !== 'received') throw errors.REFUSED({ data: { refusal: 'notReceived' } })
      const content = await readContent(tx.db, tables, row.residentId, input, helsinkiDay(context.now))
      if (!content.ok) throw errors.REFUSED({ data: content.data })
      const { columns, grantorIds, grantees } = content.value
      await changeMandate(tx, context, row, columns)
      await tx.db.delete(mandateGrantor).where(eq(mandateGrantor.mandateId, row.id))
      await writeGrantors(tx, context, row.id, grantorIds)
      const others = await replaceGrantees(tx, context, row.id, grantees)
      const fields = [...changedFields(row, columns), ...(others ? ['grantees'] : [])]
      await noteMandate(tx, context, row.id, 'corrected', { fields })
      return mandateView(tx.db, tables, row.id, context.now)
    })
  }),

  renewal: os.renewal.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    return context.read(async (db) => {
      const row = await mandateById(db, tables, input.id)
      if (row.state === 'received' || row.state === 'refused') {
        throw errors.REFUSED({ data: { refusal: 'notRenewable' } })
      }
      const grantors = await grantorsOf(db, tables, [row.id])
      const { mandate } = await mandateView(db, tables, row.id, context.now)
      const object = mandate.object
      return {
        residentId: row.residentId,
        renews: row.id,
        content: {
          otherGrantorIds: grantors.map(({ resident }) => resident.id).filter((id) => id !== row.residentId),
          parties: mandate.parties,
          diedOn: row.diedOn,
          grantees: mandate.grantees.map(({ residentId, firstNames, lastName, birthDate, phone, email }) => ({
            ...{ residentId, firstNames, lastName, birthDate, phone, email },
            personalIdentityCode: null,
          })),
          general: row.general,
          scopes: mandate.scopes,
          openSection: row.openSection,
          object:
            object === null
              ? null
              : object.kind === 'lease' || object.kind === 'apartment'
                ? { kind: object.kind, leaseNo: object.leaseNo ?? '' }
                : { kind: object.kind, name: object.name ?? '' },
        },
      }
    })
  }),
}
