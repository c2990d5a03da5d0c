import { expect, it } from 'vitest'
import { killUnderLoad } from '../load/killing'
import { openLoadedOffice } from '../load/office'

const desks = 4

// The same with sixteen desks and twenty kills: `npm run load`.
it('a PostgreSQL that is killed under load loses nothing, does nothing twice, and has its desks back', async () => {
  const { value: office, cleanUp } = await openLoadedOffice('postgres', desks)
  try {
    const killed = await killUnderLoad(office, { desks, slots: 40, waiting: 20, kills: 1 })
    expect(killed.backMs).toHaveLength(desks)
    expect(killed.told).toHaveProperty('DATABASE_LOST')
  } finally {
    await cleanUp()
  }
})
