import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { http, messagePort, openTestDesk } from '../transport/transports'

describe.each([messagePort, http])('over $name', (transport) => {
  it('a command is known by the key in its header', async () => {
    const { desk, close } = await openTestDesk()
    const page = await transport.connect(desk, { 'command-key': randomUUID() })
    const { staff, system } = page.client
    try {
      await staff.createFirstAdministrator({
        name: 'Åsa Öhman',
        username: 'asa',
        password: 'a long enough password',
        servesResidents: true,
      })
      const settings = { ...(await system.readSettings()), lockAfterMinutes: 20 }
      const saved = await system.saveSettings(settings)
      // Without the key this would be CHANGED_MEANWHILE.
      expect(await system.saveSettings(settings)).toEqual(saved)
      expect(await system.readSettings()).toEqual(saved)
    } finally {
      await page.close()
      await close()
    }
  })
})
