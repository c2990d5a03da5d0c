import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLaunch } from '../../electron/web/launch'
import { browserArguments, launchFilePath, removeLaunchFile, writeLaunchFile } from '../../electron/web/open'

let dataDir = ''
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'heka-desk-launch-'))
})
afterAll(() => rmSync(dataDir, { recursive: true }))

describe('10. the launch token stays out of the command line', () => {
  it('goes to the browser in a file that only its owner can read', async () => {
    const { path } = createLaunch(4711)
    const token = path.split('=')[1] ?? ''
    const address = `http://127.0.0.1:4711${path}`
    // What an interrupted start left behind, open to all.
    writeFileSync(launchFilePath(dataDir), 'old', { mode: 0o666 })
    await writeLaunchFile(dataDir, address)

    expect(browserArguments(dataDir).join(' ')).not.toContain(token)
    const file = launchFilePath(dataDir)
    expect(browserArguments(dataDir)[0]).toContain('launch.html')
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    const page = readFileSync(file, 'utf8')
    expect(page).toContain(`<meta http-equiv="refresh" content="0;url=${address}">`)
    expect(page).not.toContain('<script')

    await removeLaunchFile(dataDir)
    expect(() => statSync(file)).toThrow()
    await removeLaunchFile(dataDir)
  })
})
