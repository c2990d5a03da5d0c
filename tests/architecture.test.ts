import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
const planted = mkdtempSync(join(tmpdir(), 'heka-desk-architecture-'))
cpSync(join(root, 'biome.json'), join(planted, 'biome.json'))
afterAll(() => rmSync(planted, { recursive: true }))

const lint = (folder: string, ...paths: string[]) => {
  const only = ['lint', '--only=style/noRestrictedImports', '--vcs-enabled=false', '--max-diagnostics=none']
  const run = spawnSync(process.execPath, [biome, ...only, ...paths], { cwd: folder, encoding: 'utf8' })
  return run.stdout + run.stderr
}

/** Which of these imports are refused in a folder: each is planted there in a file of its own. */
function refusedIn(folder: string, imports: readonly string[]): string[] {
  const files = imports.map((path, index) => ({ path, file: `${folder}/planted${index}.ts` }))
  for (const { path, file } of files) {
    mkdirSync(dirname(join(planted, file)), { recursive: true })
    writeFileSync(join(planted, file), `import '${path}'\n`)
  }
  const said = lint(planted, folder)
  for (const { file } of files) rmSync(join(planted, file))
  return files.filter(({ file }) => said.includes(`${file}:1`)).map(({ path }) => path)
}

const page = '../../renderer/app/client'

describe('imports point one way', () => {
  it.each([
    ['shared/rules', ['electron', 'node:fs', 'react', '@mui/material', '#core/desk', page]],
    [
      'electron/core/staff',
      ['electron', 'node:http', '../../web/server', '../../desktop/main', `../${page}`],
    ],
    ['electron/host', ['electron', 'node:http', '../desktop/main', '../web/server', page]],
    ['electron/web', ['electron', '../desktop/main', page]],
    ['electron/desktop', ['../web/server', page]],
    [
      'renderer/app',
      ['electron', 'node:fs', '#core/desk', '../../electron/core/desk', '#shared/rules/holidays'],
    ],
  ])('in %s these are refused: %j', (folder, imports) => {
    expect(refusedIn(folder, imports)).toEqual(imports)
  })

  it.each([
    ['shared/rules', ['./names', 'luxon', 'zod']],
    ['electron/core/staff', ['node:fs', 'drizzle-orm', '#shared/rules/names', '../desk']],
    ['electron/host', ['node:fs', '#core/desk']],
    ['electron/web', ['node:http', '#core/desk']],
    ['electron/desktop', ['electron', '#core/desk']],
    ['renderer/app', ['react', '#shared/rules/names', '@mui/material']],
  ])('in %s these are allowed: %j', (folder, imports) => {
    expect(refusedIn(folder, imports)).toEqual([])
  })

  it('holds in the whole tree', () => {
    const said = lint(root, 'shared', 'electron', 'renderer')
    expect(said).not.toContain('lint/style/noRestrictedImports')
    expect(said).toMatch(/Checked [1-9]\d{2,} files/)
  })
})
