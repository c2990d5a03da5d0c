import { defineConfig } from 'vitest/config'

/** `npm run load`: sixteen desks at once, and a server that is killed; it takes minutes. */
export default defineConfig({
  test: {
    include: ['tests/load/*.load.ts'],
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
})
