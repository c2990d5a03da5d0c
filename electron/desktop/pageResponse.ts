import { readFile } from 'node:fs/promises'
import { securityHeaders } from '../host/headers'
import { findStaticFile } from '../host/staticFiles'
import { isOwnPage } from './rules'

/** The answer to a request of the page's own scheme: a file of the built page, or 404; the headers on both. */
export async function pageResponse(folder: string, url: string): Promise<Response> {
  const file = isOwnPage(url) ? await findStaticFile(folder, new URL(url).pathname) : null
  if (file === null) return new Response('', { status: 404, headers: securityHeaders() })
  const headers = { ...securityHeaders(file.hashed), 'Content-Type': file.contentType }
  return new Response(new Uint8Array(await readFile(file.path)), { headers })
}
