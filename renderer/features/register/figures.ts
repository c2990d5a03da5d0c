import type { ImportFile, RegisterChange, RegisterPreview } from '#shared/contract/register'

/** What can happen to a row, in the order in which it is told. The contract's own list would bring its schemas along. */
export const registerChanges = [
  'added',
  'changed',
  'ended',
  'rejected',
] as const satisfies readonly RegisterChange[]

export type Counts = RegisterPreview['files'][number]['counts']

/** What an import does to all files together. */
export function totalsOf({ files }: Pick<RegisterPreview, 'files'>): Counts {
  const sum = (figure: keyof Counts) => files.reduce((total, { counts }) => total + counts[figure], 0)
  return {
    added: sum('added'),
    changed: sum('changed'),
    ended: sum('ended'),
    rejected: sum('rejected'),
    unchanged: sum('unchanged'),
    total: sum('total'),
  }
}

/** A file of which so much would end that it looks like half of an export. */
interface EndingFile {
  readonly file: ImportFile
  readonly ended: number
  /** Rows that the register holds now, those left out as rejected not counted. */
  readonly now: number
}

/** The files of which more than a tenth of the rows would end. */
export function endingFiles({ files }: Pick<RegisterPreview, 'files'>): readonly EndingFile[] {
  return files
    .map(({ file, counts }) => ({
      file,
      ended: counts.ended,
      now: counts.ended + counts.changed + counts.unchanged,
    }))
    .filter(({ ended, now }) => ended * 10 > now)
}

/**
 * Whether most people's codes are temporary (900–999). In a real register hardly anybody's is; in the practice register
 * everybody's is.
 */
export function looksLikePractice({
  files,
  temporaryCodes,
}: Pick<RegisterPreview, 'files' | 'temporaryCodes'>): boolean {
  const people = files.find(({ file }) => file === 'people')?.counts
  return people !== undefined && temporaryCodes * 2 > people.total - people.rejected
}

/** What must be said yes to before a preview can be imported. */
export interface Asked {
  readonly withoutRejected: boolean
  readonly endsManyMeant: boolean
}

/** Which questions a preview asks. */
export const questionsOf = (preview: RegisterPreview): Asked => ({
  withoutRejected: totalsOf(preview).rejected > 0,
  endsManyMeant: preview.endsMany,
})
