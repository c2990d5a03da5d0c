import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { type ImportFile, type RegisterFile, rowProblems } from '#shared/contract/register'
import { formatPersonalIdentityCode } from '#shared/rules/personalIdentityCode'
import { openTestDesk, type TestDesk } from '../support/desk'
import type { Opened } from '../support/engines'
import { preview, upload } from '../support/register'
import { aKey, filesWith, writtenKeys } from './keysWritten'
import { type Cells, filesOf, withCells, writtenRows } from './written'

const code = writtenRows.people[3]!.identity_code!
const wrongCheck = `${code.slice(0, 10)}${code[10] === 'A' ? 'B' : 'A'}`

// One row of a sound register with cells that it cannot have, the problem's name and the column it is in.
const wrong: readonly [RegisterFile, Cells, (typeof rowProblems)[number], string][] = [
  ['properties', { property_id: '' }, 'required', 'property_id'],
  ['properties', { address: ' ' }, 'required', 'address'],
  ['properties', { address: 'x'.repeat(121) }, 'tooLong', 'address'],
  ['properties', { district: 'Valli\u0007la' }, 'controlCharacters', 'district'],
  ['properties', { district: 'Valli\nla' }, 'controlCharacters', 'district'],
  ['properties', { postal_code: '550' }, 'badNumber', 'postal_code'],
  ['properties', { kind: 'sold' }, 'badChoice', 'kind'],
  ['properties', { manager_phone: '' }, 'required', 'manager_phone'],
  ['properties', { manager_phone: '12' }, 'badPhone', 'manager_phone'],
  ['properties', { manager_email: 'riku' }, 'badEmail', 'manager_email'],
  ['properties', { cleaning: 'none' }, 'badChoice', 'cleaning'],
  ['properties', { cleaning: 'company' }, 'required', 'cleaning_company'],
  ['apartments', { property_id: 'T9' }, 'unknownReference', 'property_id'],
  ['apartments', { apartment_id: 'A000' }, 'duplicate', 'apartment_id'],
  ['apartments', { rooms: '0' }, 'badNumber', 'rooms'],
  ['apartments', { rooms: '2,5' }, 'badNumber', 'rooms'],
  ['apartments', { area_m2: '43,5 m2' }, 'badNumber', 'area_m2'],
  ['apartments', { area_m2: '1e2' }, 'badNumber', 'area_m2'],
  ['apartments', { area_m2: '-43' }, 'badNumber', 'area_m2'],
  ['people', { first_names: '' }, 'required', 'first_names'],
  ['people', { person_id: 'P000' }, 'duplicate', 'person_id'],
  ['people', { identity_code: '', birth_date: '' }, 'required', 'birth_date'],
  ['people', { identity_code: '1234' }, 'codeFormat', 'identity_code'],
  ['people', { identity_code: `${code}0` }, 'codeFormat', 'identity_code'],
  [
    'people',
    { identity_code: code.replace(/^\d\d/, '31').replace(/^(..)\d\d/, '$102') },
    'codeDate',
    'identity_code',
  ],
  ['people', { identity_code: wrongCheck }, 'codeCheckCharacter', 'identity_code'],
  ['people', { identity_code: formatPersonalIdentityCode('2026-11-25', 950) }, 'codeFuture', 'identity_code'],
  [
    'people',
    { identity_code: writtenRows.people[0]!.identity_code!, birth_date: '' },
    'duplicate',
    'identity_code',
  ],
  ['people', { birth_date: '1951-01-01' }, 'birthDateMismatch', 'birth_date'],
  ['people', { identity_code: '', birth_date: '2026-11-25' }, 'birthDateFuture', 'birth_date'],
  ['people', { birth_date: '31.2.1963' }, 'badDate', 'birth_date'],
  ['people', { birth_date: '14/04/1963' }, 'badDate', 'birth_date'],
  ['people', { language: 'finska' }, 'badChoice', 'language'],
  ['people', { language: 'qq' }, 'badChoice', 'language'],
  ['people', { phone: '040 555' }, 'badPhone', 'phone'],
  ['people', { email: 'aino@' }, 'badEmail', 'email'],
  ['people', { non_disclosure: 'maybe' }, 'badChoice', 'non_disclosure'],
  ['people', { non_disclosure: '' }, 'required', 'non_disclosure'],
  ['people', { died: '1900-01-01' }, 'dateOrder', 'died'],
  ['leases', { apartment_id: 'A999' }, 'unknownReference', 'apartment_id'],
  ['leases', { begins: '' }, 'required', 'begins'],
  ['leases', { ends: '2019-12-31' }, 'dateOrder', 'ends'],
  ['leases', { signed: '1.13.2019' }, 'badDate', 'signed'],
  ['occupancies', { lease_id: 'L999' }, 'unknownReference', 'lease_id'],
  ['occupancies', { person_id: 'P999' }, 'unknownReference', 'person_id'],
  ['occupancies', { role: 'tenant' }, 'badChoice', 'role'],
  ['occupancies', { from: '' }, 'required', 'from'],
  ['occupancies', { to: '2019-12-31' }, 'dateOrder', 'to'],
  ['occupancies', { lease_id: 'L000', person_id: 'P000' }, 'duplicate', 'lease_id'],
]

/** The same of a key that comes after those of `writtenKeys`. */
const wrongKeys: readonly [Cells, (typeof rowProblems)[number], string][] = [
  [{ apartment_id: '' }, 'required', 'apartment_id'],
  [{ apartment_id: 'A999' }, 'unknownReference', 'apartment_id'],
  [{ key_kind: 'house' }, 'badChoice', 'key_kind'],
  [{ key_number: '' }, 'required', 'key_number'],
  [{ key_number: '9'.repeat(41) }, 'tooLong', 'key_number'],
  [{ key_number: '1,23E+11' }, 'badNumber', 'key_number'],
  [{ key_number: '1e+5' }, 'badNumber', 'key_number'],
  [{ key_number: '317-1' }, 'zerosMissing', 'key_number'],
  [{ key_number: '0000317-1' }, 'zerosMissing', 'key_number'],
  [{ key_number: ' 00317-1 ' }, 'duplicate', 'apartment_id'],
  [{ key_set: 'x'.repeat(61) }, 'tooLong', 'key_set'],
  [{ holder: 'grantee' }, 'badChoice', 'holder'],
  [{ person_id: '' }, 'required', 'person_id'],
  [{ person_id: 'P999' }, 'unknownReference', 'person_id'],
  [{ holder: 'heka' }, 'holderMismatch', 'person_id'],
  [{ since: '' }, 'required', 'since'],
  [{ since: '31.2.2026' }, 'badDate', 'since'],
  [{ since: '2026-11-25' }, 'keyInFuture', 'since'],
]

describe('a row of the register', () => {
  let opened: Opened<TestDesk>
  let page: DeskClient

  beforeAll(async () => {
    opened = await openTestDesk('sqlite')
    page = await opened.value.administrator()
  })
  afterAll(() => opened.cleanUp())

  const rejected = async (files: Record<string, string>, file: ImportFile) => {
    const uploadId = await upload(page, files)
    const { problems } = await preview(page, uploadId)
    expect(problems).toEqual([])
    return (await page.register.previewRows({ uploadId, file, change: 'rejected', page: 0 })).rows
  }
  const index = (file: RegisterFile) => (file === 'properties' ? 1 : 3)

  it.each(wrong)('of %s with %j is rejected by its name: %s', async (file, cells, problem, column) => {
    const at = index(file)
    const rows = await rejected(filesOf(withCells(writtenRows, file, at, cells)), file)
    const text = Object.values(cells).join('')
    // The line with the heading is the first; a line end in a field does not move the row itself.
    expect(rows, text).toMatchObject([{ file, line: at + 2, problem, column, fields: [] }])
  })

  it.each(wrongKeys)('of keys with %j is rejected by its name: %s', async (cells, problem, column) => {
    const files = filesWith([...writtenKeys, aKey({ key_number: '00999', ...cells })])
    expect(await rejected(files, 'keys')).toMatchObject([
      { file: 'keys', line: writtenKeys.length + 2, problem, column, fields: [] },
    ])
  })

  it('with more or fewer fields than the heading is rejected', async () => {
    const sound = filesOf(writtenRows)
    const files = { ...sound, leases: sound.leases.replace('L003,', 'L003,,').replace(/^(L005.*),$/m, '$1') }
    expect(await rejected(files, 'leases')).toMatchObject([
      { line: 5, problem: 'wrongNumberOfFields', column: null, key: '' },
      { line: 7, problem: 'wrongNumberOfFields', column: null, key: '' },
    ])
  })

  it('has been rejected here by every name that there is', () => {
    const named = new Set([
      ...wrong.map(([, , problem]) => problem),
      ...wrongKeys.map(([, problem]) => problem),
      'wrongNumberOfFields',
    ])
    expect([...named].sort()).toEqual([...rowProblems].sort())
  })

  it('is told on its own line after fields that go over several', async () => {
    const rows = withCells(writtenRows, 'people', 2, { first_names: 'Aino\r\nÄiti' })
    const files = filesOf(withCells(rows, 'people', 3, { phone: '12' }), { quoteAll: true, lineEnd: '\r\n' })
    expect(await rejected(files, 'people')).toMatchObject([
      { line: 4, problem: 'controlCharacters', column: 'first_names' },
      { line: 6, problem: 'badPhone', column: 'phone' },
    ])
  })

  it('takes those that refer to it with it', async () => {
    const files = filesOf(withCells(writtenRows, 'properties', 1, { kind: 'sold' }))
    const uploadId = await upload(page, files)
    const { files: read } = await preview(page, uploadId)
    expect(read.map(({ counts }) => counts.rejected)).toEqual([1, 10, 0, 10, 10])
  })

  it('may be written in the other ways that the page of the format names', async () => {
    let rows = withCells(writtenRows, 'people', 3, {
      birth_date: '13.4.1963',
      identity_code: code.toLowerCase(),
      phone: '+358 40-555 0003',
      language: 'FI',
      non_disclosure: 'No',
    })
    rows = withCells(rows, 'apartments', 3, { area_m2: '43,5', stair: '' })
    rows = withCells(rows, 'leases', 3, { begins: '1.1.2020', ends: '31.12.2030' })
    rows = withCells(rows, 'occupancies', 3, { from: '01.01.2020', role: 'MAIN_TENANT' })
    const { files: read } = await preview(page, await upload(page, filesOf(rows)))
    expect(read.map(({ counts }) => counts.rejected)).toEqual([0, 0, 0, 0, 0])
  })
})
