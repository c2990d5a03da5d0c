import { isDeepStrictEqual } from 'node:util'
import { count } from 'drizzle-orm'
import {
  type DatabaseChoice,
  type DatabaseProblem,
  databaseProblems,
  type ServerAddress,
} from '#shared/contract/database'
import { type Call, named, procedures } from '../access/procedure'
import { nameStoreError, StoreError } from '../store/errors'
import { isAuthority } from './authority'
import { testAddress } from './testAddress'

const os = procedures.database

/** Whether this page may choose: nobody can sign in yet, or not any more, or an administrator has. */
async function mayChoose(call: Call): Promise<boolean> {
  const { store } = call.parts
  if (store.state().state === 'closed') return true
  const session = call.session?.lockedAt === null ? call.session : null
  if (session?.roles.includes('administrator')) return true
  const [staff] = await call.read((db) => db.select({ n: count() }).from(store.tables.staff))
  return staff?.n === 0
}

/** The password that was given, or the one that is kept for exactly this address: it is never sent anywhere else. */
function passwordFor(call: Call, address: ServerAddress, given: string | null): string | null {
  if (given !== null) return given
  const { choice, password } = call.parts.store.kept()
  return choice.kind === 'postgres' && isDeepStrictEqual(choice.address, address) ? password : null
}

/** The part of an address that a problem is about, where it is one. */
const fieldOf: Partial<Record<DatabaseProblem, string>> = {
  unreachable: 'host',
  untrustedServer: 'host',
  wrongPassword: 'password',
  noDatabase: 'database',
}

type AddressRefusal = { readonly refusal: 'passwordNeeded' | 'authorityInvalid'; readonly field: string }

/** The password with which an address is to be tried, or why it is not. */
function checkAddress(
  call: Call,
  address: ServerAddress,
  given: string | null,
): { readonly password: string } | AddressRefusal {
  if (address.authority !== '' && !isAuthority(address.authority))
    return { refusal: 'authorityInvalid', field: 'authority' }
  const password = passwordFor(call, address, given)
  return password === null ? { refusal: 'passwordNeeded', field: 'password' } : { password }
}

export const databaseProcedures = os.router({
  read: os.read.handler(async ({ context }) => {
    const { choice, password } = context.parts.store.kept()
    const may = await mayChoose(context)
    // Where the office's data is kept is for those to know who can change it.
    const shown: DatabaseChoice = may ? choice : { kind: 'embedded' }
    return { choice: shown, passwordKept: may && password !== null, mayChoose: may }
  }),

  test: os.test.handler(async ({ input, context, errors }) => {
    if (!(await mayChoose(context))) throw named('FORBIDDEN')
    const checked = checkAddress(context, input.address, input.password)
    if ('refusal' in checked) throw errors.REFUSED({ data: checked })
    return testAddress(input.address, checked.password)
  }),

  choose: os.choose.handler(async ({ input, context, errors }) => {
    if (!(await mayChoose(context))) throw named('FORBIDDEN')
    const { store } = context.parts
    const { choice } = input
    const checked = choice.kind === 'postgres' && checkAddress(context, choice.address, input.password)
    if (checked && 'refusal' in checked) throw errors.REFUSED({ data: checked })
    const next = { choice, password: checked ? checked.password : null }
    if (isDeepStrictEqual(store.kept(), next) && store.state().state !== 'closed') {
      throw errors.REFUSED({ data: { refusal: 'sameDatabase' } })
    }
    // Who takes the desk away is told where they are known; a database that does not answer cannot be told.
    const recordHere = async () => {
      if (!context.session || store.state().state !== 'ready') return
      await context.write(async () => undefined).catch(() => undefined)
    }
    try {
      await store.switchTo(next, recordHere)
    } catch (error) {
      const failed = nameStoreError(error)
      const problem = databaseProblems.find((each) => failed instanceof StoreError && failed.problem === each)
      if (problem === undefined) throw error
      const field = fieldOf[problem]
      throw errors.REFUSED({ data: { refusal: problem, ...(field ? { field } : {}) } })
    }
    return { database: store.state() }
  }),
})
