import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const program = join(import.meta.dirname, '../../out/main/web.js')

/** A start of the built web host, with everything it says. */
function start(dataDir: string, env: NodeJS.ProcessEnv = {}) {
  const child: ChildProcess = spawn(process.execPath, [program, '--data', dataDir, '--no-open'], {
    env: { ...process.env, LC_ALL: 'C', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', error: '' }
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    said.out += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    said.error += text
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const address = async (): Promise<string> => {
    for (;;) {
      const found = /http:\/\/\S+/.exec(said.out)?.[0]
      if (found) return found
      await Promise.race([once(child.stdout as NodeJS.EventEmitter, 'data'), ended])
      if (child.exitCode !== null) throw new Error(said.error)
    }
  }
  return { child, said, ended, address }
}

// The program as it is built by `npm test` before the tests run.
describe.skipIf(!existsSync(program))('the web host as a program', () => {
  let dataDir = ''
  let first: ReturnType<typeof start>
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'heka-desk-process-'))
    first = start(dataDir)
    await first.address()
  })
  afterAll(async () => {
    first.child.kill()
    await first.ended
    rmSync(dataDir, { recursive: true })
  })

  it('10. prints the launch address once, and nothing of it when it is used', async () => {
    const address = await first.address()
    const token = new URL(address).searchParams.get('token') ?? ''
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(303)
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(403)
    expect(first.said.out.split(token)).toHaveLength(2)
    expect(first.said.error).toBe('')
    expect(first.child.spawnargs.join(' ')).not.toContain(token)
  })

  it('keeps the key, the database and what else it writes for its owner', () => {
    if (process.platform === 'win32') return
    for (const name of ['desk.key', 'desk.db']) expect(statSync(join(dataDir, name)).mode & 0o077).toBe(0)
    expect(statSync(dataDir).mode & 0o077).toBe(0)
  })

  it('leaves the folder to the first of two starts, and says so in the language of the computer', async () => {
    const second = start(dataDir, { LC_ALL: 'fi_FI.UTF-8' })
    expect(await second.ended).toBe(3)
    expect(second.said.error).toContain('Heka Desk on jo auki tietokansiossa')
    expect((await fetch(new URL('/', await first.address()))).status).toBe(200)
  })

  it('closes when it is told to, and opens the same data again', async () => {
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(process.platform === 'win32' ? null : 0)
    expect(existsSync(join(dataDir, 'launch.html'))).toBe(false)
    first = start(dataDir)
    expect((await fetch(await first.address(), { redirect: 'manual' })).status).toBe(303)
  })
})
