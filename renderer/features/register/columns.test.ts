import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { registerColumns } from '#shared/rules/registerColumns'
import en from '../../i18n/en/register.json'
import fi from '../../i18n/fi/register.json'
import sv from '../../i18n/sv/register.json'
import { isColumn } from './columns'
import { importFiles } from './files'

const description = readFileSync(new URL('../../../docs/housing-register.md', import.meta.url), 'utf8')

/** The names in the first cells of the table under a file's heading. */
function described(file: string): string[] {
  const section = description.split(`### ${file}.csv`)[1]?.split(/\n##/)[0] ?? ''
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''))
}

describe('the columns of the files', () => {
  it.each(importFiles)('%s are those that the description of the format names', (file) => {
    expect(registerColumns[file]).toEqual(described(file))
  })

  it.each([
    ['fi', fi],
    ['sv', sv],
    ['en', en],
  ])('have words in %s', (_language, texts) => {
    for (const file of importFiles) {
      for (const column of registerColumns[file]) expect(texts.column).toHaveProperty(column)
    }
  })

  it('are told from others', () => {
    expect(isColumn('area_m2')).toBe(true)
    expect(isColumn('toString')).toBe(false)
  })
})
