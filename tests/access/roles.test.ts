import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles } from '#shared/contract/base'
import type { DeskClient } from '#shared/contract/index'
import { openTestDesk, password, type TestDesk } from '../support/desk'
import type { Opened } from '../support/engines'
import { allProcedures, type ContractProcedure, examples, nobody, outcomeOf } from '../support/procedures'
import { makePasswordsCheap } from '../support/raw'

// Who may call what does not depend on the engine: it is decided before any query.
describe('every procedure', () => {
  const inputs = examples(nobody)
  const atTheDoor = ['SIGN_IN_REQUIRED', 'LOCKED', 'FORBIDDEN']
  // Public for the first run; once somebody can sign in, an administrator’s (tests/databaseChoice).
  const ofTheDatabase = ['database.test', 'database.choose']

  it('names who may call it', () => {
    for (const { name, meta } of allProcedures) expect(meta.roles.length, name).toBeGreaterThan(0)
  })

  it('that takes input has an example of it in these tests', () => {
    const taking = allProcedures.filter(({ takesInput }) => takesInput).map(({ name }) => name)
    expect(Object.keys(inputs).sort()).toEqual(taking.sort())
  })

  describe('of a desk', () => {
    let opened: Opened<TestDesk>
    let administrator: DeskClient
    let member: DeskClient
    let memberId: string
    let version: number

    beforeAll(async () => {
      opened = await openTestDesk('sqlite')
      administrator = await opened.value.administrator()
      member = await opened.value.member('counter')
      await makePasswordsCheap(opened.value)
      const session = await member.staff.session()
      memberId = session!.staffId
      version = (await administrator.staff.list()).find(({ id }) => id === memberId)!.version
    })
    afterAll(() => opened.cleanUp())

    /** Gives the member these roles, without a password being asked anew. */
    async function become(...as: Role[]) {
      const changed = { id: memberId, version, name: 'Tekijä', roles: as }
      version = (await administrator.staff.change(changed)).version
    }

    const ask = (page: DeskClient, { name }: ContractProcedure) => outcomeOf(page, name, inputs[name])
    // Calls that would end or lock the sign-in that the rest of the table is walked with.
    const harmless = allProcedures.filter(({ name }) => !['staff.signOut', 'staff.lock'].includes(name))

    it.each(roles)('is for somebody who is only %s what the contract says', async (role) => {
      await become(role)
      for (const procedure of allProcedures) {
        const { roles: allowed } = procedure.meta
        if (typeof allowed === 'string') continue
        const outcome = await ask(member, procedure)
        if (allowed.includes(role)) expect(atTheDoor, `${procedure.name} by ${role}`).not.toContain(outcome)
        else expect(outcome, `${procedure.name} by ${role}`).toBe('FORBIDDEN')
      }
    })

    it('is for anybody signed in when it names no role', async () => {
      for (const procedure of harmless.filter(({ meta }) => typeof meta.roles === 'string')) {
        expect(atTheDoor, procedure.name).not.toContain(await ask(member, procedure))
      }
    })

    it('needs a sign-in unless it is public', async () => {
      for (const procedure of allProcedures) {
        const outcome = await ask(opened.value.page(), procedure)
        const isPublic = procedure.meta.roles === 'public' && procedure.name !== 'staff.unlock'
        if (ofTheDatabase.includes(procedure.name)) expect(outcome).toBe('FORBIDDEN')
        else if (isPublic) expect(atTheDoor, procedure.name).not.toContain(outcome)
        else expect(outcome, procedure.name).toBe('SIGN_IN_REQUIRED')
      }
    })

    it('is behind the lock unless it is public, whatever the role', async () => {
      await become(...roles)
      await member.staff.lock()
      for (const procedure of harmless) {
        const outcome = await ask(member, procedure)
        if (ofTheDatabase.includes(procedure.name)) expect(outcome).toBe('FORBIDDEN')
        else if (procedure.meta.roles === 'public') expect(atTheDoor, procedure.name).not.toContain(outcome)
        else expect(outcome, procedure.name).toBe('LOCKED')
      }
      expect(await member.staff.session()).toMatchObject({ locked: true })
    })

    it('is nobody’s once the person is disabled', async () => {
      await administrator.staff.setDisabled({ id: memberId, version, disabled: true })
      expect(await member.staff.session()).toBeNull()
      expect(await outcomeOf(member, 'residents.search', inputs['residents.search'])).toBe('SIGN_IN_REQUIRED')
    })

    it('has failed by no unexpected error', () => {
      expect(opened.value.reported).toEqual([])
    })
  })

  describe('for a person with a first password', () => {
    let opened: Opened<TestDesk>
    let fresh: DeskClient

    beforeAll(async () => {
      opened = await openTestDesk('sqlite')
      const administrator = await opened.value.administrator()
      await administrator.staff.add({ name: 'Uusi', username: 'uusi', roles: [...roles], password })
      await makePasswordsCheap(opened.value)
      fresh = opened.value.page()
      await fresh.staff.signIn({ username: 'uusi', password })
    })
    afterAll(() => opened.cleanUp())

    it('waits until they have changed it', async () => {
      for (const { name, meta } of allProcedures) {
        if (meta.roles === 'public' || name === 'staff.changeOwnPassword') continue
        expect(await outcomeOf(fresh, name, inputs[name]), `${name} for ${meta.roles}`).toBe('FORBIDDEN')
      }
    })

    it('is open when they have', async () => {
      const same = { current: password, next: password }
      expect(await outcomeOf(fresh, 'staff.changeOwnPassword', same)).toBe('samePassword')
      expect(await outcomeOf(fresh, 'residents.search', { text: 'virtanen' })).toBe('FORBIDDEN')
      const changed = await fresh.staff.changeOwnPassword({ current: password, next: `${password} uusi` })
      expect(changed.mustChangePassword).toBe(false)
      expect(await outcomeOf(fresh, 'residents.search', { text: 'virtanen' })).toBe('done')
    })
  })
})
