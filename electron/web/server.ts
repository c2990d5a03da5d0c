import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { ORPCError } from '@orpc/server'
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node'
import type { Desk } from '#core/desk'
import { takeCommandKey } from '../host/commandKey'
import { errorCode } from '../host/dataFolder'
import { securityHeaders } from '../host/headers'
import { StartupError } from '../host/startupProblems'
import { findStaticFile } from '../host/staticFiles'
import { checkCall, checkRequest, maxBodyBytes, originOf, type RequestHead, refusalStatus } from './guards'
import { createLaunch } from './launch'
import { notFoundPage, usedLaunchPage } from './pages'

export interface WebHostConfig {
  readonly desk: Pick<Desk, 'router'>
  /** The folder of the built page. */
  readonly pageFolder: string
  /** 0 for any free port. */
  readonly port: number
  /** Called once, when the launch address has been used. */
  readonly onLaunched?: () => void
}

export interface WebHost {
  readonly port: number
  /** The address that lets the first browser in. Holds the token: never for a log or a command line. */
  readonly launchAddress: string
  close(): Promise<void>
}

/**
 * Serves the page and the desk on 127.0.0.1. Every request passes `guards.ts` first.
 * Throws StartupError: portInUse, portNotAllowed.
 */
export async function startWebHost(config: WebHostConfig): Promise<WebHost> {
  const server = createServer({
    // Node would answer a missing Host itself, without our headers.
    requireHostHeader: false,
    headersTimeout: 10_000,
    requestTimeout: 60_000,
  })
  const port = await listen(server, config.port)
  const launch = createLaunch(port)
  const rpc = new RPCHandler(config.desk.router, {
    interceptors: [takeCommandKey],
    plugins: [new BodyLimitPlugin({ maxBodySize: maxBodyBytes })],
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeaders(new Map(Object.entries(securityHeaders())))
    const head = headOf(request)
    const checked = checkRequest(head, port)
    if (!checked.ok) return sendPage(response, refusalStatus[checked.refusal], notFoundPage)
    const { path } = checked.value
    if (path === '/rpc' || path.startsWith('/rpc/')) return answerCall(head, request, response)
    if (path === '/launch') return answerLaunch(head, response)
    return sendFile(head, path, response)
  }

  async function answerCall(
    head: RequestHead,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const checked = checkCall(head, port)
    if (!checked.ok) return sendError(response, refusalStatus[checked.refusal], checked.refusal)
    const session = launch.sessionOf(head.headers.cookie)
    if (session === null) return sendError(response, 401, 'NOT_LAUNCHED')
    const { matched } = await rpc.handle(request, response, {
      prefix: '/rpc',
      context: { clientId: session },
    })
    if (!matched) sendError(response, 404, 'NOT_FOUND')
  }

  function answerLaunch(head: RequestHead, response: ServerResponse): void {
    // A browser that fetches ahead of the user must not use the token up.
    const ahead = head.headers['sec-purpose'] !== undefined || head.headers.purpose !== undefined
    const token = new URLSearchParams(head.url?.split('?')[1]).get('token')
    const cookie = head.method === 'GET' && !ahead ? launch.redeem(token) : null
    if (cookie === null) sendPage(response, 403, usedLaunchPage)
    else {
      response.writeHead(303, { 'Set-Cookie': cookie, Location: '/' }).end()
      config.onLaunched?.()
    }
  }

  async function sendFile(head: RequestHead, path: string, response: ServerResponse): Promise<void> {
    if (head.method !== 'GET' && head.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD')
      return sendPage(response, 405, notFoundPage)
    }
    const file = await findStaticFile(config.pageFolder, path)
    if (file === null) return sendPage(response, 404, notFoundPage)
    response.setHeaders(new Map(Object.entries(securityHeaders(file.hashed))))
    response.setHeader('Content-Type', file.contentType)
    if (head.method === 'HEAD') return void response.end()
    createReadStream(file.path)
      .on('error', () => response.destroy())
      .pipe(response)
  }

  const handle = (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch(() => {
      // The client went away, or the program has a fault: either way this one answer ends, and the server goes on.
      if (response.headersSent) response.destroy()
      else sendError(response, 500, 'INTERNAL_SERVER_ERROR')
    })
  }
  server.on('request', handle)
  server.on('checkExpectation', (_request, response: ServerResponse) => {
    response.setHeaders(new Map(Object.entries(securityHeaders())))
    sendPage(response, 417, notFoundPage)
  })
  server.on('connect', (_request, socket: Duplex) => refuseSocket(socket))
  server.on('clientError', (_error, socket: Duplex) => refuseSocket(socket))

  return {
    port,
    launchAddress: originOf(port) + launch.path,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      const code = errorCode(error)
      if (code === 'EADDRINUSE') reject(new StartupError('portInUse', String(port), error))
      else if (code === 'EACCES') reject(new StartupError('portNotAllowed', String(port), error))
      else reject(error)
    })
    server.listen({ port, host: '127.0.0.1', exclusive: true }, resolve)
  })
  return (server.address() as AddressInfo).port
}

const headOf = (request: IncomingMessage): RequestHead => ({
  method: request.method,
  url: request.url,
  headers: request.headers,
  hosts: request.headersDistinct.host ?? [],
})

function sendPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(html)
}

/** An error in the form in which the page's client reads the desk's own. */
function sendError(response: ServerResponse, status: number, code: string): void {
  const json = new ORPCError(code, { status, message: code }).toJSON()
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ json }))
}

/** Ends a connection that never became a request, with the same headers as every other answer. */
function refuseSocket(socket: Duplex): void {
  socket.on('error', () => socket.destroy())
  const headers = Object.entries({ ...securityHeaders(), Connection: 'close', 'Content-Length': '0' })
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  if (socket.destroyed || !socket.writable) socket.destroy()
  else socket.end(`HTTP/1.1 400 ${STATUS_CODES[400]}\r\n${lines}\r\n`)
}
