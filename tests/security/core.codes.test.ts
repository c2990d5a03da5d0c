import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { openTestDesk, type TestDesk } from '../support/desk'
import type { Opened } from '../support/engines'
import { allProcedures, call, examples, nobody } from '../support/procedures'
import { inDatabase, makePasswordsCheap } from '../support/raw'
import { preview, startPractice } from '../support/register'

describe('a personal identity code', () => {
  let opened: Opened<TestDesk>
  let desk: TestDesk
  let page: DeskClient
  let people: { id: string; identity_code: string }[]

  beforeAll(async () => {
    opened = await openTestDesk('sqlite')
    desk = opened.value
    page = await desk.administrator()
    await makePasswordsCheap(desk)
    const uploadId = await startPractice(page, 30)
    await preview(page, uploadId)
    for await (const _ of await page.register.apply({
      uploadId,
      withoutRejected: true,
      endsManyMeant: true,
    })) {
      // To its end.
    }
    people = await inDatabase(desk, (raw) =>
      raw.rows('SELECT id, identity_code FROM resident WHERE identity_code IS NOT NULL ORDER BY id'),
    )
  })
  afterAll(() => opened.cleanUp())

  const codesIn = (output: unknown) => {
    const text = JSON.stringify(output, (_key, value) => value ?? null) ?? ''
    return people.map(({ identity_code }) => identity_code).filter((code) => text.includes(code))
  }

  it('leaves the desk by the one procedure that asks for a reason', async () => {
    const { id: residentId, identity_code: code } = people[0]!
    const uploadId = await startPractice(page, 35)
    await preview(page, uploadId)
    const inputs = examples({ ...nobody, residentId, uploadId })
    const { code: revealed } = await page.residents.revealCode({ id: residentId, reason: 'syy' })
    expect(codesIn(revealed)).toEqual([code])
    for (const { name } of allProcedures) {
      if (['residents.revealCode', 'staff.signOut', 'staff.lock'].includes(name)) continue
      const output = await call(page, name, inputs[name]).catch((error: unknown) => error)
      expect(codesIn(output), name).toEqual([])
    }
  })

  it('is found by and not shown', async () => {
    for (const { id, identity_code } of people) {
      const { hits } = await page.residents.search({ text: identity_code })
      expect(hits.map((hit) => hit.id)).toContain(id)
      expect(codesIn(hits)).toEqual([])
    }
  })

  it('is told to whoever has it in hand on a document, and to nobody who has another', async () => {
    const { id: residentId, identity_code } = people[0]!
    const [other] = people.slice(1)
    const document = { ...(examples(nobody)['identity.judge']!.document as object) }
    const judge = (personalIdentityCode: string | null) =>
      page.identity.judge({
        residentId,
        purpose: 'portal',
        document: { ...document, personalIdentityCode } as never,
      })
    expect(codesIn(await judge(null))).toEqual([])
    expect(codesIn(await judge(other!.identity_code))).toEqual([other!.identity_code])
    expect(codesIn(await judge(identity_code))).toEqual([identity_code])
  })
})
