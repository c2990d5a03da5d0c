import { and, asc, count, desc, eq, inArray } from 'drizzle-orm'
import { keyPageSize } from '#shared/contract/keyCalls'
import { normaliseEmail } from '#shared/rules/contacts'
import { openHandoffStates } from '#shared/rules/keyHandoff'
import { parseReference } from '#shared/rules/visitReference'
import { named, procedures } from '../access/procedure'
import { selectForLists } from './handoffRows'
import { handoffSummaries, handoffView } from './handoffView'
import { readKeySettings, writeKeySettings } from './settings'
import { tellBlcWaiting } from './telling'

const os = procedures.keys

/** Hand-offs to read, and the settings of keys. */
export const listing = {
  readHandoff: os.readHandoff.handler(({ input, context }) =>
    context.read((db) => handoffView(db, context.parts.store.tables, input.id, context.now)),
  ),

  findHandoff: os.findHandoff.handler(({ input, context, errors }) => {
    const { keyHandoff } = context.parts.store.tables
    const reference = parseReference(input.reference)
    if (!reference.ok) throw errors.REFUSED({ data: { refusal: reference.refusal, field: 'reference' } })
    return context.read(async (db) => {
      const [row] = await db
        .select({ id: keyHandoff.id, residentId: keyHandoff.residentId })
        .from(keyHandoff)
        .where(eq(keyHandoff.reference, reference.value))
      if (!row) throw named('NOT_FOUND')
      return row
    })
  }),

  handoffs: os.handoffs.handler(({ input, context }) => {
    const { tables } = context.parts.store
    const { keyHandoff } = tables
    const states = {
      open: [...openHandoffStates],
      counted: ['counted' as const],
      over: ['settled' as const, 'cancelled' as const],
    }[input.show]
    const which = and(
      inArray(keyHandoff.state, states),
      input.direction === null ? undefined : eq(keyHandoff.direction, input.direction),
    )
    const order =
      input.show === 'over'
        ? [desc(keyHandoff.madeAt), desc(keyHandoff.id)]
        : [asc(keyHandoff.dueOn), asc(keyHandoff.id)]
    return context.read(async (db) => {
      const found = await selectForLists(db, tables)
        .where(which)
        .orderBy(...order)
        .limit(keyPageSize)
        .offset(input.page * keyPageSize)
      const [all] = await db.select({ n: count() }).from(keyHandoff).where(which)
      return { handoffs: await handoffSummaries(db, tables, found, context.now), total: all?.n ?? 0 }
    })
  }),

  readSettings: os.readSettings.handler(({ context }) =>
    context.read((db) => readKeySettings(db, context.parts.store.tables)),
  ),

  saveSettings: os.saveSettings.handler(({ input, context, errors }) => {
    const { tables } = context.parts.store
    const email = input.blcEmail ? normaliseEmail(input.blcEmail) : null
    if (email && !email.ok) throw errors.REFUSED({ data: { refusal: email.refusal, field: 'blcEmail' } })
    return context.write(async (tx) => {
      const saved = await writeKeySettings(tx, tables, { ...input, blcEmail: email?.ok ? email.value : null })
      await tellBlcWaiting(tx, context)
      return saved
    })
  }),
}
