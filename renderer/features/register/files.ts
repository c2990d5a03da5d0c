import type { ImportFile, RegisterFile } from '#shared/contract/register'

/** The five files, in the order in which they refer to each other. The contract's own list would bring its schemas along. */
export const registerFiles = [
  'properties',
  'apartments',
  'people',
  'leases',
  'occupancies',
] as const satisfies readonly RegisterFile[]

/** Those, and the keys, which may be left out. */
export const importFiles = [...registerFiles, 'keys'] as const satisfies readonly ImportFile[]

/** What a chosen file is known by. The browser's own `File` is one. */
interface Named {
  readonly name: string
}

/** Which of the register's files a file is, by its name in any case; null for none of them. */
export function whichFile(name: string): ImportFile | null {
  const lower = name.toLowerCase()
  return importFiles.find((file) => lower === `${file}.csv`) ?? null
}

/**
 * The chosen files with newly chosen ones added. A new file takes the place of an earlier one that is the same of
 * them, or has the same name: it is the mended one.
 */
export function addFiles<Chosen extends Named>(
  chosen: readonly Chosen[],
  added: readonly Chosen[],
): readonly Chosen[] {
  const replaced = (before: Named) =>
    added.some(({ name }) =>
      whichFile(name) === null ? name === before.name : whichFile(name) === whichFile(before.name),
    )
  return [...chosen.filter((file) => !replaced(file)), ...added]
}

/** A file on the checklist: missing with none unless it may be left out, twice with more than one. */
interface ChecklistItem<Chosen extends Named> {
  readonly file: ImportFile
  readonly mayBeLeftOut: boolean
  readonly chosen: readonly Chosen[]
}

export interface Checklist<Chosen extends Named> {
  readonly items: readonly ChecklistItem<Chosen>[]
  /** Files that are none of them. */
  readonly unknown: readonly Chosen[]
  readonly missing: readonly RegisterFile[]
  /** Each of the five once, the keys once or not at all, and nothing else. */
  readonly complete: boolean
}

/** Which files are there, which are missing, and what does not belong to them. */
export function checklistOf<Chosen extends Named>(chosen: readonly Chosen[]): Checklist<Chosen> {
  const items = importFiles.map((file) => ({
    file,
    mayBeLeftOut: file === 'keys',
    chosen: chosen.filter(({ name }) => whichFile(name) === file),
  }))
  const unknown = chosen.filter(({ name }) => whichFile(name) === null)
  return {
    items,
    unknown,
    missing: registerFiles.filter((file) => !chosen.some(({ name }) => whichFile(name) === file)),
    complete:
      unknown.length === 0 &&
      items.every((item) => item.chosen.length === 1 || (item.mayBeLeftOut && item.chosen.length === 0)),
  }
}
