import { expect, it } from 'vitest'
import { onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { inDatabase } from '../support/raw'
import { apply, preview, smallRegister, startPractice, upload } from '../support/register'
import { registerDesk } from './desk'

interface Progress {
  readonly type: string
  readonly stage?: string
}
type Stream = AsyncGenerator<Progress, unknown, unknown>

onBothEngines('an import that is given up', (engine) => {
  const office = registerDesk(engine)
  const meant = { withoutRejected: true, endsManyMeant: true }

  /** Reads a stream until it says that this stage was reached, and ends it there. */
  async function endAt(stream: unknown, stage: string): Promise<string[]> {
    const told: string[] = []
    for await (const event of stream as Stream) {
      told.push(event.stage ?? event.type)
      if (event.stage === stage) break
    }
    return told
  }
  const outcomes = () =>
    inDatabase(office.desk(), (raw) =>
      raw.rows<{ action: string; outcome: string }>(
        `SELECT action, outcome FROM audit WHERE action LIKE 'register.%' ORDER BY seq`,
      ),
    )

  it('while it is being made leaves no upload, and says that it was cancelled', async () => {
    const told = await endAt(
      await office.page().register.generatePractice({ apartments: 3000, seed: 1 }),
      'generating',
    )
    expect(told).toEqual(['generating'])
    expect((await outcomes()).at(-1)).toEqual({ action: 'register.generatePractice', outcome: 'cancelled' })
  })

  it('while it is being looked at can be looked at again', async () => {
    const uploadId = await startPractice(office.page(), 1500)
    for (const stage of ['reading']) {
      const told = await endAt(await office.page().register.preview({ uploadId }), stage)
      expect(told.at(-1)).toBe(stage)
      expect(await nameOf(apply(office.page(), uploadId))).toBe('previewFirst')
    }
    expect((await preview(office.page(), uploadId)).problems).toEqual([])
    await office.page().register.discardUpload({ uploadId })
  })

  it.each(['writing', 'indexing'])('while it is %s leaves the register as it was', async (stage) => {
    const page = office.page()
    const before = await office.state()
    const uploadId = await startPractice(page, 1500)
    await preview(page, uploadId)
    const told = await endAt(await page.register.apply({ uploadId, ...meant }), stage)
    expect(told.at(-1)).toBe(stage)
    expect(await office.state()).toEqual(before)
    expect(await page.register.status()).toMatchObject({ kind: 'empty', residents: 0, lastImport: null })
    expect((await page.residents.search({ text: 'virtanen' })).hits).toEqual([])
    expect((await outcomes()).at(-1)).toEqual({ action: 'register.apply', outcome: 'cancelled' })
    expect(office.desk().reported).toEqual([])
  })

  it('can be made after all, from the same upload', async () => {
    const page = office.page()
    const uploadId = await upload(page, smallRegister(30))
    await preview(page, uploadId)
    const stream = await page.register.apply({ uploadId, ...meant })
    await (stream as unknown as Stream).return(undefined)
    expect(await page.register.status()).toMatchObject({ kind: 'empty' })
    expect(await apply(page, uploadId)).toMatchObject({ changed: 0, ended: 0 })
    expect(await nameOf(apply(page, uploadId))).toBe('NOT_FOUND')
    expect(await page.register.status()).toMatchObject({ kind: 'real' })
  })
})
