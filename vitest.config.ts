import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Looks at the calls of a module of Node's, which nobody may have imported before. */
const ownModules = 'electron/core/access/passwords.test.ts'

export default defineConfig({
  plugins: [react()],
  test: {
    globalSetup: ['tests/support/postgresServer.ts'],
    // Two cores are what the tests are meant for; left alone, Vitest uses one of them. Every other test waits for something.
    maxWorkers: 4,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'desk',
          include: ['shared/**/*.test.ts', 'electron/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: [ownModules],
          // These keep nothing in a module that another file could come upon: what they import is read once.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'page', include: ['renderer/**/*.test.{ts,tsx}', ownModules] } },
    ],
  },
})
