import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { collectPracticeRegister } from '#core/register/practice/index'
import { type ImportFile, importFiles, registerFiles } from '#shared/contract/register'
import { helsinkiDay } from '#shared/rules/localDay'
import { testNow } from '../support/desk'
import type { RegisterTexts } from '../support/register'

/** Heka has about 54,500 apartments (seed 000_8cb8751306546cea.txt). */
const apartments = 54_500

/** The folder of one run of the benches, which `scripts/bench.mjs` makes and removes. */
export function benchFolder(): string {
  const folder = process.env.HEKA_DESK_BENCH
  if (!folder) throw new Error('the benches are run with: npm run bench')
  return folder
}

/** Where a file of the full-size practice register lies. */
export const registerPath = (file: ImportFile): string => join(benchFolder(), 'register', `${file}.csv`)

/** The full-size practice register's files, made once a run. */
function makeFullRegister(): void {
  if (!existsSync(registerPath('properties'))) {
    mkdirSync(join(benchFolder(), 'register'), { recursive: true })
    const { files } = collectPracticeRegister({ seed: 1, apartments, today: helsinkiDay(testNow) })
    for (const file of importFiles) writeFileSync(registerPath(file), files[file])
  }
}

/** The full-size practice register's five files, without the keys: what imports have been measured with from the beginning. */
export function fullRegister(): RegisterTexts {
  makeFullRegister()
  return Object.fromEntries(
    registerFiles.map((file) => [file, readFileSync(registerPath(file), 'utf8')]),
  ) as RegisterTexts
}

/** The keys of the same register. */
export function fullKeys(): string {
  makeFullRegister()
  return readFileSync(registerPath('keys'), 'utf8')
}
