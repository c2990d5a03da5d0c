import { appendFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { benchFolder } from './folder'

/** One line of the table that `npm run bench` ends with. */
export interface Measurement {
  readonly name: string
  readonly unit: 'ms' | 'kB' | 's' | '/min'
  readonly ours: number
  /** What the same work costs without the program; null where there is nothing to compare with. */
  readonly baseline: number | null
  /** What is aimed at, in words; empty for what is only told. */
  readonly aim: string
}

/** Adds a line to the table, with how busy the computer was just then. */
export function report(measurement: Measurement): void {
  const line = { ...measurement, load: loadavg()[0] }
  appendFileSync(join(benchFolder(), 'measurements.jsonl'), `${JSON.stringify(line)}\n`)
}

/** Adds a sentence below the table. */
export function remark(text: string): void {
  appendFileSync(join(benchFolder(), 'measurements.jsonl'), `${JSON.stringify({ remark: text })}\n`)
}

/** The value below which the given share (0–1) of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5)

/** How many milliseconds a piece of work takes, and what it gives. */
export async function timed<Value>(
  work: () => Promise<Value> | Value,
): Promise<{ readonly ms: number; readonly value: Value }> {
  const start = performance.now()
  const value = await work()
  return { ms: performance.now() - start, value }
}
