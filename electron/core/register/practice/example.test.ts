import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importFiles } from '#shared/contract/register'
import { normaliseEmail, normalisePhone } from '#shared/rules/contacts'
import { parsePersonalIdentityCode } from '#shared/rules/personalIdentityCode'
import { registerColumns } from '#shared/rules/registerColumns'
import { byId, faultsOf, readRows } from './testing'

const docs = new URL('../../../../docs/', import.meta.url)
const text = (path: string) => readFileSync(new URL(path, docs), 'utf8')
const today = '2026-11-23'

const page = text('housing-register.md')
const rows = {
  properties: readRows(text('example-register/properties.csv')),
  apartments: readRows(text('example-register/apartments.csv'), ';'),
  people: readRows(text('example-register/people.csv')),
  leases: readRows(text('example-register/leases.csv')),
  occupancies: readRows(text('example-register/occupancies.csv')),
  keys: readRows(text('example-register/keys.csv')),
}

describe('docs/housing-register.md', () => {
  it.each(importFiles)('tells of every column of %s.csv, under its own heading', (file) => {
    const section = page.split(/^###? /m).find((part) => part.startsWith(`${file}.csv`)) ?? ''
    const told = section
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name))
    expect(told).toEqual(registerColumns[file])
  })
})

describe('docs/example-register', () => {
  it.each(importFiles)('has the columns of %s.csv and ends with a line end', (file) => {
    expect(Object.keys(rows[file][0] ?? {})).toEqual(registerColumns[file])
    expect(text(`example-register/${file}.csv`).endsWith('\n')).toBe(true)
  })

  it('keeps every promise of the format', () => {
    expect(faultsOf(rows, today)).toEqual([])
    expect(rows.properties).toHaveLength(6)
    expect(rows.people).toHaveLength(15)
  })

  it('has temporary codes that agree with the birth dates, and contact details that can be read', () => {
    for (const { identity_code = '', birth_date = '', phone = '', email = '' } of rows.people) {
      const code = parsePersonalIdentityCode(identity_code, today)
      if (identity_code === '') expect(birth_date).not.toBe('')
      else expect(code).toMatchObject({ ok: true, value: { temporary: true } })
      if (code.ok && birth_date !== '') expect(birth_date).toBe(code.value.birthDate)
      if (phone !== '') expect(normalisePhone(phone).ok, phone).toBe(true)
      if (email !== '') expect(normaliseEmail(email).ok, email).toBe(true)
    }
    for (const { manager_phone = '', manager_email = '' } of rows.properties) {
      expect(normalisePhone(manager_phone).ok, manager_phone).toBe(true)
      expect(normaliseEmail(manager_email).ok, manager_email).toBe(true)
    }
  })

  it('shows the code that the page shows', () => {
    expect(page).toContain(byId(rows.people, 'person_id').get('P000001')?.identity_code)
  })
})
