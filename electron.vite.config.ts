import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // What every start needs comes with the program: thousands of small files take four times as long to read as one.
      externalizeDeps: {
        exclude: [
          '@orpc/client',
          '@orpc/contract',
          '@orpc/server',
          'csv-parse',
          'date-holidays',
          'drizzle-orm',
          'finnish-ssn',
          'ibantools',
          'libphonenumber-js',
          'luxon',
          'mrz',
          'uuidv7',
          'zod',
        ],
      },
      // Node 24 runs the web host, and is what Electron 45 carries.
      target: 'node24',
      rolldownOptions: {
        input: {
          desktop: 'electron/desktop/main.ts',
          web: 'electron/web/main.ts',
          database: 'electron/database/main.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rolldownOptions: {
        input: { preload: 'electron/desktop/preload.ts' },
        // A sandboxed preload cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      target: 'chrome140',
      // An asset written into the page as data: would need more from the content security policy.
      assetsInlineLimit: 0,
      minify: true,
      chunkSizeWarningLimit: 1500,
      rolldownOptions: {
        // The program's page, and the waiting room's board with next to nothing of it.
        input: { index: 'renderer/index.html', board: 'renderer/board.html' },
      },
    },
  },
})
