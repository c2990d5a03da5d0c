import { expect, it } from 'vitest'
import { letEveryoneIn } from '../load/crowd'
import { asOwner, officePostgres } from '../support/engines'
import { onServer } from '../support/template'

const desks = 12
/** Each desk that is in has two connections at least: one for its work, and one on which it listens. */
const room = 9

// The same with 200 desks on a server as it is installed: `npm run load`.
it('desks that a server has no room for are told so and disturb nobody, and come in when others leave', async () => {
  const { value, cleanUp } = await officePostgres()
  try {
    const name = new URL(value).pathname.slice(1)
    await onServer(asOwner(value), (owner) => owner.query(`ALTER DATABASE ${name} CONNECTION LIMIT ${room}`))
    const waves = await letEveryoneIn(value, desks)
    expect(Math.max(...waves)).toBeLessThan(room / 2)
    expect(waves.reduce((sum, wave) => sum + wave)).toBe(desks)
  } finally {
    await cleanUp()
  }
})
