import { expect, it } from 'vitest'
import { openTestDesk } from './support/desk'
import { onBothEngines } from './support/engines'
import { importRegister, smallRegister } from './support/register'

onBothEngines('the main job', (engine) => {
  it('imports, finds, checks and registers', async () => {
    const { value: desk, cleanUp } = await openTestDesk(engine)
    try {
      const page = await desk.administrator()
      const { preview, done } = await importRegister(page, smallRegister())
      expect(preview.problems).toEqual([])
      expect(done.added).toBeGreaterThan(200)
      const { hits } = await page.residents.search({ text: 'virt mei 04' })
      expect(hits[0]?.name).toBe('Virtanen Meija Katariina')
      const id = hits[0]!.id
      const read = await page.residents.read({ id })
      expect(read.leases[0]?.address).toContain('Mäkelänkatu')
      const { code } = await page.residents.revealCode({ id, reason: 'testi' })
      const document = {
        source: 'manual',
        kind: 'passport',
        issuingCountry: 'FIN',
        lastName: 'Virtanen',
        firstNames: 'Meija Katariina',
        birthDate: read.birthDate!,
        expiresOn: '2026-11-24',
        personalIdentityCode: code,
      } as const
      const judged = await page.identity.judge({ residentId: id, purpose: 'portal', document })
      expect(judged.refusals).toEqual([])
      await page.identity.record({
        residentId: id,
        purpose: 'portal',
        document,
        outcome: 'accepted',
        confirmed: ['photoMatches'],
        clerkRefuses: null,
      })
      const started = await page.portal.start({ residentId: id })
      expect(started.registration?.nextStep).toBe('usernameCreated')
      const again = await importRegister(page, smallRegister())
      expect(again.preview.nothingToDo).toBe(true)
      expect(again.done).toMatchObject({ added: 0, changed: 0, ended: 0 })
      expect(await page.audit.verify()).toMatchObject({ intact: true })
      expect(desk.reported).toEqual([])
    } finally {
      await cleanUp()
    }
  })
})
