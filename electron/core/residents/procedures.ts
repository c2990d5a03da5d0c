import { and, eq } from 'drizzle-orm'
import { helsinkiDay } from '#shared/rules/localDay'
import { named, procedures, signedIn } from '../access/procedure'
import { judgeCorrections } from './corrections'
import { homesOf, protectedLeases, streetAddress } from './homes'
import { residentById, residentPage } from './page'
import { searchResidents } from './search'
import { reindex } from './searchIndex'
import { readTimeline, recordEvent } from './timeline'

const os = procedures.residents

export const residentProcedures = os.router({
  search: os.search.handler(({ input, context }) =>
    searchResidents(context.parts.store, input.text, helsinkiDay(context.now)),
  ),

  read: os.read.handler(({ input, context }) =>
    context.read((db) => residentPage(db, context.parts.store.tables, input.id, helsinkiDay(context.now))),
  ),

  timeline: os.timeline.handler(({ input, context }) => {
    const { tables } = context.parts.store
    return context.read(async (db) =>
      readTimeline(db, tables, await residentById(db, tables, input.id), input.page),
    )
  }),

  revealCode: os.revealCode.handler(async ({ input, context, errors }) => {
    const { tables } = context.parts.store
    return context.write(async (tx) => {
      const { identityCode } = await residentById(tx.db, tables, input.id)
      if (!identityCode) throw errors.REFUSED({ data: { refusal: 'noCode' } })
      await recordEvent(tx, tables, {
        residentId: input.id,
        at: context.now,
        by: signedIn(context),
        kind: 'codeRevealed',
        detail: { reason: input.reason },
      })
      return { code: identityCode }
    })
  }),

  revealContacts: os.revealContacts.handler(async ({ input, context, errors }) => {
    const { tables } = context.parts.store
    return context.write(async (tx) => {
      const resident = await residentById(tx.db, tables, input.id)
      const homes = await homesOf(tx.db, tables, [input.id])
      const hidden = await protectedLeases(
        tx.db,
        tables,
        homes.map(({ leaseId }) => leaseId),
      )
      const withheld = homes.filter(({ leaseId }) => resident.nonDisclosure || hidden.has(leaseId))
      if (!resident.nonDisclosure && withheld.length === 0)
        throw errors.REFUSED({ data: { refusal: 'notHidden' } })
      await recordEvent(tx, tables, {
        residentId: input.id,
        at: context.now,
        by: signedIn(context),
        kind: 'addressRevealed',
        detail: { reason: input.reason },
      })
      return {
        phone: resident.phone,
        email: resident.email,
        addresses: withheld.map((home) => ({
          leaseNo: home.leaseNo,
          address: streetAddress(home),
          postalCode: home.property.postalCode,
          district: home.property.district,
        })),
      }
    })
  }),

  correctContacts: os.correctContacts.handler(async ({ input, context, errors }) => {
    const { tables } = context.parts.store
    const { resident } = tables
    const today = helsinkiDay(context.now)
    return context.write(async (tx) => {
      const row = await residentById(tx.db, tables, input.id)
      if (row.version !== input.version) throw named('CHANGED_MEANWHILE')
      const judged = judgeCorrections(row, input)
      if (!judged.ok) throw errors.REFUSED({ data: { refusal: judged.refusal, field: judged.field } })
      if (judged.changes.length === 0) throw errors.REFUSED({ data: { refusal: 'nothingChanged' } })
      const written = await tx.db
        .update(resident)
        .set({ ...judged.set, version: row.version + 1 })
        .where(and(eq(resident.id, row.id), eq(resident.version, row.version)))
        .returning({ id: resident.id })
      if (written.length !== 1) throw named('CHANGED_MEANWHILE')
      await recordEvent(tx, tables, {
        residentId: row.id,
        at: context.now,
        by: signedIn(context),
        kind: 'contactsCorrected',
        detail: { changed: judged.changes.map((change) => ({ ...change })) },
      })
      await reindex(tx, tables, [row.id], today)
      return residentPage(tx.db, tables, row.id, today)
    })
  }),

  addNote: os.addNote.handler(async ({ input, context, errors }) => {
    const { tables } = context.parts.store
    if (input.text === '') throw errors.REFUSED({ data: { refusal: 'noteEmpty', field: 'text' } })
    return context.write(async (tx) => {
      await residentById(tx.db, tables, input.id)
      return recordEvent(tx, tables, {
        residentId: input.id,
        at: context.now,
        by: signedIn(context),
        kind: 'note',
        detail: { text: input.text },
      })
    })
  }),
})
