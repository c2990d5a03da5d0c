import type { IncomingHttpHeaders } from 'node:http'
import { accept, type Result, refuse } from '#shared/rules/result'

/** What a guard may look at: a request's line and headers, as they came. */
export interface RequestHead {
  readonly method: string | undefined
  /** The request target, undecoded. */
  readonly url: string | undefined
  readonly headers: IncomingHttpHeaders
  /** All Host headers: Node keeps only the first in `headers`. */
  readonly hosts: readonly string[]
}

export type GuardRefusal =
  | 'malformedRequest'
  | 'upgradeNotOffered'
  | 'wrongHost'
  | 'wrongMethod'
  | 'wrongOrigin'
  | 'crossSite'
  | 'wrongContentType'
  | 'tooLarge'

/** The HTTP status of each refusal. */
export const refusalStatus: Readonly<Record<GuardRefusal, number>> = {
  malformedRequest: 400,
  upgradeNotOffered: 400,
  wrongHost: 403,
  wrongMethod: 405,
  wrongOrigin: 403,
  crossSite: 403,
  wrongContentType: 415,
  tooLarge: 413,
}

/** The largest request body: a chunk of an uploaded file in base64, and what surrounds it. */
export const maxBodyBytes = 2 * 1024 * 1024

/**
 * The address a browser must have asked for. A name is refused, 'localhost' too: a name is what DNS rebinding turns
 * into ours, 'localhost' may resolve to ::1 where another program listens, and one spelling leaves one origin.
 */
export const hostOf = (port: number): string => `127.0.0.1:${port}`
export const originOf = (port: number): string => `http://${hostOf(port)}`

/**
 * What every request must be, whatever it asks for: a plain request for a path, to exactly our address.
 * Refusals: malformedRequest, upgradeNotOffered, wrongHost.
 */
export function checkRequest(
  request: RequestHead,
  port: number,
): Result<{ readonly path: string }, GuardRefusal> {
  if (request.hosts.length !== 1 || request.hosts[0] !== hostOf(port)) return refuse('wrongHost')
  if (request.headers.upgrade !== undefined) return refuse('upgradeNotOffered')
  // 'GET http://elsewhere/ HTTP/1.1' is how one speaks to a proxy.
  if (!request.url?.startsWith('/')) return refuse('malformedRequest')
  return accept({ path: request.url.split(/[?#]/, 1)[0] ?? '/' })
}

/**
 * What a call of the desk must be: a JSON POST that a page of ours sent. A page elsewhere cannot leave out or choose
 * its Origin, so that a missing, `null` or foreign one is refused before anything is read.
 * Refusals: wrongMethod, wrongOrigin, crossSite, wrongContentType, tooLarge.
 */
export function checkCall(request: RequestHead, port: number): Result<null, GuardRefusal> {
  const { headers, method } = request
  if (headers.origin !== originOf(port)) return refuse('wrongOrigin')
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return refuse('crossSite')
  if (method !== 'POST') return refuse('wrongMethod')
  if (!isJson(headers['content-type']) || headers['content-disposition'] !== undefined) {
    return refuse('wrongContentType')
  }
  const length = headers['content-length']
  if (length !== undefined && Number(length) > maxBodyBytes) return refuse('tooLarge')
  return accept(null)
}

const isJson = (contentType: string | undefined): boolean =>
  /^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(contentType ?? '')
