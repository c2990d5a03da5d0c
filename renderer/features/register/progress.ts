import type { ImportFile } from '#shared/contract/register'
import { importFiles } from './files'

/** The stages of the three jobs, in the order in which they come. */
export const jobStages = {
  reading: ['uploading', 'reading', 'comparing'],
  practice: ['generating', 'reading', 'comparing'],
  importing: ['writing', 'indexing'],
} as const

export type Job = keyof typeof jobStages
export type Stage = (typeof jobStages)[Job][number]

/** How far a job has come, as the desk or the sending of files tells it. */
export interface Progress {
  readonly stage: Stage
  readonly file: ImportFile | null
  readonly done: number
  readonly total: number
}

/** Stages that go through the files one after another, counting each from its beginning. */
const fileByFile: readonly Stage[] = ['reading', 'comparing']

/** How much of its stage is done, 0–1. */
export function shareOf({ stage, file, done, total }: Progress): number {
  const part = total > 0 ? Math.min(1, done / total) : 0
  if (!fileByFile.includes(stage) || file === null) return part
  return (importFiles.indexOf(file) + part) / importFiles.length
}

/** Which stage of the job this is, from 1, and of how many. */
export function placeOf(job: Job, stage: Stage): { readonly at: number; readonly of: number } {
  const stages: readonly Stage[] = jobStages[job]
  return { at: stages.indexOf(stage) + 1, of: stages.length }
}
