import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import { practiceRegister } from '#core/register/practice/index'
import { type ImportFile, importFiles } from '#shared/contract/register'
import { helsinkiDay } from '#shared/rules/localDay'

/**
 * Writes a practice register's CSV files into a folder and gives their paths. Never writes over a file: it might be the
 * real register. Throws the system's error, EEXIST among them.
 */
export async function writePracticeFiles(
  given: string,
  apartments: number,
  seed: number,
  now: Date,
): Promise<readonly string[]> {
  const folder = resolve(given)
  await mkdir(folder, { recursive: true })
  const paths = importFiles.map((file) => [file, join(folder, `${file}.csv`)] as const)
  const streams = new Map<ImportFile, WriteStream>()
  try {
    for (const [file, path] of paths) {
      const stream = createWriteStream(path, { flags: 'wx' })
      await once(stream, 'open')
      streams.set(file, stream)
    }
    for (const { file, text } of practiceRegister({ apartments, seed, today: helsinkiDay(now) })) {
      const stream = streams.get(file)
      if (stream && !stream.write(text)) await once(stream, 'drain')
    }
  } finally {
    for (const stream of streams.values()) stream.end()
  }
  await Promise.all([...streams.values()].map((stream) => finished(stream)))
  return paths.map(([, path]) => path)
}
