import { describe, expect, it } from 'vitest'
import { atOnce } from '../support/atOnce'
import { openTestDesk } from '../support/desk'
import { onBothEngines } from '../support/engines'
import { nameOf, namesOf } from '../support/outcomes'
import { apply, importRegister, preview, smallRegister, startPractice, upload } from '../support/register'
import { registerDesk } from './desk'
import { filesOf, withCells, withoutRow, writtenRows } from './written'

onBothEngines('two imports', (engine) => {
  const office = registerDesk(engine)
  /** Uploads and looks, as one of two who do so at the same time. */
  async function ready(files: Record<string, string>) {
    const uploadId = await upload(office.page(), files)
    await preview(office.page(), uploadId)
    return () => apply(office.page(), uploadId)
  }

  it('at once are one import: the other is told that the register changed meanwhile', async () => {
    const both = [
      await ready(filesOf(writtenRows)),
      await ready(filesOf(withoutRow(writtenRows, 'occupancies', 0))),
    ]
    expect(namesOf(await atOnce(office.desk().postgresUrl, both))).toEqual([
      'done',
      'registerChangedMeanwhile',
    ])
    expect(await office.page().register.status()).toMatchObject({ residents: 20 })
  })

  it('at once that only change what is there are one import', async () => {
    await office.import(writtenRows)
    const renamed = (last_name: string) => filesOf(withCells(writtenRows, 'people', 0, { last_name }))
    const both = [await ready(renamed('Yksi')), await ready(renamed('Kaksi'))]
    expect(namesOf(await atOnce(office.desk().postgresUrl, both))).toEqual([
      'done',
      'registerChangedMeanwhile',
    ])
    expect(
      (await office.state())
        .resident!.map(({ version }) => Number(version))
        .sort()
        .at(-1),
    ).toBe(2)
  })

  it('one after the other by two who looked at the same register are one import', async () => {
    await office.import(writtenRows)
    const [first, second] = [await ready(filesOf(writtenRows)), await ready(filesOf(writtenRows))]
    expect(await nameOf(first())).toBe('done')
    expect(await nameOf(second())).toBe('registerChangedMeanwhile')
    // Also when the clock was set back in between.
    const [third, fourth] = [await ready(filesOf(writtenRows)), await ready(filesOf(writtenRows))]
    office.desk().wait(-60_000)
    expect(await nameOf(third())).toBe('done')
    expect(await nameOf(fourth())).toBe('registerChangedMeanwhile')
    expect(office.desk().reported).toEqual([])
  })
})

describe('the practice register and a real one', () => {
  it('are never mixed: no practice register over a real one', async () => {
    const { value: desk, cleanUp } = await openTestDesk('sqlite')
    const page = await desk.administrator()
    const looked = await startPractice(page, 1)
    await preview(page, looked)
    const unlooked = await startPractice(page, 1)
    await importRegister(page, filesOf(writtenRows))
    expect(await nameOf(startPractice(page, 1))).toBe('realRegisterLoaded')
    expect(await nameOf(apply(page, looked))).toBe('registerChangedMeanwhile')
    expect(await nameOf(preview(page, looked))).toBe('NOT_FOUND')
    expect(await nameOf(preview(page, unlooked))).toBe('NOT_FOUND')
    expect(await page.system.status()).toMatchObject({ register: 'real' })
    await cleanUp()
  })

  it('are never mixed: no real register over a practice one', async () => {
    const { value: desk, cleanUp } = await openTestDesk('sqlite')
    const page = await desk.administrator()
    const looked = await upload(page, smallRegister(30))
    await preview(page, looked)
    const practice = await startPractice(page, 1)
    await preview(page, practice)
    await apply(page, practice)
    expect(await nameOf(apply(page, looked))).toBe('registerChangedMeanwhile')
    expect(await nameOf(preview(page, looked))).toBe('practiceRegisterLoaded')
    expect(await page.system.status()).toMatchObject({ register: 'practice' })
    const another = await startPractice(page, 2)
    await preview(page, another)
    expect(await nameOf(apply(page, another))).toBe('done')
    await cleanUp()
  })
})
