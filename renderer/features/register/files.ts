import type { RegisterFile } from '#shared/contract/register'

/** The five files, in the order in which they refer to each other. The contract's own list would bring its schemas along. */
export const registerFiles = [
  'properties',
  'apartments',
  'people',
  'leases',
  'occupancies',
] as const satisfies readonly RegisterFile[]

/** What a chosen file is known by. The browser's own `File` is one. */
interface Named {
  readonly name: string
}

/** Which of the five a file is, by its name in any case; null for none of them. */
export function whichFile(name: string): RegisterFile | null {
  const lower = name.toLowerCase()
  return registerFiles.find((file) => lower === `${file}.csv`) ?? null
}

/**
 * The chosen files with newly chosen ones added. A new file takes the place of an earlier one that is the same of the
 * five, or has the same name: it is the mended one.
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

/** One of the five on the checklist: missing with none, twice with more than one. */
interface ChecklistItem<Chosen extends Named> {
  readonly file: RegisterFile
  readonly chosen: readonly Chosen[]
}

export interface Checklist<Chosen extends Named> {
  readonly items: readonly ChecklistItem<Chosen>[]
  /** Files that are none of the five. */
  readonly unknown: readonly Chosen[]
  readonly missing: readonly RegisterFile[]
  /** Exactly the five, each once, and nothing else. */
  readonly complete: boolean
}

/** Which of the five are there, which are missing, and what does not belong to them. */
export function checklistOf<Chosen extends Named>(chosen: readonly Chosen[]): Checklist<Chosen> {
  const items = registerFiles.map((file) => ({
    file,
    chosen: chosen.filter(({ name }) => whichFile(name) === file),
  }))
  const unknown = chosen.filter(({ name }) => whichFile(name) === null)
  return {
    items,
    unknown,
    missing: items.filter((item) => item.chosen.length === 0).map(({ file }) => file),
    complete: unknown.length === 0 && items.every((item) => item.chosen.length === 1),
  }
}
