import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { openTestDesk, password, type TestDesk } from '../support/desk'
import { type Opened, onBothEngines } from '../support/engines'
import { nastyTexts, spoilt } from '../support/nonsense'
import { allProcedures, examples, nobody, outcomeOf } from '../support/procedures'
import { makePasswordsCheap, openRaw, type RawDatabase } from '../support/raw'
import { importRegister, smallRegister, upload } from '../support/register'

/** What a call with wrong input may be answered with, beside the names of rules' refusals. */
const unexpected = ['STORE_FAILED', 'DISK_FULL', 'BUSY', 'INTERNAL_SERVER_ERROR']
// Each of these derives a key from a password or renders a document, which takes its time.
const slow = [
  'staff.signIn',
  'staff.unlock',
  'staff.changeOwnPassword',
  'staff.add',
  'staff.resetPassword',
  'portal.leaflet',
  'advice.summary',
]
const unwatched = ['audit', 'audit_head', 'search', 'search_row', 'presence']

onBothEngines('bad input', (engine) => {
  let opened: Opened<TestDesk>
  let desk: TestDesk
  let lead: DeskClient
  let other: DeskClient
  let raw: RawDatabase
  let inputs: ReturnType<typeof examples>
  let tables: readonly string[]

  beforeAll(async () => {
    opened = await openTestDesk(engine)
    desk = opened.value
    lead = await desk.administrator()
    await importRegister(lead, smallRegister(30))
    const added = await lead.staff.add({ name: 'Toinen', username: 'toinen', roles: ['counter'], password })
    await makePasswordsCheap(desk)
    other = desk.page()
    await other.staff.signIn({ username: 'toinen', password })
    const residentId = (await lead.residents.search({ text: 'virtanen meija' })).hits[0]!.id
    const document = { ...examples({ ...nobody, residentId })['identity.record'] } as never
    await lead.identity.record(document)
    const { registration } = await lead.portal.start({ residentId })
    const uploadId = await upload(lead, smallRegister(30))
    const known = { ...nobody, residentId, staffId: added.id, uploadId, registrationId: registration!.id }
    const { visit } = await lead.appointments.book(examples(known)['appointments.book'] as never)
    const { leaseNo } = (await lead.residents.read({ id: residentId })).leases[0]!
    const given = { ...examples(known)['mandates.record'], general: true } as never
    const { mandate } = await lead.mandates.record(given)
    const { askId } = await lead.mandates.ask({ ...examples({ ...known, leaseNo })['mandates.ask'] } as never)
    const ofMandate = { mandateId: mandate.id, granteeId: mandate.grantees[0]!.id, askId, leaseNo }
    const asked = { ...examples({ ...known, leaseNo })['requests.make'] } as never
    const { request } = await lead.requests.make(asked)
    const ledger = await lead.keys.ofResident({ residentId })
    const { apartmentId, propertyId } = ledger.homes[0]!
    const registering = { ...examples({ ...known, apartmentId })['keys.register'] } as object
    const holder = { kind: 'resident', residentId }
    const registered = await lead.keys.register({ ...registering, holder } as never)
    const own = registered.keys.find(({ number }) => number === '007')!
    const ofKeys = { apartmentId, propertyId: propertyId!, keyId: own.id, leaseNo }
    const handing = examples({ ...known, ...ofKeys })['keys.makeHandoff'] as never
    const { handoff } = await lead.keys.makeHandoff(handing)
    const forKeys = { ...ofKeys, handoffId: handoff.id }
    const { call } = await lead.calls.start({ ...examples(known)['calls.start'] } as never)
    const { task } = await lead.tasks.make({ ...examples(known)['tasks.make'] } as never)
    const { defect } = await lead.defects.report(examples({ ...known, leaseNo })['defects.report'] as never)
    const { door } = await lead.doors.order(examples({ ...known, leaseNo })['doors.order'] as never)
    const prices = await lead.doors.savePrices(examples(known)['doors.savePrices'] as never)
    const ofBuilding = { defectId: defect.id, doorId: door.id, pricesId: prices.tables[0]!.id }
    const ofCalls = { callId: call.id, taskId: task.id, ...ofBuilding }
    inputs = examples({
      ...{ ...known, visitId: visit.id, ...ofMandate, requestId: request.id, ...ofCalls },
      ...forKeys,
    })
    raw = await openRaw(desk)
    const list = {
      sqlite: `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_%' AND name NOT LIKE 'sqlite_%'`,
      postgres: `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    }
    tables = (await raw.rows<{ name: string }>(list[engine])).map(({ name }) => name)
    tables = tables.filter((name) => !unwatched.includes(name))
  })
  afterAll(async () => {
    await raw.close()
    await opened.cleanUp()
  })

  /** Everything that the database holds, but for the audit records. */
  async function fingerprint(): Promise<string> {
    const hash = createHash('sha256')
    for (const table of tables)
      hash.update(JSON.stringify(await raw.rows(`SELECT * FROM "${table}" ORDER BY 1`)))
    return hash.digest('hex')
  }

  const pageFor = (name: string) => {
    if (name === 'staff.signIn') return desk.page()
    return name.startsWith('staff.unlock') || name === 'staff.changeOwnPassword' ? other : lead
  }

  it.each(allProcedures.filter(({ takesInput }) => takesInput).map(({ name }) => name))(
    'is named, and changes nothing: %s',
    async (name) => {
      const arbitrary = spoilt(inputs[name]!)
      const numRuns = slow.includes(name) ? 6 : 40
      let before = await fingerprint()
      await fc.assert(
        fc.asyncProperty(arbitrary, async (input) => {
          const outcome = await outcomeOf(pageFor(name), name, input)
          expect(unexpected).not.toContain(outcome)
          // What was nonsense to us may be none to the contract: then it may change something. So may a password.
          if (outcome === 'done' || (slow.includes(name) && outcome !== 'BAD_REQUEST'))
            before = await fingerprint()
          else if (outcome !== 'BAD_REQUEST') expect(await fingerprint()).toBe(before)
        }),
        { numRuns, endOnFailure: true },
      )
      expect(await fingerprint()).toBe(before)
      expect(desk.reported).toEqual([])
    },
  )

  it('in any one field is named', async () => {
    const fields = Object.entries(inputs).flatMap(([name, input]) =>
      Object.entries(input).map(([key, value]) => ({ name, input, key, value })),
    )
    for (const { name, input, key, value } of fields) {
      if (slow.includes(name)) continue
      const spoil = (text: string) =>
        key === 'document'
          ? Object.keys(value as object).map((inner) => ({ ...(value as object), [inner]: text }))
          : [value === null || typeof value === 'string' ? text : Number(text)]
      for (const text of nastyTexts) {
        for (const spoilt of spoil(text)) {
          const outcome = await outcomeOf(lead, name, { ...input, [key]: spoilt })
          expect(unexpected, `${name}: ${key} ${JSON.stringify(text.slice(0, 40))}`).not.toContain(outcome)
        }
      }
    }
    expect(desk.reported).toEqual([])
  })

  it('of any text finds nobody or somebody, and never fails', async () => {
    for (const text of nastyTexts) {
      const outcome = await outcomeOf(lead, 'residents.search', { text })
      expect(outcome, JSON.stringify(text.slice(0, 40))).toBe(text.length > 200 ? 'BAD_REQUEST' : 'done')
    }
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        expect(await outcomeOf(lead, 'residents.search', { text })).toBe('done')
      }),
    )
    expect(desk.reported).toEqual([])
  })

  it('has broken no audit record', async () => {
    expect(await lead.audit.verify()).toMatchObject({ intact: true })
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('roles')
  })
})
