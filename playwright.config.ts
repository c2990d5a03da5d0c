import { defineConfig } from '@playwright/test'

/** What several desks do to each other. The rest is run on PostgreSQL by `npm test -- --everything`. */
const ofSeveralDesks = /(lossOfDatabase|presence|together|tuesday)\.spec\.ts$/

/**
 * One set of specs, run in Chromium through the web host, on both engines, and in Electron where its binary is there.
 */
export default defineConfig<{ host: 'web' | 'electron' }, { engine: 'sqlite' | 'postgres' }>({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  globalSetup: './tests/e2e/unpackBrowser.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Of four on two cores two wait for something.
  workers: 4,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    actionTimeout: 10_000,
    viewport: { width: 1366, height: 768 },
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
  },
  projects: [
    { name: 'web', use: { host: 'web' } },
    {
      name: 'web, PostgreSQL',
      use: { host: 'web', engine: 'postgres' },
      testMatch: process.env.HEKA_DESK_EVERYTHING ? '*.spec.ts' : ofSeveralDesks,
    },
    { name: 'electron', use: { host: 'electron' } },
  ],
})
