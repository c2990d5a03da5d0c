import { describe, expect, it } from 'vitest'
import { registerFiles } from '#shared/contract/register'
import { onBothEngines } from '../support/engines'
import { apply, preview, upload } from '../support/register'
import { registerDesk } from './desk'
import { filesOf, withCells, withoutRow, writtenRows } from './written'

onBothEngines('a register that is imported again', (engine) => {
  const office = registerDesk(engine)
  const nothing = { added: 0, changed: 0, ended: 0 }

  it('changes nothing, however its files are written', async () => {
    expect((await office.import(writtenRows)).done).toMatchObject({ added: 82, changed: 0, ended: 0 })
    const before = await office.state()
    const forms = [{}, { delimiter: ';', lineEnd: '\r\n', quoteAll: true }] as const
    for (const form of forms) {
      const { preview: shown, done } = await office.import(writtenRows, form)
      expect(shown).toMatchObject({ nothingToDo: true, endsMany: false, problems: [] })
      expect(shown.files.map(({ counts }) => counts.unchanged)).toEqual(
        registerFiles.map((file) => writtenRows[file].length),
      )
      expect(done).toMatchObject(nothing)
    }
    const after = await office.state()
    expect({ ...after, register_import: [] }).toEqual({ ...before, register_import: [] })
    expect(after.register_import).toHaveLength(3)
  })

  it('counts temporary codes and shows rows without what is secret in them', async () => {
    const changed = withCells(writtenRows, 'people', 1, { last_name: 'Uusi', phone: '0405559999' })
    const uploadId = await upload(office.page(), filesOf(changed))
    const shown = await preview(office.page(), uploadId)
    expect(shown.temporaryCodes).toBe(20)
    expect(shown.nothingToDo).toBe(false)
    const rows = (change: 'added' | 'changed' | 'ended') =>
      office.page().register.previewRows({ uploadId, file: 'people', change, page: 0 })
    expect(await rows('changed')).toEqual({
      total: 1,
      rows: [
        {
          file: 'people',
          line: 3,
          key: 'P001',
          column: null,
          problem: null,
          fields: [
            { column: 'last_name', before: 'Mäkinen', after: 'Uusi' },
            { column: 'phone', before: '+358405550001', after: '+358405559999' },
          ],
        },
      ],
    })
    expect(await rows('added')).toEqual({ total: 0, rows: [] })
    await office.page().register.discardUpload({ uploadId })
  })

  it('shows no phone or e-mail of whoever comes under non-disclosure by it, or was under it', async () => {
    const moved = { phone: '0405559999', email: 'uusi@example.com' }
    const shown = async (rows: typeof writtenRows) => {
      const uploadId = await upload(office.page(), filesOf(rows))
      await preview(office.page(), uploadId)
      const changed = { uploadId, file: 'people', change: 'changed', page: 0 } as const
      const [row] = (await office.page().register.previewRows(changed)).rows
      return row!.fields
    }
    const hidden = withCells(writtenRows, 'people', 1, { non_disclosure: 'yes', ...moved })
    expect(await shown(hidden)).toEqual([{ column: 'non_disclosure', before: 'no', after: 'yes' }])
    await office.import(hidden)
    expect(await shown(writtenRows)).toEqual([{ column: 'non_disclosure', before: 'yes', after: 'no' }])
    expect(await shown(withCells(hidden, 'people', 1, { phone: '0405558888' }))).toEqual([])
    await office.import(writtenRows)
  })

  it('leaves what staff corrected, until the register itself says something new of it', async () => {
    const page = office.page()
    const id = await office.idOf('P002')
    const corrected = { phone: '050 123 4567', email: '', language: 'sv', iban: 'FI2112345600000785' }
    const { version } = await page.residents.read({ id })
    await page.residents.correctContacts({ id, version, ...corrected })
    expect((await office.import(writtenRows)).done).toMatchObject(nothing)
    const renamed = withCells(writtenRows, 'people', 2, { last_name: 'Uusinimi' })
    expect((await office.import(renamed)).done).toMatchObject({ ...nothing, changed: 1 })
    const stands = { phone: '+358501234567', email: null, language: 'sv', ibanEnding: '0785' }
    expect(await page.residents.read({ id })).toMatchObject({ lastName: 'Uusinimi', contacts: stands })

    const newPhone = withCells(renamed, 'people', 2, { phone: '040 765 4321' })
    await office.import(newPhone)
    expect((await page.residents.read({ id })).contacts).toEqual({ ...stands, phone: '+358407654321' })
    const newEmail = withCells(newPhone, 'people', 2, { email: 'uusi@example.com', language: 'en' })
    await office.import(newEmail)
    expect((await page.residents.read({ id })).contacts).toMatchObject({
      email: 'uusi@example.com',
      language: 'en',
    })
    expect(await office.found('040 765 4321')).toEqual(['P002'])
    expect(await office.found('050 123 4567')).toEqual([])
    // What was read before the import is out of date.
    const late = page.residents.correctContacts({ id, version: version + 1, phone: '' })
    await expect(late).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    await office.import(writtenRows)
  })

  it('ends what is missing from it, at once, and takes it back when it returns', async () => {
    const page = office.page()
    const id = await office.idOf('P004')
    await page.residents.addNote({ id, text: 'muistiinpano' })
    const gone = withoutRow(withoutRow(withoutRow(writtenRows, 'people', 4), 'leases', 4), 'occupancies', 4)
    const { preview: shown, done } = await office.import(gone)
    expect(shown.endsMany).toBe(false)
    expect(done).toMatchObject({ added: 0, changed: 0, ended: 3 })
    const read = await page.residents.read({ id })
    expect(read.marks).toContain('leaseEnded')
    expect(read.leases).toMatchObject([{ state: 'ended' }])
    expect((await page.residents.timeline({ id, page: 0 })).total).toBe(1)
    expect((await page.portal.read({ residentId: id })).eligibility).toEqual({
      eligible: false,
      refusal: 'leaseEnded',
    })
    expect(await office.found('vallila A 5')).not.toContain('P004')
    expect(await office.found('mäkinen äiti4')).toEqual(['P004'])
    expect((await office.import(gone)).done).toMatchObject(nothing)
    expect(await page.register.status()).toMatchObject({ kind: 'real', residents: 19 })

    expect((await office.import(writtenRows)).done).toMatchObject({ added: 0, changed: 3, ended: 0 })
    expect(await page.residents.read({ id })).toMatchObject({ id, marks: [], leases: [{ state: 'running' }] })
    expect(await office.found('vallila A 5')).toContain('P004')
  })

  it('finds people by their new home and no more by the old one', async () => {
    await office.import(
      withCells(writtenRows, 'properties', 0, { address: 'Uusikatu 1', district: 'Uusila' }),
    )
    expect(await office.found('uusikatu 1 A 5')).toEqual(['P004'])
    expect(await office.found('mäkelänkatu 52 A 5')).toEqual([])
    await office.import(withCells(writtenRows, 'leases', 4, { apartment_id: 'A005' }))
    expect(await office.found('kontulankaari 11-13 A 6')).toEqual(['P004', 'P005'])
    await office.import(writtenRows)
    expect(await office.found('kontulankaari 11-13 A 6')).toEqual(['P005'])
  })

  it('hides everybody of a household when one of them comes under non-disclosure, and shows them after', async () => {
    const together = {
      ...writtenRows,
      occupancies: [
        ...writtenRows.occupancies,
        { lease_id: 'L006', person_id: 'P007', role: 'resident', from: '2021-01-01' },
      ],
    }
    await office.import(together)
    expect(await office.found('mäkelänkatu 52 A 7')).toEqual(['P006', 'P007'])
    await office.import(withCells(together, 'people', 7, { non_disclosure: 'yes' }))
    expect(await office.found('mäkelänkatu 52 A 7')).toEqual([])
    expect(await office.found('040 555 0007')).toEqual([])
    expect(await office.found('040 555 0006')).toEqual(['P006'])
    await office.import(writtenRows)
    expect(await office.found('mäkelänkatu 52 A 7')).toEqual(['P006'])
    expect(await office.found('040 555 0007')).toEqual(['P007'])
  })
})

describe('rows that are rejected', () => {
  const office = registerDesk('sqlite')
  /** The register as it is, without what every import adds. */
  const state = async () => ({ ...(await office.state()), register_import: [] })

  it.each<[string, Parameters<typeof withCells>[1], Record<string, string>]>([
    ['a person', 'people', { phone: '12' }],
    ['a person without a readable code', 'people', { identity_code: 'x' }],
    ['a lease', 'leases', { ends: '1.1.1999' }],
    ['a lease of an unknown apartment', 'leases', { apartment_id: 'A999' }],
    ['an occupancy', 'occupancies', { role: 'tenant' }],
    [
      'an occupancy whose day is written in the other way',
      'occupancies',
      { role: 'tenant', from: '1.1.2020' },
    ],
    ['an occupancy whose day cannot be read', 'occupancies', { from: '1.13.2020' }],
    ['an occupancy whose lease is not told', 'occupancies', { lease_id: '' }],
    ['a property with all its homes', 'properties', { kind: 'sold' }],
    ['an apartment whose identifier cannot be read', 'apartments', { apartment_id: 'x'.repeat(60) }],
  ])('stay as they are: %s', async (_what, file, cells) => {
    await office.import(writtenRows)
    const before = await state()
    const uploadId = await upload(office.page(), filesOf(withCells(writtenRows, file, 1, cells)))
    const shown = await preview(office.page(), uploadId)
    const rejected = shown.files.reduce((sum, { counts }) => sum + counts.rejected, 0)
    expect(rejected).toBeGreaterThan(0)
    const withThem = apply(office.page(), uploadId, { withoutRejected: false, endsManyMeant: true })
    await expect(withThem).rejects.toMatchObject({ data: { refusal: 'rejectedRows' } })
    expect(await apply(office.page(), uploadId)).toMatchObject({ added: 0, changed: 0, ended: 0 })
    expect(await state()).toEqual(before)
  })

  it('keep nobody else from changing', async () => {
    await office.import(writtenRows)
    const rows = withCells(withCells(writtenRows, 'people', 1, { phone: '12' }), 'people', 2, {
      last_name: 'Uusi',
    })
    expect((await office.import(rows)).done).toMatchObject({ added: 0, changed: 1, ended: 0 })
    expect(await office.found('uusi')).toEqual(['P002'])
    expect(await office.found('040 555 0001')).toEqual(['P001'])
  })
})

describe('half a register', () => {
  const office = registerDesk('sqlite')

  it('is asked about when more than a tenth of the rows of one file would end', async () => {
    await office.import(writtenRows)
    const cut = (rows: number) => ({
      ...writtenRows,
      people: writtenRows.people.slice(0, rows),
      occupancies: writtenRows.occupancies.slice(0, rows),
    })
    const look = async (rows: number) => {
      const uploadId = await upload(office.page(), filesOf(cut(rows)))
      return { uploadId, shown: await preview(office.page(), uploadId) }
    }
    expect((await look(18)).shown.endsMany).toBe(false)
    const { uploadId, shown } = await look(17)
    expect(shown.endsMany).toBe(true)
    const before = await office.state()
    const unmeant = apply(office.page(), uploadId, { withoutRejected: true, endsManyMeant: false })
    await expect(unmeant).rejects.toMatchObject({ data: { refusal: 'endsMany' } })
    expect(await office.state()).toEqual(before)
    expect(await apply(office.page(), uploadId)).toMatchObject({ ended: 6 })
  })
})
