import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: './electron/core/store/schema.postgres.ts',
  out: './electron/core/store/migrations/postgres',
})
