import { createORPCClient } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { DeskClient } from '#shared/contract/index'
import { createCommandKeys } from './commandKeys'
import { noteAnswer, noteStatus } from './connection'
import { NotLaunched, Unreachable } from './unreachable'

/** Which host this page lives in: Electron serves it from app://, the loopback host over HTTP. */
export const hostKind: 'desktop' | 'web' = globalThis.location?.protocol === 'app:' ? 'desktop' : 'web'

/** What a link is told of a call beside its input: the key by which a command is carried out once. */
interface CallContext {
  readonly commandKey?: string
}

const headers = ({ context }: { readonly context: CallContext }) =>
  context.commandKey === undefined ? {} : { 'command-key': context.commandKey }

const httpLink = () =>
  new HttpLink<CallContext>({
    headers,
    url: () => new URL('/rpc', globalThis.location.origin).href,
    fetch: async (request, init) => {
      const response = await globalThis
        .fetch(request, { ...init, credentials: 'same-origin' })
        .catch((cause) => {
          throw request.signal.aborted ? cause : new Unreachable('no answer', { cause })
        })
      if (response.status === 401 && (await response.clone().text()).includes('NOT_LAUNCHED')) {
        throw new NotLaunched('opened without the program')
      }
      return response
    },
  })

const portAnswerMs = 10_000

/** Asks the preload for a port to the desk. The answer carries nothing but the port. */
function askForPort(): Promise<MessagePort> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      window.removeEventListener('message', take)
      reject(new Unreachable('no port'))
    }, portAnswerMs)
    const take = (event: MessageEvent) => {
      const port = event.ports[0]
      if (event.source !== window || event.data !== 'desk-port' || port === undefined) return
      window.removeEventListener('message', take)
      clearTimeout(timer)
      resolve(port)
    }
    window.addEventListener('message', take)
    window.postMessage({ type: 'desk-port-wanted' }, '*')
  })
}

type Link = Pick<PortLink<CallContext>, 'call'>

/** A port that has closed is never used again: the next call asks for a new one. */
function portLink(): Link {
  let opened: { readonly link: Promise<Link>; readonly closed: Promise<never> } | undefined
  const open = () => {
    const port = askForPort()
    const closed = port.then(
      (each) =>
        new Promise<never>((_, reject) => {
          each.addEventListener('close', () => {
            opened = undefined
            reject(new Unreachable('the port closed'))
          })
        }),
    )
    closed.catch(() => undefined)
    const link = port.then((each) => {
      const ready = new PortLink<CallContext>({ headers, port: each })
      each.start()
      return ready
    })
    link.catch(() => {
      opened = undefined
    })
    return { link, closed }
  }
  return {
    async call(path, input, options) {
      opened ??= open()
      const { link, closed } = opened
      return Promise.race([(await link).call(path, input, options), closed])
    },
  }
}

const commandKeys = createCommandKeys(Date.now, () => crypto.randomUUID())

type Status = Awaited<ReturnType<DeskClient['system']['status']>>

/** Gives every call its key, and notes its end, so that one place knows whether the desk and its database are there. */
function noted(link: Link): Link {
  return {
    async call(path, input, options) {
      const { key, ended } = commandKeys.begin(path, input)
      try {
        const output = await link.call(path, input, { ...options, context: { commandKey: key } })
        ended(null)
        noteAnswer(null)
        if (path.join('.') === 'system.status') noteStatus(output as Status)
        return output
      } catch (error) {
        if (options.signal?.aborted !== true) {
          ended(error)
          noteAnswer(error)
        }
        throw error
      }
    },
  }
}

/** Every procedure of the desk, over whichever host this page lives in. */
export const client: DeskClient = createORPCClient(noted(hostKind === 'desktop' ? portLink() : httpLink()))

/** The same procedures as options and keys for TanStack Query: `api.residents.read.queryOptions({ input: { id } })`. */
export const api = createTanstackQueryUtils(client)
