import { describe, expect, it } from 'vitest'
import { registerChanges as contractChanges, type RegisterPreview } from '#shared/contract/register'
import {
  type Counts,
  endingFiles,
  looksLikePractice,
  questionsOf,
  registerChanges,
  totalsOf,
} from './figures'
import { registerFiles } from './files'

const none: Counts = { added: 0, changed: 0, ended: 0, rejected: 0, unchanged: 0, total: 0 }

const previewWith = (
  counts: Partial<Record<(typeof registerFiles)[number], Partial<Counts>>>,
  rest: Partial<RegisterPreview> = {},
): RegisterPreview => ({
  uploadId: '019b0000-0000-7000-8000-000000000000',
  files: registerFiles.map((file) => ({
    file,
    name: `${file}.csv`,
    delimiter: ',',
    encoding: 'utf-8',
    counts: { ...none, ...counts[file] },
  })),
  problems: [],
  temporaryCodes: 0,
  keyDifferences: 0,
  endsMany: false,
  nothingToDo: false,
  ...rest,
})

describe('figures of a preview', () => {
  it('name the changes of the contract', () => {
    expect(registerChanges).toEqual(contractChanges)
  })

  it('are summed over the files', () => {
    const preview = previewWith({
      people: { added: 3, rejected: 1, total: 4 },
      leases: { added: 2, changed: 1, unchanged: 5, total: 8 },
    })
    expect(totalsOf(preview)).toEqual({
      added: 5,
      changed: 1,
      ended: 0,
      rejected: 1,
      unchanged: 5,
      total: 12,
    })
  })

  it('are nothing without files', () => {
    expect(totalsOf({ files: [] })).toEqual(none)
  })
})

describe('a file of which much would end', () => {
  it('is named when more than a tenth ends, with what the register holds now', () => {
    const preview = previewWith({
      people: { ended: 11, changed: 9, unchanged: 80 },
      leases: { ended: 10, unchanged: 90 },
    })
    expect(endingFiles(preview)).toEqual([{ file: 'people', ended: 11, now: 100 }])
  })

  it('is none in a first import', () => {
    expect(endingFiles(previewWith({ people: { added: 100, total: 100 } }))).toEqual([])
  })
})

describe('temporary codes', () => {
  it('of most people look like a practice register, of a few do not', () => {
    const people = { total: 100, rejected: 40 }
    expect(looksLikePractice(previewWith({ people }, { temporaryCodes: 31 }))).toBe(true)
    expect(looksLikePractice(previewWith({ people }, { temporaryCodes: 30 }))).toBe(false)
    expect(looksLikePractice(previewWith({}, { temporaryCodes: 0 }))).toBe(false)
  })
})

describe('questions before an import', () => {
  it('are asked only where there is a reason', () => {
    expect(questionsOf(previewWith({ people: { added: 1 } }))).toEqual({
      withoutRejected: false,
      endsManyMeant: false,
    })
    expect(questionsOf(previewWith({ people: { rejected: 1 } }, { endsMany: true }))).toEqual({
      withoutRejected: true,
      endsManyMeant: true,
    })
  })
})
