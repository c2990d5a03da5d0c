import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'vite'
import { findStaticFile } from '../../electron/host/staticFiles'
import { benchFolder } from './folder'

/** Builds React with one input as the program's page is built, and serves it plainly. */
export async function serveEmptyPage(): Promise<{ readonly address: string; close(): Promise<void> }> {
  const outDir = join(benchFolder(), 'empty-page')
  await build({
    root: join(import.meta.dirname, 'emptyPage'),
    configFile: false,
    base: './',
    logLevel: 'warn',
    // The test runner's environment is not the page's: React would be built for development.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir, emptyOutDir: true, target: 'chrome140', minify: true },
  })
  const server = createServer(async (request, response) => {
    const file = await findStaticFile(outDir, request.url ?? '/')
    if (file === null) return void response.writeHead(404).end()
    response.setHeader('Content-Type', file.contentType)
    createReadStream(file.path).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
