import { and, asc, eq, gte, lte, or } from 'drizzle-orm'
import { endingSoonDays } from '#shared/contract/mandateViews'
import { addDays, helsinkiDay, type LocalDay } from '#shared/rules/localDay'
import { procedures } from '../access/procedure'
import type { Uploads } from '../register/uploads'
import { residentById } from '../residents/page'
import { asking } from './asking'
import { deciding } from './deciding'
import { identifying } from './identifying'
import { papers } from './papers'
import { printing } from './printing'
import { recording } from './recording'
import { mandatesGivenBy, mandatesHeldBy } from './rows'
import { mandateView, summaries } from './view'

const os = procedures.mandates

/** So many that end soon are shown at a time. */
const mostEnding = 200

const earlier = (one: LocalDay, other: LocalDay | null) => (other !== null && other < one ? other : one)

/** Powers of attorney: recorded, confirmed, asked, ended. */
export const mandateProcedures = (uploads: Uploads) =>
  os.router({
    ofResident: os.ofResident.handler(({ input, context }) => {
      const { tables } = context.parts.store
      return context.read(async (db) => {
        const { id } = await residentById(db, tables, input.residentId)
        const given = await mandatesGivenBy(db, tables, id)
        const held = await mandatesHeldBy(db, tables, id)
        return {
          given: await summaries(db, tables, given, context.now),
          held: await summaries(db, tables, held, context.now),
        }
      })
    }),

    read: os.read.handler(({ input, context }) =>
      context.read((db) => mandateView(db, context.parts.store.tables, input.id, context.now)),
    ),

    endingSoon: os.endingSoon.handler(({ context }) => {
      const { tables } = context.parts.store
      const { mandate, lease } = tables
      const today = helsinkiDay(context.now)
      const until = addDays(today, endingSoonDays)
      const soon = or(lte(mandate.lastDay, until), and(gte(lease.endsOn, today), lte(lease.endsOn, until)))
      return context.read(async (db) => {
        const rows = await db
          .select({ mandate, leaseEndsOn: lease.endsOn })
          .from(mandate)
          .leftJoin(lease, eq(lease.id, mandate.objectLeaseId))
          .where(and(eq(mandate.state, 'valid'), gte(mandate.lastDay, today), soon))
          .orderBy(asc(mandate.lastDay), asc(mandate.id))
          .limit(mostEnding + 1)
        const shown = rows.slice(0, mostEnding)
        const views = await summaries(
          db,
          tables,
          shown.map((row) => row.mandate),
          context.now,
        )
        return {
          mandates: views
            .map((view, at) => ({ ...view, endsOn: earlier(view.lastDay, shown[at]?.leaseEndsOn ?? null) }))
            .filter(({ standing }) => standing === 'valid' || standing === 'notYetValid')
            .sort((a, b) => a.endsOn.localeCompare(b.endsOn)),
          more: rows.length > mostEnding,
        }
      })
    }),

    ...recording,
    ...papers(uploads),
    ...deciding,
    ...printing,
    ...identifying,
    ...asking,
  })
